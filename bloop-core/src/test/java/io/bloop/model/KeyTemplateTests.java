package io.bloop.model;

import static io.bloop.testing.Orders.CUSTOMER;
import static io.bloop.testing.Orders.LINE;
import static io.bloop.testing.Orders.ORDER;
import static io.bloop.testing.Orders.VISIT;
import static io.bloop.testing.Orders.customer;
import static io.bloop.testing.Orders.order;
import static io.bloop.type.Types.INTEGER;
import static io.bloop.type.Types.STRING;
import static io.bloop.write.WriteOptions.onlyIf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.engine.ItemMapper;
import io.bloop.expression.InvalidCondition;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.Orders;
import io.bloop.testing.Orders.Line;
import io.bloop.testing.Orders.Order;
import io.bloop.testing.Orders.Visit;
import io.bloop.type.InvalidValue;
import io.bloop.write.InvalidWrite;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes and reads objects whose keys are made by templates, and looks at the items. */
@BothClients
class KeyTemplateTests {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final String NOON_TEXT = "2026-05-01T12:00:00.000000+00:00";

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private BloopTemplate<Order> orders;
    private BloopTemplate<Line> lines;
    private BloopTemplate<Visit> visits;

    @BeforeEach
    void bind() {
        Engine engine = dynamoDb.engine();
        engine.bind(Orders.models());
        orders = engine.template(ORDER);
        lines = engine.template(LINE);
        visits = engine.template(VISIT);
        engine.template(CUSTOMER).save(customer("42", "Ann"));
    }

    private static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }

    private Map<String, AttributeValue> stored(String pk, String sk) {
        return dynamoDb.item("shop", Map.of("PK", s(pk), "SK", s(sk)));
    }

    private static Map<String, AttributeValue> orderItem(@Nullable String status) {
        Map<String, AttributeValue> item = new HashMap<>(Map.of(
                "PK", s("CUSTOMER#42"),
                "SK", s("ORDER#1001"),
                "GSI1SK", s(NOON_TEXT + "#1001"),
                "customerId", s("42"),
                "orderId", s("1001"),
                "placedOn", s(NOON_TEXT),
                "total", AttributeValue.fromN("7")));
        if (status != null) {
            item.put("status", s(status));
            item.put("GSI1PK", s("STATUS#" + status));
        }
        return item;
    }

    @Test
    @DisplayName("P5 every way of writing an object writes the keys that its templates make, and the parts as columns")
    void everyWriteWritesTheKeys() {
        Map<String, AttributeValue> open = orderItem("open");

        orders.save(order("42", "1001", "open", NOON));
        assertThat(stored("CUSTOMER#42", "ORDER#1001")).isEqualTo(open);
        orders.deleteByKey(ORDER.key("42", "1001"));
        orders.insert(order("42", "1001", "open", NOON));
        assertThat(stored("CUSTOMER#42", "ORDER#1001")).isEqualTo(open);
        orders.replace(order("42", "1001", "paid", NOON));
        assertThat(stored("CUSTOMER#42", "ORDER#1001")).isEqualTo(orderItem("paid"));
        orders.bulk().replaceAll(List.of(order("42", "1001", "open", NOON)));
        assertThat(stored("CUSTOMER#42", "ORDER#1001")).isEqualTo(open);
        Engine engine = dynamoDb.engine();
        engine.bind(Orders.models());
        engine.writeTransaction(t -> t.save(order("42", "1001", "paid", NOON)));
        assertThat(stored("CUSTOMER#42", "ORDER#1001")).isEqualTo(orderItem("paid"));
        assertThat(ItemMapper.of(ORDER).write(order("42", "1001", "open", NOON)))
                .isEqualTo(open);
    }

    @Test
    @DisplayName("P5 a loaded object that changes a part of an index key changes the key, and nothing else")
    void aChangedPartChangesTheIndexKey() {
        orders.save(order("42", "1001", "open", NOON));
        Order order = orders.find("42", "1001").orElseThrow();

        dynamoDb.put("shop", with(orderItem("open"), "total", AttributeValue.fromN("99")));
        order.status = "paid";
        orders.save(order);

        assertThat(stored("CUSTOMER#42", "ORDER#1001"))
                .isEqualTo(with(orderItem("paid"), "total", AttributeValue.fromN("99")));
    }

    private static Map<String, AttributeValue> with(
            Map<String, AttributeValue> item, String name, AttributeValue value) {
        Map<String, AttributeValue> changed = new HashMap<>(item);
        changed.put(name, value);
        return changed;
    }

    @Test
    @DisplayName("P5 a part without a value leaves the item out of the index")
    void anAbsentPartLeavesTheItemOutOfTheIndex() {
        orders.save(order("42", "1001", null, NOON));
        assertThat(stored("CUSTOMER#42", "ORDER#1001")).isEqualTo(orderItem(null));
        orders.save(order("42", "1002", "open", NOON));

        assertThat(orders.scan(ORDER.byStatus).all()).extracting(o -> o.orderId).containsExactly("1002");

        Order order = orders.find("42", "1002").orElseThrow();
        order.status = null;
        orders.save(order);
        assertThat(orders.scan(ORDER.byStatus).count()).isZero();
    }

    @Test
    @DisplayName("P5 parts of the key alone have no attribute, and are read back from the key")
    void keyOnlyPartsAreReadFromTheKey() {
        Line line = new Line("1001", 7, "pen", 2);

        lines.save(line);

        assertThat(stored("ORDER#1001", "LINE#00007"))
                .isEqualTo(Map.of(
                        "PK", s("ORDER#1001"),
                        "SK", s("LINE#00007"),
                        "sku", s("pen"),
                        "quantity", AttributeValue.fromN("2")));
        assertThat(lines.find("1001", 7)).contains(line);
        assertThat(lines.query().where(LINE.orderId.eq("1001")).all()).containsExactly(line);
        assertThat(lines.query()
                        .where(LINE.orderId.eq("1001"))
                        .select(LINE.sku, LINE.quantity)
                        .all())
                .containsExactly(line);
        lines.delete(line);
        assertThat(lines.find("1001", 7)).isEmpty();
    }

    @Test
    @DisplayName("P5 an attribute that has the name of a part of the key alone is not read")
    void anAttributeOfThatNameIsNotRead() {
        dynamoDb.put(
                "shop",
                Map.of(
                        "PK", s("ORDER#1001"),
                        "SK", s("LINE#00007"),
                        "line", AttributeValue.fromN("8"),
                        "orderId", s("1002"),
                        "sku", s("pen"),
                        "quantity", AttributeValue.fromN("2")));

        assertThat(lines.query().where(LINE.orderId.eq("1001")).all()).containsExactly(new Line("1001", 7, "pen", 2));
    }

    @Test
    @DisplayName("P5 a key of another form is refused where a part has to be read from it")
    void aKeyOfAnotherFormIsRefused() {
        dynamoDb.put("shop", Map.of("PK", s("ORDER#1001"), "SK", s("LINE#7")));

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> lines.query().where(LINE.orderId.eq("1001")).all())
                .withMessage(
                        "Cannot read Line.line of Line(PK=S \"ORDER#1001\", SK=S \"LINE#7\"): expected a key of the "
                                + "form 'LINE#{line:5}', found a key of another form.");
    }

    @Test
    @DisplayName("P5 a key is built of its parts, and gives them back with their types")
    void aKeyIsBuiltAndParsed() {
        Key<Order> key = ORDER.key("42", "1001");

        assertThat(key.attributes()).isEqualTo(Map.of("PK", s("CUSTOMER#42"), "SK", s("ORDER#1001")));
        assertThat(key).hasToString("Order(PK=S \"CUSTOMER#42\", SK=S \"ORDER#1001\")");
        assertThat(key.get(ORDER.customerId)).isEqualTo("42");
        assertThat(key.get(ORDER.sk)).isEqualTo("ORDER#1001");
        Key<Line> parsed =
                ItemMapper.of(LINE).key(Map.of("PK", s("ORDER#1001"), "SK", s("LINE#00012"), "sku", s("pen")));
        assertThat(parsed).isEqualTo(LINE.keyOf("1001", 12));
        assertThat(parsed.get(LINE.line)).isEqualTo(12);
        assertThatExceptionOfType(InvalidColumn.class)
                .isThrownBy(() -> key.get(ORDER.total))
                .withMessage(
                        "The key of Order does not hold 'total'; ask for a key column, or for a part of its template.");
        assertThatExceptionOfType(InvalidKey.class)
                .isThrownBy(() -> ORDER.keyOf("42"))
                .withMessage("Cannot make a key of Order: expected [customerId (String), orderId (String)], found "
                        + "[String].");
    }

    @ParameterizedTest
    @CsvSource({"0,00000", "1,00001", "99999,99999"})
    @DisplayName("P5 a number has the digits of its width")
    void aNumberHasItsWidth(int number, String digits) {
        assertThat(LINE.keyOf("1001", number).attributes()).containsEntry("SK", s("LINE#" + digits));
        assertThat(LINE.keyOf("1001", number).get(LINE.line)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"-1", "100000"})
    @DisplayName("P5 a number that does not fit its width is refused when it is saved")
    void aNumberBeyondItsWidthIsRefused(int number) {
        assertThatExceptionOfType(InvalidKey.class)
                .isThrownBy(() -> lines.save(new Line("1001", number, "pen", 1)))
                .withMessage("Cannot make a key of Line: expected 'line' in 'LINE#{line:5}' as a number of at most 5 "
                        + "digits, without a sign, found " + number + ".");
    }

    /** Has parts of every kind one after another. */
    record Note(String team, String user, int number, String kind) {}

    static final class NoteModel extends ModelDefinition<Note> {
        final StringColumn<Note, String> team =
                column("team", STRING).getter(Note::team).keyOnly();
        final StringColumn<Note, String> user =
                column("user", STRING).getter(Note::user).keyOnly();
        final NumberColumn<Note, Integer> number =
                column("number", INTEGER.orElse(0)).getter(Note::number).keyOnly();
        final StringColumn<Note, String> kind =
                column("kind", STRING).getter(Note::kind).keyOnly();
        final StringColumn<Note, String> id =
                template("id", "{team}##{user}/NOTE").hashKey();
        final StringColumn<Note, String> at = template("at", "{number:3}{kind}").rangeKey();

        NoteModel() {
            super(Note.class);
        }

        @Override
        protected Note create(Values<Note> values) {
            return new Note(values.get(team), values.get(user), values.get(number, 0), values.get(kind));
        }
    }

    @Test
    @DisplayName("P5 parts are read back whatever stands between them")
    void partsAreReadBack() {
        BloopTemplate<Note> notes = dynamoDb.engine().template(new NoteModel());
        for (Note note : List.of(
                new Note("a", "b", 1, "x"), new Note("a#b", "#c", 22, "#/NOTE##"), new Note("/NOTE", "##", 333, "1"))) {
            notes.save(note);
            assertThat(notes.find(note.team(), note.user(), note.number(), note.kind()))
                    .contains(note);
        }
    }

    @ParameterizedTest
    @CsvSource({"a##b,c,team,'##'", "a#,c,team,'##'", "a,b/NOTE,user,'/NOTE'"})
    @DisplayName("P5 a text that holds the separator which follows it is refused when it is saved")
    void aSeparatorInATextIsRefused(String team, String user, String part, String separator) {
        BloopTemplate<Note> notes = dynamoDb.engine().template(new NoteModel());
        String text = part.equals("team") ? team : user;

        assertThatExceptionOfType(InvalidKey.class)
                .isThrownBy(() -> notes.save(new Note(team, user, 1, "x")))
                .withMessage(
                        "Cannot make a key of Note: expected '" + part + "' in '{team}##{user}/NOTE' as a text without "
                                + "the separator '" + separator + "' that follows it, found '" + text + "'.");
        assertThatExceptionOfType(InvalidKey.class).isThrownBy(() -> notes.find(team, user, 1, "x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|is empty; give it a text or a part",
                "A#{id|has a brace without its counterpart; write each part as {name}",
                "A}#{id}|has a brace without its counterpart; write each part as {name}",
                "{}|has the part '{}'; write {name}, or {name:5} for a number of at most 5 digits, {name:*} for a number "
                        + "without leading zeros, and {name:lower} or {name:upper} for a text whose letters the key has in one "
                        + "case",
                "{number:0}|has the part '{number:0}'; write {name}, or {name:5} for a number of at most 5 digits, {name:*} for a number "
                        + "without leading zeros, and {name:lower} or {name:upper} for a text whose letters the key has in one "
                        + "case",
                "{id}#{id}|has the part 'id' twice; keep it once",
                "{id}{name}|has nothing between 'id' and 'name', so that nobody can tell where the first ends; put a separator "
                        + "such as # between them",
                "{idd}|names 'idd', and there is no such column. Did you mean 'id'?",
                "{id:5}|names 'id', which is a text, and only numbers have a width; leave the width out.",
                "{number}|names 'number', which is a number and needs a width, so that keys are in the order of the numbers; write "
                        + "{number:5} for at most 5 digits.",
                "{words}|names 'words', whose type Set<String> cannot be a part of a key; a part is stored as a string, or is a "
                        + "whole number.",
                "{moved}|names 'moved', which the engine itself writes; name a column that objects have a value for.",
                "{key}|names 'key', which is made by a template too; name the parts of that one."
            })
    @DisplayName("P5 a template whose keys could not be read back is refused when the definition is used")
    void aWrongTemplateIsRefused(String template, String problem) {
        Blank model = new Blank();
        model.string("id").hashKey();
        model.string("name");
        model.number("number");
        model.strings("words");
        model.instant("moved").modified();
        model.key("key", "#{id}");
        model.key("other", template);

        assertThatExceptionOfType(InvalidModel.class)
                .isThrownBy(model::columns)
                .withMessage("Model Thing is not valid (1 problem):\n  - The template of 'other', '" + template + "', "
                        + problem + (problem.endsWith(".") || problem.endsWith("?") ? "" : "."));
    }

    @Test
    @DisplayName("P5 a column that is only in the key is a part of the table's key")
    void aKeyOnlyColumnIsInTheTablesKey() {
        Blank model = new Blank();
        model.string("id").hashKey();
        model.string("name").keyOnly();

        assertThatExceptionOfType(InvalidModel.class)
                .isThrownBy(model::columns)
                .withMessage(
                        "Model Thing is not valid (1 problem):\n  - Column 'name' is marked with keyOnly(), and no "
                                + "template of the table's keys names it, so that its value would be lost; name it in one, or "
                                + "remove keyOnly().");
    }

    @Test
    @DisplayName("P5 an empty text is no part of a key")
    void anEmptyTextIsRefused() {
        assertThatExceptionOfType(InvalidKey.class)
                .isThrownBy(() -> orders.save(order("", "1001", "open", NOON)))
                .withMessage(
                        "Cannot make a key of Order: expected 'customerId' in 'CUSTOMER#{customerId}' as a text that "
                                + "is not empty, found an empty one.");
    }

    @Test
    @DisplayName("P5 a missing part of the table's key is named")
    void aMissingPartIsNamed() {
        assertThatExceptionOfType(MissingKey.class)
                .isThrownBy(() -> orders.save(order("42", null, "open", NOON)))
                .withMessage(
                        "Order(PK=S \"CUSTOMER#42\", SK=nothing) has no value for 'orderId', the part of the range "
                                + "key 'ORDER#{orderId}' of Order; set it first.");
    }

    @Test
    @DisplayName("P5 an object whose part has changed is another item, and the one that it came from stays")
    void anotherPartIsAnotherItem() {
        orders.save(order("42", "1001", "open", NOON));
        Order order = orders.find("42", "1001").orElseThrow();

        order.orderId = "1002";
        orders.save(order);

        assertThat(stored("CUSTOMER#42", "ORDER#1001")).isEqualTo(orderItem("open"));
        assertThat(stored("CUSTOMER#42", "ORDER#1002"))
                .containsEntry("orderId", s("1002"))
                .containsEntry("GSI1SK", s(NOON_TEXT + "#1002"));
    }

    @Test
    @DisplayName("E18 an object keeps the key under which it was loaded, also where a part of it has another text")
    void aLoadedObjectKeepsItsKey() {
        String key = "VISIT#2026-05-01T12:00:00Z#home";
        dynamoDb.put("shop", Map.of("PK", s("CUSTOMER#42"), "SK", s(key), "customerId", s("42")));

        Visit visit = visits.query().where(VISIT.customerId.eq("42")).one();
        assertThat(visit).isEqualTo(new Visit("42", NOON, "home"));
        visits.save(visit);

        assertThat(stored("CUSTOMER#42", key)).containsKeys("at", "page");
        assertThat(visits.scan().count()).isOne();
        visits.delete(visits.scan().one());
        assertThat(visits.scan().count()).isZero();
    }

    @Test
    @DisplayName("P5 an object from an index of keys has the parts of the keys, and saving it unchanged writes nothing")
    void partsComeFromTheKeysOfAnIndex() {
        orders.save(order("42", "1001", "open", NOON));

        Order order =
                orders.query(ORDER.byStatus).where(ORDER.status.eq("open")).one();

        assertThat(order.customerId).isEqualTo("42");
        assertThat(order.orderId).isEqualTo("1001");
        assertThat(order.status).isEqualTo("open");
        assertThat(order.placedOn).isEqualTo(NOON);
        dynamoDb.put("shop", with(orderItem("open"), "status", s("else")));
        orders.save(order);
        assertThat(stored("CUSTOMER#42", "ORDER#1001")).containsEntry("status", s("else"));
        order.status = "paid";
        orders.save(order);
        assertThat(stored("CUSTOMER#42", "ORDER#1001")).isEqualTo(orderItem("paid"));
    }

    @Test
    @DisplayName("P5 an update by request of a part makes the index key anew, of the request and of the key")
    void anUpdateMakesTheIndexKeyAnew() {
        orders.save(order("42", "1001", "open", NOON));

        orders.update("42", "1001").set(ORDER.status, "paid").run();
        assertThat(stored("CUSTOMER#42", "ORDER#1001")).isEqualTo(orderItem("paid"));
        orders.update("42", "1001").remove(ORDER.status).run();
        assertThat(stored("CUSTOMER#42", "ORDER#1001")).isEqualTo(orderItem(null));
        orders.update("42", "1001").set(ORDER.placedOn, NOON.plusSeconds(1)).run();
        assertThat(stored("CUSTOMER#42", "ORDER#1001"))
                .containsEntry("GSI1SK", s("2026-05-01T12:00:01.000000+00:00#1001"));
    }

    @Test
    @DisplayName("P4 an update by request that creates an item stores the parts that the key tells")
    void anUpdateThatCreatesStoresTheParts() {
        orders.update("42", "1003").add(ORDER.total, 5L).run();

        assertThat(stored("CUSTOMER#42", "ORDER#1003"))
                .isEqualTo(Map.of(
                        "PK", s("CUSTOMER#42"),
                        "SK", s("ORDER#1003"),
                        "customerId", s("42"),
                        "orderId", s("1003"),
                        "total", AttributeValue.fromN("5")));
    }

    @Test
    @DisplayName("P5 an update by request that cannot make a key is refused")
    void anUpdateThatCannotMakeAKeyIsRefused() {
        assertThatExceptionOfType(InvalidWrite.class)
                .isThrownBy(() -> orders.update("42", "1001").set(ORDER.orderId, "1002"))
                .withMessage(
                        "The update of Order(PK=S \"CUSTOMER#42\", SK=S \"ORDER#1001\") writes 'orderId', from which "
                                + "the key 'SK' is computed, and keys never change; insert the object under its new key, and "
                                + "delete the old one.");
        assertThatExceptionOfType(InvalidWrite.class)
                .isThrownBy(() -> orders.update("42", "1001").set(ORDER.statusKey, "STATUS#paid"))
                .withMessage("The update of Order(PK=S \"CUSTOMER#42\", SK=S \"ORDER#1001\") writes 'GSI1PK', which is "
                        + "made of [status]; write these.");
        assertThatExceptionOfType(InvalidWrite.class)
                .isThrownBy(() -> orders.update("42", "1001")
                        .setIfAbsent(ORDER.status, "paid")
                        .run())
                .withMessage(
                        "The update of Order(PK=S \"CUSTOMER#42\", SK=S \"ORDER#1001\") leaves it to DynamoDB what "
                                + "'status' becomes, of which the key 'GSI1PK' is made; use set() or remove(), or save the "
                                + "object.");
    }

    @Test
    @DisplayName("P5 a condition on a part of the key alone is refused, since it has no attribute")
    void aConditionOnAKeyOnlyPartIsRefused() {
        assertThatExceptionOfType(InvalidCondition.class)
                .isThrownBy(() -> lines.save(new Line("1001", 7, "pen", 1), onlyIf(LINE.line.eq(7))))
                .withMessage(
                        "'Line.line' is only a part of the key, and has no attribute that a condition or an update "
                                + "could name; ask for it in where(), or store it as a column too.");
    }
}
