package io.bloop.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads text as strictly as the Java types need it. */
final class Parsing {

    private static final int UUID_LENGTH = 36;
    private static final int MIDDLE_HYPHEN = 18;
    private static final int MOST_PLAIN_DIGITS = 18;
    private static final int MOST_DIGITS = 126;
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";

    /** Apart, since few models have addresses, and it takes time to be made. */
    private static final class NumericAddress {

        /** What the JDK reads without asking for a name. */
        static final Pattern FORM =
                Pattern.compile(OCTET + "(\\." + OCTET + "){3}|(?=[0-9a-fA-F:])[0-9a-fA-F.]*:[0-9a-fA-F:.]*(%\\w+)?");
    }

    private Parsing() {}

    /** Tells whether a text has no capital letter of ASCII. */
    static boolean isLowerCase(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 'A' && text.charAt(i) <= 'Z') {
                return false;
            }
        }
        return true;
    }

    /** Reads 32 hexadecimal digits with hyphens after 8, 12, 16 and 20 of them, and nothing else. */
    static UUID uuid(CharSequence text) {
        if (text.length() != UUID_LENGTH) {
            throw new IllegalArgumentException("a UUID has 36 characters");
        }
        long most = 0;
        long least = 0;
        for (int i = 0; i < UUID_LENGTH; i++) {
            char c = text.charAt(i);
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                if (c != '-') {
                    throw new IllegalArgumentException("a UUID has hyphens after 8, 12, 16 and 20 digits");
                }
            } else if (i < MIDDLE_HYPHEN) {
                most = most << 4 | hexDigit(c);
            } else {
                least = least << 4 | hexDigit(c);
            }
        }
        return new UUID(most, least);
    }

    private static int hexDigit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int letter = c | 0x20;
        if (c > 'f' || letter < 'a' || letter > 'f') {
            throw new IllegalArgumentException("a UUID has hexadecimal digits");
        }
        return letter - 'a' + 10;
    }

    /** Reads a decimal, without a detour where it has few digits and no exponent, as nearly all do. */
    static BigDecimal decimal(CharSequence text) {
        int length = text.length();
        int first = length > 0 && text.charAt(0) == '-' ? 1 : 0;
        int point = -1;
        long unscaled = 0;
        for (int i = first; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                unscaled = unscaled * 10 + c - '0';
            } else if (c == '.' && point < 0) {
                point = i;
            } else {
                return new BigDecimal(text.toString());
            }
        }
        int digits = length - first - (point < 0 ? 0 : 1);
        if (digits == 0 || digits > MOST_PLAIN_DIGITS) {
            return new BigDecimal(text.toString());
        }
        return BigDecimal.valueOf(first == 0 ? unscaled : -unscaled, point < 0 ? 0 : length - point - 1);
    }

    /** Reads a whole number in any notation that DynamoDB gives back, such as {@code 100}, {@code 1E+2} or {@code 1.0}. */
    static long whole(CharSequence text, String type, long least, long most) {
        int length = text.length();
        int first = length > 1 && text.charAt(0) == '-' ? 1 : 0;
        long value = 0;
        boolean isPlain = length > 0 && length <= MOST_PLAIN_DIGITS;
        for (int i = first; isPlain && i < length; i++) {
            int digit = text.charAt(i) - '0';
            isPlain = digit >= 0 && digit <= 9;
            value = value * 10 + digit;
        }
        if (!isPlain) {
            value = scaled(text.toString(), type, least, most);
        } else if (first == 1) {
            value = -value;
        }
        if (value < least || value > most) {
            throw outOfRange(text.toString(), type, least, most);
        }
        return value;
    }

    private static long scaled(String text, String type, long least, long most) {
        BigDecimal decimal = new BigDecimal(text).stripTrailingZeros();
        // scaling a huge exponent out would build a number of that many digits
        if (decimal.scale() > 0 || (long) decimal.precision() - decimal.scale() > 19) {
            throw outOfRange(text, type, least, most);
        }
        BigInteger integer = decimal.toBigIntegerExact();
        if (integer.bitLength() > 63) {
            throw outOfRange(text, type, least, most);
        }
        return integer.longValueExact();
    }

    static BigInteger bigInteger(String text) {
        BigDecimal decimal = new BigDecimal(text);
        // scaling a huge exponent out would build a number of that many digits
        if (decimal.precision() - (long) decimal.scale() > MOST_DIGITS) {
            throw new ArithmeticException("more digits than DynamoDB has");
        }
        return decimal.toBigIntegerExact();
    }

    static URL url(String text) {
        try {
            return URI.create(text).toURL();
        } catch (MalformedURLException ex) {
            throw new IllegalArgumentException(ex);
        }
    }

    /** Reads an address in digits; a name would have to be asked for in the network. */
    static InetAddress address(String text) {
        if (!NumericAddress.FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("an address has four numbers with dots, or colons");
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException ex) {
            throw new IllegalArgumentException(ex);
        }
    }

    private static InvalidValue outOfRange(String text, String type, long least, long most) {
        return InvalidValue.unreadable(
                type + ", a whole number from " + least + " to " + most, "another N", text, null);
    }

    static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
