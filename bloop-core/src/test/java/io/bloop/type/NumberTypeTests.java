package io.bloop.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
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

class NumberTypeTests {

    @Provide
    Arbitrary<BigDecimal> decimals() {
        return Samples.decimals();
    }

    private static <V> V load(Type<V> type, String text) {
        return AttributeValues.load(type, AttributeValue.fromN(text));
    }

    private static String dump(BigDecimal value) {
        return AttributeValues.dump(Types.BIG_DECIMAL, value).n();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "0E+5, 0",
        "0.000, 0",
        "007, 7",
        "1E+2, 100",
        "1e2, 100",
        "1.0, 1",
        "+5, 5",
        "-2147483648, -2147483648",
        "2147483647.00, 2147483647",
    })
    @DisplayName("T whole numbers are read in every notation")
    void wholeNumbersAreReadInEveryNotation(String stored, int expected) {
        assertThat(load(Types.INTEGER, stored)).isEqualTo(expected);
        assertThat(load(Types.LONG, stored)).isEqualTo(expected);
    }

    @Property
    @Label("T a long is read in every notation")
    void aLongIsReadInEveryNotation(@ForAll long value, @ForAll @IntRange(max = 18) int scale) {
        BigDecimal decimal = BigDecimal.valueOf(value);
        assertThat(load(Types.LONG, decimal.setScale(scale).toString())).isEqualTo(value);
        assertThat(load(Types.LONG, decimal.stripTrailingZeros().toString())).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.50",
                "2147483648",
                "-2147483649",
                "1E+10",
                "1E-10",
                "99999999999999999999",
                "1E+125",
                "1E+2147483647"
            })
    @DisplayName("T3 a stored fraction and a number out of range are errors")
    void aFractionAndANumberOutOfRangeAreErrors(String stored) {
        assertThatThrownBy(() -> load(Types.INTEGER, stored))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("Cannot read a value: expected Integer, a whole number from -2147483648 to 2147483647, "
                        + "found another N.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "18446744073709551617", "1E+19"})
    @DisplayName("T3 a number beyond 64 bits is an error")
    void aNumberBeyond64BitsIsAnError(String stored) {
        assertThatThrownBy(() -> load(Types.LONG, stored))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("Cannot read a value: expected Long, a whole number from -9223372036854775808 to "
                        + "9223372036854775807, found another N.");
    }

    @Test
    @DisplayName("T3 a number of 400 digits is an error that is cut short")
    void aNumberOf400DigitsIsAnError() {
        assertThatThrownBy(() -> load(Types.LONG, "7".repeat(400)))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("Cannot read a value: expected Long, a whole number from -9223372036854775808 to "
                        + "9223372036854775807, found another N.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "NaN", "1 000", "0x10"})
    @DisplayName("T3 text that is no number is an error")
    void textThatIsNoNumberIsAnError(String stored) {
        assertThatThrownBy(() -> load(Types.LONG, stored))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("Cannot read a value: expected Long, found another N.")
                .hasNoCause();
    }

    @Property
    @Label("T a BigDecimal is stored as given")
    void aDecimalIsStoredAsGiven(@ForAll("decimals") BigDecimal value) {
        assertThat(new BigDecimal(dump(value))).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789012345678901234567890123456789",
                "0.123456789012345678901234567890123456789",
                "1E+126",
                "9.9E-131",
                "-1E+126",
                "1E+2147483647",
                "1E-2147483647",
            })
    @DisplayName("T a BigDecimal that DynamoDB would round or refuse is refused")
    void aDecimalThatDoesNotFitIsRefused(BigDecimal value) {
        assertThatThrownBy(() -> dump(value))
                .isInstanceOf(InvalidValue.class)
                .hasMessageMatching(
                        "Cannot store a value: expected BigDecimal of at most 38 digits, from 1E-130 to 9\\.9E\\+125"
                                + " in magnitude, found one with precision \\d+ and exponent -?\\d+\\.")
                .hasFieldOrPropertyWithValue("value", value);
    }

    @Test
    void ofMoreThan38DigitsTrailingZerosAreGivenUp() {
        assertThat(dump(new BigDecimal("1." + "0".repeat(40)))).isEqualTo("1");
        assertThat(dump(new BigDecimal("1" + "0".repeat(40)))).isEqualTo("1E+40");
    }

    @ParameterizedTest
    @CsvSource({"0.00, 0.00", "0E+9, 0", "0E-200, 0"})
    void everyZeroIsStored(BigDecimal zero, String stored) {
        assertThat(dump(zero)).isEqualTo(stored);
    }

    @Test
    @DisplayName("T an absent number reads as what orElse says")
    void anAbsentNumberReadsAsWhatOrElseSays() {
        assertThat(AttributeValues.load(Types.LONG.orElse(7L), null)).isEqualTo(7L);
        assertThat(AttributeValues.load(Types.LONG, null)).isNull();
        assertThat(AttributeValues.load(Types.BOOLEAN.orElse(true), null)).isTrue();
        assertThat(AttributeValues.load(Types.STRING.orElse("none"), null)).isEqualTo("none");
    }
}
