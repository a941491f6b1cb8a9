package io.bloop.request;

/**
 * Wraps the tasks that bulk calls and parallel scans run on other threads, so that they have the caller's context: a
 * trace, a security context, a logging context.
 *
 * <p>Implementations are thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface TaskDecorator {

    /**
     * Wraps a task.
     *
     * @param task sends a request and calls the listeners of its objects
     * @return a task that runs the given one; called on the caller's thread, run on another
     */
    Runnable decorate(Runnable task);

    /**
     * Returns a decorator that leaves tasks as they are.
     *
     * @return the decorator
     */
    static TaskDecorator none() {
        return task -> task;
    }

    /**
     * Returns a decorator that wraps what another one has wrapped.
     *
     * @param inner wraps tasks first
     * @return both together
     */
    default TaskDecorator around(TaskDecorator inner) {
        return task -> decorate(inner.decorate(task));
    }
}
