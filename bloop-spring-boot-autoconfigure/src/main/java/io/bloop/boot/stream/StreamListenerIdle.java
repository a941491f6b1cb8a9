package io.bloop.boot.stream;

import java.time.Duration;

/**
 * Published when there was no change for the listener's idle interval, and again after each further one.
 *
 * @param container the listener's container
 * @param idleFor the time since the last change
 * @since 0.1.0
 */
public record StreamListenerIdle(StreamListenerContainer<?> container, Duration idleFor)
        implements StreamListenerEvent {}
