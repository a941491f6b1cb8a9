package io.bloop.table;

import static io.bloop.model.IndexProjection.ALL;
import static io.bloop.model.IndexProjection.KEYS;
import static io.bloop.settings.Billing.ON_DEMAND;
import static io.bloop.testing.RawTables.attribute;
import static io.bloop.testing.RawTables.globalIndex;
import static io.bloop.testing.RawTables.hash;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bloop.engine.Engine;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.request.InvalidRequest;
import io.bloop.settings.StreamView;
import io.bloop.settings.TableSettings;
import io.bloop.testing.Fault;
import io.bloop.testing.FaultyHttpClient;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.LimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.dynamodb.model.TagResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** Updates tables that exist. */
@org.junit.jupiter.api.Tag("once")
@Timeout(120)
public class TableUpdateTests {

    static final class GrownModel extends ThingModel {

        final GlobalSecondaryIndex<Thing> byKind =
                globalIndex("byKind", ALL).hashKey(kind).rangeKey(size);
        final GlobalSecondaryIndex<Thing> bySize = globalIndex("bySize", KEYS).hashKey(size);

        GrownModel() {
            this(t -> t);
        }

        GrownModel(UnaryOperator<TableSettings> settings) {
            super(settings);
            table(t -> t.ttl(expires).stream(StreamView.NEW_AND_OLD).deletionProtection(true));
        }
    }

    static final class KindModel extends ThingModel {

        final GlobalSecondaryIndex<Thing> byKind = globalIndex("byKind", ALL).hashKey(kind);
    }

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private void table(Consumer<CreateTableRequest.Builder> more) {
        dynamoDb.client().createTable(r -> {
            r.tableName(dynamoDb.tableName("Thing"))
                    .keySchema(hash("id"))
                    .attributeDefinitions(attribute("id", ScalarAttributeType.S))
                    .provisionedThroughput(u -> u.readCapacityUnits(4L).writeCapacityUnits(5L));
            more.accept(r);
        });
    }

    private Engine engine(DynamoDbClient client) {
        return dynamoDb.engineBuilder(client)
                .bindMode(BindMode.UPDATE)
                .bindTimeout(Duration.ofSeconds(60))
                .build();
    }

    private void update(ThingModel model) {
        update(dynamoDb.client(), model);
    }

    private void update(DynamoDbClient client, ThingModel model) {
        engine(client).bind(List.of(model));
    }

    private TableDescription described() {
        return dynamoDb.describe("Thing");
    }

    private void unprotect() {
        dynamoDb.client()
                .updateTable(r -> r.tableName(dynamoDb.tableName("Thing")).deletionProtectionEnabled(false));
    }

    private void assertGrown() {
        TableDescription table = described();
        assertThat(table.globalSecondaryIndexes())
                .extracting(index -> index.indexName() + " " + index.indexStatus() + " "
                        + index.projection().projectionType() + " "
                        + index.keySchema().size())
                .containsExactlyInAnyOrder("byKind ACTIVE ALL 2", "bySize ACTIVE KEYS_ONLY 1");
        assertThat(table.streamSpecification().streamViewType()).isEqualTo(StreamViewType.NEW_AND_OLD_IMAGES);
        assertThat(table.deletionProtectionEnabled()).isTrue();
        assertThat(dynamoDb.client()
                        .describeTimeToLive(r -> r.tableName(table.tableName()))
                        .timeToLiveDescription()
                        .attributeName())
                .isEqualTo("expires");
    }

    @Test
    @DisplayName("U2 update adds what a table lacks: indexes one after the other, stream, time to live, protection")
    void addsWhatIsMissing() {
        table(r -> {});
        InterceptedClient client = dynamoDb.intercept();

        update(client.client(), new GrownModel());

        assertGrown();
        assertThat(client.requests(UpdateTableRequest.class))
                .allSatisfy(
                        sent -> assertThat(sent.globalSecondaryIndexUpdates()).hasSizeLessThanOrEqualTo(1));
        unprotect();
    }

    @Test
    @DisplayName("U2 update creates tables that are missing, with all that the models want")
    void createsTables() {
        InterceptedClient client = dynamoDb.intercept();

        update(client.client(), new GrownModel());

        assertGrown();
        assertThat(client.operations()).contains("CreateTable").doesNotContain("UpdateTable");
        unprotect();
    }

    @Test
    @DisplayName("U2 update sends nothing but descriptions where nothing is missing")
    void changesNothing() {
        update(new GrownModel());
        InterceptedClient client = dynamoDb.intercept();

        update(client.client(), new GrownModel());

        assertThat(client.operations()).containsExactly("DescribeTable", "DescribeTimeToLive");
        unprotect();
    }

    @Test
    @DisplayName("U2 a new index without units of its own gets those of the table, so that writes are not held up")
    void givesNewIndexesTheUnitsOfTheTable() {
        table(r -> {});

        update(new KindModel());

        assertThat(described().globalSecondaryIndexes()).singleElement().satisfies(index -> {
            assertThat(index.provisionedThroughput().readCapacityUnits()).isEqualTo(4);
            assertThat(index.provisionedThroughput().writeCapacityUnits()).isEqualTo(5);
        });
    }

    @Test
    @DisplayName("U2 items that are there already are found by a new index")
    void fillsIndexes() {
        new TableFixture(dynamoDb).create();
        Engine before = dynamoDb.engine();
        ThingModel plain = new ThingModel();
        before.template(plain).save(new ThingModel.Thing("1", "book", 3L, null));
        KindModel model = new KindModel();
        Engine engine = engine(dynamoDb.client());

        engine.bind(List.of(model));

        assertThat(engine.template(model)
                        .query(model.byKind)
                        .where(model.kind.eq("book"))
                        .all())
                .extracting(ThingModel.Thing::id)
                .containsExactly("1");
    }

    @Test
    @DisplayName("U3 update takes the safe steps and reports all other differences with the steps for a person")
    void reportsWhatIsNotSafe() {
        table(r -> r.attributeDefinitions(
                        attribute("id", ScalarAttributeType.S), attribute("kind", ScalarAttributeType.S))
                .globalSecondaryIndexes(globalIndex("byKind", hash("kind"), ProjectionType.KEYS_ONLY)));

        TableMismatch mismatch =
                catchThrowableOfType(TableMismatch.class, () -> update(new GrownModel(t -> t.billing(ON_DEMAND))));

        assertThat(mismatch).hasMessage("""
                Table '%s' does not match model Thing (3 differences):

                                      expected                        actual
                  index byKind        hash kind (S), range size (N)   hash kind (S)
                  index byKind        ALL                             KEYS_ONLY
                  billing             on demand                       provisioned""".formatted(dynamoDb.tableName("Thing")));
        assertThat(mismatch.tables().get(0).plan().steps())
                .allSatisfy(step -> assertThat(step.safe()).isFalse())
                .extracting(TableStep::text)
                .containsExactly(
                        "Change billing from provisioned to on demand.",
                        "Add the global index byKind-2 with hash kind (S), range size (N), ALL, store the models' index "
                                + "byKind under that name, and delete byKind when nothing uses it any more.");
        TableDescription table = described();
        assertThat(table.globalSecondaryIndexes())
                .extracting(index -> index.indexName())
                .containsExactlyInAnyOrder("byKind", "bySize");
        assertThat(table.billingModeSummary()).isNull();
        assertThat(table.deletionProtectionEnabled()).isTrue();
        unprotect();
    }

    @Test
    @DisplayName("U2 an update that ends before any of its requests is finished by the next one")
    void goesOnWhereAnotherHasStopped() {
        int requests = 0;
        while (isEndedAfter(requests)) {
            requests++;
        }

        assertThat(requests).isGreaterThan(12);
    }

    /** Updates a table twice, the first time by a process that ends, and tells whether that has ended too early. */
    private boolean isEndedAfter(int requests) {
        new TableFixture(dynamoDb).create();
        InterceptedClient ending = dynamoDb.intercept().endingAfter(requests);
        boolean ended = false;
        try {
            update(ending.client(), new GrownModel());
        } catch (IllegalStateException ex) {
            ended = true;
        }

        update(new GrownModel());

        assertGrown();
        unprotect();
        dynamoDb.client().deleteTable(r -> r.tableName(dynamoDb.tableName("Thing")));
        return ended;
    }

    @Test
    @DisplayName("U2 a step that DynamoDB refuses because another change is in progress is waited for")
    void waitsForOthers() {
        table(r -> {});
        AtomicInteger refused = new AtomicInteger();
        InterceptedClient client = dynamoDb.intercept().updateTable((request, real) -> {
            if (refused.incrementAndGet() <= 3) {
                throw refusal("LimitExceededException", LimitExceededException.builder());
            }
            return real.apply(request);
        });

        update(client.client(), new KindModel());

        assertThat(described().globalSecondaryIndexes()).hasSize(1);
        assertThat(refused).hasValue(4);
    }

    private static RuntimeException refusal(String code, DynamoDbException.Builder builder) {
        return (RuntimeException) builder.statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage("Only 1 online index can be created or deleted simultaneously per table")
                        .build())
                .build();
    }

    @Test
    @DisplayName("U2 what is waited for too long is named with the answer of DynamoDB")
    void givesUp() {
        table(r -> {});
        InterceptedClient client = dynamoDb.intercept().updateTable((request, real) -> {
            throw refusal("LimitExceededException", LimitExceededException.builder());
        });

        assertThatThrownBy(() -> dynamoDb.engineBuilder(client.client())
                        .bindMode(BindMode.UPDATE)
                        .bindTimeout(Duration.ofMillis(400))
                        .build()
                        .bind(List.of(new KindModel())))
                .isInstanceOf(TableNotReady.class)
                .hasMessage(
                        "Table '" + dynamoDb.tableName("Thing") + "' is not ready after 400 ms: index byKind is not "
                                + "added yet, as DynamoDB answers LimitExceededException. Wait until it is ACTIVE, or allow more "
                                + "time for binding.");
    }

    @Test
    @DisplayName("U2 a step that another process has taken at the same moment is not taken again")
    void findsWhatOthersHaveDone() {
        table(r -> {});
        InterceptedClient client = dynamoDb.intercept().updateTable((request, real) -> {
            real.apply(request);
            throw refusal("ValidationException", DynamoDbException.builder());
        });

        update(client.client(), new KindModel());

        assertThat(client.requests(UpdateTableRequest.class)).hasSize(1);
        assertThat(described().globalSecondaryIndexes()).hasSize(1);
    }

    @Test
    @DisplayName("U2 a step that DynamoDB refuses for itself fails the binding, with its request")
    void failsWithTheRequest() {
        table(r -> {});
        InterceptedClient client = dynamoDb.intercept().updateTable((request, real) -> {
            throw refusal("ValidationException", DynamoDbException.builder());
        });

        assertThatThrownBy(() -> update(client.client(), new KindModel()))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageStartingWith("UpdateTable of Thing in table '" + dynamoDb.tableName("Thing") + "' failed: ");
    }

    @Test
    @DisplayName("U2 steps whose answers are lost are not lost")
    void survivesLostAnswers() {
        table(r -> {});
        FaultyHttpClient http = new FaultyHttpClient(Apache5HttpClient.create());
        http.lay(Fault.ANSWER_LOST, "UpdateTable", 3);
        http.lay(Fault.ANSWER_LOST, "UpdateTimeToLive", 1);

        try (DynamoDbClient client = dynamoDb.faultyClient(http)) {
            update(client, new GrownModel());
        }

        assertGrown();
        unprotect();
    }

    /** Answers as AWS does, which has tags and backups. */
    private InterceptedClient onAws(Map<String, String> tags, AtomicInteger backups) {
        String arn = "arn:aws:dynamodb:us-east-1:123456789012:table/Thing";
        return dynamoDb.intercept()
                .describing(table -> table.copy(t -> t.tableArn(arn)))
                .listTags((request, real) -> ListTagsOfResourceResponse.builder()
                        .tags(tags.entrySet().stream()
                                .map(tag -> Tag.builder()
                                        .key(tag.getKey())
                                        .value(tag.getValue())
                                        .build())
                                .toList())
                        .build())
                .tagResource((request, real) -> {
                    request.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
                    return TagResourceResponse.builder().build();
                })
                .describeBackups((request, real) -> DescribeContinuousBackupsResponse.builder()
                        .continuousBackupsDescription(
                                b -> b.pointInTimeRecoveryDescription(p -> p.pointInTimeRecoveryStatus(
                                        backups.get() > 0
                                                ? PointInTimeRecoveryStatus.ENABLED
                                                : PointInTimeRecoveryStatus.DISABLED)))
                        .build())
                .updateBackups((request, real) -> {
                    backups.incrementAndGet();
                    return UpdateContinuousBackupsResponse.builder().build();
                });
    }

    @Test
    @DisplayName("U2 update switches backups on and adds tags")
    void switchesBackupsOn() {
        table(r -> {});
        Map<String, String> tags = new ConcurrentHashMap<>(Map.of("owner", "me"));
        AtomicInteger backups = new AtomicInteger();

        update(
                onAws(tags, backups).client(),
                new ThingModel(t -> t.backups(true).tag("team", "docs").tag("owner", "me")));

        assertThat(backups).hasValue(1);
        assertThat(tags).containsOnly(Map.entry("owner", "me"), Map.entry("team", "docs"));
    }

    @Test
    @DisplayName("U3 update never replaces the value of a tag, and never switches backups off")
    void replacesNoTags() {
        table(r -> {});
        Map<String, String> tags = new ConcurrentHashMap<>(Map.of("team", "sales"));
        AtomicInteger backups = new AtomicInteger(1);
        InterceptedClient client = onAws(tags, backups);

        TableMismatch mismatch = catchThrowableOfType(
                TableMismatch.class,
                () -> update(
                        client.client(),
                        new ThingModel(t -> t.backups(false).tag("team", "docs").tag("stage", "live"))));

        assertThat(mismatch.tables().get(0).plan().steps())
                .extracting(TableStep::reason)
                .containsExactly(
                        "The table can no longer be restored to a moment in the past.",
                        "It replaces values that somebody has given the table.");
        assertThat(client.requests())
                .allSatisfy(sent -> assertThat(isReading(sent)).isTrue());
    }

    public static boolean isReading(DynamoDbRequest request) {
        String name = request.getClass().getSimpleName();
        return name.startsWith("Describe") || name.startsWith("List");
    }
}
