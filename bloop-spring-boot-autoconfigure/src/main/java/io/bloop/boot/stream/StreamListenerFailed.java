package io.bloop.boot.stream;

/**
 * Published when a listener has stopped since it cannot go on.
 *
 * @param container the listener's container
 * @param cause the exception of the handler, or of the stream
 * @since 0.1.0
 */
public record StreamListenerFailed(StreamListenerContainer<?> container, Throwable cause)
        implements StreamListenerEvent {}
