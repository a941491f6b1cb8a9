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
import io.bloop.request.RequestFailed;
import io.bloop.testing.Account;
import io.bloop.testing.BothClients;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.Note;
import io.bloop.type.Types;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Covers attributes of the tag NULL, which other mappers write for members without a value. */
@BothClients
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
        DELETE_ELEMENTS("tags", u -> u.delete(LINK.tags, Set.of("x")), null),
        SET("u", u -> u.set(LINK.target, URI.create("a:b")), fromS("a:b")),
        REMOVE("u", u -> u.remove(LINK.target), null);

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

    private InterceptedClient client;

    /** Returns an engine whose writes are preceded by others: before the n-th one, the item of an account is another. */
    private Engine racing(String id, List<Map<String, AttributeValue>> items) {
        AtomicInteger writes = new AtomicInteger();
        client = dynamoDb.intercept().before(request -> {
            if (request instanceof UpdateItemRequest || request instanceof TransactWriteItemsRequest) {
                int write = writes.getAndIncrement();
                if (write < items.size()) {
                    Map<String, AttributeValue> item = new HashMap<>(items.get(write));
                    item.put("slug", fromS("a"));
                    item.put("id", fromS("a"));
                    dynamoDb.put(id, item);
                }
            }
        });
        Engine racing = dynamoDb.engineBuilder(client.client()).build();
        racing.bind(List.of(ACCOUNT, NOTE, LINK));
        client.clear();
        return racing;
    }

    private long writes() {
        return client.operations().stream()
                .filter(operation -> operation.matches("UpdateItem|TransactWriteItems"))
                .count();
    }

    /** One way of sending an update of a link. */
    enum Sending {
        ALONE(Update::run),
        ONCE(update -> update.once().run()),
        RETURNING(Update::returnNew);

        private final Consumer<Update<Link>> act;

        Sending(Consumer<Update<Link>> act) {
            this.act = act;
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("E22 an update whose NULL another writer replaces meanwhile goes on with what is there")
    void goesOnWithWhatReplacedANull(Sending sending) {
        BloopTemplate<Link> raced = racing(
                        "Link",
                        List.of(
                                Map.of("u", fromNul(true), "clicks", fromNul(true)),
                                Map.of("u", fromS("c:d"), "clicks", fromN("7"))))
                .template(LINK);

        sending.act.accept(
                raced.update("a").setIfAbsent(LINK.target, URI.create("a:b")).add(LINK.clicks, 3L));

        assertThat(dynamoDb.item("Link", Map.of("slug", fromS("a"))))
                .containsEntry("u", fromS("c:d"))
                .containsEntry("clicks", fromN("10"));
        assertThat(writes()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("E22 a record keeps the moment of the first write that replaces a NULL meanwhile")
    void keepsMomentsThatReplaceANull(boolean once) {
        String first = "2020-01-02T03:04:05Z";
        BloopTemplate<Note> raced = racing(
                        "Note", List.of(Map.of("created", fromNul(true)), Map.of("created", fromS(first))))
                .template(NOTE);

        Note saved = raced.save(new Note("a", "text"), once ? WriteOptions.once() : WriteOptions.none());

        assertThat(dynamoDb.item("Note", Map.of("id", fromS("a"))))
                .containsEntry("created", fromS(first))
                .containsEntry("text", fromS("text"))
                .containsEntry("version", fromN("1"));
        assertThat(saved.created()).isEqualTo(once ? null : Instant.parse(first));
        assertThat(writes()).isEqualTo(3);
    }

    private static final Map<String, AttributeValue> IS_NULL = Map.of("u", fromNul(true));
    private static final Map<String, AttributeValue> HAS_VALUE = Map.of("u", fromS("c:d"));

    @ParameterizedTest
    @EnumSource
    @DisplayName("E22 a place that is NULL and not NULL in turn is followed three times, and no further")
    void followsThreeTimes(Sending sending) {
        BloopTemplate<Link> raced = racing("Link", List.of(IS_NULL, HAS_VALUE, IS_NULL, HAS_VALUE, IS_NULL, HAS_VALUE))
                .template(LINK);
        Update<Link> update = raced.update("a").setIfAbsent(LINK.target, URI.create("a:b"));

        assertThat(catchThrowable(() -> sending.act.accept(update)))
                .isInstanceOf(ConstraintViolation.class)
                .hasMessage("The update of Link(slug=S \"a\") in table '" + dynamoDb.tableName("Link")
                        + "' was refused: "
                        + (sending == Sending.ONCE ? "(not attribute_type(target, ?))" : "attribute_type(target, ?)")
                        + " does not hold.");

        assertThat(writes()).isEqualTo(4);
        assertThat(dynamoDb.item("Link", Map.of("slug", fromS("a")))).containsEntry("u", fromS("c:d"));
    }

    private static final AwsServiceException OTHER_TYPE = DynamoDbException.builder()
            .awsErrorDetails(AwsErrorDetails.builder()
                    .errorCode("ValidationException")
                    .errorMessage("An operand in the update expression has an incorrect data type")
                    .build())
            .statusCode(400)
            .build();

    private static TransactionCanceledException cancelled(String code, String message) {
        return TransactionCanceledException.builder()
                .cancellationReasons(
                        CancellationReason.builder().code(code).message(message).build())
                .message("cancelled")
                .build();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName(
            "E22 an update that meets NULL at other places each time is sent four times, and reads the item thrice")
    void readsThreeTimes(Sending sending) {
        Map<String, AttributeValue> clicks = Map.of("clicks", fromNul(true));
        Map<String, AttributeValue> score = Map.of("score", fromNul(true));
        BloopTemplate<Link> raced = racing("Link", List.of(clicks, score, clicks, score, clicks, score))
                .template(LINK);
        client.updateItem((request, real) -> {
            throw OTHER_TYPE;
        });
        client.transactWriteItems((request, real) -> {
            throw cancelled("ValidationError", OTHER_TYPE.awsErrorDetails().errorMessage());
        });
        Update<Link> update = raced.update("a").add(LINK.clicks, 1L).add(LINK.score, BigDecimal.ONE);

        assertThat(catchThrowable(() -> sending.act.accept(update))).isInstanceOf(RequestFailed.class);

        String write = sending == Sending.ONCE ? "TransactWriteItems" : "UpdateItem";
        assertThat(client.operations()).containsExactly(write, "GetItem", write, "GetItem", write, "GetItem", write);
    }

    @Test
    @DisplayName("E22 a transaction that is cancelled because an update meets NULL is sent again under another token")
    void cancelledByNull() {
        BloopTemplate<Link> cancelled =
                racing("Link", List.of(Map.of("clicks", fromNul(true)))).template(LINK);
        client.transactWriteItems((request, real) -> {
            if (writes() == 1) {
                throw cancelled("ValidationError", OTHER_TYPE.awsErrorDetails().errorMessage());
            }
            return real.apply(request);
        });

        cancelled.update("a").add(LINK.clicks, 3L).once().run();

        assertThat(dynamoDb.item("Link", Map.of("slug", fromS("a")))).containsEntry("clicks", fromN("3"));
        assertThat(client.requests(TransactWriteItemsRequest.class))
                .extracting(TransactWriteItemsRequest::clientRequestToken)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    @DisplayName("E22 a transaction that is cancelled for another fault of the request reads nothing")
    void cancelledForAnotherFault() {
        BloopTemplate<Link> cancelled = racing("Link", List.of()).template(LINK);
        client.transactWriteItems((request, real) -> {
            throw cancelled("ValidationError", "Item size to update has exceeded the maximum allowed size");
        });

        assertThat(catchThrowable(
                        () -> cancelled.update("a").add(LINK.clicks, 3L).once().run()))
                .isInstanceOf(RequestFailed.class);

        assertThat(client.operations()).containsExactly("TransactWriteItems");
    }

    /** A write that finds out by its first request whether it is applied. */
    enum Plain {
        MANAGED_COLUMN_SET(
                t -> t.update("a").set(NOTE.created, Instant.EPOCH).run(), Map.of("created", fromNul(true)), true),
        UNMET_RECORD(
                t -> t.save(new Note("a", "text"), onlyIf(NOTE.text.eq("other"))),
                Map.of("created", fromS("2020-01-02T03:04:05Z")),
                false),
        UNMET_RECORD_OF_NO_MOMENT(
                t -> t.save(new Note("a", "text"), onlyIf(NOTE.text.eq("other"))), Map.of("other", fromN("1")), false),
        UNMET_UPDATE(
                t -> t.update("a")
                        .set(NOTE.text, "x")
                        .onlyIf(NOTE.text.eq("other"))
                        .run(),
                Map.of("created", fromS("2020-01-02T03:04:05Z"), "version", fromN("1")),
                false),
        MISSING_SOURCE(t -> t.update("a").setFrom(NOTE.text, NOTE.text).run(), Map.of(), false);

        private final Consumer<BloopTemplate<Note>> act;
        private final Map<String, AttributeValue> item;
        private final boolean applied;

        Plain(Consumer<BloopTemplate<Note>> act, Map<String, AttributeValue> item, boolean applied) {
            this.act = act;
            this.item = item;
            this.applied = applied;
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("E22 a write that meets no NULL on which it depends is one request, applied or refused")
    void asksOnce(Plain plain) {
        BloopTemplate<Note> template = racing("Note", List.of(plain.item)).template(NOTE);

        Throwable thrown = catchThrowable(() -> plain.act.accept(template));

        assertThat(thrown == null).isEqualTo(plain.applied);
        assertThat(client.operations()).containsExactly("UpdateItem");
    }

    @Test
    @DisplayName("E22 an update takes NULL for absent where the item has the moment of its first write, and a version")
    void leavesTheFirstMoment() {
        account(Map.of("v", fromN("3"), "created", fromS("2020-01-02T03:04:05Z"), "tags", fromNul(true)));

        accounts.update("a").add(ACCOUNT.tags, Set.of("x")).run();

        assertThat(account())
                .containsEntry("v", fromN("4"))
                .containsEntry("created", fromS("2020-01-02T03:04:05Z"))
                .containsEntry("tags", fromSs(List.of("x")));
    }

    @Test
    @DisplayName("E22 an update may set the moment of the first write where that is NULL, and other places are too")
    void setsTheFirstMoment() {
        account(Map.of("v", fromNul(true), "created", fromNul(true), "tags", fromNul(true)));
        OffsetDateTime given = OffsetDateTime.parse("2020-01-02T03:04:05Z");

        accounts.update("a")
                .set(ACCOUNT.created, given)
                .add(ACCOUNT.tags, Set.of("x"))
                .run();

        assertThat(account())
                .containsEntry("v", fromN("1"))
                .containsEntry("created", fromS("2020-01-02T03:04:05.000000+00:00"))
                .containsEntry("tags", fromSs(List.of("x")));
    }

    @Test
    @DisplayName("E22 a transaction asks for the item of an unmet condition only of writes that depend on NULL there")
    void asksForItemsWhereNullMatters() {
        Engine watched = racing("Link", List.of());
        Account account = watched.template(ACCOUNT).save(new Account("b", 1));
        account.balance = 2;

        watched.writeTransaction(tx -> tx.save(new Note("n", "text"))
                .save(account)
                .update(watched.template(LINK).update("a").set(LINK.owner, "me"))
                .update(watched.template(LINK).update("b").setIfAbsent(LINK.owner, "me"))
                .delete(new Link("c")));

        assertThat(client.requests(TransactWriteItemsRequest.class).get(0).transactItems())
                .extracting(item -> item.update() != null
                        ? item.update().returnValuesOnConditionCheckFailureAsString()
                        : item.delete().returnValuesOnConditionCheckFailureAsString())
                .containsExactly("ALL_OLD", null, null, "ALL_OLD", null);
    }

    @Test
    @DisplayName("E22 a transaction that DynamoDB refuses as a whole is sent once, and reads what may hold NULL alone")
    void refusedAsAWhole() {
        dynamoDb.put("Link", Map.of("slug", fromS("a"), "clicks", fromS("three")));
        Engine watched = racing("Link", List.of());

        assertThat(catchThrowable(() -> watched.writeTransaction(tx -> tx.save(new Note("n", "text"))
                        .update(watched.template(LINK).update("a").add(LINK.clicks, 1L)))))
                .isInstanceOf(RequestFailed.class);

        assertThat(client.operations()).containsExactly("TransactWriteItems", "GetItem");
    }
}
