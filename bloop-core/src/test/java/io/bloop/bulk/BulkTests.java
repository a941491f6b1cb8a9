package io.bloop.bulk;

import static io.bloop.testing.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.InvalidArgument;
import io.bloop.bound.internal.BoundModel;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.model.MissingKey;
import io.bloop.read.UnprocessedItems;
import io.bloop.request.CallInterrupted;
import io.bloop.request.RequestFailed;
import io.bloop.request.RequestInterrupted;
import io.bloop.request.internal.Backoff;
import io.bloop.request.internal.Requests;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.write.IncompleteObject;
import io.bloop.write.internal.Writes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

class BulkTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private InterceptedClient client;
    private BloopTemplate<Link> links;

    @BeforeEach
    void bind() {
        client = dynamoDb.intercept();
        Engine engine = dynamoDb.engineBuilder(client.client()).build();
        engine.bind(List.of(LINK));
        links = engine.template(LINK);
        client.clear();
    }

    private static Link link(int number) {
        return link("s" + number, "o" + number);
    }

    private static Link link(String slug, String owner) {
        Link link = new Link(slug);
        link.owner = owner;
        return link;
    }

    private static List<Link> links(int number) {
        return IntStream.range(0, number).mapToObj(BulkTests::link).toList();
    }

    private Map<String, AttributeValue> stored(String slug) {
        return dynamoDb.item("Link", Map.of("slug", fromS(slug)));
    }

    private String table() {
        return dynamoDb.tableName("Link");
    }

    /** Returns bulk writes that do not wait before they try again. */
    private Bulk<Link> patient() {
        BoundModel<Link> bound = new BoundModel<>(LINK, table(), LINK.settings(), Map.of());
        Requests requests = new Requests(client.client(), List.of());
        return new Bulk<>(
                requests, () -> new Writes<>(requests, bound), () -> new Backoff(millis -> {}), 1, progress -> {});
    }

    private List<WriteRequest> parts(BatchWriteItemRequest request) {
        return request.requestItems().get(table());
    }

    /** Lets DynamoDB process the first items of a request, and gives the others back. */
    private BatchWriteItemResponse process(
            BatchWriteItemRequest request, Function<BatchWriteItemRequest, BatchWriteItemResponse> real, int most) {
        List<WriteRequest> parts = parts(request);
        int processed = Math.min(most, parts.size());
        if (processed > 0) {
            real.apply(request.copy(r -> r.requestItems(Map.of(table(), parts.subList(0, processed)))));
        }
        return BatchWriteItemResponse.builder()
                .unprocessedItems(
                        processed == parts.size() ? Map.of() : Map.of(table(), parts.subList(processed, parts.size())))
                .build();
    }

    @Test
    @DisplayName("E17 objects are replaced in batches of 25")
    void replacesInBatches() {
        assertThat(links.bulk().replaceAll(links(60))).isEqualTo(60);

        assertThat(client.requests(BatchWriteItemRequest.class))
                .extracting(request -> parts(request).size())
                .containsExactlyInAnyOrder(25, 25, 10);
        assertThat(links.scan().count()).isEqualTo(60);
        assertThat(stored("s59")).containsEntry("owner", fromS("o59"));
    }

    @Test
    @DisplayName("E17 replacing erases what the model does not know")
    void replacesTheWholeItem() {
        dynamoDb.put("Link", Map.of("slug", fromS("s0"), "other", fromS("gone")));

        links.bulk().replaceAll(links(1));

        assertThat(stored("s0")).doesNotContainKey("other").containsEntry("owner", fromS("o0"));
    }

    @Test
    @DisplayName("E17 objects are deleted in batches of 25, and it is no error if there are none")
    void deletesInBatches() {
        links.bulk().replaceAll(links(30));
        client.clear();

        assertThat(links.bulk().deleteAll(links(40))).isEqualTo(40);

        assertThat(client.requests(BatchWriteItemRequest.class)).hasSize(2);
        assertThat(links.scan().first()).isEmpty();
    }

    @Test
    @DisplayName("E17 no objects are no request")
    void sendsNothingForNothing() {
        assertThat(links.bulk().replaceAll(List.of())).isZero();
        assertThat(client.requests()).isEmpty();
    }

    @Test
    @DisplayName("E17 objects are taken as they are needed: one batch more than the requests in progress hold")
    void takesObjectsAsTheyAreNeeded() {
        AtomicInteger taken = new AtomicInteger();
        AtomicInteger written = new AtomicInteger();
        Set<Integer> ahead = ConcurrentHashMap.newKeySet();
        client.batchWriteItem((request, real) -> {
            BatchWriteItemResponse answer = real.apply(request);
            ahead.add(taken.get() - written.getAndAdd(parts(request).size()));
            return answer;
        });
        Stream<Link> many = IntStream.range(0, 1_000).mapToObj(BulkTests::link).peek(link -> taken.incrementAndGet());

        links.bulk().sideBySide(2).replaceAll(many::iterator);

        assertThat(written).hasValue(1_000);
        assertThat(ahead).allMatch(objects -> objects <= 3 * 25);
    }

    @Test
    @DisplayName("E17 an iterator without an end is not read ahead of a failure")
    void readsNoFurtherThanAFailure() {
        client.batchWriteItem((request, real) -> {
            throw SdkClientException.create("cut off");
        });
        AtomicInteger taken = new AtomicInteger();
        Stream<Link> endless = Stream.generate(() -> link(taken.getAndIncrement()));

        BulkFailed thrown = catchThrowableOfType(
                BulkFailed.class, () -> links.bulk().sideBySide(2).replaceAll(endless::iterator));

        assertThat(thrown.done()).isZero();
        assertThat(thrown.left()).hasSize(taken.get()).hasSizeLessThanOrEqualTo(3 * 25);
    }

    @Test
    @DisplayName("E17 requests run side by side, and no more of them than was asked for")
    void runsSideBySide() {
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicInteger running = new AtomicInteger();
        Set<Integer> seen = ConcurrentHashMap.newKeySet();
        client.batchWriteItem((request, real) -> {
            seen.add(running.incrementAndGet());
            try {
                await(both);
                return real.apply(request);
            } finally {
                running.decrementAndGet();
            }
        });

        links.bulk().sideBySide(2).replaceAll(links(100));

        assertThat(seen).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    @DisplayName("E17 one request at a time is sent on the caller's thread")
    void sendsOneByOneOnTheCallersThread() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        client.batchWriteItem((request, real) -> {
            threads.add(Thread.currentThread());
            return real.apply(request);
        });

        links.bulk().sideBySide(1).replaceAll(links(60));

        assertThat(threads).containsExactly(Thread.currentThread());
    }

    @Test
    @DisplayName("E21 less than one request at a time is refused")
    void refusesNoRequestsAtATime() {
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> links.bulk().sideBySide(0))
                .withMessage("sideBySide(): 'requests' has to be at least 1, and is 0.");
    }

    @Test
    @DisplayName("E17 items that DynamoDB leaves unprocessed are sent again")
    void sendsUnprocessedItemsAgain() {
        client.batchWriteItem((request, real) -> process(request, real, 10));
        List<BulkProgress> progress = new ArrayList<>();

        patient().onProgress(progress::add).replaceAll(links(30));

        assertThat(client.requests(BatchWriteItemRequest.class))
                .extracting(request -> parts(request).size())
                .containsExactly(25, 15, 5, 5);
        assertThat(progress).containsExactly(new BulkProgress(25, 20), new BulkProgress(30, 20));
        assertThat(links.scan().count()).isEqualTo(30);
    }

    @Test
    @DisplayName("E17 items are sent again as long as some are processed")
    void triesAsLongAsThereIsProgress() {
        client.batchWriteItem((request, real) -> process(request, real, 1));

        assertThat(patient().replaceAll(links(25))).isEqualTo(25);
    }

    @Test
    @DisplayName("E17 what stays unprocessed is given up with the objects that are left over")
    void givesUpWithTheObjectsThatAreLeft() {
        List<Link> all = links(30);
        client.batchWriteItem((request, real) -> {
            List<WriteRequest> parts = parts(request);
            return process(request, real, parts.size() == 25 ? 25 : parts.size() == 5 ? 2 : 0);
        });

        BulkFailed thrown =
                catchThrowableOfType(BulkFailed.class, () -> patient().replaceAll(all));

        assertThat(thrown)
                .hasMessage("replaceAll of Link in table '" + table() + "' stopped: 27 objects are done, and 3 are not "
                        + "known to be; see left(), and give them again once the cause is gone. BatchWriteItem of Link "
                        + "in table '" + table() + "' left 3 items unprocessed after many tries: the table is "
                        + "throttled. Raise its capacity, or try these again later.")
                .hasCauseInstanceOf(UnprocessedItems.class);
        assertThat(thrown.operation()).isEqualTo("replaceAll");
        assertThat(thrown.target().table()).isEqualTo(table());
        assertThat(thrown.done()).isEqualTo(27);
        assertThat(thrown.left()).isEqualTo(all.subList(27, 30));
        assertThat(client.requests(BatchWriteItemRequest.class)).hasSize(11);
    }

    @Test
    @DisplayName("E17 deleting gives the objects back that are left over")
    void givesBackWhatIsNotDeleted() {
        List<Link> all = links(3);
        links.bulk().replaceAll(all);
        client.batchWriteItem(
                (request, real) -> process(request, real, parts(request).size() == 3 ? 2 : 0));

        BulkFailed thrown =
                catchThrowableOfType(BulkFailed.class, () -> patient().deleteAll(all));

        assertThat(thrown.left()).isEqualTo(all.subList(2, 3));
        assertThat(stored("s1")).isEmpty();
        assertThat(stored("s2")).isNotEmpty();
    }

    @Test
    @DisplayName("E17 a request that fails leaves its objects over as they were, and those taken behind it")
    void leavesTheObjectsOfAFailedRequest() {
        List<Link> all = links(60);
        client.batchWriteItem((request, real) -> {
            if (client.requests(BatchWriteItemRequest.class).size() == 2) {
                throw SdkClientException.create("cut off");
            }
            return real.apply(request);
        });

        BulkFailed thrown = catchThrowableOfType(
                BulkFailed.class, () -> links.bulk().sideBySide(1).replaceAll(all));

        assertThat(thrown).hasCauseInstanceOf(RequestFailed.class);
        assertThat(thrown.done()).isEqualTo(25);
        assertThat(thrown.left()).isEqualTo(all.subList(25, 60));
        client.clear();
        links.save(all.get(24));
        assertThat(client.requests()).isEmpty();
        links.save(all.get(25));
        assertThat(client.operations()).containsExactly("UpdateItem");
    }

    @Test
    @DisplayName("E17 an object without a key stops the call, with those that were taken and not written")
    void stopsAtAnObjectWithoutAKey() {
        Link keyless = new Link();
        Link first = link(1);

        BulkFailed thrown =
                catchThrowableOfType(BulkFailed.class, () -> links.bulk().replaceAll(List.of(first, keyless, link(2))));

        assertThat(thrown).hasCauseInstanceOf(MissingKey.class);
        assertThat(thrown.done()).isZero();
        assertThat(List.<Object>copyOf(thrown.left())).containsExactlyInAnyOrder(first, keyless);
        assertThat(client.requests()).isEmpty();
    }

    @Test
    @DisplayName("E17 an object that was loaded through a projection is refused")
    void refusesPartialObjects() {
        links.bulk().replaceAll(links(1));
        Link partial = links.scan().select(LINK.owner).one();

        BulkFailed thrown =
                catchThrowableOfType(BulkFailed.class, () -> links.bulk().replaceAll(List.of(partial)));

        assertThat(thrown)
                .hasCauseInstanceOf(IncompleteObject.class)
                .hasMessageContaining("Link(slug=S \"s0\") was loaded through a projection");
        assertThat(stored("s0")).containsKey("createdOn");
    }

    @Test
    @DisplayName("E17 an iterator that fails stops the call, with those that were taken and not written")
    void stopsWithTheIterator() {
        List<Link> all = links(30);
        Iterator<Link> broken = Stream.concat(all.stream(), Stream.<Link>generate(() -> {
                    throw new IllegalStateException("the file ends here");
                }))
                .iterator();

        BulkFailed thrown =
                catchThrowableOfType(BulkFailed.class, () -> links.bulk().replaceAll(() -> broken));

        assertThat(thrown)
                .hasRootCauseMessage("the file ends here")
                .hasMessage("replaceAll of Link in table '" + table() + "' stopped: 25 objects are done, and 5 are not "
                        + "known to be; see left(), and give them again once the cause is gone. The cause is a "
                        + "java.lang.IllegalStateException.");
        assertThat(thrown.done()).isEqualTo(25);
        assertThat(thrown.left()).isEqualTo(all.subList(25, 30));
    }

    @Test
    @DisplayName("E17 of objects with one key in a batch the last stays")
    void theLastOfABatchStays() {
        links.bulk().replaceAll(List.of(link("a", "first"), link("b", "other"), link("a", "last")));

        assertThat(client.requests(BatchWriteItemRequest.class))
                .singleElement()
                .satisfies(request -> assertThat(parts(request)).hasSize(2));
        assertThat(stored("a")).containsEntry("owner", fromS("last"));
    }

    @Test
    @DisplayName("E17 of objects with one key in two batches the last stays, though the first was left unprocessed")
    void theLastOfTwoBatchesStays() {
        List<Link> all = new ArrayList<>(links(26));
        all.set(0, link("a", "first"));
        all.set(25, link("a", "last"));
        client.batchWriteItem((request, real) -> process(
                request, real, client.requests(BatchWriteItemRequest.class).size() == 1 ? 0 : 25));

        links.bulk().sideBySide(4).replaceAll(all);

        assertThat(client.requests(BatchWriteItemRequest.class))
                .extracting(request -> parts(request).size())
                .containsExactly(25, 25, 1);
        assertThat(stored("a")).containsEntry("owner", fromS("last"));
    }

    @Test
    @DisplayName("E17 replaced objects count as saved")
    void replacedObjectsCountAsSaved() {
        List<Link> all = links(3);
        links.bulk().replaceAll(all);
        client.clear();

        all.get(1).owner = null;
        all.forEach(links::save);

        assertThat(client.operations()).containsExactly("UpdateItem");
        assertThat(stored("s1")).doesNotContainKey("owner");
    }

    @Test
    @DisplayName("E17 deleted objects count as new")
    void deletedObjectsCountAsNew() {
        List<Link> all = links(3);
        links.bulk().replaceAll(all);
        links.bulk().deleteAll(all);

        links.save(all.get(0));

        assertThat(stored("s0")).containsEntry("owner", fromS("o0"));
    }

    @Test
    @DisplayName("E17 progress is told on the caller's thread, and may stop the call")
    void progressMayStopTheCall() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();

        BulkFailed thrown = catchThrowableOfType(
                BulkFailed.class,
                () -> links.bulk()
                        .sideBySide(2)
                        .onProgress(progress -> {
                            threads.add(Thread.currentThread());
                            throw new IllegalStateException("enough");
                        })
                        .replaceAll(links(200)));

        assertThat(thrown).hasRootCauseMessage("enough");
        assertThat(threads).containsExactly(Thread.currentThread());
        assertThat(thrown.done()).isBetween(25L, 75L);
        assertThat(links.scan().count()).isEqualTo(thrown.done());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    @DisplayName("E17 an error on a thread that sends is thrown as it is, once what is in progress has ended")
    void throwsErrorsAsTheyAre(int sideBySide) {
        AtomicInteger calls = new AtomicInteger();
        AtomicInteger underWay = new AtomicInteger();
        Error error = new StackOverflowError("too deep");
        client.batchWriteItem((request, real) -> {
            if (calls.incrementAndGet() == 1) {
                throw error;
            }
            underWay.incrementAndGet();
            try {
                return real.apply(request);
            } finally {
                underWay.decrementAndGet();
            }
        });

        Throwable thrown =
                catchThrowable(() -> links.bulk().sideBySide(sideBySide).replaceAll(links(200)));

        assertThat(thrown).isSameAs(error).hasNoSuppressedExceptions();
        assertThat(underWay).hasValue(0);
        assertThat(calls.get()).isLessThan(8);
    }

    @Test
    @DisplayName("E17 errors on several threads that send are thrown as one")
    void throwsAllErrors() {
        CyclicBarrier both = new CyclicBarrier(2);
        client.batchWriteItem((request, real) -> {
            await(both);
            throw new StackOverflowError("too deep");
        });

        Throwable thrown = catchThrowable(() -> links.bulk().sideBySide(2).replaceAll(links(50)));

        assertThat(thrown).isInstanceOf(StackOverflowError.class);
        assertThat(thrown.getSuppressed()).singleElement().isInstanceOf(StackOverflowError.class);
    }

    @Test
    @DisplayName("E17 failures of several requests are told together")
    void tellsAllFailures() {
        CyclicBarrier both = new CyclicBarrier(2);
        client.batchWriteItem((request, real) -> {
            await(both);
            throw SdkClientException.create("cut off");
        });

        BulkFailed thrown = catchThrowableOfType(
                BulkFailed.class, () -> links.bulk().sideBySide(2).replaceAll(links(50)));

        assertThat(thrown.getCause()).isInstanceOf(RequestFailed.class);
        assertThat(thrown.getCause().getSuppressed()).singleElement().isInstanceOf(RequestFailed.class);
        assertThat(thrown.left()).hasSize(50);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception ex) {
            throw new IllegalStateException("no other request came", ex);
        }
    }

    @Test
    @DisplayName("E17 a request that an executor has dropped is sent, though one before it has not ended")
    void sendsWhatWasDropped() {
        CyclicBarrier both = new CyclicBarrier(2);
        AtomicInteger tasks = new AtomicInteger();
        client.batchWriteItem((request, real) -> {
            await(both);
            return real.apply(request);
        });

        long done = links.bulk()
                .sideBySide(2)
                .executor(task -> {
                    if (tasks.incrementAndGet() == 1) {
                        new Thread(task).start();
                    }
                })
                .replaceAll(links(50));

        assertThat(done).isEqualTo(50);
    }

    @Test
    @DisplayName("E17 an interrupt stops the call, which says what is done")
    void anInterruptStopsTheCall() {
        Thread.currentThread().interrupt();

        BulkFailed thrown =
                catchThrowableOfType(BulkFailed.class, () -> links.bulk().replaceAll(links(300)));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown.getCause()).isInstanceOfAny(CallInterrupted.class, RequestInterrupted.class);
        assertThat(thrown.done() + thrown.left().size()).isLessThan(300);
        assertThat(links.scan().count()).isGreaterThanOrEqualTo(thrown.done());
    }

    @Test
    @DisplayName("E21 a bulk call that is interrupted while its requests end says so by an exception of the library")
    void saysThatItWasInterrupted() {
        client.batchWriteItem((request, real) -> {
            // ends in spite of the interrupt, which has come by then
            awaitInterrupt();
            return real.apply(request);
        });
        Thread.currentThread().interrupt();

        BulkFailed thrown =
                catchThrowableOfType(BulkFailed.class, () -> links.bulk().replaceAll(links(300)));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown.getCause())
                .isInstanceOf(CallInterrupted.class)
                .hasMessage("replaceAll of Link in table '" + table()
                        + "' was interrupted while it waited for its requests.");
        assertThat(thrown)
                .hasMessage("replaceAll of Link in table '" + table() + "' stopped: " + thrown.done()
                        + " objects are done, and " + thrown.left().size()
                        + " are not known to be; see left(), and give them again once the cause is gone. replaceAll of "
                        + "Link in table '" + table() + "' was interrupted while it waited for its requests.");
    }

    private static void awaitInterrupt() {
        try {
            TimeUnit.SECONDS.sleep(30);
            throw new AssertionError("no interrupt has come");
        } catch (InterruptedException ex) {
            // it is the end of the wait
        }
    }

    @Test
    @DisplayName("E21 an interrupt between two attempts of a batch is told with the objects that are left")
    void saysThatAPauseWasInterrupted() {
        client.batchWriteItem((request, real) -> process(request, real, 10));
        BoundModel<Link> bound = new BoundModel<>(LINK, table(), LINK.settings(), Map.of());
        Requests requests = new Requests(client.client(), List.of());
        Bulk<Link> bulk = new Bulk<>(
                requests,
                () -> new Writes<>(requests, bound),
                () -> new Backoff(millis -> {
                    throw new InterruptedException();
                }),
                1,
                progress -> {});

        BulkFailed thrown = catchThrowableOfType(BulkFailed.class, () -> bulk.replaceAll(links(25)));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown.done()).isEqualTo(10);
        assertThat(thrown.left()).hasSize(15);
        assertThat(thrown.getCause())
                .isInstanceOf(CallInterrupted.class)
                .hasMessage("BatchWriteItem of Link in table '" + table()
                        + "' was interrupted while it waited for its next attempt.");
    }
}
