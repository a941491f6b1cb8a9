package io.bloop.boot.stream;

/**
 * Published when a listener reads no longer in this process: it was stopped, has failed, or has lost the lease.
 *
 * @param container the listener's container
 * @since 0.1.0
 */
public record StreamListenerStopped(StreamListenerContainer<?> container) implements StreamListenerEvent {}
