package io.bloop.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.testing.LocalDynamoDb;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Starts processes together on an account without tables; each is a JVM of its own. */
@Timeout(120)
class StartingTogetherTests {

    private static final int PROCESSES = 3;
    private static final int MODELS = 30;
    private static final List<BindingProcess> PROCESS = new ArrayList<>();

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    @BeforeAll
    static void start() throws IOException {
        try (var client = LocalDynamoDb.clientBuilder().build()) {
            for (int i = 0; i < PROCESSES; i++) {
                PROCESS.add(new BindingProcess(client));
            }
        }
        for (BindingProcess process : PROCESS) {
            assertThat(process.answer()).isEqualTo("bound");
        }
    }

    @AfterAll
    static void stop() {
        PROCESS.forEach(BindingProcess::close);
        PROCESS.clear();
    }

    private boolean isExpiring(String table) {
        return dynamoDb.client()
                        .describeTimeToLive(r -> r.tableName(dynamoDb.tableName(table)))
                        .timeToLiveDescription()
                        .timeToLiveStatus()
                == TimeToLiveStatus.ENABLED;
    }

    @RepeatedTest(2)
    @DisplayName(
            "E2 processes that start together on an empty account all start, with every table as the models want it")
    void startTogether() throws IOException {
        PROCESS.forEach(process -> process.order("bind", dynamoDb.tableName(""), MODELS));

        for (BindingProcess process : PROCESS) {
            assertThat(process.answer()).isEqualTo("bound");
        }
        assertThat(BindingProcess.models(MODELS)).allMatch(model -> isExpiring(model.name()));
    }

    @RepeatedTest(2)
    @DisplayName("U2 processes that update a table together, and one that comes later, all start")
    void updateTogether() throws Exception {
        new TableFixture(dynamoDb).create();
        for (int i = 0; i < PROCESS.size(); i++) {
            PROCESS.get(i).order("update", dynamoDb.tableName(""), 1);
            // the first two at once, the next while an index is being filled
            Thread.sleep(i == 1 ? 300 : 0);
        }

        for (BindingProcess process : PROCESS) {
            assertThat(process.answer()).isEqualTo("bound");
        }
        assertThat(dynamoDb.describe("Thing").globalSecondaryIndexes())
                .extracting(index -> index.indexName() + " " + index.indexStatus())
                .containsExactlyInAnyOrder("byKind ACTIVE", "bySize ACTIVE");
        assertThat(dynamoDb.describe("Thing").streamSpecification().streamEnabled())
                .isTrue();
        assertThat(isExpiring("Thing")).isTrue();
    }

    @Test
    @DisplayName("E2 a process that dies before time to live is on leaves a table that another process finishes")
    void finishesWhatAKilledProcessHasBegun() throws IOException, InterruptedException {
        BindingProcess killed = PROCESS.remove(0);
        killed.order("stop", dynamoDb.tableName(""), 1);
        assertThat(killed.answer()).isEqualTo("before UpdateTimeToLive");
        killed.kill();
        assertThat(isExpiring("Thing0")).isFalse();

        PROCESS.get(0).order("bind", dynamoDb.tableName(""), 1);

        assertThat(PROCESS.get(0).answer()).isEqualTo("bound");
        assertThat(isExpiring("Thing0")).isTrue();
    }
}
