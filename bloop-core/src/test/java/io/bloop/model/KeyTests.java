package io.bloop.model;

import static io.bloop.testing.Mappings.mapping;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.engine.BloopTemplate;
import io.bloop.read.Consistency;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.type.InvalidValue;
import io.bloop.type.Types;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class KeyTests {

    private record Reading(String sensor, Instant at, String unit) {}

    private static final class ReadingModel extends ModelDefinition<Reading> {

        final StringColumn<Reading, String> unit = column("unit", Types.STRING).getter(Reading::unit);
        final StringColumn<Reading, Instant> at =
                column("at", Types.INSTANT).getter(Reading::at).storedAs("t").rangeKey();
        final StringColumn<Reading, String> sensor =
                column("sensor", Types.STRING).getter(Reading::sensor).hashKey();

        ReadingModel() {
            super(Reading.class);
        }

        @Override
        protected Reading create(Values<Reading> values) {
            return new Reading(values.get(sensor), values.get(at), values.get(unit));
        }
    }

    private record Price(BigDecimal amount) {}

    private static final class PriceModel extends ModelDefinition<Price> {

        final NumberColumn<Price, BigDecimal> amount =
                column("amount", Types.BIG_DECIMAL).getter(Price::amount).hashKey();

        PriceModel() {
            super(Price.class);
        }

        @Override
        protected Price create(Values<Price> values) {
            return new Price(values.get(amount));
        }
    }

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final ReadingModel readings = new ReadingModel();
    private final PriceModel prices = new PriceModel();

    @Test
    void aKeyHasTheValuesOfTheKeyColumnsAsStored() {
        Key<Reading> key = readings.keyOf("s1", Instant.EPOCH);
        assertThat(key.attributes())
                .isEqualTo(Map.of(
                        "sensor", AttributeValue.fromS("s1"),
                        "t", AttributeValue.fromS("1970-01-01T00:00:00.000000+00:00")));
        assertThat(key).hasToString("Reading(sensor=S \"s1\", at=S \"1970-01-01T00:00:00.000000+00:00\")");
        assertThat(key.model()).isSameAs(readings);
    }

    @Test
    void theKeyOfAnObjectEqualsTheKeyOfItsValues() {
        Reading reading = new Reading("s1", Instant.EPOCH, "V");
        assertThat(mapping(readings).key(reading, "table"))
                .isEqualTo(readings.keyOf("s1", Instant.EPOCH))
                .hasSameHashCodeAs(readings.keyOf("s1", Instant.EPOCH))
                .isNotEqualTo(readings.keyOf("s2", Instant.EPOCH))
                .isNotEqualTo(new ReadingModel().keyOf("s1", Instant.EPOCH));
    }

    @Test
    void aKeyIsImmutable() {
        assertThatThrownBy(
                        () -> readings.keyOf("s1", Instant.EPOCH).attributes().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aMissingValueIsRefused() {
        assertThatThrownBy(() -> readings.keyOf("s1"))
                .isInstanceOf(InvalidKey.class)
                .hasMessage("Cannot make a key of Reading: expected [sensor (String), at (Instant)], found [String].");
    }

    @Test
    void oneValueTooManyIsRefused() {
        assertThatThrownBy(() -> prices.keyOf(BigDecimal.ONE, 2))
                .isInstanceOf(InvalidKey.class)
                .hasMessage("Cannot make a key of Price: expected [amount (BigDecimal)], found [BigDecimal, Integer].");
    }

    @Test
    void aValueOfAnotherClassIsRefused() {
        assertThatThrownBy(() -> readings.keyOf(Instant.EPOCH, "s1"))
                .isInstanceOf(InvalidKey.class)
                .hasMessage("Cannot make a key of Reading: expected [sensor (String), at (Instant)], "
                        + "found [Instant, String].");
    }

    @Test
    void aNullValueIsRefused() {
        assertThatThrownBy(() -> readings.keyOf(null, Instant.EPOCH))
                .isInstanceOf(InvalidKey.class)
                .hasMessage("Cannot make a key of Reading: expected [sensor (String), at (Instant)], "
                        + "found [null, Instant].");
    }

    @Test
    @DisplayName("T3 a value that cannot be stored is refused, naming model and column")
    void aValueThatCannotBeStoredIsRefused() {
        assertThatThrownBy(() -> mapping(readings).key(new Reading("s1", Instant.MAX, "V"), "table"))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("Cannot store Reading.at of Reading(sensor=S \"s1\", at=what cannot be stored): "
                        + "expected Instant in the years 1 to 9999, found one in another year.");
    }

    @Test
    @DisplayName(
            "M4 a missing hash key is reported with the model, the key as far as it is set, and the object as a field")
    void aMissingHashKeyIsReported() {
        Reading reading = new Reading(null, Instant.EPOCH, "V");
        assertThatThrownBy(() -> mapping(readings).key(reading, "table"))
                .isInstanceOfSatisfying(MissingKey.class, ex -> {
                    assertThat(ex.model()).isEqualTo("Reading");
                    assertThat(ex.object()).isSameAs(reading);
                    assertThat(ex.key())
                            .isEqualTo("Reading(sensor=nothing, at=S \"1970-01-01T00:00:00.000000+00:00\")");
                    assertThat(ex.column()).isEqualTo("sensor");
                })
                .hasMessage("Reading(sensor=nothing, at=S \"1970-01-01T00:00:00.000000+00:00\") has no value for "
                        + "'sensor', the hash key of Reading; set it first.");
    }

    @Test
    @DisplayName("M4 a missing range key is reported when the engine is called")
    void aMissingRangeKeyIsReportedByTheEngine() {
        BloopTemplate<Reading> template = dynamoDb.engine().template(readings);
        assertThatThrownBy(() -> template.save(new Reading("s1", null, null)))
                .isInstanceOf(MissingKey.class)
                .hasMessage(
                        "Reading(sensor=S \"s1\", at=nothing) has no value for 'at', the range key of Reading; set it"
                                + " first.");
    }

    @ParameterizedTest
    @CsvSource({"1.0, 1", "1E+2, 100", "0.00, 0", "-1.50, -1.5", "7, 7", "-7, -7"})
    void numericallyEqualKeysAreEqual(BigDecimal one, BigDecimal other) {
        assertThat(prices.keyOf(one)).isEqualTo(prices.keyOf(other)).hasSameHashCodeAs(prices.keyOf(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.50", "1E+2", "0.00", "1E-130", "-1E+125", "9.9999999999999999999999999999999999999E+125"})
    void anObjectIsFoundInABatchByANumberInAnyNotation(BigDecimal amount) {
        BloopTemplate<Price> template = dynamoDb.engine().template(prices);
        template.save(new Price(amount));
        assertThat(template.findAll(List.of(prices.keyOf(amount)), Consistency.STRONG))
                .singleElement()
                .satisfies(price -> assertThat(price.amount()).isEqualByComparingTo(amount));
    }
}
