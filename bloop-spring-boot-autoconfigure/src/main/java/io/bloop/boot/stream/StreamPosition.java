package io.bloop.boot.stream;

import org.jspecify.annotations.Nullable;

/**
 * The position of a listener, and the owner of its lease.
 *
 * @param listener the listener's id
 * @param token the token of the stream; null where nothing was read yet
 * @param owner names the process that holds the lease; null where nobody does
 * @param counter grows by one with each write, so that others see that the owner is alive
 * @param leaseMillis how long others wait for another counter before they take the lease
 * @since 0.1.0
 */
public record StreamPosition(
        String listener, @Nullable String token, @Nullable String owner, long counter, long leaseMillis) {

    /** Returns everything but the token. */
    @Override
    public String toString() {
        return "StreamPosition[listener=" + listener + ", owner=" + owner + ", counter=" + counter + "]";
    }
}
