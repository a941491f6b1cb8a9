package io.bloop.request;

import io.bloop.BloopException;
import org.jspecify.annotations.Nullable;

/**
 * Signals that the calling thread was interrupted while a call waited and had no request of its own in progress: for its next
 * attempt, for a table, or for requests that other threads send.
 *
 * <p>The interrupt flag of the calling thread is set. A request that is interrupted itself is a
 * {@link RequestInterrupted}. Immutable.
 *
 * @since 0.1.0
 */
public final class CallInterrupted extends BloopException {

    private static final long serialVersionUID = 1L;

    private final String operation;
    private final String subject;

    /**
     * Creates an exception.
     *
     * @param operation what was called
     * @param subject what it was about, in words
     * @param awaited what the call waited for, in words
     * @param cause the interrupt, or what a client has thrown because of it; null if the call has only seen the flag
     */
    public CallInterrupted(String operation, String subject, String awaited, @Nullable Exception cause) {
        super(operation + " of " + subject + " was interrupted while it waited for " + awaited + ".", cause);
        this.operation = operation;
        this.subject = subject;
    }

    /**
     * Returns what was called.
     *
     * @return the name, such as {@code replaceAll} or {@code BatchGetItem}
     */
    public String operation() {
        return operation;
    }

    /**
     * Returns what the call was about.
     *
     * @return models and tables, in words
     */
    public String subject() {
        return subject;
    }
}
