package io.bloop.wire;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Makes items of every data type, nested, with all characters that the SDK can send. */
public final class RandomAttributes {

    private static final List<String> ODD_TEXTS =
            List.of("", "\"", "\\", "\\\"", "{\"S\":\"}", "\u00e9", "\uFFFF", "\uD83D\uDE00", "\u0000\t", "a/b");

    private final Random random;

    public RandomAttributes(Random random) {
        this.random = random;
    }

    public static Arbitrary<Map<String, AttributeValue>> items() {
        return Arbitraries.randomValue(random -> new RandomAttributes(random).members(4, 8));
    }

    public String text() {
        return switch (random.nextInt(4)) {
            case 0 -> ODD_TEXTS.get(random.nextInt(ODD_TEXTS.size()));
            case 1 -> characters(0x80);
            case 2 -> characters(0x800);
            default -> characters(Character.MAX_CODE_POINT + 1);
        };
    }

    /** Joins characters that can be sent, of which half a pair cannot. */
    private String characters(int end) {
        return random.ints(random.nextInt(12), 0, end)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    public String wholeNumber() {
        return Long.toString(random.nextInt(2_000) - 1_000L);
    }

    private String number() {
        return new BigDecimal(new BigInteger(100, random), random.nextInt(60) - 30).toString();
    }

    public SdkBytes bytes() {
        byte[] bytes = new byte[random.nextInt(9)];
        random.nextBytes(bytes);
        return SdkBytes.fromByteArray(bytes);
    }

    private Map<String, AttributeValue> members(int levels, int most) {
        Map<String, AttributeValue> members = new LinkedHashMap<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            members.put(text(), value(levels - 1));
        }
        return members;
    }

    /** Makes a value that nests so many levels at most. */
    public AttributeValue value(int levels) {
        return switch (random.nextInt(levels > 0 ? 10 : 8)) {
            case 0 -> AttributeValue.fromS(text());
            case 1 -> AttributeValue.fromN(number());
            case 2 -> AttributeValue.fromB(bytes());
            case 3 -> AttributeValue.fromBool(random.nextBoolean());
            case 4 -> AttributeValue.fromNul(true);
            case 5 -> AttributeValue.fromSs(some(this::text));
            case 6 -> AttributeValue.fromNs(some(this::number));
            case 7 -> AttributeValue.fromBs(some(this::bytes));
            case 8 -> AttributeValue.fromM(members(levels, 4));
            default -> AttributeValue.fromL(some(() -> value(levels - 1)));
        };
    }

    /** Makes a few, and at least one. */
    public <X> List<X> some(Supplier<X> one) {
        List<X> some = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            some.add(one.get());
        }
        return some;
    }
}
