package io.bloop.boot.stream;

import java.util.function.Consumer;

/**
 * Decides what happens if changes could not be delivered after the last attempt.
 *
 * <p>A bean of this type replaces the default one, {@link #stop()}. An exception of a handler stops the listener.
 * Implementations are thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface StreamErrorHandler {

    /** The decisions. */
    enum Decision {
        /** The listener stops before the changes; its health is down, and others may take over. */
        STOP,
        /** The listener goes on after the changes. */
        GO_ON
    }

    /**
     * Decides.
     *
     * @param failed the changes that could not be delivered
     * @return the decision
     */
    Decision handle(FailedDelivery failed);

    /**
     * Returns a handler that stops the listener.
     *
     * @return the handler
     */
    static StreamErrorHandler stop() {
        return failed -> Decision.STOP;
    }

    /**
     * Returns a handler that skips the changes; the container writes a warning for each.
     *
     * @return the handler
     */
    static StreamErrorHandler skip() {
        return failed -> Decision.GO_ON;
    }

    /**
     * Returns a handler that stores the changes elsewhere, and goes on when that has succeeded.
     *
     * @param store stores the changes; if it throws an exception, the listener stops
     * @return the handler
     */
    static StreamErrorHandler deadLetter(Consumer<? super FailedDelivery> store) {
        return failed -> {
            store.accept(failed);
            return Decision.GO_ON;
        };
    }
}
