package io.bloop.boot.stream;

/**
 * Something that has happened to a listener, published as an event of the application on the listener's thread.
 *
 * <p>Events are immutable.
 *
 * @since 0.1.0
 */
public sealed interface StreamListenerEvent
        permits StreamListenerFailed, StreamListenerIdle, StreamListenerStarted, StreamListenerStopped {

    /**
     * Returns the listener's container.
     *
     * @return the container
     */
    StreamListenerContainer<?> container();
}
