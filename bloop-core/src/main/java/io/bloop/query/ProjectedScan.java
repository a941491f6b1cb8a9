package io.bloop.query;

import io.bloop.model.ProjectionDefinition;
import java.util.concurrent.Executor;

/**
 * A scan whose results are objects of a projection.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> the class of the model's objects
 * @param <P> the class of the projection's objects
 * @see Scan#as
 * @since 0.1.0
 */
public final class ProjectedScan<T, P> extends ProjectedSearch<T, P> {

    ProjectedScan(Plan<T> plan, ProjectionDefinition<T, P> projection) {
        super(plan, false, projection);
    }

    /**
     * Reads several segments side by side, as {@link Scan#parallel(int)}.
     *
     * @param segments the number of segments, from 1 to 1,000,000
     * @return a parallel scan
     * @throws InvalidSearch if the number is out of range
     */
    public ParallelScan<P> parallel(int segments) {
        return ParallelScan.of(plan(), () -> loader(plan()), segments);
    }

    /**
     * Reads several segments side by side, as {@link Scan#parallel(int, Executor)}.
     *
     * @param segments the number of segments, from 1 to 1,000,000
     * @param executor runs a task for each page, none of which waits for the reader
     * @return a parallel scan
     * @throws InvalidSearch if the number is out of range, or the executor is null
     */
    public ParallelScan<P> parallel(int segments, Executor executor) {
        return ParallelScan.of(plan(), () -> loader(plan()), segments, executor);
    }
}
