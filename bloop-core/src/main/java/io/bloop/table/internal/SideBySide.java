package io.bloop.table.internal;

import io.bloop.request.CallInterrupted;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Runs tasks side by side on threads of its own, and waits for all of them. */
final class SideBySide {

    static final String OPERATION = "Binding";

    private static final int MOST_THREADS = 16;

    private SideBySide() {}

    /** A thread that runs tasks for someone. */
    private static final class Runner extends Thread {

        private final Object owner;

        Runner(Object owner, Runnable tasks, String name) {
            super(tasks, name);
            this.owner = owner;
        }
    }

    /** Tells whether the current thread runs tasks for someone. */
    static boolean isRunFor(Object owner) {
        return Thread.currentThread() instanceof Runner runner && runner.owner == owner;
    }

    /**
     * Returns the results in the order of the tasks; the first failure carries the others as suppressed.
     *
     * @param subject what the tasks are about, in words
     * @throws CallInterrupted if the thread is interrupted; it stays so
     */
    static <R> List<R> run(Object owner, String subject, List<Callable<R>> tasks) {
        ExecutorService executor = executor(owner, Math.max(1, Math.min(tasks.size(), MOST_THREADS)));
        try {
            return results(executor.invokeAll(tasks));
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new CallInterrupted(OPERATION, subject, "the tables", ex);
        } finally {
            executor.shutdownNow();
        }
    }

    private static <R> List<R> results(List<Future<R>> futures) throws InterruptedException {
        List<R> results = new ArrayList<>();
        Throwable failure = null;
        for (Future<R> future : futures) {
            try {
                results.add(future.get());
            } catch (ExecutionException ex) {
                failure = combined(failure, ex);
            }
        }
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        return results;
    }

    private static Throwable combined(@Nullable Throwable first, ExecutionException failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        if (first == null) {
            return cause;
        }
        first.addSuppressed(cause);
        return first;
    }

    private static ExecutorService executor(Object owner, int threads) {
        AtomicInteger count = new AtomicInteger();
        return Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Runner(owner, task, "bloop-bind-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}
