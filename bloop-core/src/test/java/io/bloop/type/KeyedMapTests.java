package io.bloop.type;

import static io.bloop.type.Types.INTEGER;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.enumOf;
import static io.bloop.type.Types.listOf;
import static io.bloop.type.Types.mapOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.model.BaseModel;
import io.bloop.model.MapColumn;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@BothClients
class KeyedMapTests {

    private static final UUID ONE = UUID.fromString("0000000a-0000-0000-0000-000000000001");
    private static final UUID TWO = UUID.fromString("0000000b-0000-0000-0000-000000000002");

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    /** An object with maps. */
    static final class Plan extends BaseModel {
        String id;
        Map<DayOfWeek, Integer> hours;
        Map<UUID, List<String>> notes;
    }

    private static final class PlanModel extends ModelDefinition<Plan> {

        static final PlanModel PLAN = new PlanModel();

        final StringColumn<Plan, String> id = column("id", STRING)
                .getter(p -> p.id)
                .setter((p, v) -> p.id = v)
                .hashKey();
        final MapColumn<Plan, DayOfWeek, Integer> hours = column("hours", mapOf(enumOf(DayOfWeek.class), INTEGER))
                .getter(p -> p.hours)
                .setter((p, v) -> p.hours = v);
        final MapColumn<Plan, UUID, List<String>> notes = column("notes", mapOf(Types.UUID, listOf(STRING)))
                .getter(p -> p.notes)
                .setter((p, v) -> p.notes = v);

        private PlanModel() {
            super(Plan.class);
        }

        @Override
        protected Plan create(Values<Plan> values) {
            return new Plan();
        }
    }

    private BloopTemplate<Plan> plans() {
        Engine engine = dynamoDb.engine();
        engine.bind(List.of(PlanModel.PLAN));
        return engine.template(PlanModel.PLAN);
    }

    private void put(Map<String, AttributeValue> notes) {
        String table = dynamoDb.tableName("Plan");
        dynamoDb.client()
                .putItem(r -> r.tableName(table)
                        .item(Map.of("id", AttributeValue.fromS("1"), "notes", AttributeValue.fromM(notes))));
    }

    private Map<String, AttributeValue> notes() {
        String table = dynamoDb.tableName("Plan");
        return dynamoDb.client()
                .getItem(r -> r.tableName(table).key(Map.of("id", AttributeValue.fromS("1"))))
                .item()
                .get("notes")
                .m();
    }

    private static AttributeValue texts(String... texts) {
        return AttributeValue.fromL(
                List.of(texts).stream().map(AttributeValue::fromS).toList());
    }

    @Test
    @DisplayName("T5 a name in another form is kept, also where other values of the map are changed")
    void aNameInAnotherFormIsKept() {
        BloopTemplate<Plan> plans = plans();
        put(Map.of(ONE.toString().toUpperCase(), texts("a"), TWO.toString(), texts("b")));
        Plan plan = plans.find("1").orElseThrow();
        assertThat(plan.notes).isEqualTo(Map.of(ONE, List.of("a"), TWO, List.of("b")));
        plan.notes.get(TWO).add("c");
        plans.save(plan);
        assertThat(notes())
                .isEqualTo(Map.of(ONE.toString().toUpperCase(), texts("a"), TWO.toString(), texts("b", "c")));
    }

    @Test
    @DisplayName("T8 two names that mean one key are an error, since one would be lost")
    void twoNamesOfOneKey() {
        BloopTemplate<Plan> plans = plans();
        put(Map.of(ONE.toString().toUpperCase(), texts("a"), ONE.toString(), texts("b")));
        assertThatThrownBy(() -> plans.find("1"))
                .isInstanceOf(InvalidValue.class)
                .hasMessage(
                        "Cannot read Plan.notes of Plan(id=S \"1\"): expected Map<UUID, List<String>> with one name for"
                                + " each key, found two names that mean the same key.");
    }

    @Test
    @DisplayName("T3 a name that is no key is an error that has it as its value")
    void aNameThatIsNoKey() {
        BloopTemplate<Plan> plans = plans();
        put(Map.of("other", texts("a")));
        assertThatThrownBy(() -> plans.find("1"))
                .isInstanceOfSatisfying(
                        InvalidValue.class, ex -> assertThat(ex.value()).isEqualTo("other"))
                .hasMessage(
                        "Cannot read Plan.notes of Plan(id=S \"1\"): expected Map<UUID, List<String>> with names as "
                                + "UUID, found another name.");
    }

    @Test
    @DisplayName("T8 paths and updates take the key itself")
    void pathsTakeTheKey() {
        BloopTemplate<Plan> plans = plans();
        Plan plan = new Plan();
        plan.id = "1";
        plan.hours = new HashMap<>(Map.of(DayOfWeek.MONDAY, 8));
        plans.insert(plan);
        Plan updated = plans.update("1")
                .add(PlanModel.PLAN.hours.key(DayOfWeek.MONDAY).asNumber(), 2)
                .set(PlanModel.PLAN.hours.key(DayOfWeek.SUNDAY), 1)
                .onlyIf(PlanModel.PLAN
                        .hours
                        .key(DayOfWeek.MONDAY)
                        .eq(8)
                        .and(PlanModel.PLAN.hours.size().eq(1)))
                .returnNew();
        assertThat(updated.hours).isEqualTo(Map.of(DayOfWeek.MONDAY, 10, DayOfWeek.SUNDAY, 1));
        assertThat(PlanModel.PLAN.hours.key(DayOfWeek.MONDAY).name()).isEqualTo("hours.MONDAY");
    }

    @Test
    @DisplayName("T3 keys that are stored alike, null and of another class are refused")
    @SuppressWarnings({"unchecked", "rawtypes"})
    void keysThatAreRefused() {
        StringType<Integer> rest = StringType.of(Integer.class, key -> "" + key % 2, Integer::valueOf);
        assertThatThrownBy(() -> AttributeValues.dump(mapOf(rest, LONG), Map.of(1, 1L, 3, 3L)))
                .isInstanceOf(InvalidValue.class)
                .hasMessage(
                        "Cannot store a value: expected Map<Integer, Long> without keys that are stored alike, found"
                                + " two such keys.");
        Map<Integer, Long> withNull = new HashMap<>();
        withNull.put(null, 1L);
        assertThatThrownBy(() -> AttributeValues.dump(mapOf(INTEGER, LONG), withNull))
                .hasMessage("Cannot store a value: expected Map<Integer, Long> without null names, found a null name.");
        assertThatThrownBy(() -> AttributeValues.dump(mapOf(INTEGER, LONG), (Map) Map.of("a", 1L)))
                .hasMessage(
                        "Cannot store a value: expected Map<Integer, Long> whose names are of the type Integer, found"
                                + " a name of the class java.lang.String.");
    }
}
