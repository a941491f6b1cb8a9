package io.bloop.query;

import static io.bloop.model.IndexProjection.of;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.expression.Condition;
import io.bloop.model.BaseModel;
import io.bloop.model.IndexProjection;
import io.bloop.model.LocalSecondaryIndex;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.request.RequestFailed;
import io.bloop.testing.BothClients;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.write.IncompleteObject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

@BothClients
class LooseIndexTests {

    private static final class Task extends BaseModel {

        String project;
        String id;
        String due;
        String title;
        String text;
        Long revision;
    }

    private static final class TaskModel extends ModelDefinition<Task> {

        final StringColumn<Task, String> project = column("project", STRING)
                .getter(t -> t.project)
                .setter((t, v) -> t.project = v)
                .hashKey();
        final StringColumn<Task, String> id = column("id", STRING)
                .getter(t -> t.id)
                .setter((t, v) -> t.id = v)
                .rangeKey();
        final StringColumn<Task, String> due =
                column("due", STRING).getter(t -> t.due).setter((t, v) -> t.due = v);
        final StringColumn<Task, String> title =
                column("title", STRING).getter(t -> t.title).setter((t, v) -> t.title = v);
        final StringColumn<Task, String> text = column("text", STRING)
                .getter(t -> t.text)
                .setter((t, v) -> t.text = v)
                .storedAs("x");
        final NumberColumn<Task, Long> revision = column("revision", LONG)
                .getter(t -> t.revision)
                .setter((t, v) -> t.revision = v)
                .version();
        final LocalSecondaryIndex<Task> byDue =
                localIndex("byDue", of(title)).rangeKey(due).notStrict();
        final LocalSecondaryIndex<Task> wholeByDue =
                localIndex("wholeByDue", IndexProjection.ALL).rangeKey(due).notStrict();

        private TaskModel() {
            super(Task.class);
        }

        @Override
        protected Task create(Values<Task> values) {
            return new Task();
        }
    }

    private static final TaskModel TASK = new TaskModel();
    private static final Condition<Task> OF_P = TASK.project.eq("p");
    private static final Map<String, AttributeValue> KEY = Map.of("project", fromS("p"), "id", fromS("1"));

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private InterceptedClient client;
    private BloopTemplate<Task> tasks;

    @BeforeEach
    void storeATask() {
        client = dynamoDb.intercept();
        Engine engine = dynamoDb.engineBuilder(client.client()).build();
        tasks = engine.template(TASK);
        Task task = new Task();
        task.project = "p";
        task.id = "1";
        task.due = "today";
        task.title = "iron";
        task.text = "shirts";
        tasks.save(task);
        client.clear();
    }

    /** Returns the names of the attributes that the only query asked for; the index's own where it named none. */
    private String askedFor() {
        assertThat(client.requests(QueryRequest.class)).singleElement().returns(null, QueryRequest::select);
        QueryRequest request = client.requests(QueryRequest.class).get(0);
        String text = request.projectionExpression();
        if (text == null) {
            return "projected";
        }
        for (Map.Entry<String, String> name : request.expressionAttributeNames().entrySet()) {
            text = text.replaceAll(name.getKey() + "\\b", name.getValue());
        }
        return text;
    }

    @Test
    @DisplayName("E11 a local index that is not strict is asked by a query only for what it projects")
    void queriesWhatItProjects() {
        Task task = tasks.query(TASK.byDue).where(OF_P).one();

        assertThat(task.title).isEqualTo("iron");
        assertThat(task.text).isNull();
        assertThat(task.revision).isNull();
        assertThat(askedFor()).isEqualTo("projected");
    }

    @Test
    @DisplayName("E11 a local index that is not strict is asked by a scan only for what it projects")
    void scansWhatItProjects() {
        Task task = tasks.scan(TASK.byDue).one();

        assertThat(task.title).isEqualTo("iron");
        assertThat(task.text).isNull();
        assertThat(client.requests(ScanRequest.class))
                .singleElement()
                .returns(null, ScanRequest::select)
                .returns(null, ScanRequest::projectionExpression);
    }

    @Test
    @DisplayName("E11 a local index that is not strict is asked by a parallel scan only for what it projects")
    void scansInParallelWhatItProjects() {
        assertThat(tasks.scan(TASK.byDue).parallel(2).all())
                .singleElement()
                .satisfies(task -> assertThat(task.text).isNull());
    }

    @Test
    @DisplayName("E11 a local index that is not strict gives objects that erase nothing of what it does not project")
    void erasesNothing() {
        Task task = tasks.query(TASK.byDue).where(OF_P).one();

        assertThatExceptionOfType(IncompleteObject.class).isThrownBy(() -> tasks.replace(task));
        assertThat(dynamoDb.item("Task", KEY)).containsEntry("x", fromS("shirts"));
    }

    @Test
    @DisplayName("E11 a local index that is not strict gives every column where it projects all")
    void givesEveryColumn() {
        Task task = tasks.query(TASK.wholeByDue).where(OF_P).one();
        task.text = "shirts and trousers";
        tasks.replace(task);

        assertThat(dynamoDb.item("Task", KEY)).containsEntry("x", fromS("shirts and trousers"));
    }

    @Test
    @DisplayName(
            "E11 a local index that is not strict is not read past for the version where it projects the selected columns")
    void selectsWhatItProjects() {
        Task task = tasks.query(TASK.byDue).where(OF_P).select(TASK.title).one();

        assertThat(task.revision).isNull();
        assertThat(askedFor()).isEqualTo("title, project, id, due");
    }

    @Test
    @DisplayName("E11 a local index that is not strict may be asked for every column, and then gives the version too")
    void selectsEveryColumn() {
        Task task = tasks.query(TASK.byDue).where(OF_P).select(TASK.text).one();

        assertThat(task.text).isEqualTo("shirts");
        assertThat(task.title).isNull();
        assertThat(askedFor()).isEqualTo("x, project, id, due, revision");
        task.text = "shirts and trousers";
        tasks.save(task);
        assertThat(dynamoDb.item("Task", KEY))
                .containsEntry("x", fromS("shirts and trousers"))
                .containsEntry("title", fromS("iron"))
                .containsEntry("revision", fromN("2"));
    }

    @Test
    @DisplayName("E10 a local index that is not strict is asked by a filter on another column for that column too")
    void leavesAFilterOnAnotherColumnToDynamoDb() {
        // DynamoDB Local refuses this query, and serves the scan
        assertThatExceptionOfType(RequestFailed.class)
                .isThrownBy(() -> tasks.query(TASK.byDue)
                        .where(OF_P)
                        .filter(TASK.text.contains("shirt"))
                        .all())
                .withMessageContaining("does not project one or more filter attributes: [x]");

        assertThat(askedFor()).isEqualTo("project, id, due, title, x, revision");
    }

    @Test
    @DisplayName("E10 a local index that is not strict is filtered by every column in a scan")
    void filtersAScanByEveryColumn() {
        Scan<Task> scan = tasks.scan(TASK.byDue);

        assertThat(scan.filter(TASK.text.contains("shirt")).one().text).isEqualTo("shirts");
        assertThat(scan.filter(TASK.text.contains("shirt")).count()).isOne();
        assertThat(scan.filter(TASK.text.contains("skirt")).all()).isEmpty();
    }
}
