package io.bloop.expression;

import static io.bloop.type.Types.DYNAMIC;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.listOf;
import static io.bloop.type.Types.mapOf;
import static io.bloop.type.Types.setOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.engine.BloopTemplate;
import io.bloop.model.BaseModel;
import io.bloop.model.DynamicColumn;
import io.bloop.model.MapColumn;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.type.InvalidValue;
import io.bloop.write.InvalidWrite;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@BothClients
class DynamicPathTests {

    static final class Note extends BaseModel {
        @Nullable
        String id;

        @Nullable
        Object meta;

        @Nullable
        Map<String, Object> extra;
    }

    static final class NoteModel extends ModelDefinition<Note> {

        static final NoteModel NOTE = new NoteModel();

        final StringColumn<Note, String> id = column("id", STRING)
                .getter(n -> n.id)
                .setter((n, v) -> n.id = v)
                .hashKey();
        final DynamicColumn<Note> meta = column("meta", DYNAMIC)
                .getter(n -> n.meta)
                .setter((n, v) -> n.meta = v)
                .storedAs("m");
        final MapColumn<Note, String, Object> extra =
                column("extra", mapOf(DYNAMIC)).getter(n -> n.extra).setter((n, v) -> n.extra = v);

        private NoteModel() {
            super(Note.class);
        }

        @Override
        protected Note create(Values<Note> values) {
            return new Note();
        }
    }

    private static final NoteModel NOTE = NoteModel.NOTE;

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private BloopTemplate<Note> stored(Object meta) {
        BloopTemplate<Note> notes = dynamoDb.engine().template(NOTE);
        Note note = new Note();
        note.id = "1";
        note.meta = meta;
        note.extra = Map.of("deep", List.of("x", Map.of("y", 1)));
        notes.save(note);
        return notes;
    }

    private void assertMet(BloopTemplate<Note> notes, Condition<Note> condition) {
        assertThat(notes.scan().filter(condition).all()).hasSize(1);
        assertThat(notes.scan().filter(condition.not()).all()).isEmpty();
    }

    @Test
    @DisplayName("E7 an update that takes one place for a map and for a list is refused when it is built")
    void refusesAMapThatIsAList() {
        BloopTemplate<Note> notes = stored(Map.of("a", 1));

        assertThatThrownBy(() -> notes.update("1").set(NOTE.meta.key("a"), 2).set(NOTE.meta.at(0), 3))
                .isInstanceOf(InvalidWrite.class)
                .hasMessage(
                        "The update of Note(id=S \"1\") writes 'meta.a' and 'meta[0]', which take the same place for a"
                                + " map and for a list; an update writes each place once, so leave one of the two actions"
                                + " out, or send it afterwards.");
    }

    @Test
    @DisplayName("C3 a dynamic place is asked for what its values have")
    void asksByValue() {
        BloopTemplate<Note> notes = stored(Map.of(
                "text", "hello", "count", 5, "on", true, "tags", Set.of("a", "b"), "list", List.of(1, List.of("z"))));
        assertMet(notes, NOTE.meta.key("text").eq("hello"));
        assertMet(notes, NOTE.meta.key("text").beginsWith("hel"));
        assertMet(notes, NOTE.meta.key("text").contains("ell"));
        assertMet(notes, NOTE.meta.key("text").size().eq(5));
        assertMet(notes, NOTE.meta.key("text").gt("hallo"));
        assertMet(notes, NOTE.meta.key("count").lt(6L));
        assertMet(notes, NOTE.meta.key("count").le(new BigDecimal("5.0")));
        assertMet(notes, NOTE.meta.key("count").ge(4.5));
        assertMet(notes, NOTE.meta.key("count").between(5, 6));
        assertMet(notes, NOTE.meta.key("count").in(List.of("5", 5)));
        assertMet(notes, NOTE.meta.key("on").ne(false));
        assertMet(notes, NOTE.meta.key("tags").contains("a"));
        assertMet(notes, NOTE.meta.key("list").at(0).eq(1));
        assertMet(notes, NOTE.meta.key("list").at(1).at(0).exists());
        assertMet(notes, NOTE.meta.key("gone").notExists());
    }

    @Test
    @DisplayName("C3 an element of a list or a map of anything is a dynamic place")
    void asksInsideOfMaps() {
        assertMet(stored("x"), NOTE.extra.key("deep").asDynamic().at(1).key("y").eq(1));
    }

    @Test
    @DisplayName("C3 a dynamic place may be taken for one of a known type")
    void takesForAType() {
        BloopTemplate<Note> notes =
                stored(Map.of("text", "hello", "count", 5, "tags", Set.of("a"), "list", List.of(7)));
        assertMet(notes, NOTE.meta.key("count").as(LONG).eq(5L));
        assertMet(notes, NOTE.meta.key("text").as(STRING).beginsWith("he"));
        assertMet(notes, NOTE.meta.as(mapOf(DYNAMIC)).key("text").eq("hello"));
        notes.update("1")
                .add(NOTE.meta.key("count").as(LONG), 2L)
                .add(NOTE.meta.key("tags").as(setOf(STRING)), Set.of("b"))
                .append(NOTE.meta.key("list").as(listOf(LONG)), List.of(8L))
                .set(NOTE.meta.key("new"), "n")
                .run();
        assertThat(dynamoDb.item("Note", Map.of("id", AttributeValue.fromS("1")))
                        .get("m")
                        .m())
                .containsEntry("count", AttributeValue.fromN("7"))
                .containsEntry(
                        "list", AttributeValue.fromL(List.of(AttributeValue.fromN("7"), AttributeValue.fromN("8"))))
                .containsEntry("new", AttributeValue.fromS("n"));
    }

    @Test
    @DisplayName("C3 an operation that a value does not have is refused when the condition is made")
    void refusesOperations() {
        assertThatThrownBy(() -> NOTE.meta.key("a").beginsWith(5))
                .isInstanceOf(InvalidCondition.class)
                .hasMessage("beginsWith of 'meta.a' takes what is stored as S or B, and a value of N is not; use eq, "
                        + "contains or size.");
        assertThatThrownBy(() -> NOTE.meta.lt(true))
                .isInstanceOf(InvalidCondition.class)
                .hasMessage("lt of 'meta' takes what is stored as S or N or B, and a value of BOOL is not; use eq, "
                        + "contains or size.");
        assertThatThrownBy(() -> NOTE.id.asDynamic())
                .isInstanceOf(InvalidCondition.class)
                .hasMessage("asDynamic() needs a type that may be anything, and 'id' is of the type String; use an "
                        + "operation that it has.");
    }

    @Test
    @DisplayName("T a dynamic column that was loaded is written where it has changed, and only then")
    void savesChanges() {
        BloopTemplate<Note> notes = stored(new LinkedHashMap<>(Map.of("list", List.of("a"))));
        Note loaded = notes.find("1").orElseThrow();
        dynamoDb.client()
                .deleteItem(r -> r.tableName(dynamoDb.tableName("Note")).key(Map.of("id", AttributeValue.fromS("1"))));

        notes.save(loaded);
        assertThat(dynamoDb.item("Note", Map.of("id", AttributeValue.fromS("1"))))
                .isEmpty();

        @SuppressWarnings("unchecked")
        List<Object> list = (List<Object>) ((Map<String, Object>) loaded.meta).get("list");
        list.addAll(new ArrayList<>(List.of(1, false)));
        notes.save(loaded);
        assertThat(dynamoDb.item("Note", Map.of("id", AttributeValue.fromS("1"))))
                .containsOnlyKeys("id", "m");
    }

    @Test
    @DisplayName("T3 a loaded object's value that cannot be stored is refused with its place")
    void refusesValuesWithTheirPlace() {
        BloopTemplate<Note> notes = stored("x");
        Note loaded = notes.find("1").orElseThrow();
        loaded.meta = new Random();
        assertThatThrownBy(() -> notes.save(loaded))
                .isInstanceOf(InvalidValue.class)
                .hasMessage(
                        "Cannot store Note.meta of Note(id=S \"1\"): expected Object, which is text, a number, a truth"
                                + " value, bytes, a moment or another value with a text, a set of those, a list, an array"
                                + " or a map, found a java.util.Random.");
    }
}
