package io.bloop.expression;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Answers conditions in memory, by the rules that DynamoDB documents; null is an attribute that is not there.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html">Operators and functions</a>
 */
final class DocumentedRules {

    private DocumentedRules() {}

    /** Is met by values of one type that are equal, numbers by what they count, sets in any order. */
    static boolean equal(@Nullable AttributeValue a, @Nullable AttributeValue b) {
        if (a == null || b == null || a.type() != b.type()) {
            return false;
        }
        return switch (a.type()) {
            case N -> number(a).compareTo(number(b)) == 0;
            case SS -> Set.copyOf(a.ss()).equals(Set.copyOf(b.ss()));
            case NS -> numbers(a).equals(numbers(b));
            case BS -> Set.copyOf(a.bs()).equals(Set.copyOf(b.bs()));
            case L -> equal(a.l(), b.l());
            case M -> equal(a.m(), b.m());
            default -> a.equals(b);
        };
    }

    private static boolean equal(List<AttributeValue> a, List<AttributeValue> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!equal(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean equal(Map<String, AttributeValue> a, Map<String, AttributeValue> b) {
        return a.keySet().equals(b.keySet())
                && a.entrySet().stream().allMatch(entry -> equal(entry.getValue(), b.get(entry.getKey())));
    }

    /** Is met by values of one ordered type that stand in the given order. */
    static boolean ordered(Operator operator, @Nullable AttributeValue a, @Nullable AttributeValue b) {
        if (a == null || b == null || a.type() != b.type()) {
            return false;
        }
        Integer order = switch (a.type()) {
            case N -> number(a).compareTo(number(b));
            case S -> Arrays.compareUnsigned(utf8(a), utf8(b));
            case B -> Arrays.compareUnsigned(a.b().asByteArray(), b.b().asByteArray());
            default -> null;
        };
        return order != null
                && switch (operator) {
                    case LT -> order < 0;
                    case LE -> order <= 0;
                    case GT -> order > 0;
                    case GE -> order >= 0;
                    default -> throw new IllegalArgumentException("no order: " + operator);
                };
    }

    static boolean beginsWith(@Nullable AttributeValue a, AttributeValue prefix) {
        if (a == null || a.type() != prefix.type()) {
            return false;
        }
        return switch (a.type()) {
            case S -> a.s().startsWith(prefix.s());
            case B -> startsWith(a.b().asByteArray(), prefix.b().asByteArray(), 0);
            default -> false;
        };
    }

    /** Is met by a text or bytes with a part, and by a set or list with an element. */
    static boolean contains(@Nullable AttributeValue a, AttributeValue part) {
        if (a == null) {
            return false;
        }
        return switch (a.type()) {
            case S -> part.s() != null && a.s().contains(part.s());
            case B -> part.b() != null && contains(a.b(), part.b());
            case SS -> part.s() != null && a.ss().contains(part.s());
            case NS -> part.n() != null && numbers(a).contains(plain(part.n()));
            case BS -> part.b() != null && a.bs().contains(part.b());
            case L -> a.l().stream().anyMatch(element -> equal(element, part));
            default -> false;
        };
    }

    /** Is the number of characters, bytes, elements or members; null where a type has no size. */
    static @Nullable AttributeValue size(@Nullable AttributeValue a) {
        if (a == null) {
            return null;
        }
        Integer size = switch (a.type()) {
            case S -> a.s().length();
            case B -> a.b().asByteArray().length;
            case SS -> a.ss().size();
            case NS -> a.ns().size();
            case BS -> a.bs().size();
            case L -> a.l().size();
            case M -> a.m().size();
            default -> null;
        };
        return size == null ? null : AttributeValue.fromN(size.toString());
    }

    private static BigDecimal number(AttributeValue value) {
        return new BigDecimal(value.n());
    }

    private static Set<BigDecimal> numbers(AttributeValue set) {
        Set<BigDecimal> numbers = new HashSet<>();
        set.ns().forEach(number -> numbers.add(plain(number)));
        return numbers;
    }

    private static BigDecimal plain(String number) {
        return new BigDecimal(number).stripTrailingZeros();
    }

    private static byte[] utf8(AttributeValue text) {
        return text.s().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean contains(SdkBytes bytes, SdkBytes part) {
        byte[] all = bytes.asByteArray();
        byte[] sought = part.asByteArray();
        for (int from = 0; from + sought.length <= all.length; from++) {
            if (startsWith(all, sought, from)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] all, byte[] prefix, int from) {
        return from + prefix.length <= all.length
                && Arrays.equals(all, from, from + prefix.length, prefix, 0, prefix.length);
    }
}
