package io.bloop.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;

/** Reads text as strictly as the Java types need it. */
final class Parsing {

    private static final int UUID_LENGTH = 36;
    private static final int MOST_DIGITS = 126;

    private Parsing() {}

    static UUID uuid(String text) {
        if (text.length() != UUID_LENGTH) {
            throw new IllegalArgumentException("a UUID has 36 characters");
        }
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("a UUID has hyphens after 8, 12, 16 and 20 digits");
        }
        return uuid;
    }

    /** Reads a whole number in any notation that DynamoDB gives back, as {@code 100}, {@code 1E+2} or {@code 1.0}. */
    static long whole(String text, String type, long least, long most) {
        long value;
        if (isPlain(text)) {
            value = Long.parseLong(text);
        } else {
            BigDecimal decimal = new BigDecimal(text).stripTrailingZeros();
            // scaling a huge exponent out would build a number of that many digits
            if (decimal.scale() > 0 || (long) decimal.precision() - decimal.scale() > 19) {
                throw outOfRange(text, type, least, most);
            }
            BigInteger integer = decimal.toBigIntegerExact();
            if (integer.bitLength() > 63) {
                throw outOfRange(text, type, least, most);
            }
            value = integer.longValueExact();
        }
        if (value < least || value > most) {
            throw outOfRange(text, type, least, most);
        }
        return value;
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

    /** Tells whether a text is short and of digits only, so that it surely fits a long. */
    private static boolean isPlain(String text) {
        int length = text.length();
        if (length == 0 || length > 18) {
            return false;
        }
        for (int i = text.charAt(0) == '-' && length > 1 ? 1 : 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    private static InvalidValue outOfRange(String text, String type, long least, long most) {
        return InvalidValue.unreadable(
                type + ", a whole number from " + least + " to " + most, "N " + Printed.shortened(text), null);
    }

    static <E extends Enum<E>> E constant(Class<E> type, String text) {
        try {
            return Enum.valueOf(type, text);
        } catch (IllegalArgumentException ex) {
            throw InvalidValue.unreadable(
                    type.getSimpleName() + ", one of "
                            + Arrays.stream(type.getEnumConstants())
                                    .map(Enum::name)
                                    .toList(),
                    "S \"" + Printed.shortened(text) + "\"",
                    ex);
        }
    }

    static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
