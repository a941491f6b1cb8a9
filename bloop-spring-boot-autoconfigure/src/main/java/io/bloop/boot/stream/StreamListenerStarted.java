package io.bloop.boot.stream;

/**
 * Published when a listener begins to read in this process, having got the lease.
 *
 * @param container the listener's container
 * @since 0.1.0
 */
public record StreamListenerStarted(StreamListenerContainer<?> container) implements StreamListenerEvent {}
