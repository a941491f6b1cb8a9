package io.bloop.mapping;

import static io.bloop.type.Types.INTEGER;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.listOf;
import static io.bloop.write.WriteOptions.clear;
import static io.bloop.write.WriteOptions.onlyIf;
import static io.bloop.write.WriteOptions.since;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.model.BaseModel;
import io.bloop.model.Column;
import io.bloop.model.DocumentColumn;
import io.bloop.model.InvalidModel;
import io.bloop.model.ListColumn;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.ProjectionDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.type.AttributeValues;
import io.bloop.type.DocumentType;
import io.bloop.type.InvalidType;
import io.bloop.type.Member;
import io.bloop.type.MemberValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads items that lack attributes of columns that keep their initial values. */
@BothClients
class InitialValueTests {

    /** A document with initial values. */
    static final class Retry {
        String reason;
        Integer times = 3;
        List<String> hosts = new ArrayList<>(List.of("a"));
    }

    private static final DocumentType<Retry> RETRY = new DocumentType<>(Retry.class) {
        {
            member("reason", STRING).getter(r -> r.reason).setter((r, v) -> r.reason = v);
            member("times", INTEGER)
                    .getter(r -> r.times)
                    .setter((r, v) -> r.times = v)
                    .keepInitial();
            member("hosts", listOf(STRING))
                    .getter(r -> r.hosts)
                    .setter((r, v) -> r.hosts = v)
                    .keepInitial();
        }

        @Override
        protected Retry create(MemberValues<Retry> values) {
            return new Retry();
        }
    };

    /** A document that is made with all its values. */
    record Limit(String unit, Integer most) {}

    private static final DocumentType<Limit> LIMIT = new DocumentType<>(Limit.class) {
        private final Member<Limit, String> unit = member("unit", STRING).getter(Limit::unit);
        private final Member<Limit, Integer> most =
                member("most", INTEGER).getter(Limit::most).keepInitial();

        @Override
        protected Limit create(MemberValues<Limit> values) {
            return new Limit(values.get(unit), values.get(most));
        }

        @Override
        protected Limit createInitial(MemberValues<Limit> values) {
            return new Limit(values.get(unit), 9);
        }
    };

    static final class Job extends BaseModel {
        String id;
        String text;
        long retries = 3;
        String state = "OPEN";
        List<String> tags = new ArrayList<>(List.of("new"));
        Retry retry;
        Limit limit;
    }

    static final class JobModel extends ModelDefinition<Job> {
        static final JobModel JOB = new JobModel();

        final StringColumn<Job, String> id = column("id", STRING)
                .getter(j -> j.id)
                .setter((j, v) -> j.id = v)
                .hashKey();
        final StringColumn<Job, String> text =
                column("text", STRING).getter(j -> j.text).setter((j, v) -> j.text = v);
        final NumberColumn<Job, Long> retries = column("retries", LONG.orElse(0L))
                .getter(j -> j.retries)
                .setter((j, v) -> j.retries = v)
                .keepInitial();
        final StringColumn<Job, String> state = column("state", STRING)
                .getter(j -> j.state)
                .setter((j, v) -> j.state = v)
                .keepInitial();
        final ListColumn<Job, String> tags = column("tags", listOf(STRING))
                .getter(j -> j.tags)
                .setter((j, v) -> j.tags = v)
                .keepInitial();
        final DocumentColumn<Job, Retry> retry =
                column("retry", RETRY).getter(j -> j.retry).setter((j, v) -> j.retry = v);
        final DocumentColumn<Job, Limit> limit =
                column("limit", LIMIT).getter(j -> j.limit).setter((j, v) -> j.limit = v);

        private JobModel() {
            super(Job.class);
        }

        @Override
        protected Job create(Values<Job> values) {
            return new Job();
        }
    }

    private static final JobModel JOB = JobModel.JOB;

    record Task(String id, String text, long retries, List<String> tags) {
        Task(String id, String text) {
            this(id, text, 3, List.of("new"));
        }
    }

    static class TaskModel extends ModelDefinition<Task> {
        static final TaskModel TASK = new TaskModel() {
            @Override
            protected Task createInitial(Values<Task> values) {
                return new Task(values.get(id), values.get(text));
            }
        };

        final StringColumn<Task, String> id =
                column("id", STRING).getter(Task::id).hashKey();
        final StringColumn<Task, String> text = column("text", STRING).getter(Task::text);
        final NumberColumn<Task, Long> retries =
                column("retries", LONG.orElse(0L)).getter(Task::retries).keepInitial();
        final ListColumn<Task, String> tags =
                column("tags", listOf(STRING)).getter(Task::tags).keepInitial();

        TaskModel() {
            super(Task.class, "Job");
        }

        @Override
        protected Task create(Values<Task> values) {
            return new Task(values.get(id), values.get(text), values.get(retries), values.get(tags));
        }
    }

    private static final TaskModel TASK = TaskModel.TASK;

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private BloopTemplate<Job> jobs;

    @BeforeEach
    void bind() {
        Engine engine = dynamoDb.engine();
        engine.bind(List.of(JOB));
        jobs = engine.template(JOB);
    }

    private static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }

    private static final Map<String, AttributeValue> KEY = Map.of("id", s("a"));
    private static final AttributeValue NULL = AttributeValue.fromNul(true);

    private static Map<String, AttributeValue> item(Map<String, AttributeValue> more) {
        Map<String, AttributeValue> item = new HashMap<>(KEY);
        item.putAll(more);
        return item;
    }

    private Job stored(Map<String, AttributeValue> more) {
        dynamoDb.put("Job", item(more));
        return jobs.find("a").orElseThrow();
    }

    private Map<String, AttributeValue> stored() {
        return dynamoDb.item("Job", KEY);
    }

    private static Map<String, AttributeValue> absent(boolean isNull) {
        return isNull ? Map.of("retries", NULL, "state", NULL, "tags", NULL) : Map.of();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("M28 E22 a column keeps its initial value where the attribute is absent or of the type NULL")
    void keepsInitialValues(boolean isNull) {
        Job job = stored(absent(isNull));

        assertThat(job.retries).isEqualTo(3);
        assertThat(job.state).isEqualTo("OPEN");
        assertThat(job.tags).containsExactly("new");
    }

    @Test
    @DisplayName("M28 a column that is there has the stored value")
    void takesStoredValues() {
        Job job = stored(Map.of(
                "retries", AttributeValue.fromN("0"), "state", s("DONE"), "tags", AttributeValue.fromL(List.of())));

        assertThat(job.retries).isZero();
        assertThat(job.state).isEqualTo("DONE");
        assertThat(job.tags).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("M28 E4 an initial value that was kept is no difference, and is written once it is changed")
    void writesWhatWasChanged(boolean isNull) {
        Job job = stored(absent(isNull));
        jobs.save(job);
        assertThat(stored()).isEqualTo(item(absent(isNull)));

        job.tags.add("more");
        job.text = "bread";
        jobs.save(job);

        Map<String, AttributeValue> expected = item(absent(isNull));
        expected.put("text", s("bread"));
        expected.put("tags", AttributeValue.fromL(List.of(s("new"), s("more"))));
        assertThat(stored()).isEqualTo(expected);

        job.tags.clear();
        job.tags.add("new");
        jobs.save(job);
        expected.put("tags", AttributeValue.fromL(List.of(s("new"))));
        assertThat(stored()).isEqualTo(expected);
    }

    @Test
    @DisplayName("M28 E4 null in place of an initial value is no difference from an absent attribute")
    void writesNothingForNull() {
        Job job = stored(Map.of());
        job.state = null;
        job.tags = null;
        jobs.update("a").set(JOB.state, "DONE").run();

        jobs.save(job);

        assertThat(stored()).isEqualTo(item(Map.of("state", s("DONE"))));
    }

    @Test
    @DisplayName("M28 a value that was changed away from the initial one and cleared is removed")
    void removesWhatWasStored() {
        Job job = stored(Map.of());
        job.state = "DONE";
        jobs.save(job);
        job.state = null;
        jobs.save(job);

        assertThat(stored()).isEqualTo(item(Map.of()));
    }

    @Test
    @DisplayName("E22 the condition that nothing has changed asks for no initial value")
    void asksForAbsentAttributes() {
        Job job = stored(Map.of());
        job.text = "bread";

        jobs.save(job, onlyIf(jobs.snapshot(job)));

        assertThat(stored()).isEqualTo(item(Map.of("text", s("bread"))));
    }

    @Test
    @DisplayName("E4 clearing a column with an initial value removes what others have stored")
    void clearsInitialValues() {
        Job job = stored(Map.of());
        jobs.update("a").set(JOB.state, "DONE").run();

        jobs.save(job, clear(JOB.state));
        assertThat(stored()).isEqualTo(item(Map.of()));

        jobs.save(job);
        assertThat(stored()).isEqualTo(item(Map.of()));
    }

    @Test
    @DisplayName("M28 E8 an object that is loaded in place has the initial value, not the one that it had")
    void loadsInPlace() {
        dynamoDb.put("Job", item(Map.of()));
        Job job = new Job();
        job.id = "a";
        job.retries = 7;
        job.tags = null;

        jobs.load(job);

        assertThat(job.retries).isEqualTo(3);
        assertThat(job.tags).containsExactly("new");
        jobs.save(job);
        assertThat(stored()).isEqualTo(item(Map.of()));
    }

    @Test
    @DisplayName("E11 a column that a projection left out does not have its initial value")
    void leavesOutWhatWasNotLoaded() {
        stored(Map.of());

        Job job = jobs.scan().select(JOB.id, JOB.retries).one();

        assertThat(job.retries).isEqualTo(3);
        assertThat(job.state).isNull();
        assertThat(job.tags).isNull();
        job.state = "OPEN";
        jobs.save(job);
        assertThat(stored()).isEqualTo(item(Map.of("state", s("OPEN"))));
    }

    record Retries(long retries, String state) {}

    static final class RetriesOfJob extends ProjectionDefinition<Job, Retries> {
        RetriesOfJob() {
            super(Retries.class, JOB, List.of(JOB.retries, JOB.state));
        }

        @Override
        public Retries create(Values<Job> values) {
            return new Retries(values.get(JOB.retries, 0L), values.get(JOB.state));
        }
    }

    @Test
    @DisplayName("M28 an object of another shape has the initial value of the model's column")
    void projectsInitialValues() {
        stored(Map.of());

        assertThat(jobs.scan().as(new RetriesOfJob()).one()).isEqualTo(new Retries(3, "OPEN"));
    }

    @Test
    @DisplayName("M28 a record has the value of a constructor without the column")
    void readsRecords() {
        dynamoDb.put("Job", item(Map.of("text", s("bread"))));
        BloopTemplate<Task> tasks = dynamoDb.engine().template(TASK);

        Task task = tasks.find("a").orElseThrow();

        assertThat(task).isEqualTo(new Task("a", "bread", 3, List.of("new")));
        tasks.save(new Task("a", "butter", 3, task.tags()), since(task));
        assertThat(stored()).isEqualTo(item(Map.of("text", s("butter"))));
    }

    @Test
    @DisplayName("M28 a definition whose create() asks for what keeps its initial value needs createInitial()")
    void asksForCreateInitial() {
        dynamoDb.put("Job", item(Map.of()));
        BloopTemplate<Task> tasks = dynamoDb.engine().template(new TaskModel());

        assertThatThrownBy(() -> tasks.find("a"))
                .isInstanceOf(InvalidModel.class)
                .hasMessageContaining("Column 'retries' keeps its initial value, and create() asks for it; override "
                        + "createInitial() to make an object without it.");
    }

    @Test
    @DisplayName("M28 a document type whose create() asks for what keeps its initial value needs createInitial()")
    void asksForCreateInitialOfDocuments() {
        DocumentType<Limit> type = new DocumentType<>(Limit.class) {
            private final Member<Limit, Integer> most =
                    member("most", INTEGER).getter(Limit::most).keepInitial();

            @Override
            protected Limit create(MemberValues<Limit> values) {
                return new Limit(null, values.get(most));
            }
        };

        assertThatThrownBy(() -> AttributeValues.load(type, AttributeValue.fromM(Map.of())))
                .cause()
                .isInstanceOf(InvalidType.class)
                .hasMessageContaining("keeps the initial value of 'most', and create() asks for it; override "
                        + "createInitial() to make a document without it.");
    }

    private static Map<String, AttributeValue> documents(Map<String, AttributeValue> retry) {
        return Map.of("retry", AttributeValue.fromM(retry), "limit", AttributeValue.fromM(Map.of("unit", s("MB"))));
    }

    private static Map<String, AttributeValue> members(boolean isNull, String reason) {
        return isNull ? Map.of("times", NULL, "hosts", NULL, "reason", s(reason)) : Map.of("reason", s(reason));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("M28 E22 a member of a document keeps its initial value, which is written once it is changed")
    void readsDocuments(boolean isNull) {
        Job job = stored(documents(members(isNull, "slow")));

        assertThat(job.retry.times).isEqualTo(3);
        assertThat(job.retry.hosts).containsExactly("a");
        assertThat(job.limit).isEqualTo(new Limit("MB", 9));
        jobs.save(job);
        assertThat(stored()).isEqualTo(item(documents(members(isNull, "slow"))));

        job.retry.reason = "late";
        jobs.save(job);
        assertThat(stored()).isEqualTo(item(documents(members(isNull, "late"))));

        job.retry.hosts.add("b");
        jobs.save(job);
        Map<String, AttributeValue> expected = new HashMap<>(members(isNull, "late"));
        expected.put("hosts", AttributeValue.fromL(List.of(s("a"), s("b"))));
        assertThat(stored()).isEqualTo(item(documents(expected)));
    }

    @Test
    @DisplayName("M28 null in place of an initial value is no difference from a member that is absent")
    void writesNothingForNullMembers() {
        Job job = stored(documents(Map.of("times", NULL)));
        job.retry.times = null;
        job.retry.hosts = null;
        job.text = "bread";

        jobs.save(job);

        Map<String, AttributeValue> expected = item(documents(Map.of("times", NULL)));
        expected.put("text", s("bread"));
        assertThat(stored()).isEqualTo(expected);
    }

    static class Mistaken extends ModelDefinition<Task> {
        Mistaken() {
            super(Task.class);
            column("id", STRING).getter(Task::id).hashKey().keepInitial();
            Column<Task, Long> retries =
                    column("retries", LONG).getter(Task::retries).version();
            retries.keepInitial();
            column("text", STRING).getter(Task::text).computedFrom("id").keepInitial();
        }

        @Override
        protected Task create(Values<Task> values) {
            return new Task("", "");
        }
    }

    @Test
    @DisplayName("M25 a column that has its value from elsewhere keeps no initial value")
    void refusesOtherColumns() {
        assertThatThrownBy(() -> new Mistaken().columns())
                .isInstanceOfSatisfying(
                        InvalidModel.class,
                        ex -> assertThat(ex.problems())
                                .contains(
                                        "Column 'id' keeps its initial value and is a key, which is never absent; remove "
                                                + "keepInitial().",
                                        "Column 'retries' keeps its initial value and is written by the engine itself; remove "
                                                + "keepInitial().",
                                        "Column 'text' keeps its initial value and is computed; remove keepInitial()."));
    }
}
