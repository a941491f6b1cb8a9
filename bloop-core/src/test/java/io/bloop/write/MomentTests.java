package io.bloop.write;

import static io.bloop.read.Consistency.STRONG;
import static io.bloop.testing.AccountModel.ACCOUNT;
import static io.bloop.testing.NoteModel.NOTE;
import static io.bloop.write.WriteOptions.clear;
import static io.bloop.write.WriteOptions.onlyIf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.request.ConstraintViolation;
import io.bloop.testing.Account;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.Note;
import io.bloop.testing.StoppedClock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Covers the moments of the first and the last write. */
@BothClients
class MomentTests {

    private static final OffsetDateTime FIRST = OffsetDateTime.parse("2026-01-02T03:04:05.123456Z");
    private static final String STORED = "2026-01-02T03:04:05.123456+00:00";

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final StoppedClock clock = new StoppedClock("2026-01-02T03:04:05.123456789Z");
    private Engine engine;
    private BloopTemplate<Account> accounts;

    @BeforeEach
    void bind() {
        engine = dynamoDb.engineBuilder().clock(clock).build();
        engine.bind(List.of(ACCOUNT, NOTE));
        accounts = engine.template(ACCOUNT);
    }

    private Map<String, AttributeValue> raw(String id) {
        return dynamoDb.item("Account", Map.of("id", fromS(id)));
    }

    @Test
    @DisplayName("E4 a save writes the moments by the engine's clock, and shows them as they are stored")
    void writesMoments() {
        Account account = accounts.save(new Account("a", 1));

        assertThat(account.created).isEqualTo(FIRST);
        assertThat(account.modified).isEqualTo(FIRST.toInstant());
        assertThat(raw("a")).containsEntry("created", fromS(STORED)).containsEntry("modified", fromS(STORED));
    }

    @Test
    @DisplayName("E4 later writes move the moment of the last write alone")
    void movesTheLastMoment() {
        Account account = accounts.save(new Account("a", 1));
        clock.forward(Duration.ofSeconds(1));
        account.balance = 2;

        accounts.save(account);
        accounts.replace(account);
        accounts.update("a").add(ACCOUNT.balance, 1L).run();

        assertThat(account.created).isEqualTo(FIRST);
        assertThat(account.modified).isEqualTo(FIRST.toInstant().plusSeconds(1));
        Account loaded = accounts.find("a").orElseThrow();
        assertThat(loaded.created).isEqualTo(FIRST);
        assertThat(loaded.modified).isEqualTo(FIRST.toInstant().plusSeconds(1));
    }

    @Test
    @DisplayName("E4 a new object's moment of the first write is not cleared, and the item's stays")
    void clearsNoMoments() {
        accounts.save(new Account("a", 1), clear(ACCOUNT.created, ACCOUNT.owner));
        clock.forward(Duration.ofSeconds(1));
        Account again = new Account("a", 2);
        again.version = 1;

        accounts.save(again, clear(ACCOUNT.created, ACCOUNT.modified));

        assertThat(again.created).isEqualTo(FIRST);
        assertThat(raw("a")).containsEntry("created", fromS(STORED)).containsEntry("balance", fromN("2"));
    }

    @Test
    @DisplayName("E4 an object that a transaction has saved first lacks that moment, and is not to replace the item")
    void replacesNothingWithoutTheFirstMoment() {
        Account account = new Account("a", 1);
        engine.writeTransaction(tx -> tx.save(account));

        assertThatThrownBy(() -> accounts.replace(account))
                .isInstanceOf(IncompleteObject.class)
                .hasMessage("Account(id=S \"a\") was loaded through a projection, or saved without being told when "
                        + "its item was created, and replacing the item would erase the columns it lacks; use save(), "
                        + "or load it whole first.");

        accounts.load(account, STRONG);
        assertThat(accounts.replace(account).created).isEqualTo(FIRST);
    }

    @Test
    @DisplayName("E4 a write that is refused shows no moment")
    void showsNothingOfRefusals() {
        Account account = new Account("a", 1);

        assertThatThrownBy(() -> accounts.save(account, onlyIf(ACCOUNT.owner.exists())))
                .isInstanceOf(ConstraintViolation.class);

        assertThat(account.created).isNull();
        assertThat(account.modified).isNull();
    }

    @Test
    @DisplayName("E4 a new object that is saved over an item takes over when that was first written")
    void keepsTheFirstMoment() {
        String first = "2020-01-01T00:00:00.000000+00:00";
        dynamoDb.put("Account", Map.of("id", fromS("a"), "created", fromS(first)));

        Account account = accounts.save(new Account("a", 1));

        assertThat(account.created).isEqualTo(OffsetDateTime.parse("2020-01-01T00:00:00Z"));
        assertThat(raw("a")).containsEntry("created", fromS(first));
    }

    @Test
    @DisplayName("E4 a moment of the first write that was given by hand is kept")
    void keepsWhatWasGiven() {
        Account account = new Account("a", 1);
        account.created = OffsetDateTime.parse("2001-02-03T04:05:06Z");

        accounts.insert(account);

        assertThat(raw("a")).containsEntry("created", fromS("2001-02-03T04:05:06.000000+00:00"));
    }

    @Test
    @DisplayName("E7 an update that creates an item writes both moments")
    void updatesWriteMoments() {
        accounts.update("a").set(ACCOUNT.owner, "me").run();

        assertThat(raw("a")).containsEntry("created", fromS(STORED)).containsEntry("modified", fromS(STORED));
    }

    @Test
    @DisplayName("X5 a transaction shows the moments once it is committed, and leaves alone what it cannot know")
    void transactionsWriteMoments() {
        Account inserted = new Account("a", 1);
        Account saved = new Account("b", 1);

        engine.writeTransaction(tx -> tx.insert(inserted).save(saved));

        assertThat(inserted.created).isEqualTo(FIRST);
        assertThat(saved.created).isNull();
        assertThat(saved.modified).isEqualTo(FIRST.toInstant());
        saved.balance = 2;
        accounts.save(saved);
        assertThat(raw("b")).containsEntry("created", fromS(STORED)).containsEntry("v", fromN("2"));
    }

    @Test
    @DisplayName("E17 bulk writes write the moments too")
    void bulkWritesMoments() {
        Account account = new Account("a", 1);

        accounts.bulk().replaceAll(List.of(account));

        assertThat(account.created).isEqualTo(FIRST);
        assertThat(raw("a")).containsEntry("created", fromS(STORED));
    }

    @Test
    @DisplayName("E4 a record comes back with its moments, each as precise as it is stored")
    void recordsComeBackWithMoments() {
        BloopTemplate<Note> notes = engine.template(NOTE);

        Note note = notes.save(new Note("a", "one"));

        assertThat(note)
                .isEqualTo(new Note("a", "one", 1, FIRST.toInstant(), Instant.parse("2026-01-02T03:04:05Z")))
                .isEqualTo(notes.find(NOTE.key("a"), STRONG).orElseThrow());
    }
}
