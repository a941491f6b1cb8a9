package io.bloop.table;

import static io.bloop.testing.RawTables.attribute;
import static io.bloop.testing.RawTables.hash;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bloop.request.InvalidRequest;
import io.bloop.settings.TableSettings;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.RawTables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.dynamodb.model.TagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.TagResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.UntagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.UntagResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/** Binds tables that are not, or may not be, finished. */
@Timeout(60)
class UnfinishedTableTests {

    private static final String ARN = "arn:aws:dynamodb:us-east-1:123456789012:table/Thing";
    private static final String[] DISABLED = {"ttl", "attribute expires", "disabled"};

    static final class ExpiringModel extends ThingModel {
        ExpiringModel() {
            this(t -> t);
        }

        ExpiringModel(UnaryOperator<TableSettings> settings) {
            super(settings);
            table(t -> t.ttl(expires));
        }
    }

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    /** The tags of the one table, as AWS would have them. */
    private final Map<String, String> tags = new ConcurrentHashMap<>();

    private void createTable() {
        dynamoDb.client()
                .createTable(r -> r.tableName(dynamoDb.tableName("Thing"))
                        .keySchema(hash("id"))
                        .attributeDefinitions(attribute("id", ScalarAttributeType.S))
                        .provisionedThroughput(u -> u.readCapacityUnits(1L).writeCapacityUnits(1L)));
    }

    private void bind(InterceptedClient client, ThingModel model) {
        bind(client, BindMode.CREATE, Duration.ofSeconds(20), model);
    }

    private void bind(InterceptedClient client, BindMode mode, Duration timeout, ThingModel model) {
        dynamoDb.engineBuilder(client.client())
                .bindMode(mode)
                .bindTimeout(timeout)
                .build()
                .bind(List.of(model));
    }

    private void assertDisabled(Runnable binding) {
        TableMismatch mismatch = catchThrowableOfType(TableMismatch.class, binding::run);
        assertThat(mismatch.tables().get(0).differences())
                .singleElement()
                .satisfies(found -> assertThat(List.of(found.subject(), found.expected(), found.actual()))
                        .containsExactly(DISABLED));
        assertThat(timeToLive().timeToLiveStatus()).isEqualTo(TimeToLiveStatus.DISABLED);
    }

    private TimeToLiveDescription timeToLive() {
        return dynamoDb.client()
                .describeTimeToLive(r -> r.tableName(dynamoDb.tableName("Thing")))
                .timeToLiveDescription();
    }

    private void assertFinished() {
        assertThat(timeToLive().timeToLiveStatus()).isEqualTo(TimeToLiveStatus.ENABLED);
        assertThat(timeToLive().attributeName()).isEqualTo("expires");
    }

    /** Answers as AWS does, which has tags. */
    private InterceptedClient onAws(UnaryOperator<TableDescription.Builder> more) {
        return dynamoDb.intercept()
                .describing(table -> table.copy(t -> more.apply(t.tableArn(ARN))))
                .createTable((request, real) -> {
                    request.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
                    return real.apply(request);
                })
                .listTags((request, real) -> listed())
                .tagResource((request, real) -> {
                    request.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
                    return TagResourceResponse.builder().build();
                })
                .untagResource((request, real) -> {
                    tags.keySet().removeAll(request.tagKeys());
                    return UntagResourceResponse.builder().build();
                });
    }

    private ListTagsOfResourceResponse listed() {
        return ListTagsOfResourceResponse.builder()
                .tags(tags.entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList())
                .build();
    }

    private static TableDescription.Builder old(TableDescription.Builder table) {
        return table.creationDateTime(Instant.parse("2020-01-01T00:00:00Z"));
    }

    private static DynamoDbException refused(String code, String message) {
        return (DynamoDbException) DynamoDbException.builder()
                .statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .message(message)
                .build();
    }

    @Test
    @DisplayName("E2 a table that another process creates at the same moment is finished")
    void finishesATableThatIsThereAtCreation() {
        InterceptedClient client = dynamoDb.intercept()
                .createTable((request, real) -> {
                    createTable();
                    return real.apply(request);
                })
                .describing(RawTables::old);

        bind(client, new ExpiringModel());

        assertThat(client.operations())
                .containsExactly(
                        "DescribeTable",
                        "CreateTable",
                        "DescribeTable",
                        "DescribeTimeToLive",
                        "UpdateTimeToLive",
                        "DescribeTimeToLive");
        assertFinished();
    }

    @Test
    @DisplayName("E2 a table that is still being created when it is described is finished")
    void finishesATableThatIsBeingCreated() {
        createTable();
        AtomicInteger descriptions = new AtomicInteger();
        InterceptedClient client = dynamoDb.intercept()
                .describing(table -> descriptions.incrementAndGet() == 1
                        ? RawTables.old(table).copy(t -> t.tableStatus(TableStatus.CREATING))
                        : RawTables.old(table));

        bind(client, new ExpiringModel());

        assertFinished();
    }

    @Test
    @DisplayName("E2 without tags, a table that was created a moment ago is finished")
    void finishesARecentTable() {
        createTable();

        bind(dynamoDb.intercept(), new ExpiringModel());

        assertFinished();
    }

    @Test
    @DisplayName("E2 without tags, a table that was created longer ago is not altered")
    void leavesAnOldTable() {
        createTable();
        InterceptedClient client = dynamoDb.intercept()
                .describing(table ->
                        table.copy(t -> t.creationDateTime(Instant.now().minusSeconds(301))));

        assertDisabled(() -> bind(client, new ExpiringModel()));

        assertThat(client.operations()).containsExactly("DescribeTable", "DescribeTimeToLive", "ListTagsOfResource");
    }

    @Test
    @DisplayName("E2 a recent table that differs in anything else is not altered")
    void leavesATableThatDiffers() {
        createTable();
        InterceptedClient client = dynamoDb.intercept();

        assertThatThrownBy(() -> bind(client, new ExpiringModel(t -> t.units(5L, 5L))))
                .isInstanceOf(TableMismatch.class)
                .hasMessageContaining("(2 differences)");

        assertThat(timeToLive().timeToLiveStatus()).isEqualTo(TimeToLiveStatus.DISABLED);
    }

    @Test
    @DisplayName("E3 binding that only verifies finishes nothing")
    void verifiesAlone() {
        createTable();

        assertDisabled(
                () -> bind(dynamoDb.intercept(), BindMode.VALIDATE, Duration.ofSeconds(20), new ExpiringModel()));
    }

    @Test
    @DisplayName("E2 a table that needs time to live is created with a tag, which is removed when it is finished")
    void tagsTheTableUntilItIsFinished() {
        InterceptedClient client = onAws(t -> t);

        bind(client, new ExpiringModel());

        assertThat(client.requests(CreateTableRequest.class).get(0).tags())
                .containsExactly(Tag.builder().key("bloop:unfinished").value("").build());
        assertThat(client.operations())
                .containsExactly(
                        "DescribeTable",
                        "CreateTable",
                        "DescribeTable",
                        "UpdateTimeToLive",
                        "DescribeTimeToLive",
                        "UntagResource");
        assertThat(tags).isEmpty();
    }

    @Test
    @DisplayName("E2 a table that needs nothing after its creation gets no tag of its own")
    void tagsNothingElse() {
        InterceptedClient client = onAws(t -> t);

        bind(client, new ThingModel());

        assertThat(client.requests(CreateTableRequest.class).get(0).hasTags()).isFalse();
        assertThat(client.operations()).containsExactly("DescribeTable", "CreateTable", "DescribeTable");
    }

    @Test
    @DisplayName("E2 an old table with the tag is finished, and the tag removed")
    void finishesATableWithTheTag() {
        createTable();
        tags.put("bloop:unfinished", "");
        InterceptedClient client = onAws(UnfinishedTableTests::old);

        bind(client, new ExpiringModel());

        assertFinished();
        assertThat(tags).isEmpty();
    }

    @Test
    @DisplayName("E2 with tags, an old table without the tag is not altered")
    void leavesATableWithoutTheTag() {
        createTable();
        InterceptedClient client = onAws(UnfinishedTableTests::old);

        assertDisabled(() -> bind(client, new ExpiringModel()));
    }

    @Test
    @DisplayName("E2 with tags, a new table without the tag is described again, as another process may be at it")
    void waitsForAnotherProcess() {
        createTable();
        AtomicInteger descriptions = new AtomicInteger();
        InterceptedClient client = onAws(t -> t).describeTimeToLive((request, real) -> {
            if (descriptions.incrementAndGet() == 3) {
                dynamoDb.client()
                        .updateTimeToLive(r -> r.tableName(request.tableName())
                                .timeToLiveSpecification(t -> t.enabled(true).attributeName("expires")));
            }
            return real.apply(request);
        });

        bind(client, new ExpiringModel());

        assertThat(client.requests(UpdateTimeToLiveRequest.class)).isEmpty();
        assertFinished();
    }

    @Test
    @DisplayName("E2 with tags, a new table without the tag that nobody finishes is not altered")
    void doesNotAlterANewTableOfOthers() {
        createTable();

        assertDisabled(() -> bind(onAws(t -> t), BindMode.CREATE, Duration.ofMillis(300), new ExpiringModel()));
    }

    @Test
    @DisplayName("E2 a table is created without the tag where tags are not allowed")
    void createsWithoutTags() {
        InterceptedClient client = onAws(t -> t).createTable((request, real) -> {
            if (request.hasTags()) {
                throw refused("AccessDeniedException", "not authorized to perform: dynamodb:TagResource");
            }
            return real.apply(request);
        });

        bind(client, new ExpiringModel());

        assertThat(client.operations()).startsWith("DescribeTable", "CreateTable", "CreateTable", "DescribeTable");
        assertFinished();
    }

    @Test
    @DisplayName("E2 where tags cannot be listed, the age of a table tells")
    void judgesByAgeWithoutPermission() {
        createTable();
        InterceptedClient client = onAws(t -> t).listTags((request, real) -> {
            throw refused("AccessDeniedException", "not authorized to perform: dynamodb:ListTagsOfResource");
        });

        bind(client, new ExpiringModel());

        assertFinished();
    }

    @Test
    @DisplayName("E2 a tag that cannot be removed does not stop the start")
    void startsWithATagThatStays() {
        InterceptedClient client = onAws(t -> t).untagResource((request, real) -> {
            throw refused("AccessDeniedException", "not authorized to perform: dynamodb:UntagResource");
        });

        bind(client, new ExpiringModel());

        assertThat(client.requests(UntagResourceRequest.class)).hasSize(1);
        assertFinished();
    }

    @Test
    @DisplayName("E2 time to live that another process has switched on meanwhile is looked at again")
    void looksAgainWhereItIsEnabled() {
        createTable();
        InterceptedClient client = dynamoDb.intercept().updateTimeToLive((request, real) -> {
            real.apply(request);
            return real.apply(request);
        });

        bind(client, new ExpiringModel());

        assertFinished();
    }

    @Test
    @DisplayName("E2 a table that somebody else is changing is waited for")
    void waitsWhereTheTableIsInUse() {
        createTable();
        AtomicInteger attempts = new AtomicInteger();
        InterceptedClient client = dynamoDb.intercept().updateTimeToLive((request, real) -> {
            if (attempts.incrementAndGet() < 3) {
                throw ResourceInUseException.builder()
                        .message("Table is being updated")
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode("ResourceInUseException")
                                .errorMessage("Table is being updated")
                                .build())
                        .build();
            }
            return real.apply(request);
        });

        bind(client, new ExpiringModel());

        assertThat(attempts).hasValue(3);
        assertFinished();
    }

    @Test
    @DisplayName("E2 time to live that stays disabled is TableNotReady")
    void givesUpOnTimeToLive() {
        InterceptedClient client = dynamoDb.intercept().updateTimeToLive((request, real) -> {
            throw refused(
                    "ValidationException", "Time to live has been modified multiple times within a fixed interval");
        });

        assertThatThrownBy(() -> bind(client, BindMode.CREATE, Duration.ofMillis(300), new ExpiringModel()))
                .isInstanceOf(TableNotReady.class)
                .hasMessage(
                        "Table '" + dynamoDb.tableName("Thing") + "' is not ready after 300 ms: its time to live is "
                                + "not enabled yet. Wait until it is ACTIVE, or allow more time for binding.");
    }

    @Test
    @DisplayName("E2 time to live that DynamoDB refuses is a failed request")
    void failsWhereTimeToLiveIsRefused() {
        InterceptedClient client = dynamoDb.intercept().updateTimeToLive((request, real) -> {
            throw refused("ValidationException", "One or more parameter values were invalid");
        });

        assertThatThrownBy(() -> bind(client, new ExpiringModel())).isInstanceOf(InvalidRequest.class);
    }

    @Test
    @DisplayName("E2 time to live that another process has switched on for another attribute is reported")
    void reportsAnotherAttribute() {
        createTable();
        InterceptedClient client = dynamoDb.intercept().updateTimeToLive((request, real) -> {
            dynamoDb.client()
                    .updateTimeToLive(r -> r.tableName(request.tableName())
                            .timeToLiveSpecification(t -> t.enabled(true).attributeName("until")));
            return real.apply(request);
        });

        TableMismatch mismatch = catchThrowableOfType(TableMismatch.class, () -> bind(client, new ExpiringModel()));

        assertThat(mismatch.tables().get(0).differences())
                .singleElement()
                .satisfies(found -> assertThat(found.actual()).isEqualTo("attribute until"));
    }

    @Test
    @DisplayName("E2 a table that another process has created with the tag gets the tags that it lacks")
    void addsMissingTags() {
        createTable();
        tags.put("bloop:unfinished", "");
        tags.put("team", "docs");
        InterceptedClient client = onAws(UnfinishedTableTests::old);

        bind(client, new ExpiringModel(t -> t.tag("team", "docs").tag("stage", "test")));

        assertThat(client.requests(TagResourceRequest.class))
                .singleElement()
                .satisfies(request -> assertThat(request.tags())
                        .containsExactly(
                                Tag.builder().key("stage").value("test").build()));
        assertThat(tags).containsOnly(Map.entry("team", "docs"), Map.entry("stage", "test"));
    }

    @Test
    @DisplayName("E2 a tag with another value is reported, and the table not altered")
    void leavesOtherTags() {
        createTable();
        tags.put("bloop:unfinished", "");
        tags.put("team", "shop");
        InterceptedClient client = onAws(UnfinishedTableTests::old);

        assertThatThrownBy(() -> bind(client, new ExpiringModel(t -> t.tag("team", "docs"))))
                .isInstanceOf(TableMismatch.class)
                .hasMessageContaining("{team=docs}");

        assertThat(timeToLive().timeToLiveStatus()).isEqualTo(TimeToLiveStatus.DISABLED);
        assertThat(tags).containsEntry("team", "shop").containsKey("bloop:unfinished");
    }

    @ParameterizedTest
    @EnumSource(
            value = BindMode.class,
            names = {"CREATE", "UPDATE"})
    @DisplayName("E2 the tag of a table that another process has equipped is removed where the tags are known")
    void removesTheTagOfAnEquippedTable(BindMode mode) {
        createTable();
        tags.put("bloop:unfinished", "");
        tags.put("team", "docs");
        InterceptedClient client = onAws(UnfinishedTableTests::old);

        bind(client, mode, Duration.ofSeconds(20), new ThingModel(t -> t.tag("team", "docs")));

        assertThat(client.operations()).containsExactly("DescribeTable", "ListTagsOfResource", "UntagResource");
        assertThat(tags).containsOnly(Map.entry("team", "docs"));
    }

    /** Knows neither the tags of the table nor where to put them for the first times, as DynamoDB does not. */
    private InterceptedClient beforeTags(int refusals, AtomicInteger asked) {
        return onAws(UnfinishedTableTests::old)
                .createTable((request, real) -> {
                    createTable();
                    request.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
                    return real.apply(request);
                })
                .listTags((request, real) -> {
                    if (asked.incrementAndGet() <= refusals) {
                        throw notFound();
                    }
                    return listed();
                })
                .tagResource((request, real) -> {
                    if (asked.get() < refusals) {
                        asked.incrementAndGet();
                        throw notFound();
                    }
                    request.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
                    return TagResourceResponse.builder().build();
                });
    }

    private static ResourceNotFoundException notFound() {
        return ResourceNotFoundException.builder()
                .statusCode(400)
                .message("Requested resource not found")
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("ResourceNotFoundException")
                        .errorMessage("Requested resource not found")
                        .build())
                .build();
    }

    @ParameterizedTest
    @EnumSource(
            value = BindMode.class,
            names = {"CREATE", "UPDATE"})
    @DisplayName("E2 a process starts while another one creates the table, whose tags DynamoDB does not know yet")
    void waitsForTags(BindMode mode) {
        AtomicInteger asked = new AtomicInteger();
        InterceptedClient client = beforeTags(4, asked);

        bind(client, mode, Duration.ofSeconds(20), new ExpiringModel(t -> t.tag("team", "docs")));

        assertThat(asked).hasValueGreaterThanOrEqualTo(4);
        assertThat(tags).containsOnly(Map.entry("team", "docs"));
        assertFinished();
    }

    @Test
    @DisplayName("E2 tags that DynamoDB never knows end the wait with what is lacking")
    void givesUpOnTags() {
        InterceptedClient client = beforeTags(Integer.MAX_VALUE, new AtomicInteger());

        assertThatThrownBy(() -> bind(
                        client, BindMode.CREATE, Duration.ofMillis(300), new ExpiringModel(t -> t.tag("team", "docs"))))
                .isInstanceOf(TableNotReady.class)
                .hasMessage("Table '" + dynamoDb.tableName("Thing") + "' is not ready after 300 ms: its tags cannot be "
                        + "set yet. Wait until it is ACTIVE, or allow more time for binding.");
    }
}
