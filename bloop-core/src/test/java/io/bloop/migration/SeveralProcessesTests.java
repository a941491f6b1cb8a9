package io.bloop.migration;

import static io.bloop.migration.Person.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.testing.LocalDynamoDb;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Processes that share a migration, and are killed while others write. */
@Tag("once")
class SeveralProcessesTests {

    /** Set to 59226 for the number of the sample data. */
    private static final int ITEMS = Integer.getInteger("bloop.migration.items", 2_000);

    private static final int WRITERS = 16;
    private static final int BATCH = 25;

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final List<MigratingProcess> processes = new ArrayList<>();
    private volatile boolean writing = true;

    @BeforeEach
    void bind() {
        dynamoDb.tableName("bloop-migrations");
        dynamoDb.engine().bind(List.of(PERSON));
    }

    private void fill(int items) {
        List<WriteRequest> batch = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            Map<String, AttributeValue> item =
                    Map.of("id", fromS("p" + i), "mail", fromS("first"), "visits", fromN("0"));
            batch.add(WriteRequest.builder()
                    .putRequest(PutRequest.builder().item(item).build())
                    .build());
            if (batch.size() == BATCH || i == items - 1) {
                Map<String, List<WriteRequest>> requests = Map.of(dynamoDb.tableName("people"), List.copyOf(batch));
                assertThat(dynamoDb.client()
                                .batchWriteItem(r -> r.requestItems(requests))
                                .unprocessedItems())
                        .isEmpty();
                batch.clear();
            }
        }
    }

    private MigratingProcess start(int threads, int rate, int delayMillis) throws Exception {
        MigratingProcess process = new MigratingProcess(
                dynamoDb.client(), new MigratingProcess.Settings(dynamoDb.tableName(""), threads, rate, delayMillis));
        processes.add(process);
        return process;
    }

    private void startAll(int number, int threads, int rate, int delayMillis) throws Exception {
        for (int i = 0; i < number; i++) {
            start(threads, rate, delayMillis);
        }
        for (MigratingProcess process : processes) {
            process.awaitReady();
        }
    }

    @AfterEach
    void close() {
        processes.forEach(MigratingProcess::close);
        processes.clear();
    }

    /** Lets three processes begin together with 400 items; returns when. */
    private long begin(int rate, int delayMillis) throws Exception {
        fill(400);
        startAll(3, 1, rate, delayMillis);
        long began = System.nanoTime();
        processes.forEach(MigratingProcess::go);
        return began;
    }

    /** Waits until all are done; returns how long they took. */
    private double seconds(long began) throws Exception {
        for (MigratingProcess process : processes) {
            assertThat(process.awaitDone()).contains("is DONE: 12 of 12 segments done");
        }
        return (System.nanoTime() - began) / 1e9;
    }

    @Test
    @Timeout(180)
    @DisplayName("U6 three processes work at the same time, and none does more than half of the work")
    void shareTheWork() throws Exception {
        double seconds = seconds(begin(0, 50));

        List<Integer> sent = new ArrayList<>();
        for (MigratingProcess process : processes) {
            sent.add(process.awaitSent());
        }
        assertThat(sent).allSatisfy(writes -> assertThat(writes).isBetween(1, 200));
        // one after the other, the delays of 400 writes alone take longer
        assertThat(seconds).isLessThan(400 * 0.05);
    }

    @Test
    @Timeout(180)
    @DisplayName("U6 three processes keep to the rate of all together")
    void shareTheRate() throws Exception {
        double seconds = seconds(begin(50, 0));

        // 400 units, of which each process has a block of 12 ahead
        assertThat(400 / seconds).isBetween(25.0, 55.0);
    }

    @Test
    @Timeout(1_800)
    @DisplayName("U6 whenever processes are killed, every item is migrated once, and no write of 16 threads is lost")
    void killed() throws Exception {
        fill(ITEMS);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        List<Future<Written>> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Written written = new Written(i);
            writers.add(threads.submit(() -> write(written)));
        }
        int kills = 0;
        try {
            Random random = new Random(ITEMS);
            startAll(3, 2, 0, 0);
            processes.forEach(MigratingProcess::go);
            while (state() != MigrationState.DONE) {
                TimeUnit.MILLISECONDS.sleep(300 + random.nextInt(1_500));
                MigratingProcess killed = processes.remove(random.nextInt(processes.size()));
                killed.kill();
                kills += state() == MigrationState.DONE ? 0 : 1;
                MigratingProcess next = start(2, 0, 0);
                next.awaitReady();
                next.go();
            }
        } finally {
            writing = false;
            close();
        }
        List<Written> written = new ArrayList<>();
        for (Future<Written> writer : writers) {
            written.add(writer.get());
        }
        threads.shutdown();
        Map<String, Map<String, AttributeValue>> items = items();
        written.forEach(one -> one.assertIn(items));
        MigrationProgress progress = progress();
        assertThat(kills).isPositive();
        assertThat(progress.counts().failed()).isZero();
    }

    private Migrations migrations() {
        return dynamoDb.engine().migrations().build();
    }

    private MigrationProgress progress() {
        return migrations().progress("rename").orElseThrow();
    }

    private MigrationState state() {
        return migrations().progress("rename").map(MigrationProgress::state).orElse(MigrationState.RUNNING);
    }

    private Map<String, Map<String, AttributeValue>> items() {
        Map<String, Map<String, AttributeValue>> items = new HashMap<>();
        dynamoDb.client()
                .scanPaginator(r -> r.tableName(dynamoDb.tableName("people")).consistentRead(true))
                .items()
                .forEach(item -> items.put(item.get("id").s(), item));
        return items;
    }

    /** What one thread has written: it alone writes its items, so that it knows what has to be there. */
    private static final class Written {

        private final int number;
        private final int[] times = new int[ITEMS];
        private final String[] last = new String[ITEMS];

        Written(int number) {
            this.number = number;
        }

        int next(Random random) {
            return random.nextInt((ITEMS + WRITERS - 1 - number) / WRITERS) * WRITERS + number;
        }

        void add(int item, String mail) {
            times[item]++;
            last[item] = mail;
        }

        void assertIn(Map<String, Map<String, AttributeValue>> items) {
            Set<String> wrong = new HashSet<>();
            for (int i = number; i < ITEMS; i += WRITERS) {
                Map<String, AttributeValue> expected = Map.of(
                        "id", fromS("p" + i),
                        "email", fromS(last[i] == null ? "first" : last[i]),
                        "visits", fromN("" + times[i]),
                        "times", fromN("1"));
                if (!expected.equals(items.get("p" + i))) {
                    wrong.add(expected + " is " + items.get("p" + i));
                }
            }
            assertThat(wrong).isEmpty();
        }
    }

    private Written write(Written written) {
        Random random = new Random(written.number);
        while (writing) {
            int item = written.next(random);
            String mail = "mail " + random.nextInt();
            if (!write("p" + item, "email", mail) && !write("p" + item, "mail", mail)) {
                // renamed between the two
                assertThat(write("p" + item, "email", mail)).isTrue();
            }
            written.add(item, mail);
        }
        return written;
    }

    private boolean write(String id, String attribute, String mail) {
        DynamoDbClient client = dynamoDb.client();
        try {
            client.updateItem(r -> r.tableName(dynamoDb.tableName("people"))
                    .key(Map.of("id", fromS(id)))
                    .updateExpression("ADD visits :one SET " + attribute + " = :mail")
                    .conditionExpression("attribute_exists(" + attribute + ")")
                    .expressionAttributeValues(Map.of(":one", fromN("1"), ":mail", fromS(mail))));
            return true;
        } catch (ConditionalCheckFailedException ex) {
            return false;
        }
    }
}
