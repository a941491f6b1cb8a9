package io.bloop.query;

import io.bloop.type.Tag;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The rules of DynamoDB for the values of keys.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">Constraints</a>
 */
final class KeyValues {

    /** The most bytes of a value of a hash key. */
    static final int MOST_HASH_BYTES = 2048;

    /** The most bytes of a value of a range key. */
    static final int MOST_RANGE_BYTES = 1024;

    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");
    private static final int MOST_CHARACTERS = 200;
    private static final int MOST_DIGITS = 38;
    private static final int LEAST_EXPONENT = -130;
    private static final int MOST_EXPONENT = 125;

    private KeyValues() {}

    static boolean isOf(AttributeValue value, Tag tag) {
        return value.type().name().equals(tag.name());
    }

    /** Returns the bytes of a string or a binary; those of a number are never too many. */
    static byte[] bytes(AttributeValue value) {
        if (value.s() != null) {
            return value.s().getBytes(StandardCharsets.UTF_8);
        }
        return value.b() != null ? value.b().asByteArrayUnsafe() : new byte[0];
    }

    static boolean isEmpty(AttributeValue value) {
        return value.n() == null && bytes(value).length == 0;
    }

    /** Tells whether DynamoDB takes a text for a number. */
    static boolean isNumber(String text) {
        if (text.length() > MOST_CHARACTERS || !NUMBER.matcher(text).matches()) {
            return false;
        }
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        int exponent = number.precision() - number.scale() - 1;
        return number.signum() == 0
                || number.precision() <= MOST_DIGITS && exponent >= LEAST_EXPONENT && exponent <= MOST_EXPONENT;
    }

    /** Compares two values of one data type in the order of a range key. */
    static int compare(AttributeValue one, AttributeValue other) {
        return one.n() != null
                ? new BigDecimal(one.n()).compareTo(new BigDecimal(other.n()))
                : Arrays.compareUnsigned(bytes(one), bytes(other));
    }

    static boolean beginsWith(AttributeValue value, AttributeValue prefix) {
        byte[] bytes = bytes(value);
        byte[] first = bytes(prefix);
        return bytes.length >= first.length && Arrays.equals(bytes, 0, first.length, first, 0, first.length);
    }
}
