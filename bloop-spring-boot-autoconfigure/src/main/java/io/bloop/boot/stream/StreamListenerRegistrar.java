package io.bloop.boot.stream;

/**
 * Takes listeners without an annotation.
 *
 * @since 0.1.0
 */
public interface StreamListenerRegistrar {

    /**
     * Registers a listener, which starts with the application, or at once if that has started.
     *
     * @param endpoint describes the listener
     */
    void register(StreamListenerEndpoint<?> endpoint);
}
