package io.bloop.model;

import static io.bloop.testing.Mappings.mapping;
import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bloop.expression.DocumentPath;
import io.bloop.expression.NumberPath;
import io.bloop.expression.Path;
import io.bloop.expression.SetPath;
import io.bloop.type.DocumentType;
import io.bloop.type.InvalidType;
import io.bloop.type.Member;
import io.bloop.type.MemberValues;
import io.bloop.type.StringType;
import io.bloop.type.Type;
import io.bloop.type.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ColumnDeclarationTests {

    /** A model of maps whose columns a test declares. */
    private static final class MapModel extends ModelDefinition<Map<String, Object>> {

        private final StringColumn<Map<String, Object>, String> id =
                column("id", STRING).getter(map -> (String) map.get("id")).setter((map, value) -> map.put("id", value));

        MapModel() {
            super(Map.class, "Thing");
            id.hashKey();
        }

        @SuppressWarnings("unchecked") // the map is filled with the values of its columns
        <V> Column<Map<String, Object>, V> add(String name, Type<V> type) {
            return column(name, type).getter(map -> (V) map.get(name)).setter((map, value) -> map.put(name, value));
        }

        @Override
        protected Map<String, Object> create(Values<Map<String, Object>> values) {
            return new HashMap<>();
        }
    }

    record Point(Integer x) {}

    private static final class PointType extends DocumentType<Point> {

        private final Member<Point, Integer> x = member("x", Types.INTEGER).getter(Point::x);

        PointType() {
            super(Point.class);
        }

        @Override
        protected Point create(MemberValues<Point> values) {
            return new Point(values.get(x));
        }
    }

    private static final class PointPath<M> extends DocumentPath<M, Point> {

        PointPath(Path<M, Point> place) {
            super(place);
        }

        <V> Path<M, V> any(String name, Type<V> type) {
            return member(name, type);
        }
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(STRING, StringColumn.class),
                Arguments.of(StringType.of(Point.class, Point::toString, text -> new Point(1)), StringColumn.class),
                Arguments.of(Types.LONG.orElse(0L), NumberColumn.class),
                Arguments.of(Types.BYTES, BinaryColumn.class),
                Arguments.of(Types.BOOLEAN, BooleanColumn.class),
                Arguments.of(Types.setOf(STRING), SetColumn.class),
                Arguments.of(Types.listOf(STRING), ListColumn.class),
                Arguments.of(Types.mapOf(STRING), MapColumn.class),
                Arguments.of(new PointType(), DocumentColumn.class),
                Arguments.of(Types.DYNAMIC, DynamicColumn.class));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("M14 a column of a type that is only known at run time is of the kind of its type")
    void aColumnIsOfTheKindOfItsType(Type<?> type, Class<?> kind) {
        MapModel model = new MapModel();
        Column<Map<String, Object>, ?> column = model.add("value", type);
        assertThat((Object) column).isInstanceOf(kind);
        assertThat((Object) column.type()).isSameAs(type);
        assertThat((Object) model.column("value")).isSameAs(column);
    }

    @Test
    @DisplayName("M14 a column of a type that is only known at run time is read and written by its functions")
    void aColumnIsReadAndWrittenByItsFunctions() {
        MapModel model = new MapModel();
        model.add("count", Types.LONG);
        Map<String, AttributeValue> item = Map.of("id", AttributeValue.fromS("a"), "count", AttributeValue.fromN("3"));

        Map<String, Object> map = mapping(model).read(item, this);

        assertThat(map).isEqualTo(Map.of("id", "a", "count", 3L));
        assertThat(mapping(model).item(map)).isEqualTo(item);
    }

    /** A class whose columns a test declares. */
    private static final class BareModel extends ModelDefinition<Point> {

        BareModel(Consumer<StringColumn<Point, String>> functions) {
            super(Point.class);
            functions.accept(column("id", STRING).hashKey());
        }

        @Override
        protected Point create(Values<Point> values) {
            return new Point(1);
        }
    }

    private static final class BareGroup extends ColumnGroup<Point> {

        BareGroup(ModelDefinition<Point> model) {
            super(model);
            column("note", STRING);
        }
    }

    @Test
    @DisplayName("M25 a column with a setter and without a getter is refused")
    void refusesASetterWithoutAGetter() {
        BareModel model = new BareModel(column -> column.setter((point, value) -> {}));
        assertThatExceptionOfType(InvalidModel.class)
                .isThrownBy(model::columns)
                .withMessageEndingWith("- Column 'id' has a setter and no getter; give it a getter as well.");
    }

    @Test
    @DisplayName("M25 a column of a group without a getter is refused")
    void refusesAGroupsColumnWithoutAGetter() {
        BareModel model = new BareModel(column -> column.getter(Point::toString));
        new BareGroup(model);
        assertThatExceptionOfType(InvalidModel.class)
                .isThrownBy(model::columns)
                .withMessageEndingWith(
                        "- Column 'note' of BareGroup has no getter; give it one, since a group cannot read "
                                + "objects itself.");
    }

    @Test
    @DisplayName("E21 a column without functions of a definition that reads nothing itself is named")
    void refusesAColumnThatNobodyReads() {
        BareModel model = new BareModel(column -> {});
        assertThatExceptionOfType(InvalidModel.class)
                .isThrownBy(() -> mapping(model).item(new Point(1)))
                .withMessageEndingWith(
                        "- Column 'id' has no getter, and the definition does not override get(); give the "
                                + "column a getter, and a setter where objects are filled.");
    }

    @Test
    @DisplayName("E21 a column without a type is refused where it is declared")
    void refusesAColumnWithoutAType() {
        MapModel model = new MapModel();
        Type<?> unknown = Map.<String, Type<?>>of("text", STRING).get("txt");
        assertThatExceptionOfType(InvalidModel.class)
                .isThrownBy(() -> model.add("value", unknown))
                .withMessageEndingWith("- Column 'value' has the type null, because the type is unknown "
                        + "or is declared further down; give it a type.");
    }

    @Test
    @DisplayName("M14 a set may have elements of a type that is only known at run time")
    void aSetHasElementsOfAnyType() {
        Type<Long> element = Types.LONG;
        assertThat(Types.setOfAny(element)).hasToString("Set<Long>");
        assertThat(List.of(
                        Types.setOfAny(STRING).tag().name(),
                        Types.setOfAny(element).tag().name(),
                        Types.setOfAny(Types.BYTES).tag().name()))
                .containsExactly("SS", "NS", "BS");
    }

    @Test
    @DisplayName("E21 a set of elements that DynamoDB has no sets of is refused")
    void refusesASetOfOtherElements() {
        assertThatExceptionOfType(InvalidType.class)
                .isThrownBy(() -> Types.setOfAny(Types.BOOLEAN))
                .withMessage("Set<Boolean> has elements that are stored as BOOL, and DynamoDB has sets of S, N and B; "
                        + "store a list.");
    }

    @Test
    @DisplayName("C6 a member of a type that is only known at run time has a path of the kind of its type")
    void aMemberHasAPathOfItsKind() {
        MapModel model = new MapModel();
        PointPath<Map<String, Object>> point = new PointPath<>(model.add("point", new PointType()));
        Type<Integer> integer = Types.INTEGER;
        Type<?> set = Types.setOf(STRING);
        assertThat(point.any("x", integer)).isInstanceOf(NumberPath.class).hasToString("point.x");
        assertThat((Object) point.any("tags", set)).isInstanceOf(SetPath.class);
    }

    @Test
    @DisplayName("E21 a document that declares a member twice is refused")
    void refusesAMemberTwice() {
        assertThatExceptionOfType(InvalidType.class)
                .isThrownBy(() -> new DocumentType<>(Point.class) {
                    {
                        member("x", Types.INTEGER).getter(Point::x);
                        member("x", Types.LONG);
                    }

                    @Override
                    protected Point create(MemberValues<Point> values) {
                        return new Point(1);
                    }
                })
                .withMessage("Point declares the member 'x' twice; rename one.");
    }
}
