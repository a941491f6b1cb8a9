package io.bloop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bloop.model.IndexProjection;
import io.bloop.model.InvalidKey;
import io.bloop.model.InvalidModel;
import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.query.InvalidSearch;
import io.bloop.query.Results;
import io.bloop.query.Unclaimed;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.TablesOfOthers;
import io.bloop.testing.TablesOfOthers.ElectroOrder;
import io.bloop.testing.TablesOfOthers.ElectroVersion;
import io.bloop.testing.TablesOfOthers.Recorded;
import io.bloop.testing.TablesOfOthers.Row;
import io.bloop.testing.TablesOfOthers.RowModel;
import io.bloop.type.Types;
import io.bloop.write.InvalidWrite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads items as other libraries write them, and writes them as these read them. */
@BothClients
class TablesOfOthersTests {

    /** What every write moves. */
    private static final Set<String> MOVING = Set.of("_md", "updated", "version");

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }

    static Stream<Arguments> libraries() {
        return Stream.of("electrodb", "onetable", "toolbox", "enhanced")
                .map(library -> Arguments.of(library, TablesOfOthers.models(library)));
    }

    private Engine fill(List<RowModel> models, List<Recorded> items) {
        Engine engine = dynamoDb.engine();
        engine.bind(models);
        items.forEach(one -> dynamoDb.put("shop", one.item()));
        return engine;
    }

    private Map<String, AttributeValue> stored(RowModel model, Map<String, AttributeValue> item) {
        Map<String, AttributeValue> key = new HashMap<>(item);
        key.keySet().retainAll(model.keys().stream().map(k -> k.attribute()).toList());
        return dynamoDb.item("shop", key);
    }

    private List<Map<String, AttributeValue>> items() {
        return dynamoDb.client()
                .scan(r -> r.tableName(dynamoDb.tableName("shop")))
                .items();
    }

    private static Map<String, AttributeValue> still(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> still = new HashMap<>(item);
        still.keySet().removeAll(MOVING);
        return still;
    }

    private static RowModel modelOf(List<RowModel> models, @Nullable String name) {
        return models.stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("libraries")
    @DisplayName("P1 P2 each item of another library is claimed by the model of its mark, and by no other")
    void everyItemIsClaimedByItsModel(String library, List<RowModel> models) {
        List<Recorded> items = TablesOfOthers.items(library);
        Engine engine = fill(models, items);

        for (Recorded one : items) {
            assertThat(models)
                    .filteredOn(model -> model.claim().admits(one.item()))
                    .extracting(RowModel::name)
                    .isEqualTo(one.model() == null ? List.of() : List.of(one.model()));
        }
        for (RowModel model : models) {
            Results<Row> found =
                    engine.template(model).scan().onUnclaimed(Unclaimed.COUNT).results();
            List<Row> rows = new ArrayList<>();
            found.forEachRemaining(rows::add);
            assertThat(rows).hasSize(1);
            assertThat(found.skipped())
                    .isEqualTo(items.stream().filter(one -> one.model() == null).count());
        }
    }

    @ParameterizedTest
    @MethodSource("libraries")
    @DisplayName("P3 P5 an object of another library's item, written anew, is the item that the library has written")
    void anItemIsWrittenBackAsItWas(String library, List<RowModel> models) {
        List<Recorded> items = TablesOfOthers.items(library);
        Engine engine = fill(models, items);

        for (Recorded one : items) {
            if (one.model() != null) {
                RowModel model = modelOf(models, one.model());
                BloopTemplate<Row> rows = engine.template(model);
                Row row = rows.scan().all().get(0);

                assertThat(still(ItemMapper.of(model).write(row))).isEqualTo(still(one.item()));
                rows.replace(row);
                Map<String, AttributeValue> replaced = stored(model, one.item());
                assertThat(still(replaced)).isEqualTo(still(one.item()));
                assertThat(replaced.keySet()).isEqualTo(one.item().keySet());
                MOVING.stream()
                        .filter(replaced::containsKey)
                        .forEach(name -> assertThat(form(replaced.get(name)))
                                .isEqualTo(form(one.item().get(name))));
            }
        }
        assertThat(items()).hasSize(items.size());
    }

    /** Returns a value with a letter for each digit. */
    private static String form(AttributeValue value) {
        return value.n() == null
                ? value.s().replaceAll("[0-9]", "d")
                : "number of " + value.n().length();
    }

    @ParameterizedTest
    @MethodSource("libraries")
    @DisplayName("P5 P6 a changed part changes the key of the index in the library's form, and nothing else")
    void aChangeIsWrittenInTheLibrarysForm(String library, List<RowModel> models) {
        List<Recorded> items = TablesOfOthers.items(library);
        Engine engine = fill(models, items);
        Map<String, AttributeValue> item = items.stream()
                .filter(one -> "Order".equals(one.model()))
                .findFirst()
                .orElseThrow()
                .item();
        RowModel model = modelOf(models, "Order");
        BloopTemplate<Row> orders = engine.template(model);
        Row order = orders.find("Ann-42", "O-1001").orElseThrow();

        order.set("status", "PAID").set("note", null);
        orders.save(order);

        Map<String, AttributeValue> expected = new HashMap<>(item);
        expected.replaceAll((name, value) ->
                value.s() == null ? value : s(value.s().replace("OPEN", "PAID").replace("status_open", "status_paid")));
        expected.remove("note");
        assertThat(still(stored(model, item))).isEqualTo(still(expected));
    }

    @ParameterizedTest
    @MethodSource("libraries")
    @DisplayName("P4 a new object gets the marks and the keys of the library's items")
    void aNewObjectLooksLikeTheLibrarysItem(String library, List<RowModel> models) {
        List<Recorded> items = TablesOfOthers.items(library);
        Engine engine = fill(models, List.of());
        Recorded one = items.get(0);
        RowModel model = modelOf(models, "Customer");

        engine.template(model).insert(new Row().set("customerId", "Ann-42").set("name", "Ann"));

        Map<String, AttributeValue> stored = stored(model, one.item());
        Set<String> written = Set.of("created", "_ct");
        Map<String, AttributeValue> expected = still(one.item());
        expected.keySet().removeAll(written);
        Map<String, AttributeValue> found = still(stored);
        found.keySet().removeAll(written);
        assertThat(found).isEqualTo(expected);
        assertThat(stored.keySet()).isEqualTo(one.item().keySet());
    }

    private static Key<Row> key(ElectroOrder model) {
        return model.key("Ann-42", "O-1001");
    }

    @Test
    @DisplayName("P5 a part in lower case is stored as it is, and stands in keys in lower case")
    void aPartInLowerCase() {
        ElectroOrder model = new ElectroOrder("1");
        Engine engine = fill(List.of(model), TablesOfOthers.items("electrodb"));
        BloopTemplate<Row> orders = engine.template(model);

        assertThat(key(model).attributes())
                .isEqualTo(Map.of("pk", s("$shop#customerid_ann-42"), "sk", s("$order_1#orderid_o-1001")));
        assertThat(key(model).get(model.orderId)).isEqualTo("O-1001");
        assertThat(ItemMapper.of(model).key(key(model).attributes()).get(model.orderId))
                .isNull();
        assertThat(ItemMapper.of(model).key(key(model).attributes())).isEqualTo(key(model));
        assertThat(orders.find("ANN-42", "o-1001").orElseThrow().get("orderId")).isEqualTo("O-1001");
        assertThat(orders.query().where(model.customerId.eq("Ann-42")).all()).hasSize(1);
        assertThat(orders.query()
                        .where(model.customerId.eq("Ann-42").and(model.orderId.beginsWith("O-")))
                        .all())
                .hasSize(1);
        assertThat(orders.query(model.byStatus)
                        .where(model.status.eq("OPEN").and(model.placedAt.eq(1777636800123L)))
                        .all())
                .hasSize(1);
    }

    @Test
    @DisplayName("P6 no order is asked for of a part in lower case, or of a number without leading zeros")
    void noOrderOfPartsThatAreNotInOrder() {
        ElectroOrder model = new ElectroOrder("1");
        BloopTemplate<Row> orders = fill(List.of(model), List.of()).template(model);

        assertThatExceptionOfType(InvalidSearch.class)
                .isThrownBy(() -> orders.query()
                        .where(model.customerId.eq("Ann-42").and(model.orderId.gt("O")))
                        .all())
                .withMessageContaining("it takes customerId == value, and at most one of ==, <, <=, >, >=, between, "
                        + "begins_with on orderId, and only == and begins_with on orderId, whose letters the key has "
                        + "in one case.");
        assertThatExceptionOfType(InvalidSearch.class)
                .isThrownBy(() -> orders.query(model.byStatus)
                        .where(model.status.eq("OPEN").and(model.placedAt.gt(1L)))
                        .all())
                .withMessageContaining(", and only == and begins_with on placedAt, a number without leading zeros, and "
                        + "only == and begins_with on orderId, whose letters the key has in one case.");
    }

    @Test
    @DisplayName("P5 an update by request makes the key of an index of the parts of which the key of the item was made")
    void anUpdateKnowsThePartsOfItsKey() {
        ElectroOrder model = new ElectroOrder("1");
        List<Recorded> items = TablesOfOthers.items("electrodb");
        BloopTemplate<Row> orders = fill(List.of(model), items).template(model);

        orders.update("ANN-42", "o-1001")
                .set(model.placedAt, 5L)
                .set(model.status, "Paid")
                .run();

        Map<String, AttributeValue> expected = new HashMap<>(items.get(1).item());
        expected.put("placedAt", AttributeValue.fromN("5"));
        expected.put("status", s("Paid"));
        expected.put("gsi1pk", s("$shop#status_paid"));
        expected.put("gsi1sk", s("$order_1#placedat_5#orderid_o-1001"));
        assertThat(stored(model, expected)).isEqualTo(expected);
    }

    @Test
    @DisplayName("P5 an update by request is refused that needs the letters of a part which the key has in one case")
    void anUpdateDoesNotGuessLetters() {
        LettersModel model = new LettersModel();
        Engine engine = dynamoDb.engine();
        engine.bind(List.of(model));
        BloopTemplate<Row> rows = engine.template(model);
        rows.save(new Row().set("name", "Ann").set("status", "new"));

        assertThatExceptionOfType(InvalidWrite.class)
                .isThrownBy(() -> rows.update("ANN").set(model.status, "old").run())
                .withMessageContaining(
                        "changes the key 'byStatusKey', which is made of [status, name], and does not say "
                                + "what 'name' is");
        assertThatExceptionOfType(InvalidWrite.class)
                .isThrownBy(() -> rows.update(ItemMapper.of(model).key(Map.of("PK", s("ann"))))
                        .set(model.city, "Rome")
                        .run())
                .withMessageContaining("does not say what 'name' is");
        rows.update("ANN").set(model.city, "Rome").run();

        assertThat(dynamoDb.item("letters", Map.of("PK", s("ann"))))
                .isEqualTo(Map.of(
                        "PK", s("ann"),
                        "name", s("Ann"),
                        "status", s("new"),
                        "city", s("Rome"),
                        "byStatusKey", s("new#Ann"),
                        "byCityKey", s("ROME#ann")));
    }

    /** Has a part whose letters the table's key has in lower case, and one index as they are. */
    private static final class LettersModel extends ModelDefinition<Row> {

        private final StringColumn<Row, String> name = text("name");
        private final StringColumn<Row, String> status = text("status");
        private final StringColumn<Row, String> city = text("city");

        LettersModel() {
            super(Row.class, "Letters");
            table(t -> t.named("letters"));
            template("PK", "{name:lower}").hashKey();
            globalIndex("byStatus", IndexProjection.ALL).hashKey(template("byStatusKey", "{status}#{name}"));
            globalIndex("byCity", IndexProjection.ALL).hashKey(template("byCityKey", "{city:upper}#{name:lower}"));
        }

        private StringColumn<Row, String> text(String name) {
            return column(name, Types.STRING)
                    .getter(row -> (String) row.get(name))
                    .setter((row, value) -> row.set(name, value));
        }

        @Override
        protected Row create(Values<Row> values) {
            return new Row();
        }
    }

    @Test
    @DisplayName("P4 an update by request that creates an item writes the marks of ElectroDB")
    void anUpdateWritesTheMarks() {
        ElectroOrder model = new ElectroOrder("1");
        BloopTemplate<Row> orders = fill(List.of(model), List.of()).template(model);

        orders.update("Ann-42", "O-1").set(model.placedAt, 5L).run();

        assertThat(items())
                .containsExactly(Map.of(
                        "pk", s("$shop#customerid_ann-42"),
                        "sk", s("$order_1#orderid_o-1"),
                        "gsi1sk", s("$order_1#placedat_5#orderid_o-1"),
                        "customerId", s("Ann-42"),
                        "orderId", s("O-1"),
                        "placedAt", AttributeValue.fromN("5"),
                        "__edb_e__", s("order"),
                        "__edb_v__", s("1")));
    }

    @Test
    @DisplayName("P2 versions of an entity of ElectroDB are told apart by their keys")
    void versionsAreToldApart() {
        ElectroVersion first = new ElectroVersion("1");
        ElectroVersion second = new ElectroVersion("2");
        Engine engine = fill(List.of(first, second), List.of());
        engine.template(first).save(new Row().set("customerId", "A").set("orderId", "1"));
        engine.template(second).save(new Row().set("customerId", "A").set("orderId", "1"));

        assertThat(engine.template(first).scan().all()).hasSize(1);
        assertThat(items())
                .extracting(
                        item -> item.get("sk").s() + " " + item.get("__edb_e__").s() + " "
                                + item.get("__edb_v__").s())
                .containsExactlyInAnyOrder("$order_1#orderid_1 order 1", "$order_2#orderid_1 order 2");
    }

    @Test
    @DisplayName("P5 a key that was written in another case is kept")
    void aKeyInAnotherCaseIsKept() {
        ElectroOrder model = new ElectroOrder("1");
        Map<String, AttributeValue> item =
                new HashMap<>(TablesOfOthers.items("electrodb").get(1).item());
        item.put("sk", s("$order_1#orderid_O-1001"));
        BloopTemplate<Row> orders =
                fill(List.of(model), List.of(new Recorded("Order", item))).template(model);

        orders.save(orders.scan().all().get(0).set("note", "new"));

        item.put("note", s("new"));
        assertThat(items()).containsExactly(item);
    }

    /** Has a number without leading zeros in its key, and nowhere else. */
    private static final class NumberModel extends ModelDefinition<Row> {

        private final NumberColumn<Row, Integer> number = column("number", Types.INTEGER)
                .getter(row -> (Integer) row.get("number"))
                .setter((row, value) -> row.set("number", value))
                .keyOnly();

        NumberModel() {
            super(Row.class, "Number");
            table(t -> t.named("numbers"));
            template("PK", "N#{number:*}#").hashKey();
        }

        private Key<Row> key(int number) {
            return keyOf(number);
        }

        @Override
        protected Row create(Values<Row> values) {
            return new Row();
        }
    }

    @Test
    @DisplayName("P5 a number without leading zeros is printed and read as it is")
    void aNumberWithoutLeadingZeros() {
        NumberModel model = new NumberModel();
        Engine engine = dynamoDb.engine();
        engine.bind(List.of(model));
        engine.template(model).save(new Row().set("number", 10));
        ItemMapper<Row> mapper = ItemMapper.of(model);

        assertThat(dynamoDb.item("numbers", Map.of("PK", s("N#10#")))).isEqualTo(Map.of("PK", s("N#10#")));
        assertThat(engine.template(model).scan().all())
                .extracting(row -> row.get("number"))
                .containsExactly(10);
        assertThat(mapper.key(Map.of("PK", s("N#0#"))).get(model.number)).isZero();
        assertThat(mapper.key(Map.of("PK", s("N#010#"))).get(model.number)).isNull();
        assertThat(mapper.key(Map.of("PK", s("N#x#"))).get(model.number)).isNull();
        assertThatExceptionOfType(InvalidKey.class)
                .isThrownBy(() -> model.key(-10))
                .withMessageContaining("'number' in 'N#{number:*}#' as a whole number, without a sign")
                .withMessageContaining("-10");
    }

    /** Has a part of its key alone, in lower case. */
    private static final class LossyModel extends ModelDefinition<Row> {

        LossyModel() {
            super(Row.class, "Lossy");
            column("name", Types.STRING)
                    .getter(row -> (String) row.get("name"))
                    .setter((row, name) -> row.set("name", name))
                    .keyOnly();
            template("PK", "{name:upper}").hashKey();
        }

        @Override
        protected Row create(Values<Row> values) {
            return new Row();
        }
    }

    @Test
    @DisplayName("P5 a part in one case is no part of the key alone")
    void aPartInOneCaseHasAnAttribute() {
        assertThatExceptionOfType(InvalidModel.class)
                .isThrownBy(() -> new LossyModel().columns())
                .withMessage(
                        "Model Lossy is not valid (1 problem):\n  - Column 'name' is marked with keyOnly(), and the key "
                                + "has its letters in one case, so that its value would be lost; remove keyOnly(), so that it has "
                                + "an attribute, or let the key have the letters as they are.");
    }
}
