package io.bloop.boot.stream;

/**
 * Registers listeners without an annotation. All beans of this type are called before the application starts.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface StreamListenerConfigurer {

    /**
     * Registers listeners.
     *
     * @param registrar takes the listeners
     */
    void configure(StreamListenerRegistrar registrar);
}
