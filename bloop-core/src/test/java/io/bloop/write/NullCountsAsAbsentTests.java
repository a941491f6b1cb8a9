package io.bloop.write;

import static io.bloop.read.Consistency.STRONG;
import static io.bloop.testing.AccountModel.ACCOUNT;
import static io.bloop.testing.LinkModel.LINK;
import static io.bloop.testing.NoteModel.NOTE;
import static io.bloop.write.WriteOptions.onlyIf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromNul;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromSs;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.expression.DynamicPath;
import io.bloop.model.BaseModel;
import io.bloop.model.DynamicColumn;
import io.bloop.model.ListColumn;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.request.ConstraintViolation;
import io.bloop.testing.Account;
import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.Note;
import io.bloop.testing.ReadBothWays;
import io.bloop.type.Types;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Covers attributes of the tag NULL, which other mappers write for members without a value. */
@ReadBothWays
class NullCountsAsAbsentTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private Engine engine;
    private BloopTemplate<Account> accounts;
    private BloopTemplate<Note> notes;
    private BloopTemplate<Link> links;

    @BeforeEach
    void bind() {
        engine = dynamoDb.engine();
        engine.bind(List.of(ACCOUNT, NOTE, LINK));
        accounts = engine.template(ACCOUNT);
        notes = engine.template(NOTE);
        links = engine.template(LINK);
    }

    private void account(Map<String, AttributeValue> attributes) {
        Map<String, AttributeValue> item = new HashMap<>(attributes);
        item.put("id", fromS("a"));
        dynamoDb.put("Account", item);
    }

    private Map<String, AttributeValue> account() {
        return dynamoDb.item("Account", Map.of("id", fromS("a")));
    }

    private Account loaded() {
        return accounts.find(ACCOUNT.key("a"), STRONG).orElseThrow();
    }

    /** One way of writing an account that was loaded. */
    enum Way {
        SAVE(t -> t.accounts.save(t.changed())),
        REPLACE(t -> t.accounts.replace(t.changed())),
        DELETE(t -> t.accounts.delete(t.loaded())),
        ONCE(t -> t.accounts.save(t.changed(), WriteOptions.once())),
        DELETE_ONCE(t -> t.accounts.delete(t.loaded(), WriteOptions.once())),
        TRANSACTION_SAVE(t -> t.engine.writeTransaction(tx -> tx.save(t.changed()))),
        TRANSACTION_DELETE(t -> t.engine.writeTransaction(tx -> tx.delete(t.loaded()))),
        UPDATE(t -> t.accounts.update("a").set(ACCOUNT.balance, 2L).run()),
        UPDATE_ONCE(t -> t.accounts.update("a").set(ACCOUNT.balance, 2L).once().run()),
        TRANSACTION_UPDATE(t ->
                t.engine.writeTransaction(tx -> tx.update(t.accounts.update("a").set(ACCOUNT.balance, 2L))));

        private final Consumer<NullCountsAsAbsentTests> act;

        Way(Consumer<NullCountsAsAbsentTests> act) {
            this.act = act;
        }
    }

    private Account changed() {
        Account account = loaded();
        account.balance = 2;
        return account;
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("E22 an item whose version is NULL can be saved and deleted, and gets the first version")
    void versions(Way way) {
        account(Map.of("v", fromNul(true), "balance", fromN("1"), "created", fromNul(true)));

        way.act.accept(this);

        if (way.name().contains("DELETE")) {
            assertThat(account()).isEmpty();
        } else {
            assertThat(account()).containsEntry("v", fromN("1")).containsEntry("balance", fromN("2"));
        }
    }

    @Test
    @DisplayName("E22 an object that is inserted anew is refused where only its version is NULL")
    void takenKeysStayTaken() {
        account(Map.of("v", fromNul(true)));
        Account account = new Account("a", 1);

        assertThat(catchThrowable(() -> accounts.insert(account))).isInstanceOf(ConstraintViolation.class);
    }

    @Test
    @DisplayName("E22 a record gives its item the moment of the first write where that is NULL")
    void momentsOfRecords() {
        dynamoDb.put("Note", Map.of("id", fromS("a"), "created", fromNul(true)));

        Note saved = notes.save(new Note("a", "text"));

        Map<String, AttributeValue> item = dynamoDb.item("Note", Map.of("id", fromS("a")));
        assertThat(item.get("created").s()).isNotNull();
        assertThat(saved.created()).isNotNull();
        assertThat(item).containsEntry("version", fromN("1"));
    }

    @Test
    @DisplayName("E22 a record in a transaction gives its item the moment of the first write where that is NULL")
    void momentsOfRecordsInTransactions() {
        dynamoDb.put("Note", Map.of("id", fromS("a"), "created", fromNul(true)));

        engine.writeTransaction(tx -> tx.save(new Note("a", "text")));

        assertThat(dynamoDb.item("Note", Map.of("id", fromS("a")))
                        .get("created")
                        .s())
                .isNotNull();
    }

    /** An update by request that counts on absence. */
    enum Action {
        SET_IF_ABSENT("u", u -> u.setIfAbsent(LINK.target, URI.create("a:b")), fromS("a:b")),
        ADD_NUMBER("clicks", u -> u.add(LINK.clicks, 3L), fromN("3")),
        ADD_ELEMENTS("tags", u -> u.add(LINK.tags, Set.of("x")), fromSs(List.of("x"))),
        DELETE_ELEMENTS("tags", u -> u.delete(LINK.tags, Set.of("x")), null);

        private final String attribute;
        private final UnaryOperator<Update<Link>> act;
        private final AttributeValue expected;

        Action(String attribute, UnaryOperator<Update<Link>> act, AttributeValue expected) {
            this.attribute = attribute;
            this.act = act;
            this.expected = expected;
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("E22 an update takes NULL for absent, alone, once and in a transaction")
    void updates(Action action) {
        List<Consumer<Update<Link>>> ways = List.of(
                Update::run,
                update -> update.once().run(),
                update -> engine.writeTransaction(tx -> tx.update(update)),
                update -> update.onlyIf(LINK.slug.exists()).returnNew());
        for (Consumer<Update<Link>> way : ways) {
            dynamoDb.put("Link", Map.of("slug", fromS("a"), action.attribute, fromNul(true)));

            way.accept(action.act.apply(links.update("a")));

            assertThat(dynamoDb.item("Link", Map.of("slug", fromS("a"))).get(action.attribute))
                    .isEqualTo(action.expected);
        }
    }

    @Test
    @DisplayName("E22 where several places are NULL, each counts as absent")
    void severalNulls() {
        dynamoDb.put(
                "Link", Map.of("slug", fromS("a"), "u", fromNul(true), "clicks", fromNul(true), "tags", fromNul(true)));

        links.update("a")
                .setIfAbsent(LINK.target, URI.create("a:b"))
                .add(LINK.clicks, 3L)
                .add(LINK.tags, Set.of("x"))
                .run();

        assertThat(dynamoDb.item("Link", Map.of("slug", fromS("a"))))
                .containsEntry("u", fromS("a:b"))
                .containsEntry("clicks", fromN("3"))
                .containsEntry("tags", fromSs(List.of("x")));
    }

    @Test
    @DisplayName("E22 a value that is there is left as it is where another place is NULL")
    void presentValuesStay() {
        dynamoDb.put("Link", Map.of("slug", fromS("a"), "u", fromS("c:d"), "clicks", fromNul(true)));

        links.update("a")
                .setIfAbsent(LINK.target, URI.create("a:b"))
                .add(LINK.clicks, 3L)
                .run();

        assertThat(dynamoDb.item("Link", Map.of("slug", fromS("a"))))
                .containsEntry("u", fromS("c:d"))
                .containsEntry("clicks", fromN("3"));
    }

    @Test
    @DisplayName("E22 an unmet condition is one also where a place is NULL")
    void unmetConditionsStayUnmet() {
        dynamoDb.put("Link", Map.of("slug", fromS("a"), "u", fromNul(true), "clicks", fromN("1")));

        assertThat(catchThrowable(() -> links.update("a")
                        .setIfAbsent(LINK.target, URI.create("a:b"))
                        .onlyIf(LINK.clicks.eq(2L))
                        .run()))
                .isInstanceOf(ConstraintViolation.class);

        assertThat(dynamoDb.item("Link", Map.of("slug", fromS("a")))).containsEntry("u", fromNul(true));
    }

    /** An object with lists and a dynamic place. */
    static class Log extends BaseModel {
        String id;
        List<String> lines;
        Object any;
    }

    static final class LogModel extends ModelDefinition<Log> {
        final StringColumn<Log, String> id = column("id", Types.STRING)
                .getter(l -> l.id)
                .setter((l, v) -> l.id = v)
                .hashKey();
        final ListColumn<Log, String> lines =
                column("lines", Types.listOf(Types.STRING)).getter(l -> l.lines).setter((l, v) -> l.lines = v);
        final DynamicColumn<Log> any =
                column("any", Types.DYNAMIC).getter(l -> l.any).setter((l, v) -> l.any = v);

        LogModel() {
            super(Log.class);
        }

        @Override
        protected Log create(Values<Log> values) {
            return new Log();
        }
    }

    @Test
    @DisplayName("E22 appending to NULL makes a list, also inside of a document")
    void appends() {
        LogModel model = new LogModel();
        engine.bind(List.of(model));
        BloopTemplate<Log> logs = engine.template(model);
        Map<String, AttributeValue> key = Map.of("id", fromS("a"));
        dynamoDb.put("Log", Map.of("id", fromS("a"), "lines", fromNul(true)));
        logs.update("a").append(model.lines, List.of("x")).run();
        logs.update("a").prepend(model.lines, List.of("w")).run();
        assertThat(dynamoDb.item("Log", key))
                .containsEntry("lines", AttributeValue.fromL(List.of(fromS("w"), fromS("x"))));

        dynamoDb.put("Log", Map.of("id", fromS("a"), "any", AttributeValue.fromM(Map.of("n", fromNul(true)))));
        DynamicPath<Log> member = model.any.key("n");
        logs.update("a").setIfAbsent(member, "new").run();
        assertThat(dynamoDb.item("Log", key)).containsEntry("any", AttributeValue.fromM(Map.of("n", fromS("new"))));
    }

    @Test
    @DisplayName("E22 equal to null is met by NULL, and unequal to null is not")
    void conditions() {
        dynamoDb.put("Link", Map.of("slug", fromS("a"), "u", fromNul(true)));

        assertThat(links.scan().filter(LINK.target.eq((URI) null)).count()).isEqualTo(1);
        assertThat(links.scan().filter(LINK.target.ne((URI) null)).count()).isZero();
        assertThat(links.scan().filter(LINK.clicks.eq((Long) null)).count()).isEqualTo(1);
    }

    @Test
    @DisplayName("E22 a snapshot of an object is met by the item that it was loaded from, NULLs included")
    void snapshots() {
        dynamoDb.put("Link", Map.of("slug", fromS("a"), "u", fromNul(true)));
        Link link = links.find(LINK.key("a"), STRONG).orElseThrow();
        var snapshot = links.snapshot(link);
        link.clicks = 5;

        links.save(link, onlyIf(snapshot));

        assertThat(dynamoDb.item("Link", Map.of("slug", fromS("a")))).containsEntry("clicks", fromN("5"));
    }
}
