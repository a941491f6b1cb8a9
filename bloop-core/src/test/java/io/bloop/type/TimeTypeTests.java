package io.bloop.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class TimeTypeTests {

    private static <V> String stored(Type<V> type, V value) {
        AttributeValue dumped = AttributeValues.dump(type, value);
        return dumped.s() != null ? dumped.s() : dumped.n();
    }

    private static <V> V loaded(Type<V> type, V value) {
        return AttributeValues.load(type, AttributeValues.dump(type, value));
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1, 1, 1).toEpochDay(),
                        LocalDate.of(9999, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Combinators.combine(dateTimes(), Arbitraries.integers().between(0, 999_999_999))
                .as((dateTime, nano) -> dateTime.withNano(nano).toInstant(ZoneOffset.UTC));
    }

    @Property
    @Label("T a timestamp is truncated to whole seconds toward the epoch, before it too")
    void timestampsAreTruncated(@ForAll("moments") Instant moment) {
        BigDecimal exact = BigDecimal.valueOf(moment.getEpochSecond()).add(BigDecimal.valueOf(moment.getNano(), 9));
        assertThat(stored(Types.TIMESTAMP, moment))
                .isEqualTo(exact.setScale(0, RoundingMode.DOWN).toString());
    }

    @Property
    @Label("T moments of text are truncated to the digits of microseconds, before the epoch too")
    void momentsAreTruncated(@ForAll("moments") Instant moment) {
        String cut = moment.truncatedTo(ChronoUnit.MICROS).toString();
        assertThat(Instant.parse(stored(Types.INSTANT, moment))).hasToString(cut);
        assertThat(stored(Types.OFFSET_DATE_TIME, moment.atOffset(ZoneOffset.ofHours(-3))))
                .isEqualTo(stored(Types.INSTANT, moment));
        assertThat(stored(Types.ZONED_DATE_TIME, moment.atZone(ZoneId.of("Asia/Tokyo"))))
                .isEqualTo(stored(Types.INSTANT, moment));
    }

    @Test
    @DisplayName("T a timestamp one and a half seconds before the epoch is stored as -1, as Python's bloop stores it")
    void timestampsBeforeTheEpochAreTruncated() {
        assertThat(stored(Types.TIMESTAMP, Instant.parse("1969-12-31T23:59:58.5Z")))
                .isEqualTo("-1");
        assertThat(stored(Types.TIMESTAMP, Instant.parse("1969-12-31T23:59:59.5Z")))
                .isEqualTo("0");
        assertThat(stored(Types.TIMESTAMP, Instant.parse("1969-12-31T23:59:58Z")))
                .isEqualTo("-2");
    }

    @Provide
    Arbitrary<LocalTime> times() {
        return Arbitraries.longs().between(0, LocalTime.MAX.toNanoOfDay()).map(LocalTime::ofNanoOfDay);
    }

    @Provide
    Arbitrary<LocalDateTime> dateTimes() {
        return Combinators.combine(dates(), times()).as(LocalDateTime::of);
    }

    @Property
    @Label("T dates are stored as S in the order of time")
    void datesAreReadBackAndOrderedAsTheirText(@ForAll("dates") LocalDate left, @ForAll("dates") LocalDate right) {
        assertThat(loaded(Types.LOCAL_DATE, left)).isEqualTo(left);
        assertThat(Integer.signum(stored(Types.LOCAL_DATE, left).compareTo(stored(Types.LOCAL_DATE, right))))
                .isEqualTo(Integer.signum(left.compareTo(right)));
    }

    @Property
    @Label("T times of day are stored as S in the order of time")
    void timesAreReadBackAndOrderedAsTheirText(@ForAll("times") LocalTime left, @ForAll("times") LocalTime right) {
        assertThat(loaded(Types.LOCAL_TIME, left)).isEqualTo(left);
        assertThat(Integer.signum(stored(Types.LOCAL_TIME, left).compareTo(stored(Types.LOCAL_TIME, right))))
                .isEqualTo(Integer.signum(left.compareTo(right)));
    }

    @Property
    @Label("T dates with times are stored as S in the order of time")
    void datesWithTimesAreReadBackAndOrderedAsTheirText(
            @ForAll("dateTimes") LocalDateTime left, @ForAll("dateTimes") LocalDateTime right) {
        assertThat(loaded(Types.LOCAL_DATE_TIME, left)).isEqualTo(left);
        assertThat(Integer.signum(stored(Types.LOCAL_DATE_TIME, left).compareTo(stored(Types.LOCAL_DATE_TIME, right))))
                .isEqualTo(Integer.signum(left.compareTo(right)));
    }

    @Property
    @Label("T years and months are stored as S in the order of time")
    void yearsAndMonthsAreReadBackAndOrderedAsTheirText(
            @ForAll @IntRange(min = 1, max = 9999) int left,
            @ForAll @IntRange(min = 1, max = 9999) int right,
            @ForAll @IntRange(min = 1, max = 12) int month) {
        assertThat(loaded(Types.YEAR, Year.of(left))).isEqualTo(Year.of(left));
        assertThat(loaded(Types.YEAR_MONTH, YearMonth.of(left, month))).isEqualTo(YearMonth.of(left, month));
        assertThat(Integer.signum(stored(Types.YEAR, Year.of(left)).compareTo(stored(Types.YEAR, Year.of(right)))))
                .isEqualTo(Integer.compare(left, right));
        assertThat(Integer.signum(stored(Types.YEAR_MONTH, YearMonth.of(left, month))
                        .compareTo(stored(Types.YEAR_MONTH, YearMonth.of(right, month)))))
                .isEqualTo(Integer.compare(left, right));
    }

    @Property
    @Label("T moments with an offset or in a zone are stored as the same moment in UTC")
    void momentsWithAnOffsetAreTheSameMomentInUtc(
            @ForAll("dateTimes") LocalDateTime at, @ForAll @IntRange(min = -18, max = 18) int hours) {
        LocalDateTime inRange =
                at.withYear(Math.min(Math.max(at.getYear(), 2), 9998)).truncatedTo(ChronoUnit.MICROS);
        OffsetDateTime value = inRange.atOffset(ZoneOffset.ofHours(hours));
        OffsetDateTime utc = value.withOffsetSameInstant(ZoneOffset.UTC);
        assertThat(loaded(Types.OFFSET_DATE_TIME, value).toString()).isEqualTo(utc.toString());
        assertThat(loaded(Types.ZONED_DATE_TIME, value.toZonedDateTime())).isEqualTo(utc.toZonedDateTime());
        assertThat(Types.OFFSET_DATE_TIME.isSame(value, Types.OFFSET_DATE_TIME.remember(utc)))
                .isTrue();
    }

    @Property
    @Label("T a duration is stored as S, or as N in seconds, and read back")
    void lengthsOfTimeAreReadBack(@ForAll long seconds, @ForAll @LongRange(min = 0, max = 999_999_999) long nanos) {
        Duration value = Duration.ofSeconds(seconds, nanos);
        assertThat(loaded(Types.DURATION, value)).isEqualTo(value);
        assertThat(loaded(Types.DURATION_SECONDS, value)).isEqualTo(value);
    }

    @Property
    @Label("T a period is stored as S, and read back")
    void periodsAreReadBack(@ForAll int years, @ForAll int months, @ForAll int days) {
        Period value = Period.of(years, months, days);
        assertThat(loaded(Types.PERIOD, value)).isEqualTo(value);
    }

    @Test
    @DisplayName("T each time type has a stored form of fixed width")
    void eachHasItsStoredForm() {
        LocalDateTime at = LocalDateTime.of(16, 8, 9, 1, 16, 25, 322_849_000);
        assertThat(stored(Types.LOCAL_DATE, at.toLocalDate())).isEqualTo("0016-08-09");
        assertThat(stored(Types.LOCAL_TIME, at.toLocalTime())).isEqualTo("01:16:25.322849000");
        assertThat(stored(Types.LOCAL_DATE_TIME, at)).isEqualTo("0016-08-09T01:16:25.322849000");
        assertThat(stored(Types.YEAR, Year.of(16))).isEqualTo("0016");
        assertThat(stored(Types.YEAR_MONTH, YearMonth.of(16, 8))).isEqualTo("0016-08");
        assertThat(stored(Types.OFFSET_DATE_TIME, at.atOffset(ZoneOffset.ofHours(1))))
                .isEqualTo("0016-08-09T00:16:25.322849+00:00");
        assertThat(stored(Types.ZONED_DATE_TIME, at.atZone(ZoneId.of("UTC"))))
                .isEqualTo("0016-08-09T01:16:25.322849+00:00");
        assertThat(stored(Types.DURATION, Duration.ofMillis(29_172_345))).isEqualTo("PT8H6M12.345S");
        assertThat(stored(Types.DURATION_SECONDS, Duration.ofMillis(29_172_345)))
                .isEqualTo("29172.345");
        assertThat(stored(Types.PERIOD, Period.of(1, 2, 3))).isEqualTo("P1Y2M3D");
    }

    @Test
    void shorterFormsOfOthersAreRead() {
        assertThat(AttributeValues.load(Types.LOCAL_TIME, AttributeValue.fromS("01:16")))
                .isEqualTo(LocalTime.of(1, 16));
        assertThat(AttributeValues.load(Types.LOCAL_DATE_TIME, AttributeValue.fromS("2016-08-09T01:16:25.3")))
                .isEqualTo(LocalDateTime.of(2016, 8, 9, 1, 16, 25, 300_000_000));
        assertThat(AttributeValues.load(Types.OFFSET_DATE_TIME, AttributeValue.fromS("2016-08-09T01:16:25+02:00")))
                .isEqualTo(OffsetDateTime.parse("2016-08-08T23:16:25Z"));
        assertThat(AttributeValues.load(Types.ZONED_DATE_TIME, AttributeValue.fromS("2016-08-09T01:16:25Z")))
                .isEqualTo(ZonedDateTime.parse("2016-08-09T01:16:25Z"));
        assertThat(AttributeValues.load(Types.DURATION_SECONDS, AttributeValue.fromN("1E+3")))
                .isEqualTo(Duration.ofSeconds(1000));
    }

    @Test
    @DisplayName("T years that would break the order are refused")
    void yearsThatWouldBreakTheOrderAreRefused() {
        assertThatThrownBy(() -> stored(Types.LOCAL_DATE, LocalDate.of(10_000, 1, 1)))
                .hasMessage(
                        "Cannot store a value: expected LocalDate in the years 1 to 9999, found one in another year.");
        assertThatThrownBy(() -> stored(Types.LOCAL_DATE_TIME, LocalDateTime.of(0, 1, 1, 0, 0)))
                .hasMessage("Cannot store a value: expected LocalDateTime in the years 1 to 9999, found one in another"
                        + " year.");
        assertThatThrownBy(() -> stored(Types.YEAR_MONTH, YearMonth.of(-1, 1)))
                .hasMessage(
                        "Cannot store a value: expected YearMonth in the years 1 to 9999, found one in another year.");
        assertThatThrownBy(() -> stored(Types.YEAR, Year.of(10_000)))
                .hasMessage("Cannot store a value: expected Year in the years 1 to 9999, found one in another year.");
    }

    @Test
    @DisplayName("T3 seconds that no duration has are an error")
    void secondsThatNoDurationHasAreAnError() {
        for (String text : new String[] {"1E-10", "9223372036854775808", "1E+125", "1E-125"}) {
            assertThatThrownBy(() -> AttributeValues.load(Types.DURATION_SECONDS, AttributeValue.fromN(text)))
                    .hasMessage("Cannot read a value: expected seconds, found another N.");
        }
    }
}
