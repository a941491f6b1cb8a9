package io.bloop.table;

import static io.bloop.model.IndexProjection.ALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.engine.Engine;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.request.IndexNotReady;
import io.bloop.request.RequestFailed;
import io.bloop.table.ThingModel.Thing;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Binds and searches while an index is being filled. */
@Timeout(60)
class IndexWaitTests {

    static final class KindModel extends ThingModel {

        final GlobalSecondaryIndex<Thing> byKind = globalIndex("byKind", ALL).hashKey(kind);
    }

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final KindModel thing = new KindModel();

    private Engine engine(InterceptedClient client, BindMode mode, IndexWait wait) {
        return dynamoDb.engineBuilder(client.client())
                .bindMode(mode)
                .indexWait(wait)
                .bindTimeout(Duration.ofSeconds(20))
                .build();
    }

    private List<Thing> books(Engine engine) {
        return engine.template(thing)
                .query(thing.byKind)
                .where(thing.kind.eq("book"))
                .all();
    }

    private static TableDescription filling(TableDescription table) {
        return table.copy(t -> t.globalSecondaryIndexes(table.globalSecondaryIndexes().stream()
                .map(index ->
                        index.copy(i -> i.indexStatus(IndexStatus.CREATING).backfilling(true)))
                .toList()));
    }

    private static DynamoDbException refusal(int status, String code, String message) {
        return (DynamoDbException) DynamoDbException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }

    @Test
    @DisplayName("U4 binding goes on while an index is being filled, where it is told to")
    void goesOn() {
        dynamoDb.engine().bind(List.of(thing));
        InterceptedClient client = dynamoDb.intercept().describing(IndexWaitTests::filling);

        engine(client, BindMode.VALIDATE, IndexWait.GO_ON).bind(List.of(thing));

        assertThat(client.operations()).containsExactly("DescribeTable");
    }

    @Test
    @DisplayName("U4 binding waits for an index that is being filled unless it is told otherwise")
    void waits() {
        dynamoDb.engine().bind(List.of(thing));
        InterceptedClient client = dynamoDb.intercept().describing(IndexWaitTests::filling);

        assertThatThrownBy(() -> dynamoDb.engineBuilder(client.client())
                        .bindTimeout(Duration.ofMillis(200))
                        .build()
                        .bind(List.of(thing)))
                .isInstanceOf(TableNotReady.class)
                .hasMessageContaining("index byKind is CREATING");
    }

    @Test
    @DisplayName("U4 a query of an index that is being filled says so, and works when the index is ready")
    void tellsThatAnIndexIsBeingFilled() {
        AtomicBoolean ready = new AtomicBoolean();
        InterceptedClient client = dynamoDb.intercept().query((request, real) -> {
            if (!ready.get()) {
                throw refusal(
                        400,
                        "ValidationException",
                        "Cannot read from backfilling global secondary index: " + request.indexName());
            }
            return real.apply(request);
        });
        Engine engine = engine(client, BindMode.CREATE, IndexWait.GO_ON);
        engine.template(thing).save(new Thing("1", "book", 3L, null));

        assertThatThrownBy(() -> books(engine))
                .isInstanceOf(IndexNotReady.class)
                .hasMessage("Query of Thing in table '" + dynamoDb.tableName("Thing")
                        + "' (index 'byKind') failed: ValidationException: Cannot read from backfilling global secondary "
                        + "index: byKind. DynamoDB is still filling the index: try again when it is ACTIVE.");

        ready.set(true);
        assertThat(books(engine)).extracting(Thing::id).containsExactly("1");
    }

    @Test
    @DisplayName("U4 a server error of a query is told as that of the index only where the index is being filled")
    void asksForTheIndexAfterAServerError() {
        AtomicBoolean filling = new AtomicBoolean(true);
        InterceptedClient client = dynamoDb.intercept()
                .describing(table -> filling.get() ? filling(table) : table)
                .query((request, real) -> {
                    throw refusal(500, "InternalServerError", "The request processing has failed.");
                });
        dynamoDb.engine().bind(List.of(thing));
        Engine engine = engine(client, BindMode.VALIDATE, IndexWait.GO_ON);

        assertThatThrownBy(() -> books(engine))
                .isInstanceOf(IndexNotReady.class)
                .hasMessageEndingWith("DynamoDB is still filling the index: try again when it is ACTIVE.");

        filling.set(false);
        assertThatThrownBy(() -> books(engine))
                .isExactlyInstanceOf(RequestFailed.class)
                .hasMessageEndingWith("InternalServerError: The request processing has failed.");
    }

    @Test
    @DisplayName("U4 a query of an index that is not there says so, and works as soon as somebody has added it")
    void tellsThatAnIndexIsMissing() {
        new TableFixture(dynamoDb).create();
        Engine planning = engine(dynamoDb.intercept(), BindMode.PLAN, IndexWait.GO_ON);
        planning.template(thing).save(new Thing("1", "book", 3L, null));

        assertThatThrownBy(() -> books(planning))
                .isInstanceOf(IndexNotReady.class)
                .hasMessage("Query of Thing in table '" + dynamoDb.tableName("Thing")
                        + "' (index 'byKind') failed: ValidationException: The table does not have the specified index: "
                        + "byKind. Add the index to the table, or let binding add it by updating the table.");

        engine(dynamoDb.intercept(), BindMode.UPDATE, IndexWait.WAIT).bind(List.of(thing));
        assertThat(books(planning)).extracting(Thing::id).containsExactly("1");
    }

    @Test
    @DisplayName("U4 queries while DynamoDB Local fills an index fail with what they wait for, and then succeed")
    void succeedsInTheEnd() throws InterruptedException {
        new TableFixture(dynamoDb).create();
        ThingModel plain = new ThingModel();
        dynamoDb.engine().template(plain).save(new Thing("1", "book", 3L, null));
        Engine engine = engine(dynamoDb.intercept(), BindMode.UPDATE, IndexWait.GO_ON);

        engine.bind(List.of(thing));

        List<Thing> found = List.of();
        while (found.isEmpty()) {
            try {
                found = books(engine);
            } catch (IndexNotReady ex) {
                Thread.sleep(50);
            } catch (RequestFailed ex) {
                // DynamoDB Local answers with a server error, and the index may be ready before it is asked for
                assertThat(ex).hasMessageContaining("InternalFailure");
            }
        }
        assertThat(found).extracting(Thing::id).containsExactly("1");
    }
}
