package io.bloop.query;

import io.bloop.bound.BoundModel;
import io.bloop.model.Index;
import io.bloop.request.Requests;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads every item of a table or an index, in no particular order.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> the class of the model's objects
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Scan.html">Scan</a>
 */
public final class Scan<T> extends Search<T, Scan<T>> {

    /**
     * Creates a scan.
     *
     * @param requests sends the requests
     * @param model binds the model, when the scan runs
     * @param index the index to scan; null scans the table
     */
    public Scan(Requests requests, Supplier<BoundModel<T>> model, @Nullable Index<T> index) {
        this(requests, Plan.of(model, index));
    }

    private Scan(Requests requests, Plan<T> plan) {
        super(requests, plan);
    }

    @Override
    Scan<T> with(Plan<T> plan) {
        return new Scan<>(requests(), plan);
    }

    @Override
    void check(Plan<T> plan) {
        PlanCheck.scan(plan);
    }

    /**
     * Reads one of several disjoint parts, which together are the whole.
     *
     * @param number the part, from 0
     * @param total the number of parts, at least 1
     * @return a changed scan
     * @throws IllegalArgumentException if there is no such part
     */
    public Scan<T> segment(int number, int total) {
        requirePositive("total", total);
        if (number < 0 || number >= total) {
            throw new IllegalArgumentException(
                    "segment has to be from 0 to " + (total - 1) + ", and is " + number + ".");
        }
        return with(plan().segment(number, total));
    }

    /**
     * Reads several segments side by side, on the engine's executor, or else on threads of the scan's own.
     *
     * @param segments the number of segments, at least 1
     * @return a parallel scan
     * @throws IllegalArgumentException if the number is below 1
     */
    public ParallelScan<T> parallel(int segments) {
        requirePositive("segments", segments);
        return new ParallelScan<>(requests(), plan(), segments, null);
    }

    /**
     * Reads several segments side by side, on threads that are given, as virtual ones.
     *
     * @param segments the number of segments, at least 1
     * @param executor runs a task for each page, none of which waits for the reader; remains the caller's to close
     * @return a parallel scan
     * @throws IllegalArgumentException if the number is below 1
     */
    public ParallelScan<T> parallel(int segments, Executor executor) {
        requirePositive("segments", segments);
        return new ParallelScan<>(requests(), plan(), segments, executor);
    }
}
