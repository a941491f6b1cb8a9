package io.bloop.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Walks the results of a parallel scan as their pages come.
 *
 * <p>A failure in one segment stops the others, and is thrown by the next call. Read by one thread; only
 * {@link #close()} may be called by others.
 *
 * @param <T> the class of the model's objects
 */
public final class ParallelResults<T> implements Iterator<T>, AutoCloseable {

    private final Plan<T> plan;
    private final List<Segment<T>> segments = new ArrayList<>();
    private final BlockingQueue<Segment.Page<T>> pages = new LinkedBlockingQueue<>();
    private final SegmentThreads threads;
    private Iterator<T> page = Collections.emptyIterator();
    private boolean started;
    private int open;
    private int handedOut;
    private volatile boolean closed;

    ParallelResults(Plan<T> plan, int number, @Nullable Executor executor) {
        this.plan = plan;
        this.threads = new SegmentThreads(number, executor);
        this.open = number;
        for (int i = 0; i < number; i++) {
            Plan<T> part = plan.segment(i, number);
            segments.add(new Segment<>(part, new Pages<>(part, false, false), pages::add));
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
        } catch (RuntimeException ex) {
            close();
            throw ex;
        }
    }

    private Segment.Page<T> take() {
        try {
            return pages.take();
        } catch (InterruptedException ex) {
            close();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while scanning " + plan.target());
        }
    }

    private void accept(Segment.Page<T> taken) {
        if (closed) {
            // what was stopped fails, which is no news
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

    /** Stops the requests that are under way; there are no further results. */
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
