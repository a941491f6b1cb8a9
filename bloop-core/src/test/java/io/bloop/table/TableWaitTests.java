package io.bloop.table;

import static io.bloop.model.IndexProjection.ALL;
import static io.bloop.testing.RawTables.attribute;
import static io.bloop.testing.RawTables.hash;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bloop.engine.Engine;
import io.bloop.engine.EngineBuilder;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.request.CallInterrupted;
import io.bloop.table.ThingModel.Thing;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsUnavailableException;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsResponse;

class TableWaitTests {

    static final class IndexedModel extends ThingModel {

        final GlobalSecondaryIndex<Thing> byKind = globalIndex("byKind", ALL).hashKey(kind);
    }

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final ThingModel thing = new ThingModel();

    private void createTable() {
        dynamoDb.client()
                .createTable(r -> r.tableName(dynamoDb.tableName("Thing"))
                        .keySchema(hash("id"))
                        .attributeDefinitions(attribute("id", ScalarAttributeType.S))
                        .billingMode(BillingMode.PAY_PER_REQUEST));
    }

    private EngineBuilder engine(InterceptedClient client) {
        return dynamoDb.engineBuilder(client.client());
    }

    private static TableDescription withStatus(TableDescription table, TableStatus status) {
        return table.copy(t -> t.tableStatus(status));
    }

    private static TableDescription withIndexStatus(TableDescription table, IndexStatus status) {
        return table.copy(t ->
                t.globalSecondaryIndexes(table.globalSecondaryIndexes().get(0).copy(i -> i.indexStatus(status))));
    }

    @Test
    @DisplayName("E2 binding waits until a new table is active")
    void waitsForTheTable() {
        AtomicInteger descriptions = new AtomicInteger();
        InterceptedClient client = dynamoDb.intercept()
                .describing(
                        table -> descriptions.incrementAndGet() < 3 ? withStatus(table, TableStatus.CREATING) : table);

        engine(client).build().bind(List.of(thing));

        assertThat(client.operations())
                .containsExactly("DescribeTable", "CreateTable", "DescribeTable", "DescribeTable", "DescribeTable");
    }

    @Test
    @DisplayName("E2 binding waits until new indexes are active")
    void waitsForTheIndexes() {
        AtomicInteger descriptions = new AtomicInteger();
        InterceptedClient client = dynamoDb.intercept()
                .describing(table ->
                        descriptions.incrementAndGet() < 3 ? withIndexStatus(table, IndexStatus.CREATING) : table);

        engine(client).build().bind(List.of(new IndexedModel()));

        assertThat(client.operations())
                .containsExactly("DescribeTable", "CreateTable", "DescribeTable", "DescribeTable", "DescribeTable");
    }

    @Test
    @DisplayName("E2 a table that is being updated is ready")
    void doesNotWaitForUpdates() {
        createTable();
        InterceptedClient client = dynamoDb.intercept().describing(table -> withStatus(table, TableStatus.UPDATING));

        engine(client).build().bind(List.of(thing));

        assertThat(client.operations()).containsExactly("DescribeTable");
    }

    @Test
    @DisplayName("E2 a table that does not become active in time is TableNotReady with its status")
    void givesUpOnTheTable() {
        createTable();
        InterceptedClient client = dynamoDb.intercept().describing(table -> withStatus(table, TableStatus.CREATING));
        Engine engine = engine(client).bindTimeout(Duration.ofMillis(50)).build();

        TableNotReady thrown = catchThrowableOfType(TableNotReady.class, () -> engine.bind(List.of(thing)));

        assertThat(thrown)
                .hasMessage("Table '" + dynamoDb.tableName("Thing") + "' is not ready after 50 ms: the "
                        + "table is CREATING. Wait until it is ACTIVE, or allow more time for binding.");
        assertThat(thrown.table()).isEqualTo(dynamoDb.tableName("Thing"));
        assertThat(thrown.status()).isEqualTo("the table is CREATING");
        assertThat(thrown.waited()).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    @DisplayName("E2 an index that does not become active in time is TableNotReady with its name")
    void givesUpOnAnIndex() {
        InterceptedClient client =
                dynamoDb.intercept().describing(table -> withIndexStatus(table, IndexStatus.CREATING));
        Engine engine = engine(client).bindTimeout(Duration.ofMillis(50)).build();

        assertThatExceptionOfType(TableNotReady.class)
                .isThrownBy(() -> engine.bind(List.of(new IndexedModel())))
                .withMessage("Table '" + dynamoDb.tableName("Thing") + "' is not ready after 50 ms: index byKind is "
                        + "CREATING. Wait until it is ACTIVE, or allow more time for binding.");
    }

    @Test
    @DisplayName("E2 a new table that cannot be seen at once is waited for")
    void waitsUntilANewTableIsVisible() {
        AtomicInteger descriptions = new AtomicInteger();
        InterceptedClient client = dynamoDb.intercept();
        client.describeTable((request, real) -> {
            if (descriptions.incrementAndGet() < 4) {
                throw ResourceNotFoundException.builder().message("not found").build();
            }
            return real.apply(request);
        });

        engine(client).build().bind(List.of(thing));

        assertThat(client.operations())
                .containsExactly("DescribeTable", "CreateTable", "DescribeTable", "DescribeTable", "DescribeTable");
    }

    @Test
    @DisplayName("E2 a new table that is never to be seen is TableNotReady")
    void givesUpOnATableThatIsNeverVisible() {
        InterceptedClient client = dynamoDb.intercept();
        client.describeTable((request, real) -> {
            throw ResourceNotFoundException.builder().message("not found").build();
        });
        Engine engine = engine(client).bindTimeout(Duration.ofMillis(50)).build();

        assertThatExceptionOfType(TableNotReady.class)
                .isThrownBy(() -> engine.bind(List.of(thing)))
                .withMessage("Table '" + dynamoDb.tableName("Thing") + "' is not ready after 50 ms: the table is not "
                        + "to be seen yet. Wait until it is ACTIVE, or allow more time for binding.");
    }

    @Test
    @DisplayName("E2 a table that is being deleted is waited for, and created again")
    void recreatesATableThatIsBeingDeleted() {
        createTable();
        AtomicInteger descriptions = new AtomicInteger();
        InterceptedClient client = dynamoDb.intercept();
        client.describing(table -> {
            if (descriptions.incrementAndGet() == 2) {
                dynamoDb.client().deleteTable(r -> r.tableName(table.tableName()));
            }
            return descriptions.get() <= 2 ? withStatus(table, TableStatus.DELETING) : table;
        });

        engine(client).build().bind(List.of(thing));

        assertThat(client.operations())
                .containsExactly("DescribeTable", "DescribeTable", "DescribeTable", "CreateTable", "DescribeTable");
    }

    @Test
    @DisplayName("E2 a table that someone else creates meanwhile is waited for")
    void waitsForATableOfSomeoneElse() {
        InterceptedClient client = dynamoDb.intercept();
        AtomicInteger descriptions = new AtomicInteger();
        client.createTable((request, real) -> {
            real.apply(request);
            throw ResourceInUseException.builder().message("in use").build();
        });
        client.describing(
                table -> descriptions.incrementAndGet() < 2 ? withStatus(table, TableStatus.CREATING) : table);

        engine(client).build().bind(List.of(thing));

        assertThat(client.operations())
                .containsExactly("DescribeTable", "CreateTable", "DescribeTable", "DescribeTable");
    }

    @Test
    @DisplayName("E2 a table that is active is described once")
    void describesATableOnce() {
        createTable();
        InterceptedClient client = dynamoDb.intercept();

        engine(client).build().bind(List.of(thing, new ThingModel("Other", t -> t)));

        assertThat(client.operations()).containsExactly("DescribeTable");
    }

    @Test
    @DisplayName("E2 backups are enabled for a new table as soon as it can have them")
    void retriesBackups() {
        AtomicInteger tries = new AtomicInteger();
        InterceptedClient client = dynamoDb.intercept();
        client.updateBackups((request, real) -> {
            if (tries.incrementAndGet() < 3) {
                throw ContinuousBackupsUnavailableException.builder()
                        .message("Backups are being enabled")
                        .build();
            }
            return UpdateContinuousBackupsResponse.builder().build();
        });
        client.describeBackups((request, real) -> DescribeContinuousBackupsResponse.builder()
                .continuousBackupsDescription(b -> b.continuousBackupsStatus("ENABLED")
                        .pointInTimeRecoveryDescription(
                                p -> p.pointInTimeRecoveryStatus(PointInTimeRecoveryStatus.ENABLED)))
                .build());

        engine(client).build().bind(List.of(new ThingModel(t -> t.backups(true))));

        assertThat(client.operations())
                .endsWith(
                        "UpdateContinuousBackups",
                        "UpdateContinuousBackups",
                        "UpdateContinuousBackups",
                        "DescribeContinuousBackups");
    }

    @Test
    @DisplayName("E2 backups that cannot be enabled in time are TableNotReady")
    void givesUpOnBackups() {
        InterceptedClient client = dynamoDb.intercept();
        client.updateBackups((request, real) -> {
            throw ContinuousBackupsUnavailableException.builder()
                    .message("Backups are being enabled")
                    .build();
        });
        Engine engine = engine(client).bindTimeout(Duration.ofMillis(50)).build();

        assertThatExceptionOfType(TableNotReady.class)
                .isThrownBy(() -> engine.bind(List.of(new ThingModel(t -> t.backups(true)))))
                .withMessage("Table '" + dynamoDb.tableName("Thing") + "' is not ready after 50 ms: its backups cannot "
                        + "be enabled yet. Wait until it is ACTIVE, or allow more time for binding.");
    }

    @Test
    @DisplayName("E21 binding that is interrupted ends, and leaves the thread interrupted")
    void endsWhenInterrupted() {
        createTable();
        Thread binding = Thread.currentThread();
        InterceptedClient client = dynamoDb.intercept().describing(table -> {
            binding.interrupt();
            return withStatus(table, TableStatus.CREATING);
        });

        try {
            assertThatExceptionOfType(CallInterrupted.class)
                    .isThrownBy(() -> engine(client).build().bind(List.of(thing)))
                    .withMessage("Binding of Thing in table '" + dynamoDb.tableName("Thing")
                            + "' was interrupted while it waited for the tables.");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    @DisplayName("E2 a model whose binding has failed is not bound")
    void leavesNothingBoundAfterAFailure() {
        createTable();
        Engine engine = dynamoDb.engine();

        assertThatExceptionOfType(TableMismatch.class)
                .isThrownBy(() -> engine.bind(List.of(thing, new ThingModel("Other", t -> t.units(5L, 5L)))));

        assertThat(engine.tables()).isEmpty();
    }
}
