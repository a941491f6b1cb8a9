package io.bloop.lease.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stores one lease, and compares. Implementations are thread-safe.
 *
 * @param <P> the class of the progress
 */
public interface LeaseStore<P> {

    /**
     * Finds the lease as it is now.
     *
     * @return the lease; empty if none was stored
     */
    Optional<LeaseState<P>> find();

    /**
     * Stores a lease if the stored one is still the expected one, in one step.
     *
     * @param expected what has to be stored now, compared by owner and counter; null if nothing may be stored
     * @param next what to store
     * @return false if something else is stored
     */
    boolean replace(@Nullable LeaseState<P> expected, LeaseState<P> next);
}
