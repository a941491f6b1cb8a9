package io.bloop.query;

import io.bloop.request.CallInterrupted;
import io.bloop.type.StoredItem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Walks the results of a parallel scan as their pages come.
 *
 * <p>A failure in one segment stops the others, and is thrown by the next call. Where the executor begins no task for
 * half a second, the thread that reads the results reads pages of the table itself. Read by one thread; only
 * {@link #close()} may be called by others.
 *
 * @param <T> the class of the results
 * @since 0.1.0
 */
public final class ParallelResults<T> implements Iterator<T>, AutoCloseable {

    /** The time that the reader waits for the executor to begin a task. */
    private static final long PATIENCE_MILLIS = 500;

    private final Plan<?> plan;
    private final List<Segment<T>> segments = new ArrayList<>();
    private final BlockingQueue<Segment.Page<T>> pages = new LinkedBlockingQueue<>();
    private final SegmentThreads threads;
    private final LongAdder skipped = new LongAdder();
    private Iterator<T> page = Collections.emptyIterator();
    private boolean started;
    private boolean isStarved;
    private int open;
    private int handedOut;
    private volatile boolean closed;

    ParallelResults(Plan<?> plan, Function<StoredItem, T> loader, int number, @Nullable Executor executor) {
        this.plan = plan;
        this.threads = new SegmentThreads(plan.requests().tasks(), number, executor);
        this.open = number;
        for (int i = 0; i < number; i++) {
            segments.add(Segment.of(plan.segment(i, number), loader, skipped, pages::add));
        }
    }

    @Override
    public boolean hasNext() {
        if (!started) {
            started = true;
            segments.forEach(this::fetch);
        }
        while (!closed && handedOut < plan.limit() && !page.hasNext() && open > 0) {
            accept(take());
        }
        boolean more = !closed && handedOut < plan.limit() && page.hasNext();
        if (!more) {
            close();
        }
        return more;
    }

    private void fetch(Segment<T> segment) {
        try {
            threads.run(segment);
        } catch (RejectedExecutionException ex) {
            close();
            throw new InvalidSearch(
                    plan.target(),
                    "the executor refuses the task of a segment; give parallel() an executor that takes one task for "
                            + "each segment, and shut it down after the results are closed.",
                    ex);
        } catch (RuntimeException ex) {
            close();
            throw ex;
        }
    }

    private Segment.Page<T> take() {
        try {
            Segment.Page<T> taken = pages.poll(isStarved ? 0 : PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            while (taken == null) {
                // the executor may drop its tasks, be busy, or have no other thread than this one
                boolean helped = threads.runOne();
                isStarved |= helped;
                taken = pages.poll(helped ? 0 : PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
            }
            return taken;
        } catch (InterruptedException ex) {
            close();
            Thread.currentThread().interrupt();
            throw new CallInterrupted("Scan", plan.target().toString(), "a page", ex);
        }
    }

    private void accept(Segment.Page<T> taken) {
        if (closed) {
            // a segment that was stopped fails as expected
            return;
        }
        RuntimeException failure = taken.failure();
        if (failure != null) {
            close();
            throw failure;
        }
        page = taken.objects().iterator();
        Segment<T> next = taken.next();
        if (next == null) {
            open--;
        } else {
            fetch(next);
        }
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the scan of " + plan.target() + " has no further results");
        }
        handedOut++;
        return page.next();
    }

    /**
     * Returns the number of results handed out so far.
     *
     * @return the number
     */
    public int count() {
        return handedOut;
    }

    /**
     * Returns the number of items so far that no bound model of the table claims, and that were passed over.
     *
     * @return the number; 0 where DynamoDB leaves them out, see {@link Search#onUnclaimed}
     */
    public long skipped() {
        return skipped.sum();
    }

    /** Stops the requests that are in progress; there are no further results. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            threads.stop();
            // wakes a thread that waits for a page
            pages.add(new Segment.Page<>(List.of(), null, null));
        }
    }
}
