package io.bloop.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class InstantTypeTests {

    private static final DateTimeFormatter NANOS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnnXXX");

    @Provide
    Arbitrary<Instant> instants() {
        return Samples.instants();
    }

    private static String dump(Instant value) {
        return AttributeValues.dump(Types.INSTANT, value).s();
    }

    private static Instant load(String text) {
        return AttributeValues.load(Types.INSTANT, AttributeValue.fromS(text));
    }

    @Property
    @Label("T the order of the text is the order of time")
    void theOrderOfTheTextIsTheOrderOfTime(@ForAll("instants") Instant left, @ForAll("instants") Instant right) {
        assertThat(Integer.signum(dump(left).compareTo(dump(right)))).isEqualTo(Integer.signum(left.compareTo(right)));
    }

    @Property
    @Label("T every text has the same width")
    void everyTextHasTheSameWidth(@ForAll("instants") Instant value) {
        assertThat(dump(value)).hasSize(32);
    }

    @Property
    @Label("T finer digits are cut off, never rounded")
    void finerDigitsAreCutOff(@ForAll("instants") Instant value, @ForAll @IntRange(max = 999) int nanos) {
        assertThat(load(dump(value.plusNanos(nanos)))).isEqualTo(value);
    }

    @Property
    @Label("T other offsets are read as the same moment")
    void otherOffsetsAreReadAsTheSameMoment(
            @ForAll("instants") Instant value, @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int minutes) {
        String text = NANOS.format(value.atOffset(ZoneOffset.ofTotalSeconds(minutes * 60)));
        assertThat(load(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "2016-08-09T01:16:25Z,            2016-08-09T01:16:25Z",
        "2016-08-09T01:16:25.3Z,          2016-08-09T01:16:25.3Z",
        "2016-08-09T01:16:25.322849123Z,  2016-08-09T01:16:25.322849123Z",
        "2016-08-09T01:16:25.322849+0000, 2016-08-09T01:16:25.322849Z",
        "2016-08-09T03:16:25+02:00,       2016-08-09T01:16:25Z",
        "2016-08-09T03:16:25+0200,        2016-08-09T01:16:25Z",
        "2016-08-09T03:16:25+02,          2016-08-09T01:16:25Z",
        "2016-08-08T19:31:25.5-05:45,     2016-08-09T01:16:25.5Z",
        "1883-11-18T12:00:00+00:53:28,    1883-11-18T11:06:32Z",
        "2016-08-09 01:16:25.322849+00:00, 2016-08-09T01:16:25.322849Z",
    })
    @DisplayName("T moments are read leniently")
    void momentsAreReadLeniently(String stored, Instant expected) {
        assertThat(load(stored)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2016-08-09T01:16:25.322849+00:00, 2016-08-09T01:16:25.322849Z",
        "2016-08-09T01:16:25+00:00,        2016-08-09T01:16:25Z",
        "0001-01-01T00:00:00+00:00,        0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999999+00:00, 9999-12-31T23:59:59.999999Z",
    })
    @DisplayName("T4 what Python's isoformat writes is read")
    void whatPythonWritesIsRead(String stored, Instant expected) {
        assertThat(load(stored)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "2016-08-09",
                "2016-08-09T01:16:25",
                "2016-02-30T00:00:00Z",
                "2016-02-30T00:00:00.000000+00:00",
                "2016-13-01T00:00:00.000000+00:00",
                "2016-08-09T25:00:00Z",
                "2016-08-09T01:16:25.1234567890Z",
            })
    @DisplayName("T3 a moment that cannot be parsed is an error")
    void aMomentThatCannotBeParsedIsAnError(String stored) {
        assertThatThrownBy(() -> load(stored))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("Cannot read a value: expected Instant, found another S.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-12-31T23:59:59.999999999Z",
                "+10000-01-01T00:00:00Z",
                "-1000000000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z",
            })
    @DisplayName("T a moment outside the years 1 to 9999 is refused")
    void aMomentOutOfRangeIsRefused(Instant value) {
        assertThatThrownBy(() -> dump(value))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("Cannot store a value: expected Instant in the years 1 to 9999, found one in another year.")
                .hasFieldOrPropertyWithValue("value", value);
    }

    @Test
    void theLastNanosecondIsStoredAsTheLastMicrosecond() {
        Instant last = Instant.parse("9999-12-31T23:59:59.999999999Z");
        assertThat(load(dump(last))).isEqualTo(last.truncatedTo(ChronoUnit.MICROS));
    }

    @Test
    @DisplayName("T3 a timestamp beyond Java's range is an error")
    void aTimestampBeyondJavasRangeIsAnError() {
        AttributeValue stored = AttributeValue.fromN("9223372036854775807");
        assertThatThrownBy(() -> AttributeValues.load(Types.TIMESTAMP, stored))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("Cannot read a value: expected timestamp, found another N.");
    }

    @Test
    @DisplayName("T3 a timestamp with a fraction is an error")
    void aTimestampWithAFractionIsAnError() {
        AttributeValue stored = AttributeValue.fromN("1470705385.5");
        assertThatThrownBy(() -> AttributeValues.load(Types.TIMESTAMP, stored))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("Cannot read a value: expected timestamp, a whole number from -9223372036854775808 to "
                        + "9223372036854775807, found another N.");
    }
}
