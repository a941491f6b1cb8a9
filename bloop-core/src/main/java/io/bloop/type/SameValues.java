package io.bloop.type;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Compares values by what DynamoDB takes them for: numbers by their size, sets without their order. */
final class SameValues {

    private SameValues() {}

    static boolean areSame(AttributeValue one, AttributeValue other) {
        if (one.type() != other.type()) {
            return false;
        }
        return switch (one.type()) {
            case N -> number(one.n()).compareTo(number(other.n())) == 0;
            case SS -> new HashSet<>(one.ss()).equals(new HashSet<>(other.ss()));
            case BS -> new HashSet<>(one.bs()).equals(new HashSet<>(other.bs()));
            case NS -> numbers(one).equals(numbers(other));
            case L -> lists(one.l(), other.l());
            case M -> maps(one.m(), other.m());
            default -> one.equals(other);
        };
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static Object numbers(AttributeValue set) {
        Function<String, BigDecimal> plain = text -> number(text).stripTrailingZeros();
        return set.ns().stream().map(plain).collect(Collectors.toSet());
    }

    private static boolean lists(List<AttributeValue> one, List<AttributeValue> other) {
        boolean same = one.size() == other.size();
        for (int i = 0; same && i < one.size(); i++) {
            same = areSame(one.get(i), other.get(i));
        }
        return same;
    }

    private static boolean maps(Map<String, AttributeValue> one, Map<String, AttributeValue> other) {
        boolean same = one.size() == other.size();
        for (Map.Entry<String, AttributeValue> member : one.entrySet()) {
            AttributeValue found = other.get(member.getKey());
            same = same && found != null && areSame(member.getValue(), found);
        }
        return same;
    }
}
