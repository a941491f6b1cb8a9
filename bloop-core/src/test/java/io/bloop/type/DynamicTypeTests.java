package io.bloop.type;

import static io.bloop.type.Types.BASE64_DYNAMIC;
import static io.bloop.type.Types.DYNAMIC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamicTypeTests {

    private static AttributeValue dump(Object value) {
        return AttributeValues.dump(DYNAMIC, value);
    }

    private static Object load(AttributeValue value) {
        return AttributeValues.load(DYNAMIC, value);
    }

    private static AttributeValue bytes(String text) {
        return AttributeValue.fromB(SdkBytes.fromUtf8String(text));
    }

    @Test
    @DisplayName("T a dynamic value is stored by its own class")
    void storesByClass() {
        assertThat(dump("")).isEqualTo(AttributeValue.fromS(""));
        assertThat(dump(true)).isEqualTo(AttributeValue.fromBool(true));
        assertThat(dump("a".getBytes())).isEqualTo(bytes("a"));
        assertThat(dump(ByteBuffer.wrap("ab".getBytes()).position(1))).isEqualTo(bytes("b"));
        assertThat(dump(List.of())).isEqualTo(AttributeValue.fromL(List.of()));
        assertThat(dump(Map.of())).isEqualTo(AttributeValue.fromM(Map.of()));
    }

    @Test
    @DisplayName("T a dynamic number of any class is stored as N")
    void storesNumbers() {
        List<Number> numbers = List.of(
                (byte) 1,
                (short) 2,
                3,
                4L,
                BigInteger.TEN.pow(30),
                new BigDecimal("1.50"),
                2.5,
                0.1f,
                new AtomicLong(9));
        assertThat(numbers.stream().map(DynamicTypeTests::dump).map(AttributeValue::n))
                .containsExactly("1", "2", "3", "4", "1" + "0".repeat(30), "1.50", "2.5", "0.1", "9");
    }

    @Test
    @DisplayName("T a dynamic set is stored by the class of its elements, and as nothing where it is empty")
    void storesSets() {
        assertThat(dump(Set.of("a"))).isEqualTo(AttributeValue.fromSs(List.of("a")));
        assertThat(dump(Set.of(new BigDecimal("1")))).isEqualTo(AttributeValue.fromNs(List.of("1")));
        assertThat(dump(new LinkedHashSet<>(List.of(1, 2L))).ns()).containsExactly("1", "2");
        assertThat(dump(Set.of("a".getBytes(), "a".getBytes())))
                .isEqualTo(AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("a"))));
        assertThat(dump(Set.of())).isNull();
    }

    @Test
    @DisplayName("T a dynamic value is read as the direct type of its tag")
    void readsDirectTypes() {
        assertThat(load(AttributeValue.fromS("2016-08-09T01:16:25.322849+00:00")))
                .isEqualTo("2016-08-09T01:16:25.322849+00:00");
        assertThat(load(AttributeValue.fromN("3.14"))).isEqualTo(new BigDecimal("3.14"));
        assertThat(load(AttributeValue.fromBool(false))).isEqualTo(false);
        assertThat(load(bytes("a"))).isEqualTo("a".getBytes());
        assertThat(load(AttributeValue.fromSs(List.of("a", "b")))).isEqualTo(Set.of("a", "b"));
        assertThat(load(AttributeValue.fromNs(List.of("1")))).isEqualTo(Set.of(BigDecimal.ONE));
        assertThat((Set<?>) load(AttributeValue.fromBs(List.of(SdkBytes.fromUtf8String("a")))))
                .singleElement()
                .isEqualTo("a".getBytes());
        assertThat(load(null)).isNull();
    }

    @Test
    @DisplayName("T dynamic lists and maps go to any depth, and keep their nulls")
    void readsDepths() {
        Map<String, Object> value = new HashMap<>();
        value.put("list", Arrays.asList("a", null, List.of(BigDecimal.TEN), Map.of("deep", true)));
        value.put("null", null);

        AttributeValue stored = dump(value);

        assertThat(stored.m().get("list").l().get(1)).isEqualTo(AttributeValue.fromNul(true));
        assertThat(load(stored)).isEqualTo(value);
    }

    @Test
    @DisplayName("T dynamic lists and maps that were loaded may be changed")
    @SuppressWarnings("unchecked")
    void collectionsMayBeChanged() {
        Map<String, Object> loaded = (Map<String, Object>) load(dump(Map.of("list", List.of("a"))));
        ((List<Object>) loaded.get("list")).add(UUID.randomUUID());
        loaded.put("more", 1);
        assertThat(loaded).hasSize(2);
    }

    @Test
    @DisplayName("T a dynamic value of another class is refused, at any depth")
    void refusesOtherClasses() {
        String message =
                "Cannot store a value: expected Object, which is text, a number, a truth value, bytes, a moment or"
                        + " another value with a text, a set of those, a list, an array or a map, found a"
                        + " java.util.Random.";
        Random random = new Random();
        assertThatThrownBy(() -> dump(random)).isInstanceOf(InvalidValue.class).hasMessage(message);
        assertThatThrownBy(() -> dump(List.of(Map.of("a", random)))).hasMessage(message);
    }

    @Test
    @DisplayName("T3 a dynamic set of mixed, null or other elements is refused")
    void refusesSets() {
        assertThatThrownBy(() -> dump(new LinkedHashSet<>(List.of("a", 1))))
                .isInstanceOf(InvalidValue.class)
                .hasMessage(
                        "Cannot store a value: expected Set of strings, of numbers or of bytes, found a set of both "
                                + "S and N.");
        Set<Object> withNull = new LinkedHashSet<>();
        withNull.add(null);
        assertThatThrownBy(() -> dump(withNull))
                .hasMessage("Cannot store a value: expected Set of strings, of numbers or of bytes, found a null "
                        + "element.");
        assertThatThrownBy(() -> dump(Set.of(true)))
                .hasMessage("Cannot store a value: expected Set of strings, of numbers or of bytes, found a "
                        + "java.lang.Boolean in it.");
    }

    @Test
    @DisplayName("T3 a dynamic map of other keys than strings, and a number that is none, are refused")
    void refusesMapsAndNumbers() {
        assertThatThrownBy(() -> dump(Map.of(1.5, "a")))
                .hasMessage(
                        "Cannot store a value: expected Map from text, whole numbers or values with a text, found a "
                                + "java.lang.Double among its keys.");
        assertThatThrownBy(() -> dump(Map.of(1, "a", "1", "b")))
                .hasMessage(
                        "Cannot store a value: expected Map without keys that are stored alike, found two such keys.");
        assertThatThrownBy(() -> dump(Double.NaN)).isInstanceOf(InvalidValue.class);
    }

    private enum Color {
        RED
    }

    @Test
    @DisplayName("T7 a dynamic value of each class that has a stored form is stored so, and read as the direct type")
    void everyClassWithAStoredForm() {
        UUID uuid = new UUID(1, 2);
        Instant moment = Instant.parse("2016-08-09T01:16:25.322849Z");
        List<Object> values = List.of(
                uuid,
                moment,
                moment.atOffset(ZoneOffset.UTC),
                moment.atZone(ZoneOffset.UTC),
                LocalDate.of(2016, 8, 9),
                Duration.ofSeconds(1),
                Color.RED,
                'c',
                Date.from(moment),
                Pattern.compile("a+"),
                Locale.GERMANY,
                ZoneId.of("Europe/Paris"),
                new int[] {1, 2},
                new String[] {"a", null},
                new ArrayDeque<>(List.of(uuid)),
                Map.of(Color.RED, Map.of(5, moment)),
                EnumSet.of(Color.RED),
                Set.of(uuid));
        assertThat(load(dump(values)))
                .isEqualTo(List.of(
                        uuid.toString(),
                        "2016-08-09T01:16:25.322849+00:00",
                        "2016-08-09T01:16:25.322849+00:00",
                        "2016-08-09T01:16:25.322849+00:00",
                        "2016-08-09",
                        "PT1S",
                        "RED",
                        "c",
                        "2016-08-09T01:16:25.322000+00:00",
                        "a+",
                        "de-DE",
                        "Europe/Paris",
                        List.of(BigDecimal.ONE, new BigDecimal("2")),
                        Arrays.asList("a", null),
                        List.of(uuid.toString()),
                        Map.of("RED", Map.of("5", "2016-08-09T01:16:25.322849+00:00")),
                        Set.of("RED"),
                        Set.of(uuid.toString())));
        Object remembered = DYNAMIC.remember(values);
        assertThat(DYNAMIC.isSame(load(dump(values)), remembered)).isTrue();
    }

    @Test
    @DisplayName("T a dynamic value of another class that is stored alike is the same")
    void equalByStoredForm() {
        Object remembered = DYNAMIC.remember(new BigDecimal("5"));
        assertThat(DYNAMIC.isSame(5, remembered)).isTrue();
        assertThat(DYNAMIC.isSame(6L, remembered)).isFalse();
        assertThat(DYNAMIC.isSame("5", remembered)).isFalse();
        assertThat(DYNAMIC.isSame(null, remembered)).isFalse();
        assertThat(DYNAMIC.isSame(Set.of(), null)).isTrue();
        assertThat(DYNAMIC.isSame(List.of(), null)).isFalse();
    }

    @Test
    @DisplayName("T a change deep inside of a dynamic value is seen")
    void seesChanges() {
        Map<String, Object> value =
                new HashMap<>(Map.of("list", new ArrayList<>(List.of(new HashMap<>(Map.of("a", 1))))));
        Object remembered = DYNAMIC.remember(value);
        assertThat(DYNAMIC.isSame(value, remembered)).isTrue();
        ((Map<?, ?>) ((List<?>) value.get("list")).get(0)).clear();
        assertThat(DYNAMIC.isSame(value, remembered)).isFalse();
    }

    @Test
    @DisplayName("T bytes inside of dynamic values may be stored as Python's bloop does")
    void storesBase64() {
        AttributeValue stored = AttributeValues.dump(BASE64_DYNAMIC, List.of("ab".getBytes()));
        assertThat(stored).isEqualTo(AttributeValue.fromL(List.of(bytes("YWI="))));
        assertThat((List<?>) AttributeValues.load(BASE64_DYNAMIC, stored))
                .singleElement()
                .isEqualTo("ab".getBytes());
    }
}
