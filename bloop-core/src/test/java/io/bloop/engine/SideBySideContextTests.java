package io.bloop.engine;

import static io.bloop.testing.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bloop.bulk.BulkFailed;
import io.bloop.model.ModelDefinition;
import io.bloop.request.RequestObserver;
import io.bloop.request.TaskDecorator;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Where bulk calls and parallel scans run, and what they know there of their caller. */
@Timeout(60)
class SideBySideContextTests {

    private static final ThreadLocal<String> CALLER = new ThreadLocal<>();

    /** Carries the caller's name as tracing and security carry theirs. */
    private static final TaskDecorator CARRIED = task -> {
        String caller = CALLER.get();
        return () -> {
            CALLER.set(caller);
            try {
                task.run();
            } finally {
                CALLER.remove();
            }
        };
    };

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final ExecutorService threads = Executors.newFixedThreadPool(4, task -> new Thread(task, "given"));
    private final Set<String> callers = ConcurrentHashMap.newKeySet();
    private final Set<String> places = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void nameTheCaller() {
        CALLER.set("ada");
    }

    @AfterEach
    void forgetTheCaller() {
        CALLER.remove();
        threads.shutdownNow();
    }

    private final EngineListener<Object> listener = new EngineListener<>() {

        @Override
        public void beforeSave(Engine engine, ModelDefinition<?> model, Object object) {
            note();
        }

        @Override
        public void afterSave(Engine engine, ModelDefinition<?> model, Object object) {
            note();
        }

        @Override
        public void afterLoad(Engine engine, ModelDefinition<?> model, Object object) {
            note();
        }
    };

    private final RequestObserver observer = (operation, target) -> {
        note();
        return outcome -> {};
    };

    private void note() {
        callers.add(String.valueOf(CALLER.get()));
        places.add(Thread.currentThread().getName().replaceAll("[0-9]+$", ""));
    }

    private Engine engine(Consumer<EngineBuilder> customizer) {
        return engine(dynamoDb.client(), customizer);
    }

    private Engine engine(DynamoDbClient client, Consumer<EngineBuilder> customizer) {
        EngineBuilder builder =
                dynamoDb.engineBuilder(client).listener(listener).observer(observer);
        customizer.accept(builder);
        Engine engine = builder.build();
        engine.bind(List.of(LINK));
        callers.clear();
        places.clear();
        return engine;
    }

    private static List<Link> links(int number) {
        return IntStream.range(0, number).mapToObj(i -> new Link("s" + i)).toList();
    }

    static Stream<Arguments> calls() {
        return Stream.<Map.Entry<String, Consumer<Engine>>>of(
                        Map.entry(
                                "saveEach",
                                engine -> engine.template(LINK).bulk().saveEach(links(20))),
                        Map.entry("saveEach of the engine", engine -> engine.saveEach(links(20))),
                        Map.entry(
                                "deleteEach",
                                engine -> engine.template(LINK).bulk().deleteEach(links(20))),
                        Map.entry(
                                "replaceAll",
                                engine -> engine.template(LINK).bulk().replaceAll(links(60))),
                        Map.entry(
                                "deleteAll",
                                engine -> engine.template(LINK).bulk().deleteAll(links(60))),
                        Map.entry(
                                "parallel scan",
                                engine ->
                                        engine.template(LINK).scan().parallel(4).all()))
                .map(call -> Arguments.of(call.getKey(), call.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    @DisplayName("E17 what runs on other threads has the caller's context")
    void carriesTheContextOfTheCaller(String name, Consumer<Engine> call) {
        Engine engine = engine(builder -> builder.taskDecorator(CARRIED));
        engine.template(LINK).save(new Link("a"));
        callers.clear();

        call.accept(engine);

        assertThat(callers).containsExactly("ada");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    @DisplayName("E17 what runs side by side runs on the engine's executor")
    void runsOnTheExecutorOfTheEngine(String name, Consumer<Engine> call) {
        Engine engine = engine(builder -> builder.executor(threads).taskDecorator(CARRIED));
        engine.template(LINK).save(new Link("a"));
        callers.clear();
        places.clear();

        call.accept(engine);

        assertThat(places).contains("given").doesNotContain("bloop-bulk-", "bloop-scan-");
        assertThat(callers).containsExactly("ada");
    }

    @Test
    @DisplayName("E17 a decorator wraps those that were given before it")
    void decoratesInTheOrderOfRegistration() {
        List<String> order = new CopyOnWriteArrayList<>();
        Engine engine = engine(builder -> builder.taskDecorator(task -> () -> {
                    order.add("inner");
                    task.run();
                })
                .taskDecorator(task -> () -> {
                    order.add("outer");
                    task.run();
                }));

        engine.template(LINK).bulk().saveEach(links(1));

        assertThat(order).containsExactly("outer", "inner");
    }

    @Test
    @DisplayName("E17 a bulk call runs on the executor that it is given, rather than on the engine's")
    void runsOnTheExecutorOfTheCall() {
        Engine engine = engine(builder -> builder.executor(task -> {
            throw new AssertionError("the engine's executor");
        }));

        engine.template(LINK).bulk().executor(threads).saveEach(links(20));

        assertThat(places).contains("given");
    }

    static Stream<Arguments> executorsThatHaveNoThread() {
        ExecutorService one = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        });
        one.execute(() -> sleep(600_000));
        Executor dropping = task -> {};
        AtomicInteger count = new AtomicInteger();
        Executor droppingSome = task -> {
            if (count.incrementAndGet() % 2 == 0) {
                new Thread(task).start();
            }
        };
        return Stream.of(
                Arguments.of("busy for ever", one),
                Arguments.of("drops tasks", dropping),
                Arguments.of("drops some tasks", droppingSome));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("executorsThatHaveNoThread")
    @DisplayName("E17 a bulk call ends although its executor has no thread for it")
    void endsOnAnExecutorThatHasNoThread(String name, Executor executor) {
        Engine engine = engine(builder -> builder.executor(executor));

        engine.template(LINK).bulk().saveEach(links(6));

        assertThat(stored()).isEqualTo(6);
    }

    @Test
    @DisplayName("E17 a bulk call ends on the one thread of the executor that it runs on itself")
    void endsOnTheThreadOfItsOwnCaller() throws Exception {
        ExecutorService one = Executors.newSingleThreadExecutor();
        Engine engine = engine(builder -> builder.executor(one));

        one.submit(() -> engine.template(LINK).bulk().saveEach(links(6))).get(30, TimeUnit.SECONDS);

        one.shutdown();
        assertThat(stored()).isEqualTo(6);
    }

    @Test
    @DisplayName("E17 an executor that takes no tasks fails the call, with all objects left")
    void tellsThatAnExecutorTakesNoTasks() {
        threads.shutdown();
        Engine engine = engine(builder -> builder.executor(threads));
        List<Link> links = links(3);

        BulkFailed failed = catchThrowableOfType(
                BulkFailed.class, () -> engine.template(LINK).bulk().saveEach(links));

        assertThat(failed).hasCauseInstanceOf(RejectedExecutionException.class);
        assertThat(failed.left()).isEqualTo(links);
        assertThat(failed.done()).isZero();
    }

    @Test
    @DisplayName("E17 an interrupt reaches what a shared executor sends for the call, and nothing else that it runs")
    void interruptsItsOwnRequestsOnly() throws Exception {
        CountDownLatch sending = new CountDownLatch(2);
        InterceptedClient client = dynamoDb.intercept();
        client.updateItem((request, real) -> {
            sending.countDown();
            sleep(60_000);
            return real.apply(request);
        });
        Engine engine = engine(client.client(), builder -> builder.executor(threads));
        CountDownLatch other = new CountDownLatch(1);
        var undisturbed = threads.submit(() -> {
            other.countDown();
            sleep(500);
            return Thread.currentThread().isInterrupted();
        });
        other.await();
        Thread caller = Thread.currentThread();
        Thread interrupting = new Thread(() -> {
            try {
                sending.await();
            } catch (InterruptedException ex) {
                throw new AssertionError(ex);
            }
            caller.interrupt();
        });
        interrupting.start();

        assertThatThrownBy(() -> engine.template(LINK).bulk().sideBySide(2).saveEach(links(6)))
                .isInstanceOf(BulkFailed.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(undisturbed.get()).isFalse();
        for (int i = 0; i < 4; i++) {
            assertThat(threads.submit(() -> Thread.currentThread().isInterrupted())
                            .get())
                    .isFalse();
        }
    }

    private int stored() {
        return dynamoDb.client()
                .scan(request -> request.tableName(dynamoDb.tableName("Link")))
                .count();
    }

    /** Behaves as the SDK does: an interrupt fails the request. */
    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", ex);
        }
    }
}
