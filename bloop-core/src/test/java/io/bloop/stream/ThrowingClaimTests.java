package io.bloop.stream;

import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.settings.StreamView;
import io.bloop.testing.RolledStreams;
import io.bloop.type.MappingFailed;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Reads items on which the predicate of a claim throws. */
class ThrowingClaimTests {

    record Task(String id, String kind) {}

    static final class TaskModel extends ModelDefinition<Task> {

        private final StringColumn<Task, String> id =
                column("id", STRING).getter(Task::id).hashKey();
        private final StringColumn<Task, String> kind = column("kind", STRING).getter(Task::kind);

        TaskModel(String name, Predicate<Map<String, AttributeValue>> predicate) {
            super(Task.class, name);
            table(t -> t.named("tasks"));
            claimedBy(predicate, "kind");
        }

        @Override
        protected Task create(Values<Task> values) {
            return new Task(values.get(id), values.get(kind));
        }
    }

    private static boolean isTask(Map<String, AttributeValue> item) {
        if (item.get("kind").s().equals("secret")) {
            throw new IllegalStateException("of secret");
        }
        return item.get("kind").s().equals("task");
    }

    private static final String THREW =
            "Cannot read Task(id=S \"2\"): the application's code threw java.lang.IllegalStateException; see the cause.";

    @RegisterExtension
    final RolledStreams dynamoDb = new RolledStreams();

    private final TaskModel tasks = new TaskModel("Task", ThrowingClaimTests::isTask);
    private final TaskModel others = new TaskModel("Other", item -> false);
    private Engine engine;
    private BloopTemplate<Task> template;

    @BeforeEach
    void storeTasks() {
        engine = dynamoDb.engineBuilder()
                .settings(tasks, settings -> settings.stream(StreamView.NEW_AND_OLD))
                .settings(others, settings -> settings.stream(StreamView.NEW_AND_OLD))
                .build();
        engine.bind(List.of(tasks, others));
        template = engine.template(tasks);
        store("1", "task");
        store("2", "secret");
        store("3", "task");
    }

    private void store(String id, String kind) {
        dynamoDb.client().putItem(r -> r.tableName("tasks").item(Map.of("id", fromS(id), "kind", fromS(kind))));
    }

    private static String message(UnreadableChange ex) {
        Record record = ex.record();
        return "The record " + record.eventID() + " of Task(id=S \"2\") in table 'tasks' (shard " + ex.shard()
                + ", sequence number " + record.dynamodb().sequenceNumber() + ") cannot be read: " + THREW
                + " The next call goes on after the record.";
    }

    @Test
    @DisplayName("S10 a record on which the claim throws cannot be read, and is passed over by the next call")
    void streamsGoOnAfterTheRecord() {
        ChangeStream<Task> stream = template.stream(Position.trimHorizon());

        assertThat(stream.next().orElseThrow().key()).isEqualTo(tasks.keyOf("1"));
        UnreadableChange unreadable = catchThrowableOfType(UnreadableChange.class, stream::next);
        assertThat(unreadable).hasMessage(message(unreadable)).hasCauseInstanceOf(MappingFailed.class);
        assertThat(unreadable).hasRootCauseInstanceOf(IllegalStateException.class);
        assertThat(stream.next().orElseThrow().key()).isEqualTo(tasks.keyOf("3"));
        assertThat(stream.next()).isEmpty();
    }

    @Test
    @DisplayName("S10 the changes before a record on which the claim throws come first")
    void pollsHandOutWhatCameBefore() {
        ChangeStream<Task> stream = template.stream(Position.trimHorizon());

        assertThat(stream.poll(10)).extracting(Change::key).containsExactly(tasks.keyOf("1"));
        assertThatExceptionOfType(UnreadableChange.class)
                .isThrownBy(() -> stream.poll(10))
                .satisfies(ex -> assertThat(ex).hasMessage(message(ex)));
        assertThat(stream.poll(10)).extracting(Change::key).containsExactly(tasks.keyOf("3"));
    }

    @Test
    @DisplayName("S9 a record on which a claim throws cannot be read, whichever model it is")
    void mappersSayThatItCannotBeRead() {
        Record record = catchThrowableOfType(UnreadableChange.class, () -> {
                    ChangeStream<Task> stream = template.stream(Position.trimHorizon());
                    stream.next();
                    stream.next();
                })
                .record();
        String rest = " in table 'tasks' cannot be read: " + THREW + " The next call goes on after the record.";

        assertThatExceptionOfType(UnreadableChange.class)
                .isThrownBy(() -> engine.changes(tasks).of(record))
                .withMessage("The record " + record.eventID() + " of Task(id=S \"2\")" + rest);
        assertThatExceptionOfType(UnreadableChange.class)
                .isThrownBy(() -> engine.changes(tasks).claims(record))
                .withMessage("The record " + record.eventID() + " of Task(id=S \"2\")" + rest);
        assertThat(engine.changes(others).claims(record)).isFalse();
        assertThatExceptionOfType(UnreadableChange.class)
                .isThrownBy(() -> engine.changes(others).of(record))
                .withMessage("The record " + record.eventID() + " of Other(id=S \"2\")" + rest);
    }

    @Test
    @DisplayName("P3 a count says on which item the claim has thrown")
    void countsNameTheItem() {
        assertThatExceptionOfType(MappingFailed.class)
                .isThrownBy(() -> template.scan().count())
                .withMessage(THREW);
    }

    @Test
    @DisplayName("P3 a scan says on which item the claim has thrown")
    void scansNameTheItem() {
        assertThatExceptionOfType(MappingFailed.class)
                .isThrownBy(() -> template.scan().all())
                .withMessage(THREW)
                .withCauseInstanceOf(IllegalStateException.class);
    }
}
