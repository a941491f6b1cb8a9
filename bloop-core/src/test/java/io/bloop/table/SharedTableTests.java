package io.bloop.table;

import static io.bloop.model.IndexProjection.ALL;
import static io.bloop.settings.Billing.ON_DEMAND;
import static io.bloop.settings.Billing.PROVISIONED;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.bloop.engine.Engine;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.IndexProjection;
import io.bloop.model.InvalidModel;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.settings.StreamView;
import io.bloop.settings.TableSettings;
import io.bloop.settings.Units;
import io.bloop.table.ThingModel.Thing;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

class SharedTableTests {

    static class IndexedModel extends ThingModel {

        final GlobalSecondaryIndex<Thing> byKind;

        IndexedModel(String name, String included) {
            super(name, t -> t);
            byKind = globalIndex("byKind", IndexProjection.of(included.equals("size") ? size : expires))
                    .hashKey(kind);
        }
    }

    static final class ByIdModel extends ThingModel {

        final GlobalSecondaryIndex<Thing> byKind =
                globalIndex("byKind", ALL).hashKey(id).rangeKey(kind);

        ByIdModel() {
            super("ById", t -> t);
        }
    }

    static final class UnitsModel extends ThingModel {

        final GlobalSecondaryIndex<Thing> byKind;

        UnitsModel(String name, long read) {
            super(name, t -> t);
            byKind = globalIndex("byKind", ALL).hashKey(kind).units(read, 2L);
        }
    }

    record Counter(Long id, String kind) {}

    /** Has the key id of Thing as a number. */
    static final class CounterModel extends ModelDefinition<Counter> {

        final NumberColumn<Counter, Long> id =
                column("id", LONG).getter(Counter::id).hashKey();
        final StringColumn<Counter, String> kind = column("kind", STRING).getter(Counter::kind);

        CounterModel(boolean ranged) {
            super(Counter.class);
            table(t -> t.named("Thing"));
            if (ranged) {
                kind.rangeKey();
            }
        }

        @Override
        protected Counter create(Values<Counter> values) {
            return new Counter(values.get(id), values.get(kind));
        }
    }

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private TableDescription bind(ModelDefinition<?>... models) {
        dynamoDb.engine().bind(List.of(models));
        return dynamoDb.describe("Thing");
    }

    private void assertRefused(String problem, ModelDefinition<?> first, ModelDefinition<?> second) {
        assertThatExceptionOfType(InvalidModel.class)
                .isThrownBy(() -> dynamoDb.engine().bind(List.of(first, second)))
                .withMessage("Model " + second.name() + " is not valid (1 problem):\n  - Models " + first.name()
                        + " and " + second.name() + " share table '" + dynamoDb.tableName("Thing")
                        + "' and want different " + problem + "; make them agree.");
        assertThat(dynamoDb.client().listTables().tableNames()).doesNotContain(dynamoDb.tableName("Thing"));
    }

    private static ThingModel model(String name, UnaryOperator<TableSettings> settings) {
        return new ThingModel(name, settings);
    }

    @Test
    @DisplayName("M9 a table is created with the indexes of all its models")
    void createsTheIndexesOfAllModels() {
        TableDescription table = bind(model("Plain", t -> t), new IndexedModel("Indexed", "size"));

        assertThat(table.globalSecondaryIndexes())
                .extracting(GlobalSecondaryIndexDescription::indexName)
                .containsExactly("byKind");
    }

    @Test
    @DisplayName("M20 an index that two models use covers both projections")
    void createsIndexesThatCoverAllModels() {
        TableDescription table = bind(new IndexedModel("A", "size"), new IndexedModel("B", "expires"));

        assertThat(table.globalSecondaryIndexes().get(0).projection().nonKeyAttributes())
                .containsExactlyInAnyOrder("size", "expires");
    }

    @Test
    @DisplayName("M20 an existing index that covers one of its models alone is reported")
    void reportsIndexesThatDoNotCoverAllModels() {
        bind(new IndexedModel("A", "size"));

        assertThatExceptionOfType(TableMismatch.class)
                .isThrownBy(() -> bind(new IndexedModel("A", "size"), new IndexedModel("B", "expires")))
                .withMessage(
                        "Table '" + dynamoDb.tableName("Thing") + "' does not match models A, B (1 difference):\n\n"
                                + """
                                      expected                  actual
                  index byKind        INCLUDE [expires, size]   INCLUDE [size]\
                """);
    }

    @Test
    @DisplayName("M9 a stream tells what all models want")
    void createsAStreamThatCoversAllModels() {
        TableDescription table =
                bind(model("A", t -> t.stream(StreamView.NEW)), model("B", t -> t.stream(StreamView.OLD)));

        assertThat(table.streamSpecification().streamViewType()).isEqualTo(StreamViewType.NEW_AND_OLD_IMAGES);
    }

    @Test
    @DisplayName("M9 a stream of keys gives way to one of images")
    void createsAStreamOfImagesForKeys() {
        TableDescription table =
                bind(model("A", t -> t.stream(StreamView.KEYS)), model("B", t -> t.stream(StreamView.NEW)));

        assertThat(table.streamSpecification().streamViewType()).isEqualTo(StreamViewType.NEW_IMAGE);
    }

    @Test
    @DisplayName("M9 what one model leaves unset the other sets")
    void createsWithTheSettingsOfEither() {
        TableDescription table = bind(
                model("A", t -> t.units(4L, null)),
                model("B", t -> t.units(null, 5L).billing(PROVISIONED)));

        assertThat(table.provisionedThroughput())
                .extracting(units -> units.readCapacityUnits(), units -> units.writeCapacityUnits())
                .containsExactly(4L, 5L);
    }

    @Test
    @DisplayName("M9 models of one table make one report")
    void reportsOneTableOnce() {
        bind(model("A", t -> t));

        assertThatExceptionOfType(TableMismatch.class)
                .isThrownBy(() -> bind(model("B", t -> t.units(4L, 5L)), model("C", t -> t.stream(StreamView.KEYS))))
                .withMessage("""
                        Table '%s' does not match models B, C (2 differences):

                                              expected          actual
                          units               read 4, write 5   read 1, write 1
                          stream              KEYS_ONLY         disabled""".formatted(dynamoDb.tableName("Thing")));
    }

    @Test
    @DisplayName("M9 models share a table with a table name that the engine gives both")
    void sharesTablesByTheNameInTheEngine() {
        ThingModel first = new ThingModel("A", t -> t.named("a"));
        ThingModel second = new ThingModel("B", t -> t.named("b").stream(StreamView.KEYS));
        var engine = dynamoDb.engineBuilder()
                .tableNames((model, name) -> dynamoDb.tableName("all"))
                .build();

        engine.bind(List.of(first, second));

        assertThat(engine.tables())
                .isEqualTo(Map.of(first, dynamoDb.tableName("all"), second, dynamoDb.tableName("all")));
        assertThat(dynamoDb.describe("all").streamSpecification().streamEnabled())
                .isTrue();
    }

    @Test
    @DisplayName("M9 different key schemas are refused")
    void refusesOtherKeySchemas() {
        assertRefused("key schemas: hash id and hash id, range kind", model("A", t -> t), new CounterModel(true));
    }

    @Test
    @DisplayName("M9 different data types of a key are refused")
    void refusesOtherKeyTypes() {
        assertRefused("data types of 'id': S and N", model("A", t -> t), new CounterModel(false));
    }

    @Test
    @DisplayName("M9 indexes of one name with different keys are refused")
    void refusesOtherIndexKeys() {
        assertRefused(
                "indexes 'byKind': global on hash kind and global on hash id, range kind",
                new IndexedModel("A", "size"),
                new ByIdModel());
    }

    @Test
    @DisplayName("M9 different units of one index are refused")
    void refusesOtherIndexUnits() {
        assertRefused("read units of index 'byKind': 3 and 4", new UnitsModel("A", 3), new UnitsModel("B", 4));
    }

    @Test
    @DisplayName("M9 different units are refused")
    void refusesOtherUnits() {
        assertRefused("write units: 5 and 6", model("A", t -> t.units(4L, 5L)), model("B", t -> t.units(4L, 6L)));
    }

    @Test
    @DisplayName("M9 different billing is refused")
    void refusesOtherBilling() {
        assertRefused(
                "billing modes: ON_DEMAND and PROVISIONED",
                model("A", t -> t.billing(ON_DEMAND)),
                model("B", t -> t.billing(PROVISIONED)));
    }

    @Test
    @DisplayName("M9 different wishes for backups are refused")
    void refusesOtherBackups() {
        assertRefused("backups: true and false", model("A", t -> t.backups(true)), model("B", t -> t.backups(false)));
    }

    @Test
    @DisplayName("M9 different wishes for encryption are refused")
    void refusesOtherEncryption() {
        assertRefused(
                "encryption: true and false",
                model("A", t -> t.encryption(true)),
                model("B", t -> t.encryption(false)));
    }

    @Test
    @DisplayName("M9 billing on demand by one model and units by another are refused")
    void refusesUnitsOnDemand() {
        assertThatExceptionOfType(InvalidModel.class)
                .isThrownBy(() -> bind(model("A", t -> t.billing(ON_DEMAND)), model("B", t -> t.units(4L, null))))
                .withMessage("""
                        Model A, B is not valid (1 problem):
                          - Table '%s' has units (read 4, write any), and the table is billed on demand; leave the \
                        units out.""".formatted(dynamoDb.tableName("Thing")));
    }

    @Test
    @DisplayName("M6 units given to an index are refused where its table is billed on demand")
    void refusesUnitsOfAnIndexOnDemand() {
        UnitsModel model = new UnitsModel("A", 3);

        assertThatExceptionOfType(InvalidModel.class)
                .isThrownBy(() -> dynamoDb.engineBuilder()
                        .settings(model, t -> t.billing(ON_DEMAND))
                        .indexUnits(model, "byKind", new Units(3L, 2L))
                        .build()
                        .bind(List.of(model)))
                .withMessage("""
                        Model A is not valid (1 problem):
                          - Index 'byKind' of table '%s' has units (read 3, write 2), and the table is billed on \
                        demand; leave the units out.""".formatted(dynamoDb.tableName("Thing")));
    }

    @Test
    @DisplayName("M9 a second model may be bound to a table later, if the table has what it needs")
    void bindsFurtherModelsLater() {
        var engine = dynamoDb.engine();
        ThingModel first = new IndexedModel("A", "size");
        ThingModel second = model("B", t -> t);

        engine.bind(List.of(first));
        engine.bind(List.of(second));

        assertThat(engine.tables().entrySet())
                .extracting(Map.Entry::getKey, Map.Entry::getValue)
                .containsExactlyInAnyOrder(
                        tuple(first, dynamoDb.tableName("Thing")), tuple(second, dynamoDb.tableName("Thing")));
    }

    record Note(String id, String at, String text) {}

    /** Has local indexes on one table with others. */
    static final class NoteModel extends ModelDefinition<Note> {

        final StringColumn<Note, String> id =
                column("id", STRING).getter(Note::id).hashKey();
        final StringColumn<Note, String> at =
                column("at", STRING).getter(Note::at).rangeKey();
        final StringColumn<Note, String> text = column("text", STRING).getter(Note::text);

        NoteModel(String name, int indexes) {
            super(Note.class, name);
            table(t -> t.named("Note"));
            for (int i = 0; i < indexes; i++) {
                localIndex(name + "Index" + i, ALL).rangeKey(text);
            }
        }

        @Override
        protected Note create(Values<Note> values) {
            return new Note(values.get(id), values.get(at), values.get(text));
        }
    }

    @Test
    @DisplayName("M25 models that want more indexes of a new table together than DynamoDB allows are refused")
    void refusesManyIndexesTogether() {
        InterceptedClient client = dynamoDb.intercept();
        Engine engine = dynamoDb.engineBuilder(client.client()).build();

        assertThatExceptionOfType(InvalidModel.class)
                .isThrownBy(() -> engine.bind(List.of(new NoteModel("One", 3), new NoteModel("Two", 3))))
                .withMessage("Model One, Two is not valid (1 problem):\n  - The models of the table have 6 local "
                        + "indexes; DynamoDB allows 5 for each table. Remove some, or make them global.");

        assertThat(client.operations()).containsExactly("DescribeTable");
    }
}
