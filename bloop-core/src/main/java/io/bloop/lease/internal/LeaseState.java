package io.bloop.lease.internal;

import org.jspecify.annotations.Nullable;

/**
 * A lease as it is stored, with the progress of the work that it is the right to do.
 *
 * @param <P> the class of the progress
 * @param progress how far the work has come; null where nothing was done yet
 * @param owner names the process that holds the lease; null where nobody does
 * @param counter grows by one with each write, so that others see that the owner is alive
 * @param leaseMillis how long others wait for another counter before they take the lease
 */
public record LeaseState<P>(@Nullable P progress, @Nullable String owner, long counter, long leaseMillis) {}
