package io.bloop.query;

import static io.bloop.query.Song.SONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.request.CallInterrupted;
import io.bloop.request.RequestFailed;
import io.bloop.testing.BothClients;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

@BothClients
class ParallelScanTests {

    private static final Executor HERE = Runnable::run;

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private InterceptedClient client;
    private BloopTemplate<Song> songs;

    @BeforeEach
    void storeSongs() {
        client = dynamoDb.intercept();
        Engine engine = dynamoDb.engineBuilder(client.client()).build();
        engine.bind(List.of(SONG));
        songs = engine.template(SONG);
        songs.bulk()
                .replaceAll(
                        IntStream.range(0, 40).mapToObj(ParallelScanTests::song).toList());
        client.clear();
    }

    private static Song song(int number) {
        Song song = new Song();
        song.artist = "a" + number;
        song.track = number;
        song.title = number % 2 == 0 ? "even" : "odd";
        return song;
    }

    private List<ScanRequest> scans() {
        return client.requests(ScanRequest.class);
    }

    @Test
    @DisplayName("E16 a parallel scan reads every item once")
    void readsEveryItemOnce() {
        List<Song> all = songs.scan().pageSize(10).parallel(4).all();

        assertThat(all).extracting(Song::track).hasSize(40).doesNotHaveDuplicates();
        assertThat(scans()).extracting(ScanRequest::segment).contains(0, 1, 2, 3);
        assertThat(scans())
                .allSatisfy(request -> assertThat(request.totalSegments()).isEqualTo(4));
    }

    @Test
    @DisplayName("E16 a parallel scan of one segment is a scan")
    void readsOneSegment() {
        assertThat(songs.scan().parallel(1).all()).hasSize(40);
    }

    @Test
    @DisplayName("E16 a parallel scan is filtered, and gives selected columns")
    void filtersAndSelects() {
        List<Song> even = songs.scan()
                .filter(SONG.title.eq("even"))
                .select(SONG.track)
                .parallel(3)
                .all();

        assertThat(even).hasSize(20).allSatisfy(song -> assertThat(song.title).isNull());
    }

    @Test
    @DisplayName("E13 limit(n) gives n results of a parallel scan")
    void endsAtTheLimit() {
        assertThat(songs.scan()
                        .filter(SONG.title.eq("odd"))
                        .limit(7)
                        .pageSize(5)
                        .parallel(4)
                        .all())
                .hasSize(7)
                .allSatisfy(song -> assertThat(song.title).isEqualTo("odd"));
    }

    @Test
    @DisplayName("E16 segments are read side by side")
    void readsSideBySide() {
        CyclicBarrier both = new CyclicBarrier(2);
        client.scan((request, real) -> {
            try {
                both.await(10, TimeUnit.SECONDS);
            } catch (Exception ex) {
                throw new IllegalStateException("no other segment came", ex);
            }
            return real.apply(request);
        });

        assertThat(songs.scan().parallel(2).all()).hasSize(40);
    }

    @Test
    @DisplayName("E16 the caller's executor runs the segments")
    void runsOnTheExecutor() {
        AtomicInteger tasks = new AtomicInteger();

        assertThat(songs.scan()
                        .parallel(3, task -> {
                            tasks.incrementAndGet();
                            task.run();
                        })
                        .all())
                .hasSize(40);

        assertThat(tasks).hasValue(scans().size());
    }

    @Test
    @DisplayName("E16 a parallel scan runs on virtual threads")
    void runsOnVirtualThreads() throws Exception {
        Assumptions.assumeTrue(Runtime.version().feature() >= 21);
        ExecutorService threads = (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);

        assertThat(songs.scan().pageSize(7).parallel(8, threads).all()).hasSize(40);

        threads.shutdown();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @DisplayName("E16 an executor of one thread is enough for many segments")
    void runsOnOneThread() {
        ExecutorService one = Executors.newSingleThreadExecutor();
        try {
            assertThat(songs.scan().pageSize(10).parallel(5, one).all()).hasSize(40);
        } finally {
            one.shutdown();
        }
    }

    @Test
    @DisplayName("E16 nothing is sent before the first result is asked for")
    void isLazy() {
        songs.scan().parallel(2).results();

        assertThat(client.requests()).isEmpty();
    }

    @Test
    @DisplayName("E16 each segment is read one page ahead and no further")
    void readsOnePageAhead() {
        try (ParallelResults<Song> results =
                songs.scan().pageSize(1).parallel(2, HERE).results()) {
            for (int i = 1; i <= 10; i++) {
                results.next();
                assertThat(scans()).hasSize(i + 2);
            }
            assertThat(results.count()).isEqualTo(10);
        }
    }

    @Test
    @DisplayName("E16 a failure in one segment reaches the caller and stops the others")
    void aFailureStopsTheOthers() {
        client.scan((request, real) -> {
            if (request.segment() == 1) {
                throw SdkClientException.create("cut off");
            }
            return real.apply(request);
        });
        ParallelResults<Song> results =
                songs.scan().pageSize(1).parallel(2, HERE).results();

        RequestFailed thrown = catchThrowableOfType(RequestFailed.class, () -> results.forEachRemaining(song -> {}));

        assertThat(thrown).hasMessage("Scan of Song in table '" + dynamoDb.tableName("Song") + "' failed: cut off.");
        assertThat(results.hasNext()).isFalse();
        assertThat(scans()).hasSizeLessThanOrEqualTo(4);
    }

    /** Lets the requests of segment 1 wait until they are interrupted, and tells when one was. */
    private CountDownLatch holdSegmentOne(CountDownLatch waiting) {
        CountDownLatch interrupted = new CountDownLatch(1);
        client.scan((request, real) -> {
            if (request.segment() == 1) {
                waiting.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException ex) {
                    interrupted.countDown();
                    throw SdkClientException.create("interrupted");
                }
            }
            return real.apply(request);
        });
        return interrupted;
    }

    @Test
    @DisplayName("E16 closing the results stops the requests in progress")
    void closingStopsTheRequests() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch interrupted = holdSegmentOne(waiting);
        ParallelResults<Song> results = songs.scan().pageSize(1).parallel(2).results();
        results.next();
        assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();

        results.close();

        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(results.hasNext()).isFalse();
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(results::next)
                .withMessage("the scan of Song in table '" + dynamoDb.tableName("Song") + "' has no further results");
    }

    @Test
    @DisplayName("E16 closing the stream stops the requests in progress")
    void closingTheStreamStopsTheRequests() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch interrupted = holdSegmentOne(waiting);

        try (Stream<Song> stream = songs.scan().pageSize(1).parallel(2).stream()) {
            assertThat(stream.findFirst()).isPresent();
            assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    @DisplayName("E16 an action that fails stops the requests in progress")
    void aFailingActionStopsTheRequests() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch interrupted = holdSegmentOne(waiting);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> songs.scan().pageSize(1).parallel(2).forEach(song -> {
                    await(waiting);
                    throw new IllegalArgumentException("enough");
                }))
                .withMessage("enough");

        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException ex) {
            throw new IllegalStateException(ex);
        }
    }

    @Test
    @DisplayName("E16 a reader that waits is woken when another thread closes the results")
    void closingWakesTheReader() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch both = new CountDownLatch(2);
        client.scan((request, real) -> {
            both.countDown();
            await(both);
            waiting.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException ex) {
                throw SdkClientException.create("interrupted");
            }
            return real.apply(request);
        });
        ParallelResults<Song> results = songs.scan().parallel(2).results();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        Future<Boolean> more = reader.submit(results::hasNext);
        assertThat(waiting.await(10, TimeUnit.SECONDS)).isTrue();

        results.close();

        assertThat(more.get(10, TimeUnit.SECONDS)).isFalse();
        reader.shutdown();
    }

    @Test
    @DisplayName("E16 an interrupt of the reader stops the scan")
    void anInterruptStopsTheScan() {
        ParallelResults<Song> results = songs.scan().pageSize(1).parallel(2).results();
        results.next();

        Thread.currentThread().interrupt();

        assertThatExceptionOfType(CallInterrupted.class)
                .isThrownBy(() -> results.forEachRemaining(song -> {}))
                .withMessage("Scan of Song in table '" + dynamoDb.tableName("Song")
                        + "' was interrupted while it waited for a page.");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(results.hasNext()).isFalse();
    }

    @Test
    @DisplayName("E16 a parallel scan of a part, or from a token, is refused")
    void refusesPartsAndTokens() {
        Scan<Song> scan = songs.scan();
        String token = scan.limit(1).page().next().orElseThrow();
        Set<String> messages = new HashSet<>();
        for (Scan<Song> wrong : List.of(scan.segment(0, 2), scan.from(token))) {
            messages.add(catchThrowableOfType(
                            InvalidSearch.class, () -> wrong.parallel(2).results())
                    .getMessage());
        }

        assertThat(messages)
                .containsExactly("Cannot search Song in table '" + dynamoDb.tableName("Song") + "': a parallel scan "
                        + "reads every segment from its beginning; leave from() and segment() out.");
    }

    @Test
    @DisplayName("E15 a consistent parallel scan of a global index is refused")
    void refusesAConsistentGlobalIndex() {
        assertThatExceptionOfType(InvalidSearch.class)
                .isThrownBy(
                        () -> songs.scan(SONG.byGenre).consistent().parallel(2).all());
    }

    @Test
    @DisplayName("E16 a parallel scan gives each result to an action")
    void givesEachResult() {
        List<Integer> tracks = new ArrayList<>();

        songs.scan().parallel(4).forEach(song -> tracks.add(song.track()));

        assertThat(tracks).hasSize(40).doesNotHaveDuplicates();
    }
}
