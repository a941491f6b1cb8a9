package io.bloop.query;

import io.bloop.request.internal.Tasks;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Runs the segments of one scan, on an executor that was given or on threads of its own, until they are stopped. */
final class SegmentThreads {

    private final Executor executor;
    private final Set<Task> tasks = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    /** A run of one segment, by the first thread that begins it. */
    private final class Task extends FutureTask<Void> {

        private final AtomicBoolean begun = new AtomicBoolean();

        Task(Runnable segment) {
            super(segment, null);
        }

        boolean begin() {
            return begun.compareAndSet(false, true);
        }

        @Override
        public void run() {
            if (begin()) {
                super.run();
            }
        }

        void runBegun() {
            super.run();
        }

        @Override
        protected void done() {
            tasks.remove(this);
        }
    }

    SegmentThreads(Tasks tasks, int most, @Nullable Executor executor) {
        this.executor = tasks.executor("bloop-scan-", most, executor);
    }

    void run(Runnable segment) {
        Task task = new Task(segment);
        tasks.add(task);
        if (stopped) {
            task.cancel(true);
        } else {
            executor.execute(task);
        }
    }

    /**
     * Runs a task that no thread has begun, on the thread of the caller.
     *
     * @return false if there is none
     */
    boolean runOne() {
        for (Task task : tasks) {
            if (task.begin()) {
                task.runBegun();
                if (task.isCancelled()) {
                    // the interrupt was for the task, not for the caller
                    Thread.interrupted();
                }
                return true;
            }
        }
        return false;
    }

    void stop() {
        stopped = true;
        tasks.forEach(task -> task.cancel(true));
    }
}
