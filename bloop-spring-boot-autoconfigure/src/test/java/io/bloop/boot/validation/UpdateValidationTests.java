package io.bloop.boot.validation;

import static io.bloop.boot.validation.OrderModel.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bloop.boot.LocalDynamoDb;
import io.bloop.boot.validation.LineDocument.Place;
import io.bloop.boot.validation.Order.Line;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.engine.TableNames;
import io.bloop.expression.ListPath;
import io.bloop.expression.MapPath;
import io.bloop.write.Update;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path.Node;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an update by request writes is validated as if it were part of an object: every action, path and way. */
class UpdateValidationTests {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private static final Place<Order> LINE = new Place<>(ORDER.line);
    private static final Line GOOD = Line.of("a", 1);
    private static final Line BAD = Line.of("", 1);

    private final Engine engine = Engine.builder(LocalDynamoDb.client())
            .tableNames(TableNames.template(LocalDynamoDb.prefix() + "{table_name}"))
            .listener(new ModelValidation(VALIDATOR, List.of()))
            .build();
    private final BloopTemplate<Order> orders = engine.template(ORDER);

    /** An action on a kind of place, with a value that is refused and one that is not. */
    private record Case(
            String name, UnaryOperator<Update<Order>> bad, UnaryOperator<Update<Order>> good, String... at) {

        @Override
        public String toString() {
            return name;
        }
    }

    private enum Way {
        ALONE((engine, update) -> update.run()),
        ALONE_AND_RETURNED((engine, update) -> update.returnNew()),
        IN_A_TRANSACTION((engine, update) -> engine.writeTransaction(tx -> tx.update(update))),
        IN_A_PREPARED_TRANSACTION((engine, update) ->
                engine.prepareTransaction(tx -> tx.update(update)).commit());

        private final BiConsumer<Engine, Update<Order>> send;

        Way(BiConsumer<Engine, Update<Order>> send) {
            this.send = send;
        }
    }

    static Stream<Case> cases() {
        Place<Order> second = new Place<>(ORDER.lines.at(1));
        Place<Order> old = new Place<>(ORDER.oldStyle.at(0));
        Place<Order> named = new Place<>(ORDER.byName.key("x"));
        MapPath<Order, String, String> cell = (MapPath<Order, String, String>) ORDER.grid.at(1);
        ListPath<Order, String> label = second.labels;
        Line deep = Line.of("a", 1);
        deep.next = Line.of("b", 0);
        return Stream.of(
                new Case("set a column", u -> u.set(ORDER.note, "123456"), u -> u.set(ORDER.note, "1"), "note"),
                new Case("set to null", u -> u.set(ORDER.note, null), u -> u.set(ORDER.total, null), "note"),
                new Case("remove a column", u -> u.remove(ORDER.note), u -> u.remove(ORDER.total), "note"),
                new Case(
                        "set if absent",
                        u -> u.setIfAbsent(ORDER.total, -1L),
                        u -> u.setIfAbsent(ORDER.total, 1L),
                        "total"),
                new Case("set a document", u -> u.set(ORDER.line, BAD), u -> u.set(ORDER.line, GOOD), "line.sku"),
                new Case(
                        "set a document if absent",
                        u -> u.setIfAbsent(ORDER.line, BAD),
                        u -> u.setIfAbsent(ORDER.line, GOOD),
                        "line.sku"),
                new Case(
                        "set a document that holds one",
                        u -> u.set(ORDER.line, deep),
                        u -> u.set(ORDER.line, GOOD),
                        "line.next.quantity"),
                new Case("set a member", u -> u.set(LINE.sku, " "), u -> u.set(LINE.sku, "b"), "line.sku"),
                new Case(
                        "set a member if absent",
                        u -> u.setIfAbsent(LINE.quantity, 0),
                        u -> u.setIfAbsent(LINE.quantity, 1),
                        "line.quantity"),
                new Case("remove a member", u -> u.remove(LINE.sku), u -> u.remove(LINE.quantity), "line.sku"),
                new Case(
                        "set a document in a document",
                        u -> u.set(LINE.next(), BAD),
                        u -> u.set(LINE.next(), GOOD),
                        "line.next.sku"),
                new Case(
                        "set a member two documents deep",
                        u -> u.set(LINE.next().quantity, 0),
                        u -> u.set(LINE.next().quantity, 1),
                        "line.next.quantity"),
                new Case(
                        "set a list of documents",
                        u -> u.set(ORDER.lines, List.of(GOOD, BAD)),
                        u -> u.set(ORDER.lines, List.of(GOOD)),
                        "lines[1].sku"),
                new Case(
                        "set too long a list",
                        u -> u.set(ORDER.lines, List.of(GOOD, GOOD, GOOD, GOOD)),
                        u -> u.set(ORDER.lines, List.of()),
                        "lines"),
                new Case(
                        "append a document",
                        u -> u.append(ORDER.lines, List.of(GOOD, BAD)),
                        u -> u.append(ORDER.lines, List.of(GOOD, GOOD, GOOD, GOOD)),
                        "lines[1].sku"),
                new Case(
                        "prepend a document",
                        u -> u.prepend(ORDER.lines, List.of(BAD)),
                        u -> u.prepend(ORDER.lines, List.of(GOOD)),
                        "lines[0].sku"),
                new Case(
                        "set an element",
                        u -> u.set(ORDER.lines.at(1), BAD),
                        u -> u.set(ORDER.lines.at(1), GOOD),
                        "lines[1].sku"),
                new Case(
                        "set a member of an element",
                        u -> u.set(second.quantity, 0),
                        u -> u.set(second.quantity, 2),
                        "lines[1].quantity"),
                new Case(
                        "remove a member of an element",
                        u -> u.remove(second.sku),
                        u -> u.remove(second.quantity),
                        "lines[1].sku"),
                new Case(
                        "append to a list in an element",
                        u -> u.append(label, List.of("x", "")),
                        u -> u.append(label, List.of("x")),
                        "lines[1].labels[1].<list element>"),
                new Case(
                        "set an element of a list in an element",
                        u -> u.set(label.at(0), ""),
                        u -> u.set(label.at(0), "x"),
                        "lines[1].labels[0].<list element>"),
                new Case(
                        "append where the list itself is marked",
                        u -> u.append(ORDER.oldStyle, List.of(BAD)),
                        u -> u.append(ORDER.oldStyle, List.of(GOOD)),
                        "oldStyle[0].sku"),
                new Case(
                        "set a member where the list itself is marked",
                        u -> u.set(old.sku, ""),
                        u -> u.set(old.sku, "x"),
                        "oldStyle[0].sku"),
                new Case(
                        "set a list of strings",
                        u -> u.set(ORDER.names, List.of("a", "")),
                        u -> u.set(ORDER.names, List.of("a", "b")),
                        "names[1].<list element>"),
                new Case(
                        "set too short a list",
                        u -> u.set(ORDER.names, List.of("a")),
                        u -> u.append(ORDER.names, List.of("a")),
                        "names"),
                new Case(
                        "append a string",
                        u -> u.append(ORDER.names, List.of("")),
                        u -> u.append(ORDER.names, List.of("x")),
                        "names[0].<list element>"),
                new Case(
                        "prepend a string",
                        u -> u.prepend(ORDER.names, List.of("x", "")),
                        u -> u.prepend(ORDER.names, List.of("x")),
                        "names[1].<list element>"),
                new Case(
                        "set a string in a list",
                        u -> u.set(ORDER.names.at(1), ""),
                        u -> u.set(ORDER.names.at(1), "x"),
                        "names[1].<list element>"),
                new Case(
                        "set a set",
                        u -> u.set(ORDER.tags, Set.of("")),
                        u -> u.set(ORDER.tags, Set.of("x")),
                        "tags[].<iterable element>"),
                new Case(
                        "add to a set",
                        u -> u.add(ORDER.tags, Set.of("")),
                        u -> u.add(ORDER.tags, Set.of("x")),
                        "tags[].<iterable element>"),
                new Case(
                        "set a map of documents",
                        u -> u.set(ORDER.byName, Map.of("y", BAD)),
                        u -> u.set(ORDER.byName, Map.of("y", GOOD)),
                        "byName[y].sku"),
                new Case(
                        "set a document in a map",
                        u -> u.set(ORDER.byName.key("x"), BAD),
                        u -> u.set(ORDER.byName.key("x"), GOOD),
                        "byName[x].sku"),
                new Case(
                        "set a member in a map",
                        u -> u.set(named.quantity, 0),
                        u -> u.set(named.quantity, 1),
                        "byName[x].quantity"),
                new Case(
                        "set a number in a map",
                        u -> u.set(ORDER.counts.key("x"), -1),
                        u -> u.set(ORDER.counts.key("x"), 1),
                        "counts[x].<map value>"),
                new Case(
                        "set a map in a list",
                        u -> u.set(cell, Map.of("k", "")),
                        u -> u.set(cell, Map.of("k", "v")),
                        "grid[1].<list element>[k].<map value>"),
                new Case(
                        "set a value of a map in a list",
                        u -> u.set(cell.key("k"), ""),
                        u -> u.set(cell.key("k"), "v"),
                        "grid[1].<list element>[k].<map value>"),
                new Case(
                        "append a map",
                        u -> u.append(ORDER.grid, List.of(Map.of("k", ""))),
                        u -> u.append(ORDER.grid, List.of(Map.of("k", "v"))),
                        "grid[0].<list element>[k].<map value>"),
                new Case(
                        "several at once",
                        u -> u.set(ORDER.note, null).set(ORDER.line, BAD).append(ORDER.names, List.of("")),
                        u -> u.set(ORDER.note, "").set(ORDER.line, GOOD),
                        "note",
                        "line.sku",
                        "names[0].<list element>"));
    }

    static Stream<Arguments> casesInEveryWay() {
        return cases().flatMap(checked -> Arrays.stream(Way.values()).map(way -> Arguments.of(checked, way)));
    }

    @BeforeEach
    void storeAnItemThatHasItAll() {
        Order order = new Order();
        order.id = "1";
        order.note = "old";
        order.line = Line.of("old", 9);
        order.line.next = Line.of("old", 9);
        order.unchecked = Line.of("old", 9);
        order.lines = new ArrayList<>(List.of(Line.of("old", 9), Line.of("old", 9)));
        order.lines.get(1).labels = List.of("old", "old");
        order.oldStyle = List.of(Line.of("old", 9));
        order.names = List.of("old", "old");
        order.tags = Set.of("old");
        order.byName = new LinkedHashMap<>(Map.of("x", Line.of("old", 9)));
        order.counts = Map.of("x", 9);
        order.grid = List.of(Map.of("k", "old"), Map.of("k", "old"));
        orders.save(order);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("casesInEveryWay")
    @DisplayName("E8 a value that an object could not be saved with is not written by an update either")
    void refusesWhatAnObjectCouldNotBeSavedWith(Case checked, Way way) {
        Map<String, AttributeValue> before = stored();
        Update<Order> update = checked.bad().apply(orders.update("1"));

        ConstraintViolationException refused =
                catchThrowableOfType(ConstraintViolationException.class, () -> way.send.accept(engine, update));

        assertThat(refused).as("refused").isNotNull();
        assertThat(refused.getConstraintViolations())
                .extracting(violation -> violation.getPropertyPath().toString())
                .containsExactlyInAnyOrder(checked.at());
        assertThat(stored()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("casesInEveryWay")
    @DisplayName("E8 a value that an object could be saved with is written")
    void writesWhatAnObjectCouldBeSavedWith(Case checked, Way way) {
        Update<Order> update = checked.good().apply(orders.update("1"));

        assertThatCode(() -> way.send.accept(engine, update)).doesNotThrowAnyException();
    }

    static Stream<Case> unchecked() {
        Place<Order> line = new Place<>(ORDER.unchecked);
        return Stream.of(
                new Case("a document that is not marked", u -> u.set(ORDER.unchecked, BAD), null),
                new Case("a member of a document that is not marked", u -> u.set(line.sku, ""), null),
                new Case("a number that is added", u -> u.add(ORDER.total, -1L), null),
                new Case("what is deleted from a set", u -> u.delete(ORDER.tags, Set.of("")), null),
                new Case("an element that is removed", u -> u.remove(ORDER.names.at(0)), null),
                new Case("an entry that is removed", u -> u.remove(ORDER.byName.key("x")), null),
                new Case("what another place holds", u -> u.setFrom(ORDER.note, ORDER.id), null));
    }

    @ParameterizedTest
    @MethodSource("unchecked")
    @DisplayName("E8 what is not known, and what is not validated in an object, is left alone")
    void leavesAloneWhatIsNotValidatedInAnObject(Case checked) {
        assertThatCode(() -> checked.bad().apply(orders.update("1")).run()).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("E8 a violation has the path, the value and the classes that it has in an object")
    void tellsViolationsAsThoseOfAnObject() {
        Order order = new Order();
        order.id = "1";
        order.note = "";
        order.lines = List.of(GOOD, BAD);
        ConstraintViolation<Order> expected =
                VALIDATOR.validate(order).iterator().next();

        ConstraintViolation<?> found = catchThrowableOfType(
                        ConstraintViolationException.class,
                        () -> orders.update("1").set(ORDER.lines.at(1), BAD).run())
                .getConstraintViolations()
                .iterator()
                .next();

        assertThat(nodes(found)).isEqualTo(nodes(expected));
        assertThat(found.getPropertyPath())
                .hasToString(expected.getPropertyPath().toString());
        assertThat(found.getInvalidValue()).isEqualTo("");
        assertThat(found.getLeafBean()).isSameAs(BAD);
        assertThat(found.getRootBean()).isNull();
        assertThat(found.getRootBeanClass()).isEqualTo(Order.class);
        assertThat(found.getMessage()).isEqualTo(expected.getMessage());
        assertThat(found).hasToString("lines[1].sku of io.bloop.boot.validation.Order: must not be blank");
    }

    private static List<String> nodes(ConstraintViolation<?> violation) {
        List<String> nodes = new ArrayList<>();
        for (Node node : violation.getPropertyPath()) {
            assertThat(node.getKind()).isEqualTo(ElementKind.PROPERTY);
            nodes.add(node.getName() + " " + node.isInIterable() + " " + node.getIndex() + " " + node.getKey());
        }
        return nodes;
    }

    private Map<String, AttributeValue> stored() {
        return LocalDynamoDb.client()
                .getItem(r -> r.tableName(engine.tables().get(ORDER)).key(Map.of("id", AttributeValue.fromS("1"))))
                .item();
    }
}
