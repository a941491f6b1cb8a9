package io.bloop.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.MalformedURLException;
import java.net.URL;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ScalarTypeTests {

    private static <V> String stored(Type<V> type, V value) {
        AttributeValue dumped = AttributeValues.dump(type, value);
        return dumped.s() != null ? dumped.s() : dumped.n();
    }

    private static <V> V loaded(Type<V> type, V value) {
        return AttributeValues.load(type, AttributeValues.dump(type, value));
    }

    @Property
    @Label("T shorts and bytes are read back")
    void shortsAndBytesAreReadBack(@ForAll short number, @ForAll byte small) {
        assertThat(loaded(Types.SHORT, number)).isEqualTo(number);
        assertThat(loaded(Types.BYTE, small)).isEqualTo(small);
    }

    @Property
    @Label("T whole numbers of 38 digits are read back")
    void bigIntegersOf38DigitsAreReadBack(
            @ForAll
                    @BigRange(
                            min = "-99999999999999999999999999999999999999",
                            max = "99999999999999999999999999999999999999")
                    BigInteger number) {
        assertThat(loaded(Types.BIG_INTEGER, number)).isEqualTo(number);
    }

    @Property
    void doublesAreReadBack(@ForAll double number) {
        if (isStorable(number)) {
            assertThat(loaded(Types.DOUBLE, number)).isEqualTo(number);
        }
    }

    @Property
    @Label("T doubles of any bits are read back, or refused where DynamoDB has no such number")
    void doublesOfAnyBitsAreReadBack(@ForAll long bits) {
        double number = Double.longBitsToDouble(bits);
        if (isStorable(number)) {
            assertThat(loaded(Types.DOUBLE, number)).isEqualTo(number);
        }
    }

    private static boolean isStorable(double number) {
        double magnitude = Math.abs(number);
        return magnitude == 0 || magnitude >= 1e-130 && magnitude < 9.9e125;
    }

    @Property
    @Label("T floats of any bits are read back")
    void floatsOfAnyBitsAreReadBack(@ForAll int bits) {
        float number = Float.intBitsToFloat(bits);
        if (Float.isFinite(number)) {
            assertThat(loaded(Types.FLOAT, number)).isEqualTo(number);
        }
    }

    @Test
    @DisplayName("T floating-point numbers are stored in the fewest digits")
    void floatingPointNumbersAreStoredInTheFewestDigits() {
        assertThat(stored(Types.DOUBLE, 0.1)).isEqualTo("0.1");
        assertThat(stored(Types.DOUBLE, 0.1 + 0.2)).isEqualTo("0.30000000000000004");
        assertThat(stored(Types.DOUBLE, 2.0E-3)).isEqualTo("0.002");
        // whose toString has 17 digits before JDK 19
        assertThat(new BigDecimal(stored(Types.DOUBLE, 2.0E23))).isEqualByComparingTo("2E+23");
        assertThat(stored(Types.FLOAT, 0.1F)).isEqualTo("0.1");
        assertThat(stored(Types.DOUBLE, -0.0)).isEqualTo("0");
    }

    @ParameterizedTest
    @DisplayName("T NaN and infinities are refused")
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoFiniteNumberIsRefused(double number) {
        assertThatThrownBy(() -> stored(Types.DOUBLE, number))
                .hasMessage("Cannot store a value: expected Double, a finite number, found one that is not finite.");
        assertThatThrownBy(() -> stored(Types.FLOAT, (float) number))
                .hasMessage("Cannot store a value: expected Float, a finite number, found one that is not finite.");
    }

    @Test
    void numbersBeyondDynamoDbsRangeAreRefused() {
        assertThatThrownBy(() -> stored(Types.DOUBLE, 1e200))
                .hasMessage("Cannot store a value: expected Double of at most 38 digits, from 1E-130 to 9.9E+125 in "
                        + "magnitude, found one with precision 1 and exponent 200.");
        assertThatThrownBy(() -> stored(Types.BIG_INTEGER, new BigInteger("1".repeat(39))))
                .hasMessage(
                        "Cannot store a value: expected BigInteger of at most 38 digits, from 1E-130 to 9.9E+125 in "
                                + "magnitude, found one with precision 39 and exponent 38.");
    }

    @Test
    @DisplayName("T3 stored numbers that do not fit are an error")
    void storedNumbersThatDoNotFitAreAnError() {
        assertThatThrownBy(() -> AttributeValues.load(Types.SHORT, AttributeValue.fromN("32768")))
                .hasMessage(
                        "Cannot read a value: expected Short, a whole number from -32768 to 32767, found another N.");
        assertThatThrownBy(() -> AttributeValues.load(Types.BYTE, AttributeValue.fromN("1.5")))
                .hasMessage("Cannot read a value: expected Byte, a whole number from -128 to 127, found another N.");
        assertThatThrownBy(() -> AttributeValues.load(Types.BIG_INTEGER, AttributeValue.fromN("1.5")))
                .hasMessage("Cannot read a value: expected BigInteger, found another N.");
        assertThatThrownBy(() -> AttributeValues.load(Types.FLOAT, AttributeValue.fromN("1E+39")))
                .hasMessage("Cannot read a value: expected Float, found another N.");
        assertThatThrownBy(() -> AttributeValues.load(Types.FLOAT, AttributeValue.fromN("1E-99")))
                .hasMessage("Cannot read a value: expected Float, found another N.");
    }

    @Test
    void zerosAreTheSameWhateverTheirSign() {
        assertThat(Types.DOUBLE.isSame(-0.0, Types.DOUBLE.remember(0.0))).isTrue();
    }

    @Test
    @DisplayName("T a URL is stored as S, and compared by its text")
    void urlsAreReadBackAndComparedByTheirText() throws MalformedURLException {
        URL url = new URL("https://example.com/a?b=c#d");
        assertThat(stored(Types.URL, url)).isEqualTo("https://example.com/a?b=c#d");
        assertThat(loaded(Types.URL, url).toString()).isEqualTo(url.toString());
        assertThat(Types.URL.isSame(url, Types.URL.remember(new URL("https://example.com/a?b=c#d"))))
                .isTrue();
        assertThatThrownBy(() -> AttributeValues.load(Types.URL, AttributeValue.fromS("nowhere://x")))
                .hasMessage("Cannot read a value: expected URL, found another S.");
    }

    @Test
    @DisplayName("T a locale is stored as S by its tag, and read back")
    void everyLocaleThatHasATagIsReadBack() {
        List<Locale> known = List.of(Locale.getAvailableLocales());
        assertThat(known)
                .filteredOn(
                        locale -> Locale.forLanguageTag(locale.toLanguageTag()).equals(locale))
                .hasSizeGreaterThan(100)
                .allSatisfy(locale -> assertThat(loaded(Types.LOCALE, locale)).isEqualTo(locale));
        assertThat(stored(Types.LOCALE, Locale.CANADA_FRENCH)).isEqualTo("fr-CA");
    }

    @Test
    @DisplayName("T a currency is stored as S by its code, and read back")
    void everyCurrencyIsReadBack() {
        assertThat(Currency.getAvailableCurrencies())
                .allSatisfy(
                        currency -> assertThat(loaded(Types.CURRENCY, currency)).isEqualTo(currency));
        assertThatThrownBy(() -> AttributeValues.load(Types.CURRENCY, AttributeValue.fromS("XYZ1")))
                .hasMessage("Cannot read a value: expected Currency, found another S.");
    }

    @Test
    @DisplayName("T a time zone is stored as S by its identifier, and read back")
    void everyTimeZoneIsReadBack() {
        assertThat(ZoneId.getAvailableZoneIds())
                .map(ZoneId::of)
                .allSatisfy(zone -> assertThat(loaded(Types.ZONE_ID, zone)).isEqualTo(zone));
        assertThat(stored(Types.ZONE_ID, ZoneId.of("+02:00"))).isEqualTo("+02:00");
    }
}
