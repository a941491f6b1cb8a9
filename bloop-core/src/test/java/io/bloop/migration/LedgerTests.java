package io.bloop.migration;

import static io.bloop.migration.Person.PERSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.Engine;
import io.bloop.testing.Fault;
import io.bloop.testing.FaultyHttpClient;
import io.bloop.testing.LocalDynamoDb;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;

class LedgerTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final FaultyHttpClient http = new FaultyHttpClient(Apache5HttpClient.create());

    private Engine engine;
    private Ledger ledger;

    @BeforeEach
    void begin() {
        engine = dynamoDb.engineBuilder(dynamoDb.faultyClient(http)).build();
        engine.bind(List.of(PERSON));
        MigrationsBuilder settings = engine.migrations();
        ledger = new Ledger(settings.requests(), settings.models(), settings.ledger());
        ledger.begin("rename", settings.models().of(PERSON), 2);
    }

    private MigrationEntry entry() {
        return ledger.find("rename").orElseThrow();
    }

    @Test
    @DisplayName("U6 an instance that comes late ends no run that was begun since")
    void endsItsOwnRun() {
        MigrationEntry first = entry();
        assertThat(ledger.finish(first)).isTrue();
        assertThat(ledger.restart("rename", 3)).isTrue();

        assertThat(ledger.finish(first)).isFalse();
        assertThat(ledger.fail(first, new FailedItem("key", "reason"))).isFalse();

        assertThat(entry().state()).isEqualTo(MigrationState.RUNNING);
        assertThat(entry().run()).isEqualTo(2);
        assertThat(entry().segments()).isEqualTo(3);
    }

    @Test
    @DisplayName("U6 a change of the state counts as done where the response to an earlier attempt was lost")
    void countsLostResponses() {
        http.lay(Fault.ANSWER_LOST, "UpdateItem", 1);

        assertThat(ledger.pause("rename")).isTrue();

        assertThat(entry().state()).isEqualTo(MigrationState.PAUSED);
        assertThat(ledger.pause("rename")).isFalse();
    }
}
