package io.bloop.query;

import static io.bloop.query.Song.SONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.bloop.BloopException;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.request.CallInterrupted;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class ScanExecutorTests {

    private static final int SONGS = 12;

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private InterceptedClient client;
    private BloopTemplate<Song> songs;
    private final Queue<ExecutorService> pools = new ArrayDeque<>();

    @BeforeEach
    void storeSongs() {
        client = dynamoDb.intercept();
        Engine engine = dynamoDb.engineBuilder(client.client()).build();
        engine.bind(List.of(SONG));
        songs = engine.template(SONG);
        songs.bulk()
                .replaceAll(IntStream.range(0, SONGS)
                        .mapToObj(ScanExecutorTests::song)
                        .toList());
    }

    @AfterEach
    void stopThreads() {
        pools.forEach(ExecutorService::shutdownNow);
    }

    private static Song song(int number) {
        Song song = new Song();
        song.artist = "a" + number;
        song.track = number;
        return song;
    }

    private static ThreadPoolExecutor oneThread(BlockingQueue<Runnable> queue) {
        return new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, queue);
    }

    static Stream<Arguments> executors() {
        return Stream.of(
                executor("drops every task", () -> task -> {}),
                executor("drops every other task", () -> {
                    AtomicInteger tasks = new AtomicInteger();
                    return task -> {
                        if (tasks.getAndIncrement() % 2 == 0) {
                            task.run();
                        }
                    };
                }),
                executor("keeps its tasks and runs none", () -> new ArrayDeque<>()::add),
                executor("discards what its thread does not take", () -> {
                    ThreadPoolExecutor one = oneThread(new SynchronousQueue<>());
                    one.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
                    return one;
                }),
                executor("discards the oldest of its tasks", () -> {
                    ThreadPoolExecutor one = oneThread(new LinkedBlockingQueue<>(1));
                    one.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardOldestPolicy());
                    return one;
                }),
                executor("is busy with something else", () -> {
                    ThreadPoolExecutor one = oneThread(new LinkedBlockingQueue<>());
                    one.execute(() -> await(new CountDownLatch(1)));
                    return one;
                }));
    }

    private static Arguments executor(String name, Supplier<Executor> executor) {
        return Arguments.of(name, executor);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    private Executor made(Supplier<Executor> supplier) {
        Executor executor = supplier.get();
        if (executor instanceof ExecutorService pool) {
            pools.add(pool);
        }
        return executor;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("executors")
    @DisplayName("E16 a parallel scan reads every item once on an executor that")
    void endsOnEveryExecutor(String name, Supplier<Executor> executor) {
        assertThat(songs.scan().pageSize(2).parallel(3, made(executor)).all())
                .extracting(Song::track)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, SONGS).boxed().toList());
    }

    @Test
    @DisplayName("E16 a parallel scan may be read by the only thread of its executor")
    void mayBeReadByTheOnlyThread() throws Exception {
        ExecutorService one = Executors.newSingleThreadExecutor();
        pools.add(one);

        Future<List<Song>> read =
                one.submit(() -> songs.scan().pageSize(2).parallel(3, one).all());

        assertThat(read.get(50, TimeUnit.SECONDS)).hasSize(SONGS);
    }

    @Test
    @DisplayName("E16 a task that begins after the reader has read its page reads nothing")
    void aLateTaskReadsNothing() {
        Queue<Runnable> tasks = new ArrayDeque<>();
        List<Song> all = songs.scan().pageSize(2).parallel(3, tasks::add).all();
        int requests = client.requests().size();

        tasks.forEach(Runnable::run);

        assertThat(all).hasSize(SONGS);
        assertThat(client.requests()).hasSize(requests);
    }

    @Test
    @DisplayName("E21 an executor that takes no task is refused")
    void refusesAnExecutorThatTakesNoTask() {
        ExecutorService shut = Executors.newSingleThreadExecutor();
        shut.shutdown();

        assertThatExceptionOfType(InvalidSearch.class)
                .isThrownBy(() -> songs.scan().parallel(2, shut).all())
                .withMessage("Cannot search Song in table '" + dynamoDb.tableName("Song")
                        + "': the executor refuses the task of a segment; give parallel() an executor that takes one "
                        + "task for each segment, and shut it down after the results are closed.")
                .withCauseExactlyInstanceOf(RejectedExecutionException.class);
    }

    @Test
    @DisplayName("E16 a parallel scan ends with an error when its executor is shut down while it runs")
    void endsWhenItsExecutorIsShutDown() {
        ExecutorService one = Executors.newSingleThreadExecutor();
        pools.add(one);
        ParallelResults<Song> results =
                songs.scan().pageSize(1).parallel(3, one).results();
        results.next();

        one.shutdownNow();

        assertThat(catchThrowable(() -> results.forEachRemaining(song -> {}))).isInstanceOf(BloopException.class);
        assertThat(results.hasNext()).isFalse();
    }

    /** Lets every request wait until its thread is interrupted. */
    private CountDownLatch holdRequests() {
        CountDownLatch waiting = new CountDownLatch(1);
        client.scan((request, real) -> {
            waiting.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException ex) {
                Thread.currentThread().interrupt();
            }
            throw SdkClientException.create("interrupted");
        });
        return waiting;
    }

    @Test
    @DisplayName("E16 a reader that reads a page itself is woken when another thread closes the results")
    void closingWakesTheReader() throws Exception {
        CountDownLatch waiting = holdRequests();
        ParallelResults<Song> results = songs.scan().parallel(2, task -> {}).results();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        pools.add(reader);
        Future<List<Boolean>> read = reader.submit(
                () -> List.of(results.hasNext(), Thread.currentThread().isInterrupted()));
        await(waiting);

        results.close();

        assertThat(read.get(50, TimeUnit.SECONDS)).as("more, interrupted").containsExactly(false, false);
    }

    @Test
    @DisplayName("E16 an interrupt of a reader that reads a page itself stops the scan")
    void anInterruptStopsTheReader() throws Exception {
        CountDownLatch waiting = holdRequests();
        Thread reader = Thread.currentThread();
        Thread interrupter = new Thread(() -> {
            await(waiting);
            reader.interrupt();
        });
        interrupter.start();

        ParallelResults<Song> results = songs.scan().parallel(2, task -> {}).results();

        assertThatExceptionOfType(CallInterrupted.class)
                .isThrownBy(results::hasNext)
                .withMessage("Scan of Song in table '" + dynamoDb.tableName("Song")
                        + "' was interrupted while it waited for a page.");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(results.hasNext()).isFalse();
        interrupter.join();
    }
}
