package io.bloop.expression;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Answers comparisons and functions in memory, by DynamoDB's documented rules; null stands for an absent attribute.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html">Operators and functions</a>
 */
final class DynamoDbRules {

    private DynamoDbRules() {}

    static boolean isEqual(AttributeValue left, AttributeValue right) {
        return left != null && right != null && form(left).equals(form(right));
    }

    /** An absent attribute, and one of another type, differ from every value. */
    static boolean isDifferent(AttributeValue left, AttributeValue right) {
        return !isEqual(left, right);
    }

    static boolean isLess(AttributeValue left, AttributeValue right) {
        return isOrdered(left, right) && order(left, right) < 0;
    }

    static boolean isAtMost(AttributeValue left, AttributeValue right) {
        return isOrdered(left, right) && order(left, right) <= 0;
    }

    static boolean isBetween(AttributeValue value, AttributeValue least, AttributeValue most) {
        return isAtMost(least, value) && isAtMost(value, most);
    }

    static boolean beginsWith(AttributeValue value, AttributeValue prefix) {
        return isSequence(value, prefix) && indexOf(bytes(value), bytes(prefix), 1) == 0;
    }

    static boolean contains(AttributeValue value, AttributeValue part) {
        if (value == null || part == null) {
            return false;
        }
        if (isSequence(value, part)) {
            return indexOf(bytes(value), bytes(part), Integer.MAX_VALUE) >= 0;
        }
        return switch (value.type()) {
            case SS -> part.type() == AttributeValue.Type.S && value.ss().contains(part.s());
            case NS ->
                part.type() == AttributeValue.Type.N && numbers(value.ns()).contains(number(part.n()));
            case BS -> part.type() == AttributeValue.Type.B && value.bs().contains(part.b());
            case L -> value.l().stream().anyMatch(element -> isEqual(element, part));
            default -> false;
        };
    }

    static boolean hasType(AttributeValue value, String tag) {
        return value != null && form(value).get(0).equals(tag);
    }

    /**
     * Returns the size as a number; null for what has none. The documentation says "the length of the string";
     * DynamoDB Local counts as Java does.
     */
    static AttributeValue size(AttributeValue value) {
        if (value == null) {
            return null;
        }
        Integer size = switch (value.type()) {
            case S -> value.s().length();
            case B -> bytes(value).length;
            case SS -> value.ss().size();
            case NS -> value.ns().size();
            case BS -> value.bs().size();
            case L -> value.l().size();
            case M -> value.m().size();
            default -> null;
        };
        return size == null ? null : AttributeValue.fromN(size.toString());
    }

    private static boolean isOrdered(AttributeValue left, AttributeValue right) {
        return left != null
                && right != null
                && left.type() == right.type()
                && (left.type() == AttributeValue.Type.N || isSequence(left, right));
    }

    private static int order(AttributeValue left, AttributeValue right) {
        return left.type() == AttributeValue.Type.N
                ? new BigDecimal(left.n()).compareTo(new BigDecimal(right.n()))
                : Arrays.compareUnsigned(bytes(left), bytes(right));
    }

    private static boolean isSequence(AttributeValue left, AttributeValue right) {
        return left != null
                && right != null
                && left.type() == right.type()
                && (left.type() == AttributeValue.Type.S || left.type() == AttributeValue.Type.B);
    }

    private static byte[] bytes(AttributeValue value) {
        return value.s() != null
                ? value.s().getBytes(StandardCharsets.UTF_8)
                : value.b().asByteArray();
    }

    private static int indexOf(byte[] whole, byte[] part, int starts) {
        for (int i = 0; i < starts && i + part.length <= whole.length; i++) {
            if (Arrays.equals(whole, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        return -1;
    }

    /** Brings a value into a form that is equal for equal values: tag and content, numbers by value. */
    private static List<Object> form(AttributeValue value) {
        return switch (value.type()) {
            case S -> List.of("S", value.s());
            case N -> List.of("N", number(value.n()));
            case B -> List.of("B", value.b());
            case BOOL -> List.of("BOOL", value.bool());
            case NUL -> List.of("NULL");
            case SS -> List.of("SS", new HashSet<>(value.ss()));
            case NS -> List.of("NS", numbers(value.ns()));
            case BS -> List.of("BS", new HashSet<SdkBytes>(value.bs()));
            case L -> List.of("L", value.l().stream().map(DynamoDbRules::form).toList());
            case M ->
                List.of(
                        "M",
                        value.m().entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, entry -> form(entry.getValue()))));
            default -> throw new IllegalArgumentException(value.toString());
        };
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text).stripTrailingZeros();
    }

    private static Set<BigDecimal> numbers(List<String> texts) {
        return texts.stream().map(DynamoDbRules::number).collect(Collectors.toSet());
    }
}
