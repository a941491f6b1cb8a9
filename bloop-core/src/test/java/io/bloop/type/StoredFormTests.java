package io.bloop.type;

import static io.bloop.type.Types.listOf;
import static io.bloop.type.Types.mapOf;
import static io.bloop.type.Types.setOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class StoredFormTests {

    private static <V> AttributeValue dump(Type<V> type, V value) {
        return AttributeValues.dump(type, value);
    }

    private static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }

    private static AttributeValue n(String text) {
        return AttributeValue.fromN(text);
    }

    private static AttributeValue b(int... bytes) {
        byte[] array = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            array[i] = (byte) bytes[i];
        }
        return AttributeValue.fromB(SdkBytes.fromByteArray(array));
    }

    @Test
    @DisplayName("T strings are stored as S, the empty one too")
    void stringsAreStoredAsS() {
        assertThat(dump(Types.STRING, "curl")).isEqualTo(s("curl"));
        assertThat(dump(Types.STRING, "")).isEqualTo(s(""));
    }

    @Test
    @DisplayName("T a UUID is stored as S in lower case with hyphens")
    void uuidsAreStoredInLowerCase() {
        assertThat(dump(Types.UUID, UUID.fromString("F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6")))
                .isEqualTo(s("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"));
    }

    @Test
    @DisplayName("T a moment is stored as S in UTC with six fraction digits")
    void instantsAreStoredWithSixFractionDigits() {
        assertThat(dump(Types.INSTANT, Instant.parse("2016-08-09T01:16:25.322849Z")))
                .isEqualTo(s("2016-08-09T01:16:25.322849+00:00"));
        assertThat(dump(Types.INSTANT, Instant.parse("2016-08-09T01:16:25Z")))
                .isEqualTo(s("2016-08-09T01:16:25.000000+00:00"));
    }

    @Test
    @DisplayName("T a timestamp is stored as N in whole epoch seconds, fractions cut off towards the epoch")
    void timestampsAreStoredInWholeSeconds() {
        assertThat(dump(Types.TIMESTAMP, Instant.ofEpochMilli(1_470_705_385_999L)))
                .isEqualTo(n("1470705385"));
        assertThat(dump(Types.TIMESTAMP, Instant.ofEpochMilli(-1_001))).isEqualTo(n("-1"));
    }

    @Test
    @DisplayName("T whole numbers are stored as N")
    void wholeNumbersAreStoredAsN() {
        assertThat(dump(Types.INTEGER, Integer.MIN_VALUE)).isEqualTo(n("-2147483648"));
        assertThat(dump(Types.LONG, Long.MAX_VALUE)).isEqualTo(n("9223372036854775807"));
    }

    @Test
    @DisplayName("T a BigDecimal is stored as N with its trailing zeros")
    void decimalsKeepTheirTrailingZeros() {
        assertThat(dump(Types.BIG_DECIMAL, new BigDecimal("1.500"))).isEqualTo(n("1.500"));
        assertThat(dump(Types.BIG_DECIMAL, new BigDecimal("1E+2"))).isEqualTo(n("1E+2"));
    }

    @Test
    @DisplayName("T a truth value is stored as BOOL")
    void truthValuesAreStoredAsBool() {
        assertThat(dump(Types.BOOLEAN, true)).isEqualTo(AttributeValue.fromBool(true));
        assertThat(dump(Types.BOOLEAN, false)).isEqualTo(AttributeValue.fromBool(false));
    }

    @Test
    @DisplayName("T bytes are stored as B, raw")
    void bytesAreStoredRaw() {
        assertThat(dump(Types.BYTES, new byte[] {0, -1})).isEqualTo(b(0, 255));
        assertThat(dump(Types.BYTES, new byte[0])).isEqualTo(b());
    }

    @Test
    @DisplayName("T of a buffer is stored what is between its position and its limit")
    void ofABufferTheRestIsStored() {
        ByteBuffer buffer = ByteBuffer.wrap(new byte[] {1, 2, 3, 4}).position(1).limit(3);
        assertThat(dump(Types.BYTE_BUFFER, buffer)).isEqualTo(b(2, 3));
        assertThat(buffer.remaining()).isEqualTo(2);
    }

    @Test
    @DisplayName("T a URI is stored as S, as it was written")
    void urisAreStoredAsTheyWereWritten() {
        assertThat(dump(Types.URI, URI.create("HTTP://Example.com/%c3%A9"))).isEqualTo(s("HTTP://Example.com/%c3%A9"));
    }

    @Test
    @DisplayName("T a constant is stored as S by its name, whatever it prints as")
    void constantsAreStoredByName() {
        assertThat(dump(Types.enumOf(Loud.class), Loud.YES)).isEqualTo(s("YES"));
    }

    private enum Loud {
        YES {
            @Override
            public String toString() {
                return "yes!";
            }
        },
        NO
    }

    @Test
    @DisplayName("T sets are stored as SS, NS and BS")
    void setsAreStoredByTheTagOfTheirElements() {
        assertThat(dump(setOf(Types.STRING), Set.of("a"))).isEqualTo(AttributeValue.fromSs(List.of("a")));
        assertThat(dump(setOf(Types.LONG), Set.of(1L))).isEqualTo(AttributeValue.fromNs(List.of("1")));
        assertThat(dump(setOf(Types.BYTES), Set.of(new byte[] {1})))
                .isEqualTo(AttributeValue.fromBs(List.of(b(1).b())));
    }

    @Test
    @DisplayName("T an empty set is stored as nothing")
    void anEmptySetIsStoredAsNothing() {
        assertThat(dump(setOf(Types.STRING), Set.of())).isNull();
    }

    @Test
    @DisplayName("T of numerically equal numbers a set stores the first")
    void ofNumericallyEqualNumbersASetStoresTheFirst() {
        Set<BigDecimal> prices = new LinkedHashSet<>(List.of(
                new BigDecimal("1.0"),
                new BigDecimal("1.00"),
                new BigDecimal("2"),
                new BigDecimal("1"),
                new BigDecimal("1E+2"),
                new BigDecimal("100")));
        assertThat(dump(setOf(Types.BIG_DECIMAL), prices))
                .isEqualTo(AttributeValue.fromNs(List.of("1.0", "2", "1E+2")));
    }

    @Test
    void ofEqualByteArraysASetStoresOne() {
        Set<byte[]> twins = Set.of(new byte[] {1}, new byte[] {1});
        assertThat(dump(setOf(Types.BYTES), twins)).isEqualTo(AttributeValue.fromBs(List.of(b(1).b())));
    }

    @Test
    void aSetOfEqualByteArraysIsTheSameAsItself() {
        Set<byte[]> twins = Set.of(new byte[] {1}, new byte[] {1});
        assertThat(setOf(Types.BYTES).isSame(twins, setOf(Types.BYTES).remember(twins)))
                .isTrue();
    }

    @Test
    @DisplayName("T3 a set with a null element is refused")
    void aSetWithANullElementIsRefused() {
        Set<String> tags = new LinkedHashSet<>(Arrays.asList("a", null));
        assertThatThrownBy(() -> dump(setOf(Types.STRING), tags))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("Cannot store a value: expected Set<String> without null elements, found a null element.");
    }

    @Test
    @DisplayName("T a null element of a list is stored as NULL at its place")
    void aNullElementOfAListIsStoredAtItsPlace() {
        assertThat(dump(listOf(Types.STRING), Arrays.asList("a", null, "b")))
                .isEqualTo(AttributeValue.fromL(List.of(s("a"), AttributeValue.fromNul(true), s("b"))));
    }

    @Test
    @DisplayName("T empty lists and maps are stored")
    void emptyListsAndMapsAreStored() {
        assertThat(dump(listOf(Types.STRING), List.of())).isEqualTo(AttributeValue.fromL(List.of()));
        assertThat(dump(mapOf(Types.STRING), Map.of())).isEqualTo(AttributeValue.fromM(Map.of()));
    }

    @Test
    @DisplayName("T a map is stored as M, with NULL for its null values")
    void mapsAreStoredAsM() {
        Map<String, Integer> counts = new HashMap<>();
        counts.put("a", 1);
        counts.put("b", null);
        assertThat(dump(mapOf(Types.INTEGER), counts))
                .isEqualTo(AttributeValue.fromM(Map.of("a", n("1"), "b", AttributeValue.fromNul(true))));
    }

    @Test
    void aMapWithANullNameIsRefused() {
        assertThatThrownBy(() -> dump(mapOf(Types.INTEGER), Collections.singletonMap(null, 1)))
                .isInstanceOf(InvalidValue.class)
                .hasMessage(
                        "Cannot store a value: expected Map<String, Integer> without null names, found a null name.");
    }

    @Test
    void aMapWithAnEmptyNameIsRefusedAsTheTableWould() {
        assertThatThrownBy(() -> dump(mapOf(Types.INTEGER), Map.of("", 1)))
                .isInstanceOf(InvalidValue.class)
                .hasMessage(
                        "Cannot store a value: expected Map<String, Integer> without empty names, found an empty name.");
    }

    @Test
    @DisplayName("T an empty set inside a list is stored as NULL and read as empty")
    void anEmptySetInsideAListKeepsItsPlace() {
        Type<List<Set<String>>> type = listOf(setOf(Types.STRING));
        AttributeValue stored = dump(type, List.of(Set.of(), Set.of("a")));
        assertThat(stored)
                .isEqualTo(AttributeValue.fromL(
                        List.of(AttributeValue.fromNul(true), AttributeValue.fromSs(List.of("a")))));
        assertThat(AttributeValues.load(type, stored)).containsExactly(Set.of(), Set.of("a"));
    }

    @Test
    @DisplayName("T nothing is stored for null")
    void nothingIsStoredForNull() {
        assertThat(dump(Types.STRING, null)).isNull();
    }

    @Test
    void typesPrintWhatTheyAre() {
        assertThat(mapOf(listOf(setOf(Types.TIMESTAMP)))).hasToString("Map<String, List<Set<timestamp>>>");
        assertThat(Types.BYTES).hasToString("byte[]");
        assertThat(Types.LONG.orElse(0L)).hasToString("Long");
        assertThat(Types.URI).hasToString("URI");
    }
}
