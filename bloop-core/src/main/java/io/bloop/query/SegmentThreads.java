package io.bloop.query;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Runs the segments of one scan, on an executor that was given or on threads of its own, until they are stopped. */
final class SegmentThreads {

    private final Executor executor;
    private final Set<FutureTask<?>> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    SegmentThreads(int most, @Nullable Executor executor) {
        this.executor = executor != null ? executor : own(most);
    }

    private static Executor own(int most) {
        AtomicInteger count = new AtomicInteger();
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(most, most, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "bloop-scan-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        // results that nobody closes leave no threads behind
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    void run(Runnable segment) {
        FutureTask<?> task = new FutureTask<>(segment, null) {
            @Override
            protected void done() {
                running.remove(this);
            }
        };
        running.add(task);
        if (stopped) {
            task.cancel(true);
        } else {
            executor.execute(task);
        }
    }

    void stop() {
        stopped = true;
        running.forEach(task -> task.cancel(true));
    }
}
