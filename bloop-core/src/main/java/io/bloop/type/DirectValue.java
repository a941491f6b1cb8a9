package io.bloop.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A value of any class as one of the class that its data type reads as.
 *
 * @param tag the data type
 * @param value a String, BigDecimal, Boolean, byte[], Set of those, List or Map
 */
record DirectValue(Tag tag, Object value) {

    /** The types of the classes beside String that are stored as text. */
    private static final List<TextType<?>> TEXTS = List.of(
            Types.UUID,
            Types.INSTANT,
            Types.OFFSET_DATE_TIME,
            Types.ZONED_DATE_TIME,
            Types.LOCAL_DATE,
            Types.LOCAL_TIME,
            Types.LOCAL_DATE_TIME,
            Types.YEAR,
            Types.YEAR_MONTH,
            Types.DURATION,
            Types.PERIOD,
            Types.URI,
            Types.URL,
            Types.LOCALE,
            Types.CURRENCY,
            Types.ZONE_ID,
            Types.CHARACTER,
            Types.DATE,
            Types.PATTERN,
            Types.INET_ADDRESS);

    static DirectValue of(Object value) {
        if (value instanceof String) {
            return new DirectValue(Tag.S, value);
        }
        if (value instanceof Number number) {
            return new DirectValue(Tag.N, decimal(number));
        }
        if (value instanceof Boolean) {
            return new DirectValue(Tag.BOOL, value);
        }
        if (value instanceof byte[]) {
            return new DirectValue(Tag.B, value);
        }
        if (value instanceof ByteBuffer buffer) {
            return new DirectValue(Tag.B, Parsing.bytes(buffer));
        }
        if (value instanceof Set<?> set) {
            return set(set);
        }
        if (value instanceof List) {
            return new DirectValue(Tag.L, value);
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        String text = text(value);
        if (text != null) {
            return new DirectValue(Tag.S, text);
        }
        if (value instanceof Collection<?> collection) {
            return new DirectValue(Tag.L, new ArrayList<>(collection));
        }
        List<?> elements = elements(value);
        if (elements != null) {
            return new DirectValue(Tag.L, elements);
        }
        throw InvalidValue.unstorable(
                "Object, which is text, a number, a truth value, bytes, a moment or another value with a text, a set of"
                        + " those, a list, an array or a map",
                "a " + value.getClass().getName());
    }

    /** Returns the text that the library stores of a value of any class but numbers; null where it has none. */
    private static @Nullable String text(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        for (TextType<?> type : TEXTS) {
            if (type.javaType().isInstance(value)) {
                return print(type, value);
            }
        }
        return null;
    }

    @SuppressWarnings("unchecked") // its class is checked
    private static <V> @Nullable String print(TextType<V> type, Object value) {
        return type.print((V) value);
    }

    /** Returns the elements of an array; null for anything else, and for characters, which are text. */
    private static @Nullable List<?> elements(Object value) {
        if (value instanceof Object[] array) {
            return Conversions.list(array);
        }
        if (value instanceof int[] array) {
            return Conversions.list(array);
        }
        if (value instanceof long[] array) {
            return Conversions.list(array);
        }
        if (value instanceof short[] array) {
            return Conversions.list(array);
        }
        if (value instanceof double[] array) {
            return Conversions.list(array);
        }
        if (value instanceof float[] array) {
            return Conversions.list(array);
        }
        return value instanceof boolean[] array ? Conversions.list(array) : null;
    }

    private static BigDecimal decimal(Number number) {
        if (number instanceof BigDecimal decimal) {
            return decimal;
        }
        if (number instanceof BigInteger integer) {
            return new BigDecimal(integer);
        }
        if (number instanceof Double floating) {
            return new BigDecimal(FloatingText.print(floating));
        }
        if (number instanceof Float floating) {
            return new BigDecimal(FloatingText.print(floating));
        }
        try {
            return new BigDecimal(number.toString());
        } catch (NumberFormatException ex) {
            throw InvalidValue.unstorable(
                    "Object, whose numbers print as decimals",
                    "a " + number.getClass().getName());
        }
    }

    private static DirectValue set(Set<?> set) {
        Tag of = Tag.S;
        Set<Object> values = new LinkedHashSet<>();
        for (Object one : set) {
            DirectValue element = element(one);
            if (!values.isEmpty() && element.tag != of) {
                throw InvalidValue.unstorable(
                        "Set of strings, of numbers or of bytes", "a set of both " + of + " and " + element.tag);
            }
            if (values.isEmpty() && element.tag == Tag.B) {
                values = byContent();
            }
            of = element.tag;
            values.add(element.value);
        }
        return new DirectValue(of == Tag.S ? Tag.SS : of == Tag.N ? Tag.NS : Tag.BS, values);
    }

    @SuppressWarnings("unchecked") // all of its elements are byte arrays
    private static Set<Object> byContent() {
        return (Set<Object>) (Set<?>) new TreeSet<byte[]>(Arrays::compare);
    }

    private static DirectValue element(@Nullable Object element) {
        DirectValue value = element == null ? null : of(element);
        if (value == null || value.tag != Tag.S && value.tag != Tag.N && value.tag != Tag.B) {
            throw InvalidValue.unstorable(
                    "Set of strings, of numbers or of bytes",
                    element == null
                            ? "a null element"
                            : "a " + element.getClass().getName() + " in it");
        }
        return value;
    }

    private static DirectValue map(Map<?, ?> map) {
        for (Object name : map.keySet()) {
            if (name != null && !(name instanceof String)) {
                return new DirectValue(Tag.M, named(map));
            }
        }
        return new DirectValue(Tag.M, map);
    }

    /** Returns a map with the text of each key instead of the key. */
    private static Map<@Nullable String, @Nullable Object> named(Map<?, ?> map) {
        Map<@Nullable String, @Nullable Object> named = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            String name = key == null ? null : name(key);
            if (named.containsKey(name)) {
                throw InvalidValue.unstorable("Map without keys that are stored alike", "two such keys");
            }
            named.put(name, value);
        });
        return named;
    }

    private static String name(Object key) {
        boolean isWhole = key instanceof Integer
                || key instanceof Long
                || key instanceof Short
                || key instanceof Byte
                || key instanceof BigInteger;
        String name = key instanceof String || isWhole ? key.toString() : text(key);
        if (name == null) {
            throw InvalidValue.unstorable(
                    "Map from text, whole numbers or values with a text",
                    "a " + key.getClass().getName() + " among its keys");
        }
        return name;
    }
}
