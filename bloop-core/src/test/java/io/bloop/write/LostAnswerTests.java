package io.bloop.write;

import static io.bloop.read.Consistency.STRONG;
import static io.bloop.testing.AccountModel.ACCOUNT;
import static io.bloop.testing.LinkModel.LINK;
import static io.bloop.testing.NoteModel.NOTE;
import static io.bloop.write.WriteOptions.onlyIf;
import static io.bloop.write.WriteOptions.sync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.request.ConstraintViolation;
import io.bloop.testing.Account;
import io.bloop.testing.Fault;
import io.bloop.testing.FaultyHttpClient;
import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.Note;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Covers writes that were applied, and whose answer was lost, so that the SDK sends them again. */
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
    @EnumSource(names = {"ANSWER_LOST", "ANSWER_LATE"})
    @DisplayName("E5 a save of a version succeeds although its answer was lost")
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
    @DisplayName("E5 an insert succeeds although its answer was lost, also without a version")
    void inserts() {
        http.lay(Fault.ANSWER_LOST, 1);
        Link link = links.insert(new Link("a"));
        http.lay(Fault.ANSWER_LOST, 1);
        Account account = accounts.insert(new Account("a", 1));

        assertThat(link()).isNotEmpty();
        assertThat(account.version).isEqualTo(1);
        link.owner = "me";
        links.save(link);
        assertThat(link()).containsEntry("owner", fromS("me"));
    }

    @Test
    @DisplayName("E5 a save whose own values unmake its condition succeeds although its answer was lost")
    void savesOnConditions() {
        Link link = new Link("a");
        link.clicks = 1;
        links.save(link);
        link.clicks = 2;
        http.lay(Fault.ANSWER_LOST, 1);

        links.save(link, onlyIf(LINK.clicks.eq(1L)));

        assertThat(link()).containsEntry("clicks", fromN("2"));
    }

    @Test
    @DisplayName("E5 replacing and deleting a version succeed although their answers were lost")
    void replacesAndDeletes() {
        Account account = changed();
        http.lay(Fault.ANSWER_LOST, 1);
        accounts.replace(account);
        assertThat(account.version).isEqualTo(2);
        http.lay(Fault.ANSWER_LOST, 1);

        accounts.delete(account);

        assertThat(account()).isEmpty();
        assertThat(account.version).isZero();
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
                .hasMessage("The insert of Link in table '" + dynamoDb.tableName("Link")
                        + "' was refused: attribute_not_exists(slug) does not hold. The answer to an earlier attempt was lost, "
                        + "and that may have been applied all the same; load the item to find out.");
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
