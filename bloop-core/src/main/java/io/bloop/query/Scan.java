package io.bloop.query;

import io.bloop.model.Index;
import io.bloop.model.ProjectionDefinition;
import io.bloop.query.internal.SearchContext;
import java.util.concurrent.Executor;

/**
 * Reads every item of a table or an index, in no particular order.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> the class of the model's objects
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Scan.html">Scan</a>
 * @since 0.1.0
 */
public final class Scan<T> extends Search<T, Scan<T>> {

    /**
     * Creates a scan of the table.
     *
     * @param context the model and its engine
     */
    public Scan(SearchContext<T> context) {
        this(Plan.ofTable(context));
    }

    /**
     * Creates a scan of an index.
     *
     * @param context the model and its engine
     * @param index an index of the model
     * @throws InvalidSearch if the index is null or belongs to another model
     */
    public Scan(SearchContext<T> context, Index<T> index) {
        this(Plan.ofIndex(context, index));
    }

    private Scan(Plan<T> plan) {
        super(plan, false);
    }

    @Override
    Scan<T> with(Plan<T> plan) {
        return new Scan<>(plan);
    }

    /**
     * Reads one of several disjoint parts, which together are the whole.
     *
     * @param number the part, from 0
     * @param total the number of parts, from 1 to 1,000,000
     * @return a changed scan
     * @throws InvalidSearch if there is no such part
     */
    public Scan<T> segment(int number, int total) {
        ParallelScan.requireSegments(plan(), total);
        if (number < 0 || number >= total) {
            throw plan().invalid("the segment has to be from 0 to " + (total - 1) + ", and is " + number + ".");
        }
        return with(plan().segment(number, total));
    }

    /**
     * Reads several segments side by side, on the engine's executor, or else on threads of the scan's own.
     *
     * @param segments the number of segments, from 1 to 1,000,000
     * @return a parallel scan
     * @throws InvalidSearch if the number is out of range
     */
    public ParallelScan<T> parallel(int segments) {
        return ParallelScan.of(plan(), plan()::loader, segments);
    }

    /**
     * Reads several segments side by side, on threads that are given, such as virtual ones.
     *
     * @param segments the number of segments, from 1 to 1,000,000
     * @param executor runs a task for each page, none of which waits for the reader; remains the caller's to close. The
     *     reader runs tasks that the executor does not begin
     * @return a parallel scan
     * @throws InvalidSearch if the number is out of range, or the executor is null
     */
    public ParallelScan<T> parallel(int segments, Executor executor) {
        return ParallelScan.of(plan(), plan()::loader, segments, executor);
    }

    @Override
    public <P> ProjectedScan<T, P> as(ProjectionDefinition<T, P> projection) {
        return new ProjectedScan<>(plan().projected(projection), projection);
    }
}
