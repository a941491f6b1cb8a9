package io.bloop.bulk;

import io.bloop.InvalidArgument;
import io.bloop.bound.internal.BoundModel;
import io.bloop.bulk.internal.BatchWrite;
import io.bloop.bulk.internal.BulkRun;
import io.bloop.bulk.internal.Chunk;
import io.bloop.bulk.internal.EachWrite;
import io.bloop.bulk.internal.GuardedWrite;
import io.bloop.request.internal.Backoff;
import io.bloop.request.internal.Requests;
import io.bloop.write.WriteOptions;
import io.bloop.write.internal.Write;
import io.bloop.write.internal.Writes;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes many objects of one model, side by side and within a bound of memory.
 *
 * <p>{@link #replaceAll} and {@link #deleteAll} write in batches of 25, for a fraction of the requests: they take no
 * conditions and compare no versions. {@link #saveEach} and {@link #deleteEach} send a request for each object, as
 * {@code save} and {@code delete} do. Nothing here is atomic. Immutable and thread-safe; the objects are not.
 *
 * <p>A batch takes no condition. If the model shares its table and the key alone does not tell whose an item is,
 * {@link #replaceAll} and {@link #deleteAll} send a conditional request for each object too, so that they never reach the
 * items of other models.
 *
 * @param <T> the class of the model's objects
 * @since 0.1.0
 */
public final class Bulk<T> {

    private static final int SIDE_BY_SIDE = 4;

    private final Requests requests;
    private final Supplier<Writes<T>> writes;
    private final Supplier<Backoff> backoffs;
    private final int sideBySide;
    private final @Nullable Executor executor;
    private final Consumer<BulkProgress> watcher;

    /**
     * Creates the bulk writes of a model, four requests side by side.
     *
     * @param requests sends the batches
     * @param writes sends what is no batch
     */
    public Bulk(Requests requests, Supplier<Writes<T>> writes) {
        this(requests, writes, Backoff::new, SIDE_BY_SIDE, progress -> {});
    }

    Bulk(
            Requests requests,
            Supplier<Writes<T>> writes,
            Supplier<Backoff> backoffs,
            int sideBySide,
            Consumer<BulkProgress> watcher) {
        this(requests, writes, backoffs, sideBySide, null, watcher);
    }

    private Bulk(
            Requests requests,
            Supplier<Writes<T>> writes,
            Supplier<Backoff> backoffs,
            int sideBySide,
            @Nullable Executor executor,
            Consumer<BulkProgress> watcher) {
        this.requests = requests;
        this.writes = writes;
        this.backoffs = backoffs;
        this.sideBySide = sideBySide;
        this.executor = executor;
        this.watcher = watcher;
    }

    /**
     * Bounds the requests that are in progress at once. The default is four.
     *
     * @param requests the most requests; 1 sends them one after the other, on the caller's thread
     * @return changed bulk writes
     * @throws InvalidArgument if the number is below 1
     */
    public Bulk<T> sideBySide(int requests) {
        if (requests < 1) {
            throw new InvalidArgument("sideBySide()", "requests", "at least 1", Integer.toString(requests));
        }
        return new Bulk<>(this.requests, writes, backoffs, requests, executor, watcher);
    }

    /**
     * Sends the requests on an executor, in place of the engine's or of threads of each call's own.
     *
     * <p>A request that the executor does not begin within a moment, such as one whose threads are all busy, is sent on
     * the caller's thread.
     *
     * @param executor runs a task for each request; remains the caller's to close
     * @return changed bulk writes
     */
    public Bulk<T> executor(Executor executor) {
        return new Bulk<>(requests, writes, backoffs, sideBySide, executor, watcher);
    }

    /**
     * Watches the progress.
     *
     * @param watcher receives the progress after each request, on the caller's thread; an exception that it throws
     *     stops the call
     * @return changed bulk writes
     */
    public Bulk<T> onProgress(Consumer<BulkProgress> watcher) {
        return new Bulk<>(requests, writes, backoffs, sideBySide, executor, watcher);
    }

    private Executor threads(int most) {
        return requests.tasks().executor("bloop-bulk-", most, executor);
    }

    /**
     * Puts objects in place of whatever items have their keys, in batches of 25.
     *
     * <p>No version is checked, and no condition. Of objects with the same key the last one stays. The objects are
     * taken as they are needed, never more of them than the requests in progress hold and one batch; a stream is given
     * as {@code stream::iterator}. They count as saved as soon as their batch is.
     *
     * @param objects the objects
     * @return the number of objects
     * @throws BulkFailed if a request fails, an object cannot be written (as one that was loaded through a
     *     projection), an item belongs to another model, or DynamoDB keeps leaving some unprocessed; with the objects
     *     that are left over
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html">BatchWriteItem</a>
     */
    public long replaceAll(Iterable<? extends T> objects) {
        return batches("replaceAll", objects, Write::overwrite);
    }

    /**
     * Deletes the items of objects, in batches of 25; it is no error if there are none.
     *
     * <p>No version is checked, and no condition. The objects are taken as {@link #replaceAll} takes them, and count
     * as new as soon as their batch is done.
     *
     * @param objects the objects; their keys are all that matters
     * @return the number of objects
     * @throws BulkFailed as {@link #replaceAll} does
     */
    public long deleteAll(Iterable<? extends T> objects) {
        return batches("deleteAll", objects, Write::erase);
    }

    private long batches(
            String operation, Iterable<? extends T> objects, BiFunction<BoundModel<T>, T, Write<T>> write) {
        Writes<T> sender = writes.get();
        BoundModel<T> bound = sender.bound();
        // a batch takes no condition, and so it would overwrite an item of another model
        Supplier<Chunk<T>> chunks = bound.claim().isOfKey()
                ? () -> new BatchWrite<>(requests, bound, write, backoffs.get())
                : () -> new GuardedWrite<>(sender, write);
        BulkRun<T> run = new BulkRun<>(operation, bound.target(null), chunks, this::threads, watcher);
        run.run(objects.iterator(), sideBySide);
        run.check(List.of());
        return run.done();
    }

    /**
     * Saves objects, each by its own request and without options.
     *
     * @param objects the objects
     * @return the objects
     * @throws BulkFailed if one could not be saved
     */
    public List<T> saveEach(Collection<? extends T> objects) {
        return saveEach(objects, WriteOptions.none());
    }

    /**
     * Saves objects, each by its own request: conditions and versions are handled as by {@code save}.
     *
     * <p>After a failure no further request is begun, and those in progress are waited for.
     *
     * @param objects the objects; the same one twice counts once, those of the same key are saved in turn
     * @param options how to save each
     * @return the objects, in order; new ones if values of records are taken over
     * @throws BulkFailed if one could not be saved, with those that are left over; the cause says why
     */
    public List<T> saveEach(Collection<? extends T> objects, WriteOptions<T> options) {
        Writes<T> each = writes.get();
        return each("saveEach", each, objects, object -> each.save(object, options));
    }

    /**
     * Deletes objects, each by its own request and without options.
     *
     * @param objects the objects
     * @return the objects
     * @throws BulkFailed if one could not be deleted
     */
    public List<T> deleteEach(Collection<? extends T> objects) {
        return deleteEach(objects, WriteOptions.none());
    }

    /**
     * Deletes objects, each by its own request: conditions and versions are handled as by {@code delete}.
     *
     * <p>After a failure no further request is begun, and those in progress are waited for.
     *
     * @param objects the objects; the same one twice counts once
     * @param options how to delete each
     * @return the objects, in order; new ones if values of records are taken over
     * @throws BulkFailed if one could not be deleted, with those that are left over; the cause says why
     */
    public List<T> deleteEach(Collection<? extends T> objects, WriteOptions<T> options) {
        Writes<T> each = writes.get();
        return each("deleteEach", each, objects, object -> each.delete(object, options));
    }

    private List<T> each(String operation, Writes<T> each, Collection<? extends T> objects, UnaryOperator<T> write) {
        return new EachWrite<T>(operation, each.bound()::of, write, this::threads).run(objects, sideBySide, watcher);
    }
}
