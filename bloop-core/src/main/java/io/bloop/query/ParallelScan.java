package io.bloop.query;

import io.bloop.type.StoredItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A scan whose segments are read side by side; the order of the results means nothing.
 *
 * <p>Each segment is read one page ahead and no further, so that a slow reader holds at most a page for each segment.
 * Objects are made on the executor's threads. If the executor begins no task for half a second, since it is busy, drops
 * tasks or has no other thread than the reader, the reader reads pages itself, and the scan goes on. Immutable and
 * thread-safe; its results are not.
 *
 * @param <T> the class of the results
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Scan.html#Scan.ParallelScan">Parallel scan</a>
 * @since 0.1.0
 */
public final class ParallelScan<T> {

    /** The most segments that DynamoDB divides a scan into. */
    static final int MOST_SEGMENTS = 1_000_000;

    private final Plan<?> plan;
    private final Supplier<Function<StoredItem, T>> loader;
    private final int segments;
    private final @Nullable Executor executor;

    private ParallelScan(
            Plan<?> plan, Supplier<Function<StoredItem, T>> loader, int segments, @Nullable Executor executor) {
        requireSegments(plan, segments);
        this.plan = plan;
        this.loader = loader;
        this.segments = segments;
        this.executor = executor;
    }

    /** Returns a scan on the engine's threads. */
    static <T> ParallelScan<T> of(Plan<?> plan, Supplier<Function<StoredItem, T>> loader, int segments) {
        return new ParallelScan<>(plan, loader, segments, null);
    }

    /** Returns a scan on the threads of an executor. */
    static <T> ParallelScan<T> of(
            Plan<?> plan, Supplier<Function<StoredItem, T>> loader, int segments, @Nullable Executor executor) {
        if (executor == null) {
            throw plan.invalid("parallel() is given null as its executor; leave it out for threads of the scan's own.");
        }
        return new ParallelScan<>(plan, loader, segments, executor);
    }

    static void requireSegments(Plan<?> plan, int number) {
        if (number < 1 || number > MOST_SEGMENTS) {
            throw plan.invalid(
                    "the number of segments has to be from 1 to " + MOST_SEGMENTS + ", and is " + number + ".");
        }
    }

    /**
     * Runs the scan.
     *
     * @return lazy results, to be closed unless they are read to the end
     * @throws InvalidSearch if the scan cannot be asked in this way
     */
    public ParallelResults<T> results() {
        PlanCheck.search(plan, false);
        Function<StoredItem, T> made = loader.get();
        if (plan.token() != null || plan.segment() != null) {
            throw plan.invalid(
                    "a parallel scan reads every segment from its beginning; leave from() and segment() out.");
        }
        return new ParallelResults<>(plan, made, segments, executor);
    }

    /**
     * Runs the scan as a stream.
     *
     * @return a sequential stream; closing it stops the requests that are in progress
     */
    public Stream<T> stream() {
        ParallelResults<T> results = results();
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(results, Spliterator.NONNULL), false)
                .onClose(results::close);
    }

    /**
     * Runs the scan and gives each result to an action, on the caller's thread.
     *
     * @param action takes the results; an exception that it throws stops the scan
     * @throws InvalidSearch if the action is null, or the scan cannot be asked in this way
     */
    public void forEach(Consumer<? super T> action) {
        if (action == null) {
            throw plan.invalid("forEach() needs an action, and is given null.");
        }
        try (ParallelResults<T> results = results()) {
            results.forEachRemaining(action);
        }
    }

    /**
     * Runs the scan and collects its results.
     *
     * @return all results, up to the limit
     */
    public List<T> all() {
        List<T> all = new ArrayList<>();
        forEach(all::add);
        return all;
    }
}
