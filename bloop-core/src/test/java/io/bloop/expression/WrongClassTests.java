package io.bloop.expression;

import static io.bloop.testing.Mappings.mapping;
import static io.bloop.type.Types.BYTE;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.SHORT;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.URI;
import static io.bloop.type.Types.listOf;
import static io.bloop.type.Types.mapOf;
import static io.bloop.type.Types.setOf;
import static io.bloop.type.Types.setOfAny;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bloop.engine.BloopTemplate;
import io.bloop.model.BaseModel;
import io.bloop.model.ModelDefinition;
import io.bloop.model.Values;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.type.InvalidValue;
import io.bloop.type.NumberType;
import io.bloop.type.Type;
import java.util.ArrayList;
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

class WrongClassTests {

    /** An object whose value may be of any class, whatever the type of its column says. */
    static class Note extends BaseModel {
        String id = "1";

        @Nullable
        Object value;
    }

    private static final class NoteModel<V> extends ModelDefinition<Note> {

        @SuppressWarnings("unchecked") // what the test is about
        NoteModel(Type<V> type) {
            super(Note.class);
            column("id", STRING)
                    .getter(note -> note.id)
                    .setter((note, value) -> note.id = value)
                    .hashKey();
            column("value", type).getter(note -> (V) note.value).setter((note, value) -> note.value = value);
        }

        @Override
        protected Note create(Values<Note> values) {
            return new Note();
        }
    }

    private static final Object WRONG = new StringBuilder("secret");

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private InvalidValue refused(Type<?> type, Object value) {
        NoteModel<?> model = new NoteModel<>(type);
        Note note = new Note();
        note.value = value;
        return catchThrowableOfType(InvalidValue.class, () -> mapping(model).item(note));
    }

    static Stream<TypeValues<?>> all() {
        return TypeValues.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    @DisplayName("E21 a value of the wrong class is refused with model and column, whatever the type")
    void refusesTheWrongClass(TypeValues<?> type) {
        InvalidValue thrown = refused(type.type(), WRONG);

        assertThat(thrown.model()).isEqualTo("Note");
        assertThat(thrown.column()).isEqualTo("value");
        assertThat(thrown.found()).isEqualTo("a java.lang.StringBuilder");
        assertThat(thrown).hasMessageNotContaining("secret");
    }

    static Stream<TypeValues<?>> scalars() {
        return TypeValues.scalars();
    }

    @ParameterizedTest
    @MethodSource("scalars")
    @DisplayName("E21 a value of the wrong class inside of a list, a map or a set is refused with model and column")
    void refusesTheWrongClassInside(TypeValues<?> type) {
        assertThat(List.of(
                        refused(listOf(type.type()), List.of(WRONG)),
                        refused(mapOf(type.type()), Map.of("k", WRONG)),
                        refused(setOfAny(type.type()), Set.of(WRONG))))
                .allSatisfy(thrown -> {
                    assertThat(thrown.column()).isEqualTo("value");
                    assertThat(thrown.expected()).isEqualTo(type.type().toString());
                    assertThat(thrown.found()).isEqualTo("a java.lang.StringBuilder");
                });
    }

    static Stream<Arguments> printable() {
        return Stream.of(
                Arguments.of(SHORT, 70_000),
                Arguments.of(BYTE, "abc"),
                Arguments.of(URI, "http://a"),
                Arguments.of(LONG, 1));
    }

    @ParameterizedTest
    @MethodSource("printable")
    @DisplayName("E21 a value of the wrong class that would print as one of the right class is refused too")
    void refusesWhatPrintsAlike(Type<?> type, Object value) {
        assertThat(refused(type, value).found())
                .isEqualTo("a " + value.getClass().getName());
    }

    @Test
    @DisplayName("E21 a map with a key that is no string is refused")
    void refusesKeysThatAreNoStrings() {
        assertThat(refused(mapOf(LONG), Map.of(1, 2L)))
                .hasMessageEndingWith(
                        "expected Map<String, Long> whose names are strings, found a name of the class java.lang.Integer.");
    }

    @ParameterizedTest
    @MethodSource("all")
    @DisplayName("E21 a loaded object whose value was set to one of the wrong class is refused, and nothing is written")
    <V> void refusesChangesToTheWrongClass(TypeValues<V> type) {
        BloopTemplate<Note> notes = dynamoDb.engine().template(new NoteModel<>(type.type()));
        Note note = new Note();
        note.value = type.values().get(0);
        notes.save(note);
        Map<String, AttributeValue> before = dynamoDb.item("Note", Map.of("id", AttributeValue.fromS("1")));
        Note loaded = notes.find("1").orElseThrow();
        loaded.value = WRONG;

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> notes.save(loaded))
                .satisfies(thrown -> assertThat(thrown.column()).isEqualTo("value"));
        assertThat(dynamoDb.item("Note", Map.of("id", AttributeValue.fromS("1"))))
                .isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("scalars")
    @DisplayName("E21 a loaded list to which a value of the wrong class was added is refused, and nothing is written")
    <V> void refusesElementsOfTheWrongClass(TypeValues<V> type) {
        BloopTemplate<Note> notes = dynamoDb.engine().template(new NoteModel<>(listOf(type.type())));
        Note note = new Note();
        note.value = type.values();
        notes.save(note);
        Note loaded = notes.find("1").orElseThrow();
        List<Object> changed = new ArrayList<>(type.values());
        changed.set(1, WRONG);
        loaded.value = changed;

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> notes.save(loaded))
                .satisfies(thrown -> assertThat(thrown.found()).isEqualTo("a java.lang.StringBuilder"));
    }

    @Test
    @DisplayName("M14 a type that is made for a primitive class takes the values of its box")
    void takesPrimitiveClasses() {
        NumberType<Integer> type = NumberType.of(int.class, String::valueOf, Integer::valueOf);
        NoteModel<Integer> model = new NoteModel<>(type);
        Note note = new Note();
        note.value = 5;
        assertThat(mapping(model).item(note)).containsEntry("value", AttributeValue.fromN("5"));
    }

    @Test
    @DisplayName("E21 an element of the wrong class in a set of strings is refused")
    void refusesElementsOfSets() {
        assertThat(refused(setOf(STRING), Set.of("a", 1)).found()).isEqualTo("a java.lang.Integer");
    }
}
