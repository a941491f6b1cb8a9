package io.bloop.request;

/**
 * Watches the requests of an engine; every one passes through here, those of binding too.
 *
 * <p>Called on the thread that sends the request, so that what it opens in {@link #start} can be closed in
 * {@link Observation#stop}. Where an engine has a {@link RequestLimit}, it is called when the turn of the request has come:
 * the wait is told apart from the request, as {@link Outcome#waited()}, and a request whose thread is interrupted while it
 * waits is not observed. What it throws is logged, and changes nothing for the caller. Has to be thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface RequestObserver {

    /**
     * Hears that a request is about to be sent.
     *
     * @param operation the API operation, such as {@code UpdateItem}
     * @param target the models, the table and the index
     * @return is told how it ended; {@link Observation#NONE} if nobody wants to know
     */
    Observation start(String operation, Target target);

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
