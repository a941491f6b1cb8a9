package io.bloop.query;

import io.bloop.request.Tasks;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Runs the segments of one scan, on an executor that was given or on threads of its own, until they are stopped. */
final class SegmentThreads {

    private final Executor executor;
    private final Set<FutureTask<?>> running = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    SegmentThreads(Tasks tasks, int most, @Nullable Executor executor) {
        this.executor = tasks.executor("bloop-scan-", most, executor);
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
