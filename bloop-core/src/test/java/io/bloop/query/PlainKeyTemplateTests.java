package io.bloop.query;

import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.IndexProjection;
import io.bloop.model.InvalidKey;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A table with plain keys, whose index has keys by templates. */
@BothClients
class PlainKeyTemplateTests {

    record Task(String id, String state, String title) {}

    /** Maps tasks, of which several kinds share a table. */
    static final class TaskModel extends ModelDefinition<Task> {

        final StringColumn<Task, String> id =
                column("id", STRING).getter(Task::id).hashKey();
        final StringColumn<Task, String> state = column("state", STRING).getter(Task::state);
        final StringColumn<Task, String> title = column("title", STRING).getter(Task::title);
        final StringColumn<Task, String> stateKey = template("GSI1PK", "STATE#{state}");
        final StringColumn<Task, String> titleKey = template("GSI1SK", "{title}#{id}");
        final GlobalSecondaryIndex<Task> byState =
                globalIndex("GSI1", IndexProjection.ALL).hashKey(stateKey).rangeKey(titleKey);

        TaskModel(String kind) {
            super(Task.class);
            table(t -> t.named("tasks"));
            discriminator("kind-of-" + kind, kind);
        }

        @Override
        protected Task create(Values<Task> values) {
            return new Task(values.get(id), values.get(state), values.get(title));
        }
    }

    private static final TaskModel TASK = new TaskModel("task");
    private static final TaskModel CHORE = new TaskModel("chore");

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private Engine engine;
    private BloopTemplate<Task> tasks;

    @BeforeEach
    void fill() {
        engine = dynamoDb.engine();
        engine.bind(List.of(TASK, CHORE));
        tasks = engine.template(TASK);
        tasks.insert(new Task("1", "open", "paint"));
        tasks.insert(new Task("2", "open", "paint"));
        tasks.insert(new Task("3", "open", "paint it"));
    }

    @Test
    @DisplayName("P5 an update by request makes the key of an index anew from a key of the table that is no template")
    void completesKeysFromPlainKeys() {
        tasks.update(TASK.keyOf("1")).set(TASK.title, "sweep").run();

        assertThat(dynamoDb.item("tasks", Map.of("id", fromS("1"))))
                .containsEntry("GSI1SK", fromS("sweep#1"))
                .containsEntry("GSI1PK", fromS("STATE#open"));
    }

    @Test
    @DisplayName("P6 a bound on the last part of an index key is left out of the objects and of their number alike")
    void countsWithoutTheBound() {
        Query<Task> painting = tasks.query(TASK.byState)
                .where(TASK.state.eq("open").and(TASK.title.eq("paint")).and(TASK.id.gt("1")));

        assertThat(painting.all()).extracting(Task::id).containsExactly("2");
        assertThat(painting.count()).isEqualTo(1);
    }

    @Test
    @DisplayName("P6 the beginning of a part ends before the separator that follows it")
    void keepsBeginningsWithinTheirPart() {
        assertThat(tasks.query(TASK.byState)
                        .where(TASK.state.eq("open").and(TASK.title.beginsWith("paint ")))
                        .all())
                .extracting(Task::id)
                .containsExactly("3");
        assertThatExceptionOfType(InvalidKey.class)
                .isThrownBy(() -> tasks.query(TASK.byState)
                        .where(TASK.state.eq("open").and(TASK.title.beginsWith("paint#2")))
                        .all())
                .withMessage("Cannot make a key of Task: expected 'title' in '{title}#{id}' as a text without the "
                        + "separator '#' that follows it, found 'paint#2'.");
    }

    @Test
    @DisplayName("P7 items of several models are counted by the discriminator of each")
    void countsByEachClaim() {
        engine.template(CHORE).insert(new Task("4", "open", "paint"));

        assertThat(engine.query(List.of(TASK, CHORE), TASK.byState, TASK.state.eq("open"))
                        .count())
                .isEqualTo(4);
    }
}
