package io.bloop.write;

import static io.bloop.read.Consistency.STRONG;
import static io.bloop.testing.AccountModel.ACCOUNT;
import static io.bloop.testing.LinkModel.LINK;
import static io.bloop.testing.NoteModel.NOTE;
import static io.bloop.write.WriteOptions.onlyIf;
import static io.bloop.write.WriteOptions.sync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.request.ConstraintViolation;
import io.bloop.request.RequestFailed;
import io.bloop.testing.Account;
import io.bloop.testing.BothClients;
import io.bloop.testing.Fault;
import io.bloop.testing.FaultyHttpClient;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.Note;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Covers writes that were applied, and whose answer was lost, so that the SDK sends them again. */
@BothClients
class LostAnswerTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final FaultyHttpClient http = new FaultyHttpClient(Apache5HttpClient.create());
    private BloopTemplate<Account> accounts;
    private BloopTemplate<Link> links;
    private BloopTemplate<Note> notes;

    @BeforeEach
    void bind() {
        Engine engine = dynamoDb.engineBuilder(dynamoDb.faultyClient(http)).build();
        engine.bind(List.of(ACCOUNT, LINK, NOTE));
        accounts = engine.template(ACCOUNT);
        links = engine.template(LINK);
        notes = engine.template(NOTE);
    }

    private Map<String, AttributeValue> account() {
        return dynamoDb.item("Account", Map.of("id", fromS("a")));
    }

    private Map<String, AttributeValue> link() {
        return dynamoDb.item("Link", Map.of("slug", fromS("a")));
    }

    private ConstraintViolation refused(Runnable write) {
        return catchThrowableOfType(ConstraintViolation.class, write::run);
    }

    private Account changed() {
        Account account = accounts.save(new Account("a", 1));
        account.balance = 2;
        account.tags = Set.of("x", "y", "z");
        return account;
    }

    @ParameterizedTest
    @EnumSource(names = {"ANSWER_LOST", "ANSWER_LATE", "SERVER_ERROR_LATER"})
    @DisplayName("E5 a save of a version succeeds although its answer was lost, or the service failed afterwards")
    void savesVersions(Fault fault) {
        Account account = changed();
        http.lay(fault, 1);

        accounts.save(account);

        assertThat(account.version).isEqualTo(2);
        assertThat(account()).containsEntry("v", fromN("2")).containsEntry("balance", fromN("2"));
        account.balance = 3;
        assertThat(accounts.save(account).version).isEqualTo(3);
    }

    @Test
    @DisplayName("E5 a record comes back with its new version although the answer was lost")
    void savesRecords() {
        Note note = notes.insert(new Note("a", "one"));
        http.lay(Fault.ANSWER_LOST, 1);

        Note saved = notes.save(note.withText("two"));

        assertThat(saved.version()).isEqualTo(2);
        assertThat(notes.find(NOTE.key("a"), STRONG)).contains(saved);
    }

    @Test
    @DisplayName("E6 new values are taken over although the answer was lost")
    void takesNewValues() {
        Account account = changed();
        accounts.update("a").set(ACCOUNT.owner, "other").run();
        account.version = 2;
        http.lay(Fault.ANSWER_LOST, 1);

        accounts.save(account, sync(Sync.NEW));

        assertThat(account.owner).isEqualTo("other");
        assertThat(account.version).isEqualTo(3);
    }

    @Test
    @DisplayName("E5 an insert whose response was lost may have been applied, since another's item may be equal")
    void insertsAreInDoubt() {
        http.lay(Fault.ANSWER_LOST, 1);
        assertThat(refused(() -> links.insert(new Link("a"))).isPerhapsApplied())
                .isTrue();
        http.lay(Fault.ANSWER_LOST, 1);
        assertThat(refused(() -> notes.insert(new Note("a", "one"))).isPerhapsApplied())
                .isTrue();

        assertThat(link()).isNotEmpty();
        assertThat(notes.find(NOTE.key("a"), STRONG)).isPresent();
    }

    @Test
    @DisplayName("E5 an insert that writes the moment of its attempt succeeds although its response was lost")
    void insertsOfMomentsAreCertain() {
        http.lay(Fault.ANSWER_LOST, 1);

        assertThat(accounts.insert(new Account("a", 1)).version).isEqualTo(1);

        assertThat(account()).isNotEmpty();
    }

    @Test
    @DisplayName("E5 an insert of exactly the item that has long been there is refused, whatever became of an attempt")
    void equalItemsProveNothing() {
        links.insert(new Link("a"));
        notes.insert(new Note("a", "one"));
        http.lay(Fault.SERVER_ERROR, 1);
        assertThat(refused(() -> links.insert(new Link("a"))).isPerhapsApplied())
                .isTrue();
        http.lay(Fault.SERVER_ERROR, 1);
        // the moment of its creation is not that of the attempt
        assertThat(refused(() -> notes.insert(new Note("a", "one"))).isPerhapsApplied())
                .isFalse();
    }

    @Test
    @DisplayName("E5 a condition that never held is no success where everything that is written was there before")
    void conditionsThatNeverHeldAreNoSuccess() {
        Link link = new Link("a");
        link.clicks = 1;
        links.save(link);
        http.lay(Fault.SERVER_ERROR, 1);

        Link same = new Link("a");
        same.clicks = 1;
        assertThat(refused(() -> links.save(same, onlyIf(LINK.clicks.eq(99L)))).isPerhapsApplied())
                .isTrue();
    }

    @Test
    @DisplayName("E5 of two that set the same value only one is told that it has, and the other that nobody knows")
    void locksAreTakenOnce() {
        Link job = new Link("a");
        job.owner = "old";
        links.insert(job);
        Link mine = links.find(LINK.key("a"), STRONG).orElseThrow();
        Link theirs = links.find(LINK.key("a"), STRONG).orElseThrow();
        theirs.owner = "done";
        links.save(theirs, onlyIf(LINK.owner.eq("old")));
        http.lay(Fault.REQUEST_LOST, 1);

        mine.owner = "done";
        assertThat(refused(() -> links.save(mine, onlyIf(LINK.owner.eq("old")))).isPerhapsApplied())
                .isTrue();
    }

    @Test
    @DisplayName("E5 what is sent once is certain: applied although the response was lost, or not at all")
    void onceIsCertain() {
        http.lay(Fault.ANSWER_LOST, 1);
        Account account = accounts.insert(new Account("a", 1), WriteOptions.once());
        assertThat(account.version).isEqualTo(1);
        account.balance = 2;
        http.lay(Fault.ANSWER_LOST, 1);
        accounts.save(account, WriteOptions.<Account>once().with(onlyIf(ACCOUNT.balance.eq(1L))));
        assertThat(account()).containsEntry("v", fromN("2")).containsEntry("balance", fromN("2"));

        http.lay(Fault.ANSWER_LOST, 1);
        accounts.update("a").add(ACCOUNT.balance, 10L).once().run();
        assertThat(account()).containsEntry("balance", fromN("12"));

        http.lay(Fault.REQUEST_LOST, 1);
        ConstraintViolation refused = refused(() -> accounts.insert(new Account("a", 1), WriteOptions.once()));
        assertThat(refused.isPerhapsApplied()).isFalse();
        assertThat(refused)
                .hasMessage("The insert of Account(id=S \"a\") in table '" + dynamoDb.tableName("Account")
                        + "' was refused: attribute_not_exists(id) does not hold.");

        Account last = accounts.find(ACCOUNT.key("a"), STRONG).orElseThrow();
        http.lay(Fault.ANSWER_LOST, 1);
        accounts.delete(last, WriteOptions.once());
        assertThat(account()).isEmpty();
    }

    @Test
    @DisplayName("E21 what is sent once returns nothing, and asking for it is refused before any call")
    void onceReturnsNothing() {
        assertThatThrownBy(() -> accounts.save(
                        new Account("a", 1), WriteOptions.<Account>once().with(sync(Sync.NEW))))
                .isInstanceOf(InvalidWrite.class)
                .hasMessage("The save of Account(id=S \"a\") is to be sent once, by a transaction, which returns no "
                        + "values; leave sync() out and load the item, or leave once() out.");
        assertThatThrownBy(() ->
                        accounts.update("a").add(ACCOUNT.balance, 1L).once().returnNew())
                .isInstanceOf(InvalidWrite.class)
                .hasMessage("The update of Account(id=S \"a\") is to be sent once, by a transaction, which returns no "
                        + "values; call run() and load the item, or leave once() out.");
        assertThatThrownBy(() -> accounts.deleteByKey(ACCOUNT.key("a"), WriteOptions.once()))
                .isInstanceOf(InvalidWrite.class)
                .hasMessage("The deletion of Account(id=S \"a\") by its key tells whether there was an item, which a "
                        + "transaction does not return; delete the object, or leave once() out.");
        assertThat(account()).isEmpty();
    }

    @Test
    @DisplayName("E5 replacing a version succeeds although the response was lost, and a deletion is in doubt")
    void replacesAndDeletes() {
        Account account = changed();
        http.lay(Fault.ANSWER_LOST, 1);
        accounts.replace(account);
        assertThat(account.version).isEqualTo(2);
        http.lay(Fault.ANSWER_LOST, 1);

        assertThat(refused(() -> accounts.delete(account)).isPerhapsApplied()).isTrue();

        assertThat(account()).isEmpty();
        assertThat(account.version).isEqualTo(2);
    }

    @Test
    @DisplayName("E5 a real conflict is one after a lost request too, and it is certain that nothing was applied")
    void tellsRealConflicts() {
        Account account = changed();
        accounts.update("a").add(ACCOUNT.balance, 5L).run();
        http.lay(Fault.REQUEST_LOST, 1);

        ConstraintViolation refused = refused(() -> accounts.save(account));

        assertThat(refused.isPerhapsApplied()).isFalse();
        assertThat(account.version).isEqualTo(1);
        assertThat(account()).containsEntry("v", fromN("2")).containsEntry("balance", fromN("6"));
    }

    @Test
    @DisplayName("E5 an item that has come past the version of a lost attempt may have had it, so that nobody knows")
    void doubtsWhatLaterWritesHaveHidden() {
        Account account = changed();
        accounts.update("a").add(ACCOUNT.balance, 5L).run();
        accounts.update("a").add(ACCOUNT.balance, 5L).run();
        http.lay(Fault.REQUEST_LOST, 1);

        assertThat(refused(() -> accounts.save(account)).isPerhapsApplied()).isTrue();
    }

    @Test
    @DisplayName("E5 after a refused attempt nothing is in doubt, even if the item is the same")
    void doubtsNoRefusals() {
        Account account = changed();
        Account twin = accounts.find(ACCOUNT.key("a"), STRONG).orElseThrow();
        twin.balance = 2;
        twin.tags = Set.of("x", "y", "z");
        accounts.save(twin);
        http.lay(Fault.THROTTLED, 1);

        assertThat(refused(() -> accounts.save(account)).isPerhapsApplied()).isFalse();
    }

    @Test
    @DisplayName("E5 without a version, an item that differs says that the write may have been applied before")
    void saysWhatIsInDoubt() {
        Link other = new Link("a");
        other.owner = "other";
        links.insert(other);
        http.lay(Fault.REQUEST_LOST, 1);

        ConstraintViolation refused = refused(() -> links.insert(new Link("a")));

        assertThat(refused.isPerhapsApplied()).isTrue();
        assertThat(refused)
                .hasMessage("The insert of Link(slug=S \"a\") in table '" + dynamoDb.tableName("Link")
                        + "' was refused: attribute_not_exists(slug) does not hold. The response to an earlier attempt "
                        + "was lost, and that attempt may have been applied; load the item to find out, or send such a "
                        + "write with once().");
    }

    @Test
    @DisplayName("E5 a save that only removes is not taken for done where there is no item any more")
    void seesNoRemovalWhereThereIsNoItem() {
        Link link = new Link("a");
        link.owner = "me";
        links.insert(link);
        links.deleteByKey(LINK.key("a"));
        link.owner = null;
        http.lay(Fault.REQUEST_LOST, 1);

        assertThat(refused(() -> links.save(link, onlyIf(LINK.owner.eq("me")))).isPerhapsApplied())
                .isTrue();

        assertThat(link()).isEmpty();
        links.save(link);
        assertThat(link()).isNotEmpty();
    }

    @Test
    @DisplayName("E5 a save with only a condition that still holds succeeds although its response was lost")
    void repeatsConditions() {
        links.save(ownedByMe());
        Link link = links.find(LINK.key("a"), STRONG).orElseThrow();
        http.lay(Fault.ANSWER_LOST, 1);

        links.save(link, onlyIf(LINK.owner.eq("me")));

        assertThat(link()).containsEntry("owner", fromS("me"));
    }

    @Test
    @DisplayName("E5 a save with only a condition is never taken for done where the condition does not hold")
    void takesNoConditionForDone() {
        links.save(ownedByMe());
        Link link = links.find(LINK.key("a"), STRONG).orElseThrow();
        links.update("a").set(LINK.owner, "other").run();
        http.lay(Fault.SERVER_ERROR, 1);

        assertThat(refused(() -> links.save(link, onlyIf(LINK.owner.eq("me")))).isPerhapsApplied())
                .isTrue();

        assertThat(link.owner).isEqualTo("me");
    }

    private static Link ownedByMe() {
        Link link = new Link("a");
        link.owner = "me";
        return link;
    }

    @Test
    @DisplayName("E5 a save with only a condition moves the version, which shows that it was applied")
    void provesConditionsByVersions() {
        Account account = accounts.save(new Account("a", 1));
        http.lay(Fault.ANSWER_LOST, 1);

        accounts.save(account, onlyIf(ACCOUNT.balance.eq(1L)));

        assertThat(account.version).isEqualTo(2);
        assertThat(account()).containsEntry("v", fromN("2"));
    }

    /** Returns an engine that lays a fault on its second update, which follows one that has met a NULL. */
    private Engine secondUpdate(Fault fault) {
        AtomicInteger updates = new AtomicInteger();
        InterceptedClient client = new InterceptedClient(dynamoDb.faultyClient(http));
        client.updateItem((request, real) -> {
            if (updates.incrementAndGet() == 2) {
                http.lay(fault, "UpdateItem", 1);
            }
            return real.apply(request);
        });
        return dynamoDb.engineBuilder(client.client()).build();
    }

    @ParameterizedTest
    @EnumSource(names = {"ANSWER_LOST", "SERVER_ERROR_LATER"})
    @DisplayName("E5 an update that has replaced a NULL, and whose response was lost, is not applied a second time")
    void replacesNullsOnce(Fault fault) {
        dynamoDb.put("Link", Map.of("slug", fromS("a"), "u", AttributeValue.fromNul(true), "clicks", fromN("3")));
        Update<Link> update = secondUpdate(fault)
                .template(LINK)
                .update("a")
                .setIfAbsent(LINK.target, URI.create("a:b"))
                .add(LINK.clicks, 1L);

        assertThat(refused(update::run).isPerhapsApplied()).isTrue();

        assertThat(link()).containsEntry("u", fromS("a:b")).containsEntry("clicks", fromN("4"));
    }

    @Test
    @DisplayName("E5 an update that has met a NULL goes on where its second attempt was lost on the way")
    void repeatsWhatWasLostOnTheWay() {
        dynamoDb.put("Link", Map.of("slug", fromS("a"), "u", AttributeValue.fromNul(true), "clicks", fromN("3")));

        secondUpdate(Fault.REQUEST_LOST)
                .template(LINK)
                .update("a")
                .setIfAbsent(LINK.target, URI.create("a:b"))
                .add(LINK.clicks, 1L)
                .run();

        assertThat(link()).containsEntry("u", fromS("a:b")).containsEntry("clicks", fromN("4"));
    }

    @Test
    @DisplayName("E5 a record that has replaced a NULL, and whose response was lost, may have been applied")
    void recordsThatReplaceNullsAreInDoubt() {
        dynamoDb.put("Note", Map.of("id", fromS("a"), "created", AttributeValue.fromNul(true)));
        BloopTemplate<Note> losing = secondUpdate(Fault.ANSWER_LOST).template(NOTE);

        assertThat(refused(() -> losing.save(new Note("a", "one"))).isPerhapsApplied())
                .isTrue();

        assertThat(dynamoDb.item("Note", Map.of("id", fromS("a")))).containsEntry("version", fromN("1"));
    }

    @ParameterizedTest
    @EnumSource(names = {"ANSWER_LOST", "SERVER_ERROR_LATER"})
    @DisplayName("E5 a write that was applied, and fails to the end, says that it may have been applied")
    void saysThatItMayHaveBeenApplied(Fault fault) {
        Link link = new Link("a");
        http.lay(fault, 3);

        RequestFailed failed = catchThrowableOfType(RequestFailed.class, () -> links.save(link));

        assertThat(failed.isPerhapsApplied()).isTrue();
        assertThat(link()).isNotEmpty();
    }

    @Test
    @DisplayName("E5 an update, a delete by key, and one that asks for old values cannot be told, and say so")
    void saysWhatCannotBeTold() {
        Link link = new Link("a");
        links.insert(link);
        link.owner = "me";
        http.lay(Fault.ANSWER_LOST, 1);
        assertThat(refused(() -> links.save(link, onlyIf(LINK.owner.notExists()).with(sync(Sync.OLD))))
                        .isPerhapsApplied())
                .isTrue();
        http.lay(Fault.ANSWER_LOST, 1);
        assertThat(refused(() -> links.update("a")
                                .add(LINK.clicks, 1L)
                                .onlyIf(LINK.clicks.lt(1L))
                                .run())
                        .isPerhapsApplied())
                .isTrue();
        http.lay(Fault.ANSWER_LOST, 1);
        assertThat(refused(() -> links.deleteByKey(LINK.key("a"), onlyIf(LINK.slug.exists())))
                        .isPerhapsApplied())
                .isTrue();
        assertThat(link()).isEmpty();
    }
}
