package io.bloop.wire.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The name of an attribute or a member, and how JSON has it. Immutable and thread-safe. */
final class AttributeName {

    private final String text;
    private final byte[] bytes;

    private AttributeName(byte[] bytes) {
        this.text = new String(bytes, StandardCharsets.UTF_8);
        this.bytes = bytes;
    }

    /** Takes a name without escapes. */
    static AttributeName of(byte[] json, int from, int to) {
        return new AttributeName(Arrays.copyOfRange(json, from, to));
    }

    String text() {
        return text;
    }

    /** Returns the number of bytes in JSON. */
    int length() {
        return bytes.length;
    }

    /** Tells whether this name stands at a position, as a whole. */
    boolean isAt(byte[] json, int from) {
        int to = from + bytes.length;
        return TextCheck.isAt(json, to, '"') && Arrays.equals(json, from, to, bytes, 0, bytes.length);
    }
}
