package io.bloop.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
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
        throw InvalidValue.unstorable(
                "Object, which is a String, a Number, a Boolean, bytes, a Set of those, a List or a Map",
                "a " + value.getClass().getName());
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
                throw InvalidValue.unstorable(
                        "Map from strings", "a " + name.getClass().getName() + " among its keys");
            }
        }
        return new DirectValue(Tag.M, map);
    }
}
