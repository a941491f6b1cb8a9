package io.bloop.write;

import static io.bloop.type.Types.INTEGER;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.setOf;
import static io.bloop.write.WriteOptions.clear;
import static io.bloop.write.WriteOptions.since;
import static io.bloop.write.WriteOptions.sync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromSs;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.SetColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.read.Consistency;
import io.bloop.request.ConstraintViolation;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@BothClients
class UntrackedObjectTests {

    record Reading(String sensor, Integer number, String unit, Set<String> flags) {}

    static final class ReadingModel extends ModelDefinition<Reading> {

        static final ReadingModel READING = new ReadingModel();

        final StringColumn<Reading, String> sensor =
                column("sensor", STRING).getter(Reading::sensor).hashKey();
        final NumberColumn<Reading, Integer> number =
                column("number", INTEGER).getter(Reading::number).rangeKey();
        final StringColumn<Reading, String> unit = column("unit", STRING).getter(Reading::unit);
        final SetColumn<Reading, String> flags = column("flags", setOf(STRING)).getter(Reading::flags);

        private ReadingModel() {
            super(Reading.class);
        }

        @Override
        protected Reading create(Values<Reading> values) {
            return new Reading(values.get(sensor), values.get(number), values.get(unit), values.get(flags));
        }
    }

    static final class Plain {
        String id;
        String text;
    }

    static final class PlainModel extends ModelDefinition<Plain> {

        static final PlainModel PLAIN = new PlainModel();

        final StringColumn<Plain, String> id = column("id", STRING)
                .getter(p -> p.id)
                .setter((p, v) -> p.id = v)
                .hashKey();
        final StringColumn<Plain, String> text =
                column("text", STRING).getter(p -> p.text).setter((p, v) -> p.text = v);

        private PlainModel() {
            super(Plain.class);
        }

        @Override
        protected Plain create(Values<Plain> values) {
            return new Plain();
        }
    }

    private static final ReadingModel READING = ReadingModel.READING;
    private static final PlainModel PLAIN = PlainModel.PLAIN;

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private BloopTemplate<Reading> readings;
    private BloopTemplate<Plain> plains;

    @BeforeEach
    void bind() {
        Engine engine = dynamoDb.engine();
        engine.bind(List.of(READING, PLAIN));
        readings = engine.template(READING);
        plains = engine.template(PLAIN);
    }

    private Map<String, AttributeValue> reading() {
        return dynamoDb.item("Reading", Map.of("sensor", fromS("s"), "number", fromN("1")));
    }

    private void storeReading() {
        dynamoDb.put(
                "Reading",
                Map.of(
                        "sensor", fromS("s"),
                        "number", fromN("1"),
                        "unit", fromS("m"),
                        "flags", fromSs(List.of("x")),
                        "other", fromS("kept")));
    }

    @Test
    @DisplayName("E4 a record sets each column that has a value, and removes none")
    void savesARecord() {
        storeReading();

        readings.save(new Reading("s", 1, "cm", null));

        assertThat(reading())
                .isEqualTo(Map.of(
                        "sensor", fromS("s"),
                        "number", fromN("1"),
                        "unit", fromS("cm"),
                        "flags", fromSs(List.of("x")),
                        "other", fromS("kept")));
    }

    @Test
    @DisplayName("E4 an empty set of a record removes nothing")
    void savesARecordWithAnEmptySet() {
        storeReading();

        readings.save(new Reading("s", 1, null, Set.of()));

        assertThat(reading()).containsEntry("flags", fromSs(List.of("x")));
    }

    @Test
    @DisplayName("E4 a record of keys alone makes an item")
    void savesKeysAlone() {
        readings.save(new Reading("s", 1, null, null));

        assertThat(reading()).isEqualTo(Map.of("sensor", fromS("s"), "number", fromN("1")));
    }

    @Test
    @DisplayName("E4 clear() removes columns of a record that have no value")
    void clearsColumnsOfARecord() {
        storeReading();

        readings.save(new Reading("s", 1, "cm", Set.of()), clear(READING.flags, READING.unit));

        assertThat(reading()).doesNotContainKey("flags").containsEntry("unit", fromS("cm"));
    }

    @Test
    @DisplayName("E6 a record is returned with the new values")
    void returnsNewValues() {
        storeReading();
        Reading reading = new Reading("s", 1, "cm", null);

        assertThat(readings.save(reading, sync(Sync.NEW))).isEqualTo(new Reading("s", 1, "cm", Set.of("x")));
    }

    @Test
    @DisplayName("E6 a record is returned with the old values")
    void returnsOldValues() {
        storeReading();

        assertThat(readings.save(new Reading("s", 1, "cm", null), sync(Sync.OLD)))
                .isEqualTo(new Reading("s", 1, "m", Set.of("x")));
    }

    @Test
    @DisplayName("E6 a deleted record is returned with the old values")
    void returnsDeletedValues() {
        storeReading();

        assertThat(readings.delete(new Reading("s", 1, null, null), sync(Sync.OLD)))
                .isEqualTo(new Reading("s", 1, "m", Set.of("x")));
        assertThat(reading()).isEmpty();
    }

    @Test
    @DisplayName("E4 a record may replace an item, with all that it had")
    void replacesByARecord() {
        storeReading();

        readings.replace(new Reading("s", 1, "cm", null));

        assertThat(reading()).isEqualTo(Map.of("sensor", fromS("s"), "number", fromN("1"), "unit", fromS("cm")));
    }

    @Test
    @DisplayName("E6 a record that replaces an item is returned with the old values")
    void returnsReplacedValues() {
        storeReading();

        assertThat(readings.replace(new Reading("s", 1, "cm", null), sync(Sync.OLD)))
                .isEqualTo(new Reading("s", 1, "m", Set.of("x")));
    }

    @Test
    @DisplayName("E4 a record is not inserted where its key is taken")
    void insertsARecordOnce() {
        readings.insert(new Reading("s", 1, "m", null));

        assertThatExceptionOfType(ConstraintViolation.class)
                .isThrownBy(() -> readings.insert(new Reading("s", 1, "cm", null)));

        assertThat(reading()).containsEntry("unit", fromS("m"));
    }

    @Test
    @DisplayName("E8 a record is loaded as a new value")
    void loadsARecord() {
        storeReading();
        Reading asked = new Reading("s", 1, null, null);

        assertThat(readings.load(asked, Consistency.EVENTUAL)).isEqualTo(new Reading("s", 1, "m", Set.of("x")));
        assertThat(asked.unit()).isNull();
    }

    @Test
    @DisplayName("E4 an untracked object that was loaded and set to null removes nothing")
    void savesAnUntrackedObject() {
        dynamoDb.put("Plain", Map.of("id", fromS("a"), "text", fromS("t")));
        Plain plain = plains.find("a").orElseThrow();
        plain.text = null;

        plains.save(plain);

        assertThat(dynamoDb.item("Plain", Map.of("id", fromS("a")))).containsEntry("text", fromS("t"));
    }

    @Test
    @DisplayName("E21 an untracked object that can change is no earlier state of itself")
    void refusesTheObjectItself() {
        dynamoDb.put("Plain", Map.of("id", fromS("a"), "text", fromS("t")));
        Plain plain = plains.find("a").orElseThrow();
        plain.text = null;

        assertThatExceptionOfType(InvalidWrite.class)
                .isThrownBy(() -> plains.save(plain, since(plain)))
                .withMessage("The save of Plain(id=S \"a\") is to write what differs from the object itself, which is "
                        + "nothing, whatever it was set to; give since() a copy that was made before the object was "
                        + "changed.");
        assertThat(dynamoDb.item("Plain", Map.of("id", fromS("a")))).containsEntry("text", fromS("t"));
    }

    @Test
    @DisplayName("E6 an untracked object takes the new values over")
    void syncsAnUntrackedObject() {
        dynamoDb.put("Plain", Map.of("id", fromS("a"), "text", fromS("t")));
        Plain plain = new Plain();
        plain.id = "a";

        plains.save(plain, sync(Sync.NEW));

        assertThat(plain.text).isEqualTo("t");
    }

    @Test
    @DisplayName("E6 an untracked object takes the old values over when it is deleted")
    void syncsADeletedUntrackedObject() {
        dynamoDb.put("Plain", Map.of("id", fromS("a"), "text", fromS("t")));
        Plain plain = new Plain();
        plain.id = "a";

        plains.delete(plain, sync(Sync.OLD));

        assertThat(plain.text).isEqualTo("t");
    }
}
