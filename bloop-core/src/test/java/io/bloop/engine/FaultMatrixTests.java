package io.bloop.engine;

import static io.bloop.testing.AccountModel.ACCOUNT;
import static io.bloop.testing.LinkModel.LINK;
import static io.bloop.testing.NoteModel.NOTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.BloopException;
import io.bloop.bulk.BulkFailed;
import io.bloop.engine.FaultMatrix.Cell;
import io.bloop.engine.FaultMatrix.Outcome;
import io.bloop.engine.FaultMatrix.Truth;
import io.bloop.engine.FaultyOperation.Scene;
import io.bloop.engine.Guarantee.Extent;
import io.bloop.table.BindMode;
import io.bloop.testing.BothClients;
import io.bloop.testing.Fault;
import io.bloop.testing.FaultyHttpClient;
import io.bloop.testing.LocalDynamoDb;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Runs every operation under every fault, once as a fault that passes and once as one that outlasts the SDK's retries,
 * and checks that the report is the expected one, and that it is the truth about the table and the objects.
 */
@Tag("once")
@BothClients
class FaultMatrixTests {

    private static final Logger LOG = LoggerFactory.getLogger(FaultMatrixTests.class);

    private static final int ATTEMPTS = 3;

    /** Half of the time is spent on waiting for responses that are late. */
    private static final int SIDE_BY_SIDE = 24;

    private static final Duration TIMEOUT_FOR_LATE_ANSWERS = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    @BeforeEach
    void createTable() {
        dynamoDb.engine().bind(List.of(LINK, ACCOUNT, NOTE));
    }

    @Test
    @DisplayName("E5 every operation tells the truth under every fault")
    void everyOperationTellsTheTruthUnderEveryFault() throws Exception {
        FaultMatrix matrix = run();

        LOG.info("Operations under faults, once / to the end:\n{}", matrix);
        assertThat(matrix.unexpected()).isEmpty();
    }

    private FaultMatrix run() throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            Map<Cell, Future<Outcome>> running = new LinkedHashMap<>();
            for (Cell cell : Cell.all()) {
                running.put(cell, executor.submit(() -> outcome(cell)));
            }
            Map<Cell, Outcome> outcomes = new LinkedHashMap<>();
            for (Map.Entry<Cell, Future<Outcome>> one : running.entrySet()) {
                outcomes.put(one.getKey(), one.getValue().get());
            }
            return new FaultMatrix(outcomes);
        } finally {
            executor.shutdownNow();
        }
    }

    private Outcome outcome(Cell cell) {
        FaultyOperation operation = cell.operation();
        FaultyHttpClient http = new FaultyHttpClient(Apache5HttpClient.create());
        Duration timeout = cell.fault() == Fault.ANSWER_LATE ? TIMEOUT_FOR_LATE_ANSWERS : TIMEOUT;
        try (DynamoDbClient client = dynamoDb.faultyClient(http, timeout)) {
            Scene scene = scene(client, cell.toString());
            operation.prepare().accept(scene);
            String before = scene.print();
            http.lay(cell.fault(), operation.request(), cell.extent() == Extent.ONCE ? 1 : ATTEMPTS);
            try {
                operation.act().accept(scene);
            } catch (BloopException ex) {
                http.heal();
                return failed(operation, scene, ex, before);
            }
            http.heal();
            return new Outcome(Report.DONE, truthOfSuccess(operation, scene));
        }
    }

    private Scene scene(DynamoDbClient client, String slug) {
        Engine engine = dynamoDb.engineBuilder(client).bindMode(BindMode.NONE).build();
        engine.bind(List.of(LINK, ACCOUNT, NOTE));
        Engine unbound = dynamoDb.engineBuilder(client)
                .tableNames((model, name) -> dynamoDb.tableName(slug.replaceAll("\\W+", "-")))
                .build();
        return new Scene(engine, unbound, slug, this::stored);
    }

    private static Truth truthOfSuccess(FaultyOperation operation, Scene scene) {
        if (!operation.isDone().test(scene)) {
            return Truth.NOT_DONE;
        }
        return scene.agrees() ? Truth.AS_REPORTED : Truth.ANOTHER_VERSION_IN_MEMORY;
    }

    private static Outcome failed(FaultyOperation operation, Scene scene, BloopException failure, String before) {
        if (failure instanceof BulkFailed bulk) {
            Report report = Report.of((BloopException) bulk.getCause());
            boolean isLeftOver =
                    bulk.left().equals(List.of(scene.link)) || bulk.left().equals(List.of(scene.account));
            return new Outcome(
                    report, isLeftOver ? truthOfFailure(operation, scene, report, before) : Truth.OBJECT_NOT_LEFT_OVER);
        }
        Report report = Report.of(failure);
        return new Outcome(report, truthOfFailure(operation, scene, report, before));
    }

    private static Truth truthOfFailure(FaultyOperation operation, Scene scene, Report report, String before) {
        boolean isWrite = operation.guarantee() != Guarantee.READ;
        if (isWrite && !report.isUncertain() && operation.isDone().test(scene)) {
            return Truth.DONE;
        }
        if (!scene.print().equals(before)) {
            return Truth.OBJECT_CHANGED;
        }
        if (operation.isRepeatable()) {
            scene.lookAgain();
            operation.act().accept(scene);
            return operation.isDone().test(scene) && scene.agrees() ? Truth.AS_REPORTED : Truth.NOT_REPEATABLE;
        }
        return Truth.AS_REPORTED;
    }

    private Map<String, AttributeValue> stored(String table, String key) {
        return dynamoDb.item(table, Map.of(table.equals("Link") ? "slug" : "id", AttributeValue.fromS(key)));
    }
}
