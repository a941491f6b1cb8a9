package io.bloop.type;

import static io.bloop.type.CompatibleTypes.ENHANCED_BOOLEAN;
import static io.bloop.type.CompatibleTypes.ENHANCED_INSTANT;
import static io.bloop.type.CompatibleTypes.ENHANCED_OFFSET_DATE_TIME;
import static io.bloop.type.CompatibleTypes.ENHANCED_ZONED_DATE_TIME;
import static io.bloop.type.CompatibleTypes.EPOCH_MILLISECONDS;
import static io.bloop.type.CompatibleTypes.JAVASCRIPT_INSTANT;
import static io.bloop.type.CompatibleTypes.MAPPER_BOOLEAN;
import static io.bloop.type.CompatibleTypes.MAPPER_DATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.model.BaseModel;
import io.bloop.model.ModelDefinition;
import io.bloop.model.Values;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Compares with what the Enhanced Client 2.58 and DynamoDBMapper 1.12 store and read. */
@BothClients
class CompatibleTypesTests {

    private static final ZonedDateTime PARIS =
            ZonedDateTime.of(2016, 8, 9, 3, 16, 25, 322_849_000, ZoneId.of("Europe/Paris"));

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    @Test
    @DisplayName("T8 truth values of another stored form are of another type, whatever an absent attribute reads as")
    void formsOfTruthValuesAreNotAlike() {
        assertThat(Types.BOOLEAN.isLike(Types.BOOLEAN.orElse(true))).isTrue();
        assertThat(ENHANCED_BOOLEAN.orElse(false).isLike(ENHANCED_BOOLEAN)).isTrue();
        assertThat(Types.BOOLEAN.isLike(ENHANCED_BOOLEAN)).isFalse();
        assertThat(ENHANCED_BOOLEAN.isLike(Types.BOOLEAN)).isFalse();
        assertThat(ENHANCED_BOOLEAN.isLike(MAPPER_BOOLEAN)).isFalse();
        assertThat(Types.listOf(Types.BOOLEAN).isLike(Types.listOf(ENHANCED_BOOLEAN)))
                .isFalse();
        assertThat(Types.BOOLEAN.isLike(Types.STRING)).isFalse();
    }

    private static String dumped(StringType<?> type, Object value) {
        return dump(type, value).s();
    }

    @SuppressWarnings("unchecked") // values are those of the types
    private static <V> AttributeValue dump(Type<V> type, Object value) {
        return AttributeValues.dump(type, (V) value);
    }

    @Test
    @DisplayName("T4 moments are written and read as JavaScript writes them, with three fraction digits")
    void momentsOfJavaScript() {
        Instant moment = PARIS.toInstant();
        Instant millis = Instant.parse("2016-08-09T01:16:25.322Z");

        assertThat(dumped(JAVASCRIPT_INSTANT, moment)).isEqualTo("2016-08-09T01:16:25.322Z");
        assertThat(dumped(JAVASCRIPT_INSTANT, Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00.000Z");
        assertThat(AttributeValues.load(JAVASCRIPT_INSTANT, AttributeValue.fromS("2016-08-09T01:16:25.322Z")))
                .isEqualTo(millis);
        assertThat(dump(EPOCH_MILLISECONDS, moment)).isEqualTo(AttributeValue.fromN("1470705385322"));
        assertThat(dump(EPOCH_MILLISECONDS, Instant.ofEpochSecond(-1, 999_999_999)))
                .isEqualTo(AttributeValue.fromN("-1"));
        assertThat(AttributeValues.load(EPOCH_MILLISECONDS, AttributeValue.fromN("1470705385322")))
                .isEqualTo(millis);
        assertThatThrownBy(() -> AttributeValues.load(EPOCH_MILLISECONDS, AttributeValue.fromN("1.5")))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> dump(JAVASCRIPT_INSTANT, Instant.MAX)).isInstanceOf(InvalidValue.class);
    }

    @Test
    @DisplayName("T4 moments are written as the Enhanced Client and DynamoDBMapper write them")
    void momentsAreWrittenAsOthersWriteThem() {
        assertThat(dumped(ENHANCED_ZONED_DATE_TIME, PARIS)).isEqualTo("2016-08-09T03:16:25.322849+02:00[Europe/Paris]");
        assertThat(dumped(ENHANCED_ZONED_DATE_TIME, PARIS.withSecond(0).withNano(0)))
                .isEqualTo("2016-08-09T03:16+02:00[Europe/Paris]");
        assertThat(dumped(ENHANCED_OFFSET_DATE_TIME, PARIS.toOffsetDateTime()))
                .isEqualTo("2016-08-09T03:16:25.322849+02:00");
        assertThat(dumped(ENHANCED_INSTANT, PARIS.toInstant())).isEqualTo("2016-08-09T01:16:25.322849Z");
        assertThat(dumped(ENHANCED_INSTANT, PARIS.withNano(0).toInstant())).isEqualTo("2016-08-09T01:16:25Z");
        assertThat(dumped(MAPPER_DATE, Date.from(PARIS.toInstant()))).isEqualTo("2016-08-09T01:16:25.322Z");
        assertThat(dumped(MAPPER_DATE, Date.from(PARIS.withNano(0).toInstant())))
                .isEqualTo("2016-08-09T01:16:25.000Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2016-08-09T01:16:25Z, 2016-08-09T01:16:25Z",
        "2016-08-09T03:16:25+02:00, 2016-08-09T03:16:25+02:00",
        "2016-08-09T03:16+02:00[Europe/Paris], 2016-08-09T03:16+02:00[Europe/Paris]",
        "2016-08-09T01:16:25.322849+00:00, 2016-08-09T01:16:25.322849Z"
    })
    @DisplayName("T4 a zoned moment is read with its zone, from each form that the Enhanced Client writes")
    void aZonedMomentIsReadWithItsZone(String stored, ZonedDateTime expected) {
        assertThat(AttributeValues.load(ENHANCED_ZONED_DATE_TIME, AttributeValue.fromS(stored)))
                .isEqualTo(expected);
        if (!stored.endsWith("]")) {
            OffsetDateTime offset = expected.toOffsetDateTime();
            assertThat(AttributeValues.load(ENHANCED_OFFSET_DATE_TIME, AttributeValue.fromS(stored)))
                    .isEqualTo(offset);
            assertThat(AttributeValues.load(ENHANCED_INSTANT, AttributeValue.fromS(stored)))
                    .isEqualTo(offset.toInstant());
        }
    }

    @ParameterizedTest
    @CsvSource({"-0.000000001, -PT0.000000001S", "-1.500000000, PT-1.5S", "1.5, PT1.5S", "-9, PT-9S"})
    @DisplayName("T4 durations of the Enhanced Client are those of DURATION_SECONDS")
    void durationsAreSeconds(String stored, Duration duration) {
        assertThat(AttributeValues.load(Types.DURATION_SECONDS, AttributeValue.fromN(stored)))
                .isEqualTo(duration);
        assertThat(dump(Types.DURATION_SECONDS, duration).n()).isEqualTo(stored.replaceFirst("(\\.\\d+?)0+$", "$1"));
    }

    @Test
    @DisplayName("T4 truth values are written as others write them, and read from each form that these read")
    void truthValues() {
        assertThat(dump(ENHANCED_BOOLEAN, true)).isEqualTo(AttributeValue.fromBool(true));
        assertThat(dump(MAPPER_BOOLEAN, true)).isEqualTo(AttributeValue.fromN("1"));
        assertThat(dump(MAPPER_BOOLEAN, false)).isEqualTo(AttributeValue.fromN("0"));
        assertThat(MAPPER_BOOLEAN.tag()).isEqualTo(Tag.N);
        for (BooleanType type : new BooleanType[] {ENHANCED_BOOLEAN, MAPPER_BOOLEAN}) {
            assertThat(AttributeValues.load(type, AttributeValue.fromBool(true)))
                    .isTrue();
            assertThat(AttributeValues.load(type, AttributeValue.fromN("1"))).isTrue();
            assertThat(AttributeValues.load(type, AttributeValue.fromN("0"))).isFalse();
            assertThat(AttributeValues.load(type.orElse(true), null)).isTrue();
        }
        assertThat(AttributeValues.load(ENHANCED_BOOLEAN, AttributeValue.fromS("false")))
                .isFalse();
    }

    @Test
    @DisplayName("T3 what is no truth value in any of the forms is an error")
    void whatIsNoTruthValue() {
        assertThatThrownBy(() -> AttributeValues.load(ENHANCED_BOOLEAN, AttributeValue.fromS("TRUE")))
                .isInstanceOf(InvalidValue.class)
                .hasMessage(
                        "Cannot read a value: expected Boolean of the Enhanced Client (BOOL, S true or false, N 1 or "
                                + "0), found another S.");
        assertThatThrownBy(() -> AttributeValues.load(MAPPER_BOOLEAN, AttributeValue.fromS("true")))
                .hasMessage("Cannot read a value: expected Boolean of DynamoDBMapper (BOOL, N 1 or 0), found S.");
        assertThatThrownBy(() -> AttributeValues.load(MAPPER_BOOLEAN, AttributeValue.fromN("2")))
                .hasMessage(
                        "Cannot read a value: expected Boolean of DynamoDBMapper (BOOL, N 1 or 0), found another N.");
        assertThatThrownBy(() -> AttributeValues.load(Types.BOOLEAN, AttributeValue.fromN("1")))
                .hasMessage("Cannot read a value: expected Boolean (BOOL), found N.");
    }

    /** An item that another mapper writes too. */
    static final class Shared extends BaseModel {
        String id;
        Boolean done;
        Instant at;
        String text;
    }

    private static final class SharedModel extends ModelDefinition<Shared> {

        static final SharedModel SHARED = new SharedModel();

        private SharedModel() {
            super(Shared.class);
            column("id", Types.STRING)
                    .getter(s -> s.id)
                    .setter((s, v) -> s.id = v)
                    .hashKey();
            column("done", MAPPER_BOOLEAN).getter(s -> s.done).setter((s, v) -> s.done = v);
            column("at", ENHANCED_INSTANT).getter(s -> s.at).setter((s, v) -> s.at = v);
            column("text", Types.STRING).getter(s -> s.text).setter((s, v) -> s.text = v);
        }

        @Override
        protected Shared create(Values<Shared> values) {
            return new Shared();
        }
    }

    @Test
    @DisplayName("T5 what was read in another form is not written again unless it was changed")
    void whatWasReadInAnotherFormIsNotWrittenAgain() {
        Engine engine = dynamoDb.engine();
        engine.bind(List.of(SharedModel.SHARED));
        BloopTemplate<Shared> template = engine.template(SharedModel.SHARED);
        String table = dynamoDb.tableName("Shared");
        Map<String, AttributeValue> stored = new HashMap<>(Map.of(
                "id", AttributeValue.fromS("1"),
                "done", AttributeValue.fromBool(true),
                "at", AttributeValue.fromS("2016-08-09T03:16:25+02:00")));
        dynamoDb.client().putItem(r -> r.tableName(table).item(stored));
        Shared found = template.find("1").orElseThrow();
        assertThat(found.done).isTrue();
        found.text = "new";
        template.save(found);
        stored.put("text", AttributeValue.fromS("new"));
        assertThat(item(table)).isEqualTo(stored);
        found.done = false;
        template.save(found);
        stored.put("done", AttributeValue.fromN("0"));
        assertThat(item(table)).isEqualTo(stored);
    }

    private Map<String, AttributeValue> item(String table) {
        return dynamoDb.client()
                .getItem(r -> r.tableName(table).key(Map.of("id", AttributeValue.fromS("1"))))
                .item();
    }
}
