package io.bloop.model;

import static io.bloop.type.Types.BIG_DECIMAL;
import static io.bloop.type.Types.BOOLEAN;
import static io.bloop.type.Types.DYNAMIC;
import static io.bloop.type.Types.INSTANT;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.setOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.PageCode;
import io.bloop.type.InvalidValue;
import io.bloop.type.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Has the code of docs/dynamic-models.md. */
class DynamicModelTests {

    /** A table as a configuration describes it: the types of its columns by their names, and its keys. */
    record TableDescription(
            String name,
            Map<String, String> columns,
            String hashKey,
            @Nullable String rangeKey,
            List<String> indexed) {}

    /** A model of objects that are maps, with the columns of a description. */
    static final class RowModel extends ModelDefinition<Map<String, Object>> {

        private static final Map<String, Type<?>> TYPES = Map.of(
                "text", STRING,
                "number", BIG_DECIMAL,
                "moment", INSTANT,
                "flag", BOOLEAN,
                "tags", setOf(STRING),
                "anything", DYNAMIC);

        RowModel(TableDescription table) {
            super(Map.class, table.name());
            table.columns().forEach((name, type) -> declare(name, TYPES.get(type), table));
            for (String column : table.indexed()) {
                globalIndex("by-" + column, IndexProjection.ALL).hashKey(column);
            }
        }

        @SuppressWarnings("unchecked") // a value of another class is refused when it is stored
        private <V> void declare(String name, Type<V> type, TableDescription table) {
            Column<Map<String, Object>, V> column =
                    column(name, type).getter(row -> (V) row.get(name)).setter((row, value) -> put(row, name, value));
            if (column instanceof KeyColumn<Map<String, Object>, V> key) {
                if (name.equals(table.hashKey())) {
                    key.hashKey();
                } else if (name.equals(table.rangeKey())) {
                    key.rangeKey();
                }
            }
        }

        private static void put(Map<String, Object> row, String name, @Nullable Object value) {
            if (value == null) {
                row.remove(name);
            } else {
                row.put(name, value);
            }
        }

        @Override
        protected Map<String, Object> create(Values<Map<String, Object>> values) {
            return new HashMap<>();
        }
    }

    private static final TableDescription READINGS = new TableDescription(
            "Reading",
            Map.of(
                    "sensor", "text",
                    "at", "moment",
                    "value", "number",
                    "place", "text",
                    "valid", "flag",
                    "labels", "tags",
                    "details", "anything"),
            "sensor",
            "at",
            List.of("place"));

    private static final RowModel READING = new RowModel(READINGS);
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private static Map<String, Object> row(String sensor, String value) {
        return new HashMap<>(Map.of(
                "sensor",
                sensor,
                "at",
                NOON,
                "value",
                new BigDecimal(value),
                "place",
                "attic",
                "labels",
                Set.of("hot")));
    }

    private BloopTemplate<Map<String, Object>> stored() {
        Engine engine = dynamoDb.engine();
        BloopTemplate<Map<String, Object>> readings = engine.template(READING);
        readings.insert(row("s1", "19.5"));
        readings.insert(row("s2", "31"));
        return readings;
    }

    private Map<String, AttributeValue> raw(String sensor) {
        return dynamoDb.item(
                "Reading",
                Map.of(
                        "sensor", AttributeValue.fromS(sensor),
                        "at", AttributeValue.fromS("2026-07-01T12:00:00.000000+00:00")));
    }

    @Test
    @DisplayName("T objects that are maps are stored by the types of a configuration, and loaded as they were")
    void storesAndLoadsMaps() {
        BloopTemplate<Map<String, Object>> readings = stored();

        assertThat(raw("s1"))
                .containsEntry("value", AttributeValue.fromN("19.5"))
                .containsEntry("place", AttributeValue.fromS("attic"))
                .containsEntry("labels", AttributeValue.fromSs(List.of("hot")))
                .doesNotContainKey("valid");
        assertThat(readings.find("s1", NOON)).contains(row("s1", "19.5"));
    }

    @Test
    @DisplayName("E9 columns and indexes of a configuration are searched by their names and types")
    void searchesByNames() {
        BloopTemplate<Map<String, Object>> readings = stored();

        NumberColumn<Map<String, Object>, BigDecimal> value = READING.typedColumn("value", BIG_DECIMAL);
        List<Map<String, Object>> hot = readings.query(READING.index("by-place"))
                .where(READING.typedColumn("place", STRING).eq("attic"))
                .filter(value.gt(new BigDecimal(20)))
                .all();

        assertThat(hot).extracting(row -> row.get("sensor")).containsExactly("s2");
    }

    @Test
    @DisplayName("E7 a place of a configuration is updated by its name and type")
    void updatesByNames() {
        BloopTemplate<Map<String, Object>> readings = stored();

        readings.update("s1", NOON)
                .add(READING.typedColumn("value", BIG_DECIMAL), BigDecimal.ONE)
                .set(READING.typedColumn("details", DYNAMIC), Map.of("unit", "C"))
                .run();

        assertThat(raw("s1"))
                .containsEntry("value", AttributeValue.fromN("20.5"))
                .containsEntry("details", AttributeValue.fromM(Map.of("unit", AttributeValue.fromS("C"))));
    }

    @Test
    @DisplayName("E21 a value of the wrong class is refused with model, key and column, and nothing is stored")
    void refusesValuesOfTheWrongClass() {
        BloopTemplate<Map<String, Object>> readings = stored();
        Map<String, Object> row = row("s3", "1");
        row.put("value", "warm");

        InvalidValue thrown = catchThrowableOfType(InvalidValue.class, () -> readings.save(row));

        assertThat(thrown.model()).isEqualTo("Reading");
        assertThat(thrown.column()).isEqualTo("value");
        assertThat(thrown).hasMessageEndingWith(": expected BigDecimal, found a java.lang.String.");
        assertThat(raw("s3")).isEmpty();
    }

    @Test
    @DisplayName("E21 key values of the wrong class are refused with the columns of the key")
    void refusesKeysOfTheWrongClass() {
        BloopTemplate<Map<String, Object>> readings = stored();

        assertThatExceptionOfType(InvalidKey.class)
                .isThrownBy(() -> readings.find("s1", "noon"))
                .withMessage(
                        "Cannot make a key of Reading: expected [sensor (String), at (Instant)], found [String, String].");
    }

    @Test
    @DisplayName("E21 a column that a configuration does not have is refused with the nearest name")
    void refusesUnknownColumns() {
        assertThatExceptionOfType(InvalidColumn.class)
                .isThrownBy(() -> READING.typedColumn("plce", STRING))
                .withMessage("Model[Reading] has no column 'plce'. Did you mean 'place'?");
    }

    @Test
    @DisplayName("the page of dynamic models shows the code of this test")
    void thePageShowsThisCode() {
        PageCode.assertIsCompiled("docs/dynamic-models.md", 3);
    }
}
