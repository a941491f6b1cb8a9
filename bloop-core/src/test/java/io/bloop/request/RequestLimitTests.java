package io.bloop.request;

import static io.bloop.testing.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.table.BindMode;
import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Timeout(120)
class RequestLimitTests {

    private static final int CONNECTIONS = 4;
    private static final int THREADS = 2_000;

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final RequestLimit limit = RequestLimit.of(1);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger sent = new AtomicInteger();

    @BeforeEach
    void store() {
        dynamoDb.engine().template(LINK).save(new Link("a"));
    }

    @AfterEach
    void openTheGate() {
        gate.countDown();
        Thread.interrupted();
    }

    private static DynamoDbClient client(int connections, ExecutionInterceptor... interceptors) {
        return LocalDynamoDb.clientBuilder()
                .httpClientBuilder(Apache5HttpClient.builder()
                        .maxConnections(connections)
                        .connectionAcquisitionTimeout(Duration.ofMillis(300)))
                .overrideConfiguration(c ->
                        c.executionInterceptors(List.of(interceptors)).retryStrategy(retries -> retries.maxAttempts(1)))
                .build();
    }

    private BloopTemplate<Link> links(DynamoDbClient client, RequestLimit limit) {
        return dynamoDb.engineBuilder(client).requestLimit(limit).build().template(LINK);
    }

    /** Calls something before each request is sent. */
    private static ExecutionInterceptor before(Runnable act) {
        return new ExecutionInterceptor() {
            @Override
            public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
                act.run();
            }
        };
    }

    /** Returns links whose requests wait for the gate, once they are in progress. */
    private BloopTemplate<Link> gated() {
        Engine engine = dynamoDb.engineBuilder(client(1, before(() -> {
                    sent.incrementAndGet();
                    pass(gate);
                })))
                .requestLimit(limit)
                .bindMode(BindMode.NONE)
                .build();
        engine.bind(List.of(LINK));
        return engine.template(LINK);
    }

    private static void pass(CountDownLatch gate) {
        try {
            gate.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private static void waitUntil(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(5);
        }
    }

    private static <R> FutureTask<R> started(Callable<R> call) {
        FutureTask<R> task = new FutureTask<>(call);
        new Thread(task).start();
        return task;
    }

    @Test
    @DisplayName("E23 two thousand threads share four connections, and every request succeeds")
    void manyThreadsShareFewConnections() throws Exception {
        RequestLimit four = RequestLimit.of(CONNECTIONS);
        BloopTemplate<Link> links = links(client(CONNECTIONS), four);
        links.find("a");
        AtomicInteger most = new AtomicInteger();
        List<FutureTask<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            FutureTask<Boolean> task = new FutureTask<>(() -> {
                most.accumulateAndGet(four.active(), Math::max);
                return links.find("a").isPresent();
            });
            all.add(task);
            new Thread(null, task, "reader-" + i, 128 * 1024).start();
        }

        for (FutureTask<Boolean> task : all) {
            assertThat(task.get()).isTrue();
        }

        assertThat(most.get()).isBetween(1, CONNECTIONS);
        assertThat(four.active()).isZero();
        assertThat(four.waiting()).isZero();
    }

    @Test
    @DisplayName("E23 requests in progress and requests that wait are counted")
    void countsRequests() throws Exception {
        BloopTemplate<Link> links = gated();
        FutureTask<?> first = started(() -> links.find("a"));
        waitUntil(() -> sent.get() == 1);
        FutureTask<?> second = started(() -> links.find("a"));
        FutureTask<?> third = started(() -> links.find("a"));

        waitUntil(() -> limit.waiting() == 2);
        assertThat(limit.active()).isEqualTo(1);
        assertThat(limit.max()).isEqualTo(1);
        assertThat(limit).hasToString("1 of 1 requests are in progress, and 2 wait");
        gate.countDown();
        first.get();
        second.get();
        third.get();
        assertThat(limit).hasToString("0 of 1 requests are in progress, and 0 wait");
    }

    @Test
    @DisplayName("E23 requests are sent in the order in which they began to wait")
    void servesInOrder() throws Exception {
        List<String> order = new CopyOnWriteArrayList<>();
        Engine engine = dynamoDb.engineBuilder(client(1, before(() -> pass(gate))))
                .requestLimit(limit)
                .bindMode(BindMode.NONE)
                .observer((operation, target) -> {
                    order.add(Thread.currentThread().getName());
                    return outcome -> {};
                })
                .build();
        engine.bind(List.of(LINK));
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Thread thread = new Thread(() -> engine.template(LINK).find("a"), "t" + i);
            threads.add(thread);
            thread.start();
            int before = i;
            waitUntil(() -> limit.active() + limit.waiting() == before + 1);
        }
        gate.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(order).containsExactly("t0", "t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8", "t9");
    }

    @Test
    @DisplayName("E23 a thread that is interrupted while it waits has sent nothing, and stays interrupted")
    void anInterruptEndsTheWait() throws Exception {
        BloopTemplate<Link> links = gated();
        FutureTask<?> first = started(() -> links.find("a"));
        waitUntil(() -> sent.get() == 1);
        List<Object> seen = new ArrayList<>();
        Thread waiting = new Thread(() -> {
            seen.add(catchThrowableOfType(RequestInterrupted.class, () -> links.save(new Link("b"))));
            seen.add(Thread.currentThread().isInterrupted());
        });
        waiting.start();
        waitUntil(() -> limit.waiting() == 1);

        waiting.interrupt();
        waiting.join();

        RequestInterrupted failed = (RequestInterrupted) seen.get(0);
        assertThat(failed)
                .hasMessage("UpdateItem of Link(slug=S \"b\") in table '" + dynamoDb.tableName("Link")
                        + "' failed: the thread was interrupted before the request was sent.");
        assertThat(failed.isPerhapsApplied()).isFalse();
        assertThat(failed.key()).isEqualTo("Link(slug=S \"b\")");
        assertThat(seen.get(1)).isEqualTo(true);
        assertThat(sent).hasValue(1);
        assertThat(limit.waiting()).isZero();
        gate.countDown();
        first.get();
        assertThat(dynamoDb.item("Link", Map.of("slug", fromS("b")))).isEmpty();
        assertThat(limit.active()).isZero();
    }

    @Test
    @DisplayName("E23 a thread that is interrupted before it asks has sent nothing, and takes no turn")
    void anInterruptedThreadSendsNothing() {
        gate.countDown();
        BloopTemplate<Link> links = gated();
        Thread.currentThread().interrupt();

        RequestInterrupted failed = catchThrowableOfType(RequestInterrupted.class, () -> links.save(new Link("b")));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failed.isPerhapsApplied()).isFalse();
        assertThat(sent).hasValue(0);
        assertThat(limit.active()).isZero();
    }

    @Test
    @DisplayName("E23 a request inside of a request of the same thread takes no turn of its own")
    void nestedRequestsDoNotWait() {
        List<BloopTemplate<Link>> self = new ArrayList<>();
        List<String> found = new ArrayList<>();
        ThreadLocal<Boolean> nested = ThreadLocal.withInitial(() -> false);
        BloopTemplate<Link> links = links(
                client(1, before(() -> {
                    if (!self.isEmpty() && !nested.get()) {
                        nested.set(true);
                        found.add(self.get(0).find("a").orElseThrow().slug);
                        found.add(self.get(0).find("a").orElseThrow().slug);
                        assertThat(limit.active()).isEqualTo(1);
                    }
                })),
                limit);
        links.find("a");
        self.add(links);

        assertThat(links.find("a")).isPresent();

        assertThat(found).containsExactly("a", "a");
        assertThat(limit.active()).isZero();
    }

    @Test
    @DisplayName("E23 engines of one client share its limit")
    void enginesShareALimit() throws Exception {
        BloopTemplate<Link> links = gated();
        BloopTemplate<Link> others = gated();
        FutureTask<?> first = started(() -> links.find("a"));
        waitUntil(() -> sent.get() == 1);
        FutureTask<?> second = started(() -> others.find("a"));

        waitUntil(() -> limit.waiting() == 1);
        assertThat(sent).hasValue(1);
        gate.countDown();
        first.get();
        second.get();
    }

    @Test
    @DisplayName("E23 a turn ends however its request ends")
    void aTurnEndsWithItsRequest() {
        List<Runnable> failures = new ArrayList<>();
        BloopTemplate<Link> links = links(client(1, before(() -> failures.forEach(Runnable::run))), limit);
        links.find("a");
        AtomicInteger calls = new AtomicInteger();
        failures.add(() -> {
            if (calls.incrementAndGet() % 2 == 0) {
                throw new IllegalStateException("broken");
            }
            throw new AssertionError("broken");
        });

        for (int i = 0; i < 6; i++) {
            assertThatThrownBy(() -> links.find("a")).hasMessageContaining("broken");
        }

        assertThat(limit.active()).isZero();
    }

    @Test
    @DisplayName("E23 an observer is told of a request when its turn has come, and how long it has waited")
    void theWaitIsNoPartOfTheRequest() throws Exception {
        List<Outcome> outcomes = new CopyOnWriteArrayList<>();
        AtomicInteger begun = new AtomicInteger();
        Engine engine = dynamoDb.engineBuilder(client(1, before(() -> {
                    sent.incrementAndGet();
                    pass(gate);
                })))
                .requestLimit(limit)
                .bindMode(BindMode.NONE)
                .observer((operation, target) -> {
                    begun.incrementAndGet();
                    return outcomes::add;
                })
                .build();
        engine.bind(List.of(LINK));
        FutureTask<?> first = started(() -> engine.template(LINK).find("a"));
        waitUntil(() -> sent.get() == 1);
        FutureTask<?> second = started(() -> engine.template(LINK).find("a"));
        waitUntil(() -> limit.waiting() == 1);
        Thread.sleep(200);
        assertThat(begun).hasValue(1);

        gate.countDown();
        first.get();
        second.get();

        assertThat(outcomes.get(0).waited()).isZero();
        assertThat(outcomes.get(0).duration()).isGreaterThan(Duration.ofMillis(200));
        assertThat(outcomes.get(1).waited()).isGreaterThan(Duration.ofMillis(200));
        assertThat(outcomes.get(1).duration()).isLessThan(outcomes.get(1).waited());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    @DisplayName("E21 a limit that lets nothing pass is refused with the right form")
    void refusesALimitThatLetsNothingPass(int max) {
        InvalidLimit invalid = catchThrowableOfType(InvalidLimit.class, () -> RequestLimit.of(max));

        assertThat(invalid)
                .hasMessage("A limit of " + max + " requests lets none pass. Give the number of connections of the "
                        + "client, at least 1.");
        assertThat(invalid.max()).isEqualTo(max);
    }
}
