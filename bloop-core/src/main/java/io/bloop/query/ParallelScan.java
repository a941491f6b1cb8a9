package io.bloop.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
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
 * @param <T> the class of the model's objects
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Scan.html#Scan.ParallelScan">Parallel scan</a>
 * @since 0.1.0
 */
public final class ParallelScan<T> {

    private final Plan<T> plan;
    private final int segments;
    private final @Nullable Executor executor;

    ParallelScan(Plan<T> plan, int segments, @Nullable Executor executor) {
        this.plan = plan;
        this.segments = segments;
        this.executor = executor;
    }

    /**
     * Runs the scan.
     *
     * @return lazy results, to be closed unless they are read to the end
     * @throws InvalidSearch if the scan cannot be asked in this way
     */
    public ParallelResults<T> results() {
        PlanCheck.scan(plan);
        PlanCheck.loading(plan);
        if (plan.token() != null || plan.segment() != null) {
            throw plan.invalid(
                    "a parallel scan reads every segment from its beginning; leave from() and segment() out.");
        }
        return new ParallelResults<>(plan, segments, executor);
    }

    /**
     * Runs the scan as a stream.
     *
     * @return a sequential stream; closing it stops the requests that are under way
     */
    public Stream<T> stream() {
        ParallelResults<T> results = results();
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(results, Spliterator.NONNULL), false)
                .onClose(results::close);
    }

    /**
     * Runs the scan and gives each result to an action, on the caller's thread.
     *
     * @param action takes the results; an exception of it stops the scan
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
