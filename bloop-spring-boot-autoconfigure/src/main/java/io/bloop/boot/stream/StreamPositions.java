package io.bloop.boot.stream;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores the positions of listeners with their leases.
 *
 * <p>A bean of this type replaces the default one. An implementation stores and compares, and needs no clock: whether a lease
 * has ended is decided by those who wait for it. Implementations are thread-safe.
 *
 * @since 0.1.0
 */
public interface StreamPositions {

    /**
     * Makes ready what the positions are stored in, when the application starts: before any listener, and with the models.
     *
     * <p>Does nothing unless an implementation has something to prepare. What surrounds another store calls that one's.
     */
    default void bind() {}

    /**
     * Finds the position of a listener as it is now.
     *
     * @param listener the listener's id
     * @return the position; empty if none was stored
     */
    Optional<StreamPosition> find(String listener);

    /**
     * Stores a position if the stored one is still the expected one, in one step.
     *
     * @param expected what has to be stored now, compared by owner and counter; null if nothing may be stored
     * @param next what to store
     * @return false if something else is stored
     */
    boolean replace(@Nullable StreamPosition expected, StreamPosition next);
}
