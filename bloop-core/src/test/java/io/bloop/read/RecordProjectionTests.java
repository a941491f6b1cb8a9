package io.bloop.read;

import static io.bloop.read.RecordProjectionTests.CounterModel.COUNTER;
import static io.bloop.read.RecordProjectionTests.NoteModel.NOTE;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.listOf;
import static io.bloop.type.Types.setOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.engine.BloopTemplate;
import io.bloop.model.ListColumn;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.SetColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.query.InvalidSearch;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A record remembers nothing, so what was not loaded of it has to be told from what is empty. */
@BothClients
class RecordProjectionTests {

    record Note(String id, String title, List<String> lines, Set<String> tags) {}

    record Counter(String id, String title, long count) {}

    static final class NoteModel extends ModelDefinition<Note> {
        static final NoteModel NOTE = new NoteModel();

        final StringColumn<Note, String> id =
                column("id", STRING).getter(Note::id).hashKey();
        final StringColumn<Note, String> title = column("title", STRING).getter(Note::title);
        final ListColumn<Note, String> lines = column("lines", listOf(STRING)).getter(Note::lines);
        final SetColumn<Note, String> tags = column("tags", setOf(STRING)).getter(Note::tags);

        private NoteModel() {
            super(Note.class);
        }

        @Override
        protected Note create(Values<Note> values) {
            return new Note(values.get(id), values.get(title), values.get(lines), values.get(tags));
        }
    }

    static final class CounterModel extends ModelDefinition<Counter> {
        static final CounterModel COUNTER = new CounterModel();

        final StringColumn<Counter, String> id =
                column("id", STRING).getter(Counter::id).hashKey();
        final StringColumn<Counter, String> title = column("title", STRING).getter(Counter::title);
        final NumberColumn<Counter, Long> count =
                column("count", LONG.orElse(0L)).getter(Counter::count);

        private CounterModel() {
            super(Counter.class);
        }

        @Override
        protected Counter create(Values<Counter> values) {
            return new Counter(values.get(id), values.get(title), values.get(count, 0L));
        }
    }

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    @Test
    @DisplayName("E4 a record that came through a projection is saved without touching what was not loaded")
    void savingAPartOfARecordErasesNothing() {
        BloopTemplate<Note> notes = dynamoDb.engine().template(NOTE);
        notes.save(new Note("1", "before", List.of("a", "b"), Set.of("t")));
        Note part = notes.scan().select(NOTE.title).one();

        notes.save(new Note(part.id(), "after", part.lines(), part.tags()));

        assertThat(dynamoDb.client()
                        .getItem(r ->
                                r.tableName(dynamoDb.tableName("Note")).key(Map.of("id", AttributeValue.fromS("1"))))
                        .item())
                .isEqualTo(Map.of(
                        "id", AttributeValue.fromS("1"),
                        "title", AttributeValue.fromS("after"),
                        "lines", AttributeValue.fromL(List.of(AttributeValue.fromS("a"), AttributeValue.fromS("b"))),
                        "tags", AttributeValue.fromSs(List.of("t"))));
    }

    @Test
    @DisplayName("E11 a projection that would leave a default in a record is refused before any call")
    void aDefaultInPlaceOfWhatWasNotLoadedIsRefused() {
        BloopTemplate<Counter> counters = dynamoDb.engine().template(COUNTER);
        counters.save(new Counter("1", "clicks", 7));

        assertThatThrownBy(() -> counters.scan().select(COUNTER.title).all())
                .isInstanceOf(InvalidSearch.class)
                .hasMessage("Cannot search Counter in table '" + dynamoDb.tableName("Counter")
                        + "': the results lack 'count', which cannot be null, and saving one would write 0 over what"
                        + " the table holds; select the column, make its type nullable, or let Counter extend"
                        + " BaseModel.");
        assertThat(counters.scan().select(COUNTER.title, COUNTER.count).one()).isEqualTo(new Counter("1", "clicks", 7));
        assertThat(counters.scan().select(COUNTER.title).count()).isEqualTo(1);
    }
}
