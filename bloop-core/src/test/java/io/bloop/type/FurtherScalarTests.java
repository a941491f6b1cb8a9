package io.bloop.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class FurtherScalarTests {

    private static <V> String dumped(Type<V> type, V value) {
        return AttributeValues.dump(type, value).s();
    }

    private static <V> V loaded(Type<V> type, String text) {
        return AttributeValues.load(type, AttributeValue.fromS(text));
    }

    @Test
    @DisplayName(
            "T a date is stored like an Instant, also one of JDBC, and finer digits are kept where it is unchanged")
    void aDateIsStoredLikeAnInstant() {
        Instant moment = Instant.parse("2016-08-09T01:16:25.322849Z");
        assertThat(dumped(Types.DATE, Date.from(moment))).isEqualTo("2016-08-09T01:16:25.322000+00:00");
        assertThat(dumped(Types.DATE, Timestamp.from(moment))).isEqualTo("2016-08-09T01:16:25.322849+00:00");
        assertThat(dumped(Types.DATE, new java.sql.Date(0))).isEqualTo("1970-01-01T00:00:00.000000+00:00");
        AttributeValueReader in = AttributeValueReader.ofValue(AttributeValue.fromS("2016-08-09T01:16:25.322849Z"));
        Date date = Types.DATE.read(in);
        Object remembered = Types.DATE.rememberRead(in, date);
        assertThat(Types.DATE.isSame(date, remembered)).isTrue();
        assertThat(new Dumper().dump(Types.DATE, date, remembered).s()).isEqualTo("2016-08-09T01:16:25.322849Z");
        date.setTime(0);
        assertThat(Types.DATE.isSame(date, remembered)).isFalse();
    }

    @Test
    @DisplayName("T a character is one, and no half of one")
    void aCharacterIsOne() {
        assertThat(dumped(Types.CHARACTER, 'x')).isEqualTo("x");
        assertThatThrownBy(() -> dumped(Types.CHARACTER, '\uD83D'))
                .isInstanceOf(InvalidValue.class)
                .hasMessage(
                        "Cannot store a value: expected Character that is no half of a surrogate pair, found such a "
                                + "half.");
        assertThatThrownBy(() -> loaded(Types.CHARACTER, "xy"))
                .hasMessage("Cannot read a value: expected Character, found another S.");
    }

    @Test
    @DisplayName("T a regular expression keeps its flags, and is stored alike again and again")
    void aRegularExpressionKeepsItsFlags() {
        String stored = dumped(Types.PATTERN, Pattern.compile("a.", Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
        assertThat(stored).isEqualTo("(?is)a.");
        assertThat(dumped(Types.PATTERN, loaded(Types.PATTERN, stored))).isEqualTo(stored);
        assertThat(loaded(Types.PATTERN, stored).matcher("A\n").matches()).isTrue();
        assertThatThrownBy(() -> dumped(Types.PATTERN, Pattern.compile("a.", Pattern.LITERAL)))
                .hasMessage(
                        "Cannot store a value: expected Pattern without the flags LITERAL and CANON_EQ, found one with "
                                + "such a flag.");
        assertThatThrownBy(() -> loaded(Types.PATTERN, "("))
                .hasMessage("Cannot read a value: expected Pattern, found another S.");
    }

    @Test
    @DisplayName("T an address is stored in digits")
    void anAddressIsStoredInDigits() throws Exception {
        InetAddress named = InetAddress.getByAddress("example.com", new byte[] {(byte) 192, 0, 2, 1});
        assertThat(dumped(Types.INET_ADDRESS, named)).isEqualTo("192.0.2.1");
        assertThat(loaded(Types.INET_ADDRESS, "192.0.2.1")).isEqualTo(named);
        assertThat(loaded(Types.INET_ADDRESS, "2001:db8::1").getHostAddress()).isEqualTo("2001:db8:0:0:0:0:0:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "example.com", "", "1.2.3", "a:b:c", "1.2.3.999", "256.0.0.1", ".:1"})
    @DisplayName("T what is no address in digits is an error, and no name is looked up")
    void noNameIsLookedUp(String text) {
        assertThatThrownBy(() -> loaded(Types.INET_ADDRESS, text))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("Cannot read a value: expected InetAddress, found another S.");
    }

    @Test
    @DisplayName("T7 conversions keep null, and refuse what would be lost")
    void conversions() {
        assertThat(Conversions.list((int[]) null)).isNull();
        assertThat(Conversions.deque(null)).isNull();
        assertThat(Conversions.<String>value(null)).isNull();
        assertThat(Conversions.value(Optional.of("a"))).isEqualTo("a");
        List<String> list = List.of("a");
        assertThat(Conversions.list(list)).isSameAs(list);
        assertThat(Conversions.list(new TreeSet<>(Set.of("b", "a")))).containsExactly("a", "b");
        assertThatThrownBy(() -> Conversions.ints(java.util.Arrays.asList(1, null)))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("Cannot read a value: expected int[] without null elements, found a null element.");
        assertThatThrownBy(() -> Conversions.sorted(
                        Map.of(new java.math.BigDecimal("1.0"), "a", new java.math.BigDecimal("1.00"), "b")))
                .hasMessage(
                        "Cannot read a value: expected a sorted map of 2, found two that have the same place in the "
                                + "order.");
    }
}
