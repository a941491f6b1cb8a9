package io.bloop.boot.stream;

import io.bloop.stream.Change;
import java.util.List;

/**
 * Surrounds each delivery of changes to a handler, including repeated ones. Implementations are thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface DeliveryInterceptor {

    /** Delivers changes to the handler. */
    @FunctionalInterface
    interface Delivery {

        /**
         * Calls the handler.
         *
         * @throws Exception the handler's exception
         */
        void proceed() throws Exception;
    }

    /**
     * Delivers changes.
     *
     * @param listener the listener's id
     * @param changes the changes
     * @param delivery calls the handler, once
     * @throws Exception the handler's exception
     */
    void deliver(String listener, List<? extends Change<?>> changes, Delivery delivery) throws Exception;
}
