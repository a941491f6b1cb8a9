package io.bloop.expression;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromB;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromBool;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromL;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromM;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromNs;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromNul;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromSs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Makes stored items of few distinct values: some attributes are absent, some of another type than the model's. */
final class RandomItems {

    static final List<String> TEXTS = List.of("", "a", "ab", "b", "ba", "aab", "é", "aé", "\uFFFD", "😀", "size");
    static final List<Long> NUMBERS = List.of(-2L, -1L, 0L, 1L, 2L, 3L, 10L, 9_007_199_254_740_993L);
    static final List<byte[]> BYTES = List.of(
            new byte[] {}, new byte[] {1}, new byte[] {1, 2}, new byte[] {2}, new byte[] {(byte) 200}, new byte[] {2, 1
            });

    private final Random random;

    RandomItems(Random random) {
        this.random = random;
    }

    <X> X any(List<X> values) {
        return values.get(random.nextInt(values.size()));
    }

    <X> Set<X> some(List<X> values) {
        Set<X> some = new HashSet<>(Set.of(any(values)));
        while (random.nextBoolean()) {
            some.add(any(values));
        }
        return some;
    }

    Map<String, AttributeValue> item(int id) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("id", fromS(Integer.toString(id)));
        put(item, "size", this::text);
        put(item, "stock", this::number);
        put(item, "sold", this::number);
        put(item, "price", this::number);
        put(item, "hidden", () -> fromBool(random.nextBoolean()));
        put(item, "photo", this::bytes);
        put(item, "tags", () -> fromSs(List.copyOf(some(TEXTS))));
        put(item, "ratings", () -> fromL(elements()));
        put(item, "sizes", () -> fromM(members()));
        return item;
    }

    private void put(Map<String, AttributeValue> item, String name, Supplier<AttributeValue> usual) {
        int chance = random.nextInt(10);
        if (chance < 6) {
            item.put(name, usual.get());
        } else if (chance < 8) {
            item.put(name, anything());
        }
    }

    private AttributeValue anything() {
        return switch (random.nextInt(9)) {
            case 0 -> text();
            case 1 -> number();
            case 2 -> bytes();
            case 3 -> fromBool(random.nextBoolean());
            case 4 -> fromNul(true);
            case 5 -> fromSs(List.copyOf(some(TEXTS)));
            case 6 ->
                fromNs(some(NUMBERS).stream()
                        .map(number -> Long.toString(number))
                        .toList());
            case 7 -> fromL(elements());
            default -> fromM(members());
        };
    }

    private AttributeValue text() {
        return fromS(any(TEXTS));
    }

    private AttributeValue number() {
        return fromN(any(NUMBERS) + (random.nextBoolean() ? "" : ".0"));
    }

    private AttributeValue bytes() {
        return fromB(SdkBytes.fromByteArray(any(BYTES)));
    }

    private List<AttributeValue> elements() {
        List<AttributeValue> elements = new ArrayList<>();
        while (random.nextInt(3) > 0) {
            elements.add(random.nextInt(5) > 0 ? number() : text());
        }
        return elements;
    }

    private Map<String, AttributeValue> members() {
        Map<String, AttributeValue> members = new HashMap<>();
        for (String name : List.of("s", "a.b")) {
            put(members, name, this::number);
        }
        return members;
    }
}
