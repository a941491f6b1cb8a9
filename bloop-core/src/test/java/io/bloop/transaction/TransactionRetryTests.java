package io.bloop.transaction;

import static io.bloop.testing.LinkModel.LINK;
import static io.bloop.write.WriteOptions.onlyIf;
import static io.bloop.write.WriteOptions.returnExisting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.bound.internal.BoundModel;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import io.bloop.read.MissingObjects;
import io.bloop.request.CallInterrupted;
import io.bloop.request.RequestFailed;
import io.bloop.request.internal.Backoff;
import io.bloop.request.internal.Requests;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.StoppedClock;
import io.bloop.transaction.internal.Models;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

class TransactionRetryTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final StoppedClock clock = new StoppedClock("2026-01-02T03:04:05Z");
    private final AtomicInteger tries = new AtomicInteger();
    private InterceptedClient client;
    private Engine engine;
    private BloopTemplate<Link> links;

    @BeforeEach
    void bind() {
        client = dynamoDb.intercept();
        engine = dynamoDb.engineBuilder(client.client()).clock(clock).build();
        engine.bind(List.of(LINK));
        links = engine.template(LINK);
        client.clear();
    }

    /** Finds the bound model without an engine, so that a transaction can be given its own patience. */
    private final class LinksOnly implements Models {

        @Override
        @SuppressWarnings("unchecked") // there is no other model
        public <T> BoundModel<T> of(T object) {
            return (BoundModel<T>) bound();
        }

        @Override
        @SuppressWarnings("unchecked") // there is no other model
        public <T> BoundModel<T> of(ModelDefinition<T> definition) {
            return (BoundModel<T>) bound();
        }

        private BoundModel<Link> bound() {
            return new BoundModel<>(LINK, dynamoDb.tableName("Link"), LINK.settings(), Map.of());
        }
    }

    private PreparedTransaction prepared(Consumer<WriteTransaction> operations) {
        return prepared(operations, millis -> {});
    }

    private PreparedTransaction prepared(Consumer<WriteTransaction> operations, Backoff.Sleeper sleeper) {
        WriteTransaction transaction = new WriteTransaction(new LinksOnly());
        operations.accept(transaction);
        Requests requests = new Requests(client.client(), List.of());
        return new PreparedTransaction(requests, transaction, clock, () -> new Backoff(sleeper));
    }

    private static TransactionCanceledException cancelled(String... codes) {
        return TransactionCanceledException.builder()
                .cancellationReasons(Stream.of(codes)
                        .map(code -> software.amazon.awssdk.services.dynamodb.model.CancellationReason.builder()
                                .code(code)
                                .message("so it is")
                                .build())
                        .toList())
                .message("cancelled")
                .build();
    }

    private void failing(int times, RuntimeException failure) {
        client.transactWriteItems((request, real) -> {
            if (tries.incrementAndGet() <= times) {
                throw failure;
            }
            return real.apply(request);
        });
    }

    private List<String> tokens() {
        return client.requests(TransactWriteItemsRequest.class).stream()
                .map(TransactWriteItemsRequest::clientRequestToken)
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"})
    @DisplayName("X3 conflicts and throttling are tried again with the same token")
    void triesAgain(String code) {
        failing(2, cancelled(code, "None"));
        PreparedTransaction prepared = prepared(tx -> tx.insert(new Link("a")).insert(new Link("b")));

        prepared.commit();

        assertThat(tries).hasValue(3);
        assertThat(tokens()).containsExactly(prepared.token());
        assertThat(links.scan().count()).isEqualTo(2);
    }

    @Test
    @DisplayName("X3 an attempt that is still in progress is waited for, with the same token")
    void waitsForAttemptsUnderWay() {
        failing(
                1,
                TransactionInProgressException.builder().message("in progress").build());
        PreparedTransaction prepared = prepared(tx -> tx.insert(new Link("a")));

        prepared.commit();

        assertThat(tokens()).containsExactly(prepared.token());
        assertThat(links.scan().count()).isEqualTo(1);
    }

    private static void interrupted(long millis) throws InterruptedException {
        throw new InterruptedException();
    }

    @Test
    @DisplayName("E21 a transaction that is interrupted between two attempts says so, and nothing of it is applied")
    void saysThatItWasInterrupted() {
        failing(1, cancelled("TransactionConflict"));
        PreparedTransaction prepared = prepared(tx -> tx.insert(new Link("a")), TransactionRetryTests::interrupted);

        assertThatThrownBy(prepared::commit)
                .isInstanceOf(CallInterrupted.class)
                .hasMessage("TransactWriteItems of Link in table '" + dynamoDb.tableName("Link")
                        + "' was interrupted while it waited for its next attempt.");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(links.scan().count()).isZero();
    }

    @Test
    @DisplayName("E21 an interrupt while an attempt is in progress is told with what is known of that attempt")
    void tellsTheAttemptThatIsUnderWay() {
        failing(
                1,
                TransactionInProgressException.builder().message("in progress").build());
        PreparedTransaction prepared = prepared(tx -> tx.insert(new Link("a")), TransactionRetryTests::interrupted);

        RequestFailed thrown = catchThrowableOfType(RequestFailed.class, prepared::commit);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown.getSuppressed())
                .singleElement()
                .isInstanceOfSatisfying(CallInterrupted.class, interrupted -> {
                    assertThat(interrupted.operation()).isEqualTo("TransactWriteItems");
                    assertThat(interrupted.subject()).isEqualTo("Link in table '" + dynamoDb.tableName("Link") + "'");
                });
    }

    @Test
    @DisplayName("X3 conflicts without an end are told apart from unmet conditions, and nothing has changed in memory")
    void givesUp() {
        failing(Integer.MAX_VALUE, cancelled("None", "TransactionConflict"));
        Link link = new Link("b");

        TransactionCancelled thrown = catchThrowableOfType(
                TransactionCancelled.class,
                () -> prepared(tx -> tx.insert(new Link("a")).insert(link)).commit());

        assertThat(tries).hasValue(10);
        assertThat(thrown)
                .hasMessage(
                        "The transaction was cancelled, and nothing of it applied:\n  - insert of Link(slug=S \"b\")"
                                + " in table '" + dynamoDb.tableName("Link") + "': TransactionConflict, so it is");
        assertThat(thrown.reasons()).hasSize(1).noneMatch(CancellationReason::isUnmetCondition);
        assertThat(thrown.reasons().get(0).object()).isSameAs(link);
    }

    @Test
    @DisplayName("X3 an attempt that stays in progress is told after ten attempts")
    void givesUpWaiting() {
        failing(
                Integer.MAX_VALUE,
                TransactionInProgressException.builder().message("in progress").build());

        assertThatThrownBy(() -> prepared(tx -> tx.insert(new Link("a"))).commit())
                .isInstanceOf(RequestFailed.class)
                .hasCauseInstanceOf(TransactionInProgressException.class);

        assertThat(tries).hasValue(10);
    }

    @Test
    @DisplayName("X3 a conflict beside an unmet condition is not tried again")
    void triesNothingAgainThatCannotSucceed() {
        failing(1, cancelled("TransactionConflict", "ConditionalCheckFailed"));

        assertThatThrownBy(() -> prepared(tx -> tx.insert(new Link("a")).insert(new Link("b")))
                        .commit())
                .isInstanceOf(TransactionCancelled.class);

        assertThat(tries).hasValue(1);
    }

    @Test
    @DisplayName("X3 an item that was there and cannot be read does not hide the cancellation")
    void toleratesItemsThatCannotBeRead() {
        dynamoDb.put("Link", Map.of("slug", fromS("a"), "clicks", fromN("3.14")));

        TransactionCancelled thrown = catchThrowableOfType(
                TransactionCancelled.class,
                () -> engine.writeTransaction(tx -> tx.insert(new Link("a"), returnExisting())));

        assertThat(thrown.reasons()).hasSize(1).allMatch(reason -> reason.existing() == null);
        assertThat(thrown.getCause().getSuppressed()).hasSize(1);
    }

    @Test
    @DisplayName("X3 a check returns the item that was there, where asked")
    void checksReturnTheItem() {
        Link stored = new Link("a");
        stored.clicks = 7;
        links.insert(stored);

        TransactionCancelled thrown = catchThrowableOfType(
                TransactionCancelled.class,
                () -> engine.writeTransaction(tx -> tx.insert(new Link("b"))
                        .check(stored, onlyIf(LINK.clicks.lt(5L)).with(returnExisting()))));

        assertThat(((Link) thrown.reasons().get(0).existing()).clicks).isEqualTo(7);
        assertThat(thrown.reasons().get(0).operation()).isEqualTo("check");
    }

    @Test
    @DisplayName("X2 a prepared transaction may be committed again for ten minutes less thirty seconds, and no longer")
    void tokensExpire() {
        PreparedTransaction prepared =
                engine.prepareTransaction(tx -> tx.update(links.update("a").add(LINK.clicks, 1L)));
        prepared.commit();
        clock.forward(Duration.ofMinutes(9).plusSeconds(30));
        prepared.commit();
        clock.forward(Duration.ofNanos(1));
        client.clear();

        assertThatThrownBy(prepared::commit)
                .isInstanceOf(TransactionTokenExpired.class)
                .hasMessage(
                        "The transaction " + prepared.token() + " was first sent at 2026-01-02T03:04:05Z, and can be "
                                + "committed again for 570 seconds only; load the objects, see what was applied, and prepare "
                                + "another.")
                .extracting("token")
                .isEqualTo(prepared.token());

        assertThat(client.requests()).isEmpty();
        assertThat(links.find("a").orElseThrow().clicks).isEqualTo(1);
    }

    @Test
    @DisplayName("X2 a prepared transaction freezes its request, whatever becomes of the objects")
    void freezesTheRequest() {
        Link link = new Link("a");
        link.owner = "then";
        PreparedTransaction prepared = engine.prepareTransaction(tx -> tx.insert(link));
        link.owner = "now";

        prepared.commit();

        assertThat(links.find("a").orElseThrow().owner).isEqualTo("then");
        links.save(link);
        assertThat(links.find("a").orElseThrow().owner).isEqualTo("now");
    }

    @Test
    @DisplayName("X4 objects are loaded in place, and the missing ones named after the others were loaded")
    void loadsObjects() {
        Link stored = new Link("a");
        stored.owner = "me";
        links.insert(stored);
        Link wanted = new Link("a");
        Link missing = new Link("b");

        MissingObjects thrown = catchThrowableOfType(
                MissingObjects.class,
                () -> engine.readTransaction(tx -> tx.load(missing).load(wanted)));

        assertThat(thrown)
                .hasMessage("Not in the table (1 of Link in table '" + dynamoDb.tableName("Link")
                        + "'): Link(slug=S \"b\").");
        assertThat(List.<Object>copyOf(thrown.objects())).containsExactly(missing);
        assertThat(wanted.owner).isEqualTo("me");
        wanted.owner = "other";
        links.save(wanted);
        assertThat(links.find("a").orElseThrow().owner).isEqualTo("other");
    }

    @Test
    @DisplayName("X3 a read that meets a transaction in progress is tried again")
    void readsAgain() {
        links.insert(new Link("a"));
        client.transactGetItems((request, real) -> {
            if (tries.incrementAndGet() == 1) {
                throw cancelled("None", "TransactionConflict");
            }
            return real.apply(request);
        });

        assertThat(engine.readTransaction(tx -> tx.find(LINK.key("b")).find(LINK.key("a")))
                        .all())
                .hasSize(1);
        assertThat(tries).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ValidationError", "AccessDenied"})
    @DisplayName("X3 a read that is cancelled for a reason that stays is not tried again")
    void readsOnce(String code) {
        links.insert(new Link("a"));
        client.transactGetItems((request, real) -> {
            tries.incrementAndGet();
            throw cancelled("None", code, "TransactionConflict");
        });

        assertThatThrownBy(() -> engine.readTransaction(
                        tx -> tx.find(LINK.key("a")).find(LINK.key("b")).find(LINK.key("c"))))
                .isInstanceOf(RequestFailed.class);
        assertThat(tries).hasValue(1);
    }

    @Test
    @DisplayName("X1 more than a hundred items of a read, or the same twice, are refused before any call")
    void refusesReads() {
        List<Link> many = IntStream.range(0, 101)
                .mapToObj(i -> new Link("s" + i))
                .collect(ArrayList::new, List::add, List::addAll);

        assertThatThrownBy(() -> engine.readTransaction(tx -> many.forEach(tx::load)))
                .isInstanceOf(InvalidTransaction.class)
                .hasMessage("A transaction takes at most 100 operations, and Link(slug=S \"s100\") is one more; "
                        + "divide it.");
        assertThatThrownBy(() ->
                        engine.readTransaction(tx -> tx.find(LINK.key("a")).load(new Link("a"))))
                .isInstanceOf(InvalidTransaction.class)
                .hasMessage("Link(slug=S \"a\") is in the transaction twice; once is enough.");
        assertThat(client.requests()).isEmpty();
    }
}
