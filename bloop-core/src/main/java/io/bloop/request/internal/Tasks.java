package io.bloop.request.internal;

import io.bloop.request.TaskDecorator;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Knows where an engine runs what it does side by side.
 *
 * <p>For the engine. Immutable and thread-safe.
 *
 * @param executor runs tasks; null for threads of each call's own
 * @param decorator wraps every task
 */
public record Tasks(@Nullable Executor executor, TaskDecorator decorator) {

    /** Tasks run as they are, on threads of each call's own. */
    public static final Tasks PLAIN = new Tasks(null, TaskDecorator.none());

    /**
     * Returns an executor for the tasks of one call.
     *
     * <p>Threads of the call's own end a second after their last task, so that nobody needs to close the executor.
     *
     * @param name the beginning of the names of threads of its own
     * @param most the most tasks at once
     * @param given runs the tasks, whatever the engine's executor is; null for that one
     * @return an executor that decorates each task on the thread that hands it over
     */
    public Executor executor(String name, int most, @Nullable Executor given) {
        Executor chosen = given == null ? executor : given;
        Executor running = chosen == null ? own(name, most) : chosen;
        return task -> running.execute(decorator.decorate(task));
    }

    private static Executor own(String name, int most) {
        AtomicInteger count = new AtomicInteger();
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(most, most, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, name + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
