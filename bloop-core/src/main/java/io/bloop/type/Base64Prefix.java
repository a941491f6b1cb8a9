package io.bloop.type;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Finds the beginnings of base64 that bytes with a given prefix have. */
final class Base64Prefix {

    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final int GROUP_BYTES = 3;
    private static final int DIGIT_BITS = 6;

    private Base64Prefix() {}

    /**
     * Returns every beginning that the base64 of bytes with a prefix can have.
     *
     * <p>A digit stands for six bits, so that the last digit also depends on the byte after the prefix, unless the
     * prefix has a multiple of three bytes: after one byte there are 16 possible digits, after two bytes 4.
     */
    static List<byte[]> of(byte[] prefix) {
        int rest = prefix.length % GROUP_BYTES;
        byte[] whole = Base64.getEncoder().encode(Arrays.copyOf(prefix, prefix.length - rest));
        if (rest == 0) {
            return List.of(whole);
        }
        // zeros in place of the bytes that follow: the first of the possible digits
        byte[] last = Base64.getEncoder()
                .encode(Arrays.copyOfRange(prefix, prefix.length - rest, prefix.length - rest + GROUP_BYTES));
        byte[] beginning = Arrays.copyOf(whole, whole.length + rest + 1);
        System.arraycopy(last, 0, beginning, whole.length, rest + 1);
        int first = DIGITS.indexOf(last[rest]);
        int unknownBits = DIGIT_BITS * (rest + 1) - Byte.SIZE * rest;
        List<byte[]> beginnings = new ArrayList<>();
        for (int digit = first; digit < first + (1 << unknownBits); digit++) {
            beginning[beginning.length - 1] = (byte) DIGITS.charAt(digit);
            beginnings.add(beginning.clone());
        }
        return beginnings;
    }
}
