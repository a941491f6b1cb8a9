package io.bloop.write;

import static io.bloop.read.Consistency.STRONG;
import static io.bloop.testing.AccountModel.ACCOUNT;
import static io.bloop.testing.NoteModel.NOTE;
import static io.bloop.write.WriteOptions.onlyIf;
import static io.bloop.write.WriteOptions.returnExisting;
import static io.bloop.write.WriteOptions.sync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.request.ConstraintViolation;
import io.bloop.testing.Account;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.Note;
import io.bloop.testing.SentOperations;
import io.bloop.transaction.TransactionCancelled;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@BothClients
class OptimisticLockingTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final SentOperations sent = new SentOperations();
    private Engine engine;
    private BloopTemplate<Account> accounts;
    private BloopTemplate<Note> notes;

    @BeforeEach
    void bind() {
        engine = dynamoDb.engineBuilder().observer(sent).build();
        engine.bind(List.of(ACCOUNT, NOTE));
        accounts = engine.template(ACCOUNT);
        notes = engine.template(NOTE);
        sent.clear();
    }

    private Account loaded(String id) {
        return accounts.find(ACCOUNT.key(id), STRONG).orElseThrow();
    }

    private Map<String, AttributeValue> raw(String id) {
        return dynamoDb.item("Account", Map.of("id", fromS(id)));
    }

    /** Stores an account, and lets another hand change it. */
    private Account stale(String id) {
        Account stale = accounts.save(new Account(id, 1));
        Account other = loaded(id);
        other.balance = 100;
        accounts.save(other);
        stale.balance = 2;
        return stale;
    }

    @Test
    @DisplayName("E5 each save moves the version by one, in the table and in memory")
    void movesTheVersion() {
        Account account = accounts.save(new Account("a", 1));
        assertThat(account.version).isEqualTo(1);
        account.balance = 2;
        accounts.save(account);

        assertThat(account.version).isEqualTo(2);
        assertThat(raw("a")).containsEntry("v", fromN("2")).containsEntry("balance", fromN("2"));
    }

    @Test
    @DisplayName("E5 a save over another version is refused, and object, version and baseline are as they were")
    void refusesStaleSaves() {
        Account stale = stale("a");

        ConstraintViolation refused = catchThrowableOfType(
                ConstraintViolation.class,
                () -> accounts.save(stale, onlyIf(ACCOUNT.balance.gt(0L)).with(returnExisting())));

        assertThat(refused)
                .hasMessage("The save of Account(id=S \"a\") in table '" + dynamoDb.tableName("Account")
                        + "' was refused: ((version = ?) and (balance > ?)) does not hold.");
        assertThat(refused.isPerhapsApplied()).isFalse();
        assertThat(((Account) refused.existing()).version).isEqualTo(2);
        assertThat(stale.version).isEqualTo(1);
        assertThat(stale.balance).isEqualTo(2);
        assertThat(raw("a")).containsEntry("balance", fromN("100"));
        accounts.load(stale, STRONG).balance = 3;
        assertThat(accounts.save(stale).version).isEqualTo(3);
    }

    @Test
    @DisplayName("E5 a new object is not saved over an item that has a version")
    void refusesNewObjectsOverVersions() {
        accounts.save(new Account("a", 1));
        Account other = new Account("a", 2);

        assertThatThrownBy(() -> accounts.save(other)).isInstanceOf(ConstraintViolation.class);

        assertThat(other.version).isZero();
        assertThat(raw("a")).containsEntry("balance", fromN("1"));
    }

    @Test
    @DisplayName("E5 an item without a version, or with the zero that others begin with, is taken up")
    void takesUpItemsWithoutVersions() {
        dynamoDb.put("Account", Map.of("id", fromS("a")));
        dynamoDb.put("Account", Map.of("id", fromS("b"), "v", fromN("0")));

        for (String id : List.of("a", "b")) {
            Account account = loaded(id);
            account.balance = 5;
            accounts.save(account);
            assertThat(raw(id)).containsEntry("v", fromN("1")).containsEntry("balance", fromN("5"));
        }
    }

    @Test
    @DisplayName("E5 an object that has not changed sends nothing, and keeps its version")
    void sendsNothingUnchanged() {
        Account account = accounts.save(new Account("a", 1));
        sent.clear();
        account.version = 7;

        accounts.save(account);

        assertThat(sent.operations()).isEmpty();
    }

    @Test
    @DisplayName("E5 insert begins with the first version, and replace compares and moves it")
    void insertsAndReplaces() {
        Account account = accounts.insert(new Account("a", 1));
        assertThat(account.version).isEqualTo(1);
        account.balance = 2;
        accounts.replace(account);
        assertThat(account.version).isEqualTo(2);
        assertThat(raw("a")).containsEntry("v", fromN("2"));
        Account stale = stale("b");

        assertThatThrownBy(() -> accounts.replace(stale))
                .isInstanceOf(ConstraintViolation.class)
                .hasMessageContaining("(version = ?) does not hold");

        assertThat(stale.version).isEqualTo(1);
        assertThat(raw("b")).containsEntry("balance", fromN("100"));
    }

    @Test
    @DisplayName("E5 a delete compares the version, and leaves an object that can be saved anew")
    void deletes() {
        Account stale = stale("a");
        assertThatThrownBy(() -> accounts.delete(stale)).isInstanceOf(ConstraintViolation.class);
        assertThat(stale.version).isEqualTo(1);
        assertThat(raw("a")).isNotEmpty();
        Account account = loaded("a");

        accounts.delete(account);

        assertThat(raw("a")).isEmpty();
        assertThat(account.version).isZero();
        assertThat(accounts.save(account).version).isEqualTo(1);
    }

    @Test
    @DisplayName("E6 old values that are taken over leave the version alone, so that the object can be saved again")
    void keepsTheVersionWithOldValues() {
        Account account = accounts.save(new Account("a", 1));
        account.balance = 2;

        accounts.save(account, sync(Sync.OLD));

        assertThat(account.balance).isEqualTo(1);
        assertThat(account.version).isEqualTo(2);
        accounts.save(account);
        assertThat(raw("a")).containsEntry("v", fromN("3")).containsEntry("balance", fromN("1"));
        accounts.delete(account, sync(Sync.OLD));
        assertThat(account.version).isZero();
    }

    @Test
    @DisplayName("E7 an update by request moves the version, and may ask for one")
    void updatesMoveTheVersion() {
        Account account = accounts.save(new Account("a", 1));

        Account updated = accounts.update("a")
                .add(ACCOUNT.balance, 1L)
                .onlyIf(ACCOUNT.version.eq(1L))
                .returnNew();

        assertThat(updated.version).isEqualTo(2);
        account.balance = 7;
        assertThatThrownBy(() -> accounts.save(account)).isInstanceOf(ConstraintViolation.class);
        accounts.update("new").set(ACCOUNT.owner, "me").run();
        assertThat(raw("new")).containsEntry("v", fromN("1"));
    }

    @Test
    @DisplayName("E7 an update of the version itself is refused")
    void refusesUpdatesOfTheVersion() {
        assertThatThrownBy(() -> accounts.update("a").set(ACCOUNT.version, 3L))
                .isInstanceOf(InvalidWrite.class)
                .hasMessage(
                        "The update of Account(id=S \"a\") writes Column[Account.version], which is the version that every update moves by one; leave it out, and "
                                + "ask for one with onlyIf().");
    }

    @Test
    @DisplayName("E5 a record comes back with its new version, and the old one is stale")
    void recordsComeBack() {
        Note first = notes.insert(new Note("a", "one"));
        Note second = notes.save(first.withText("two"));

        assertThat(first.version()).isEqualTo(1);
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.text()).isEqualTo("two");
        assertThat(notes.find("a")).contains(second);
        assertThatThrownBy(() -> notes.save(first.withText("three"))).isInstanceOf(ConstraintViolation.class);
        assertThat(notes.delete(second).version()).isZero();
        assertThat(notes.find("a")).isEmpty();
    }

    @Test
    @DisplayName("E11 a projection brings the version along, so that its objects can be saved")
    void projectionsBringTheVersion() {
        accounts.save(new Account("a", 1));

        Account narrow = accounts.query()
                .where(ACCOUNT.id.eq("a"))
                .select(ACCOUNT.balance)
                .one();
        narrow.balance = 2;
        accounts.save(narrow);

        assertThat(raw("a")).containsEntry("v", fromN("2")).containsEntry("balance", fromN("2"));
    }

    @Test
    @DisplayName("E11 an object from an index that lacks the version is refused, and told what to do")
    void refusesObjectsWithoutVersions() {
        Account owned = new Account("a", 1);
        owned.owner = "me";
        accounts.save(owned);
        Account narrow =
                accounts.query(ACCOUNT.byOwner).where(ACCOUNT.owner.eq("me")).one();
        narrow.balance = 2;
        sent.clear();

        String message = "Account(id=S \"a\") was loaded through a projection, and lacks 'version', so that nobody can "
                + "tell whether the item has changed since; load it first, or let the index project that column.";
        assertThatThrownBy(() -> accounts.save(narrow))
                .isInstanceOf(IncompleteObject.class)
                .hasMessage(message);
        assertThatThrownBy(() -> accounts.delete(narrow))
                .isInstanceOf(IncompleteObject.class)
                .hasMessage(message);
        assertThatThrownBy(() -> engine.writeTransaction(tx -> tx.save(narrow))).isInstanceOf(IncompleteObject.class);
        assertThat(sent.operations()).isEmpty();
    }

    @Test
    @DisplayName("E11 a copy of an object that lacks the version is refused in the same way")
    void refusesCopiesWithoutVersions() {
        Account owned = new Account("a", 1);
        owned.owner = "me";
        accounts.save(owned);
        Account narrow =
                accounts.query(ACCOUNT.byOwner).where(ACCOUNT.owner.eq("me")).one();
        Account copy = new Account("a", 2);
        copy.owner = "me";
        sent.clear();

        assertThatThrownBy(() -> accounts.save(copy, WriteOptions.since(narrow)))
                .isInstanceOf(IncompleteObject.class)
                .hasMessage(
                        "Account(id=S \"a\") was loaded through a projection, and lacks 'version', so that nobody can "
                                + "tell whether the item has changed since; load it first, or let the index project that column.");
        assertThat(sent.operations()).isEmpty();
    }

    @Test
    @DisplayName("X5 in a transaction versions are compared, and move when it is committed")
    void transactionsMoveVersions() {
        Account saved = accounts.save(new Account("saved", 1));
        Account deleted = accounts.save(new Account("deleted", 1));
        Account inserted = new Account("inserted", 1);
        saved.balance = 2;

        engine.writeTransaction(tx -> tx.save(saved)
                .delete(deleted)
                .insert(inserted)
                .update(accounts.update("updated").set(ACCOUNT.owner, "me")));

        assertThat(List.of(saved.version, deleted.version, inserted.version)).containsExactly(2L, 0L, 1L);
        assertThat(raw("saved")).containsEntry("v", fromN("2"));
        assertThat(raw("inserted")).containsEntry("v", fromN("1"));
        assertThat(raw("updated")).containsEntry("v", fromN("1"));
        saved.balance = 3;
        assertThat(accounts.save(saved).version).isEqualTo(3);
    }

    @Test
    @DisplayName("X5 after a cancellation no version has moved")
    void cancellationsMoveNothing() {
        Account stale = stale("a");
        Account fresh = accounts.save(new Account("b", 1));
        fresh.balance = 2;

        assertThatThrownBy(() -> engine.writeTransaction(tx -> tx.save(fresh).save(stale)))
                .isInstanceOf(TransactionCancelled.class)
                .hasMessageEndingWith("(version = ?) does not hold");
        assertThatThrownBy(() -> engine.writeTransaction(tx -> tx.save(fresh).delete(stale)))
                .isInstanceOf(TransactionCancelled.class);

        assertThat(List.of(fresh.version, stale.version)).containsExactly(1L, 1L);
        assertThat(raw("b")).containsEntry("v", fromN("1")).containsEntry("balance", fromN("1"));
    }

    @Test
    @DisplayName("E17 bulk writes compare no versions, and move them all the same")
    void bulkMovesVersions() {
        Account stale = stale("a");

        accounts.bulk().replaceAll(List.of(stale));

        assertThat(stale.version).isEqualTo(2);
        assertThat(raw("a")).containsEntry("v", fromN("2")).containsEntry("balance", fromN("2"));
        Account other = stale("b");
        accounts.bulk().deleteAll(List.of(other));
        assertThat(other.version).isZero();
        assertThat(raw("b")).isEmpty();
    }
}
