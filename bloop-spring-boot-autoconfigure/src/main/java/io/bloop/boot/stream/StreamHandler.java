package io.bloop.boot.stream;

import io.bloop.stream.Change;
import java.util.List;

/**
 * Handles the changes of a listener.
 *
 * @param <T> the class of the model's objects
 * @since 0.1.0
 */
@FunctionalInterface
public interface StreamHandler<T> {

    /**
     * Handles changes; if it returns, they count as handled.
     *
     * @param changes one change, or several for a listener of batches
     * @throws Exception if the changes are to be delivered again
     */
    void handle(List<Change<T>> changes) throws Exception;
}
