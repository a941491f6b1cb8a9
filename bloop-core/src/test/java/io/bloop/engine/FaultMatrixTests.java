package io.bloop.engine;

import static io.bloop.testing.AccountModel.ACCOUNT;
import static io.bloop.testing.LinkModel.LINK;
import static io.bloop.testing.NoteModel.NOTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.BloopException;
import io.bloop.bulk.BulkFailed;
import io.bloop.engine.FaultyOperation.Scene;
import io.bloop.request.ConstraintViolation;
import io.bloop.request.RequestFailed;
import io.bloop.table.BindMode;
import io.bloop.testing.Fault;
import io.bloop.testing.FaultyHttpClient;
import io.bloop.testing.LocalDynamoDb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * and checks that what is reported is what is stored, and what is in memory.
 */
@Tag("once")
class FaultMatrixTests {

    private static final Logger LOG = LoggerFactory.getLogger(FaultMatrixTests.class);

    private static final int ATTEMPTS = 3;
    private static final Duration TIMEOUT = Duration.ofMillis(1500);
    private static final int SIDE_BY_SIDE = 8;

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    @BeforeEach
    void createTable() {
        dynamoDb.engine().bind(List.of(LINK, ACCOUNT, NOTE));
    }

    @Test
    @DisplayName("E5 every operation tells the truth under every fault")
    void everyOperationTellsTheTruthUnderEveryFault() throws Exception {
        Map<String, Callable<String>> cells = new LinkedHashMap<>();
        for (FaultyOperation operation : FaultyOperation.all()) {
            for (Fault fault : Fault.values()) {
                for (int attempts : List.of(1, ATTEMPTS)) {
                    String name = operation.name() + " | " + fault + (attempts == 1 ? " once" : " to the end");
                    cells.put(name, () -> outcome(operation, fault, attempts));
                }
            }
        }

        Map<String, String> matrix = run(cells);

        print(matrix);
        assertThat(matrix.entrySet().stream()
                        .filter(cell -> cell.getValue().contains("WRONG"))
                        .toList())
                .isEmpty();
    }

    /** Prints a row for each operation, with what became of it under each fault, once and to the end. */
    private static void print(Map<String, String> matrix) {
        Map<String, StringBuilder> rows = new LinkedHashMap<>();
        matrix.forEach((cell, outcome) -> rows.computeIfAbsent(
                        cell.substring(0, cell.indexOf(" | ")), name -> new StringBuilder("\n| " + name + " |"))
                .append(cell.endsWith("once") ? " " + outcome + " /" : " " + outcome + " |"));
        String faults = Stream.of(Fault.values()).map(Fault::toString).collect(Collectors.joining(" | "));
        LOG.info(
                "Operations under faults, once / to the end:\n| operation | {} |\n|{}{}",
                faults,
                "---|".repeat(Fault.values().length + 1),
                String.join("", rows.values()));
    }

    private static Map<String, String> run(Map<String, Callable<String>> cells) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        try {
            List<Future<String>> outcomes = new ArrayList<>();
            cells.values().forEach(cell -> outcomes.add(executor.submit(cell)));
            Map<String, String> matrix = new LinkedHashMap<>();
            int next = 0;
            for (String name : cells.keySet()) {
                matrix.put(name, outcomes.get(next++).get());
            }
            return matrix;
        } finally {
            executor.shutdownNow();
        }
    }

    private String outcome(FaultyOperation operation, Fault fault, int attempts) {
        FaultyHttpClient http = new FaultyHttpClient(Apache5HttpClient.create());
        try (DynamoDbClient client = dynamoDb.faultyClient(http, TIMEOUT)) {
            Engine engine =
                    dynamoDb.engineBuilder(client).bindMode(BindMode.NONE).build();
            engine.bind(List.of(LINK, ACCOUNT, NOTE));
            String slug = operation.name() + " " + fault + " " + attempts;
            Engine unbound = dynamoDb.engineBuilder(client)
                    .tableNames((model, name) -> dynamoDb.tableName(slug.replace(' ', '-')))
                    .build();
            Scene scene = new Scene(engine, unbound, slug, this::stored);
            operation.prepare().accept(scene);
            String before = scene.print();
            http.lay(fault, operation.request(), attempts);
            String outcome;
            try {
                operation.act().accept(scene);
                outcome = "done";
            } catch (BulkFailed ex) {
                boolean left =
                        ex.left().equals(List.of(scene.link)) || ex.left().equals(List.of(scene.account));
                outcome = left && ex.getCause() instanceof BloopException cause
                        ? told(cause)
                        : "WRONG: the object is not left over";
            } catch (BloopException ex) {
                outcome = told(ex);
            }
            http.heal();
            return outcome + judged(operation, scene, outcome, before, http);
        }
    }

    private static String told(BloopException failure) {
        String name = failure.getClass().getSimpleName();
        if (failure instanceof ConstraintViolation ex && ex.isPerhapsApplied()) {
            return name + ", perhaps applied";
        }
        return failure instanceof RequestFailed ex
                ? name + (ex.isPerhapsApplied() ? ", perhaps applied" : "")
                : "WRONG: a false " + name;
    }

    private String judged(
            FaultyOperation operation, Scene scene, String outcome, String before, FaultyHttpClient http) {
        boolean done = operation.isDone().test(scene);
        if (outcome.equals("done")) {
            return !done ? "; WRONG: it is not" : scene.agrees() ? "" : "; WRONG: versions differ";
        }
        if (!outcome.contains("perhaps") && done && !isRead(operation)) {
            return "; WRONG: it was applied";
        }
        if (!scene.print().equals(before)) {
            return "; WRONG: the object has changed";
        }
        if (operation.isRepeatable()) {
            scene.lookAgain();
            operation.act().accept(scene);
            return operation.isDone().test(scene) && scene.agrees() ? "" : "; WRONG: it cannot be repeated";
        }
        return "";
    }

    private static boolean isRead(FaultyOperation operation) {
        return operation.request().contains("Get")
                || operation.request().equals("Query")
                || operation.request().equals("Scan");
    }

    private Map<String, AttributeValue> stored(String table, String key) {
        return dynamoDb.item(table, Map.of(table.equals("Link") ? "slug" : "id", AttributeValue.fromS(key)));
    }
}
