package io.bloop.request;

/**
 * Observes all requests of an engine, including those of binding.
 *
 * <p>Called on the thread that sends the request, so that what it opens in {@link #start} can be closed in {@link
 * Observation#stop}. Where an engine has a {@link RequestLimit}, it is called when the turn of the request has come:
 * the wait is told apart from the request, as {@link Outcome#waited()}, and a request whose thread is interrupted while
 * it waits is not observed. Its exceptions are logged, and do not reach the caller. Implementations have to be
 * thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface RequestObserver {

    /**
     * Called before a request is sent.
     *
     * @param operation the API operation, such as {@code UpdateItem}
     * @param target the models, the table and the index
     * @return an observation, which is told how the request ended; {@link Observation#NONE} if that does not matter
     */
    Observation start(String operation, Target target);

    /**
     * Hears that a search has passed over items that no bound model of the table claims; does nothing unless it is
     * overridden.
     *
     * <p>Called once for each answer that had such items. Items that DynamoDB itself has left out are not among them, such as
     * those without the model's discriminator.
     *
     * @param operation {@code Query} or {@code Scan}
     * @param target the models that were searched, the table and the index
     * @param items the number of items, at least 1
     */
    default void skipped(String operation, Target target, int items) {}

    /** Watches one request, which the SDK may try several times. */
    @FunctionalInterface
    interface Observation {

        /** Watches nothing: where all observers return it, a request is sent as it is. */
        Observation NONE = outcome -> {};

        /**
         * Hears how the request ended.
         *
         * @param outcome what became of it
         */
        void stop(Outcome outcome);
    }
}
