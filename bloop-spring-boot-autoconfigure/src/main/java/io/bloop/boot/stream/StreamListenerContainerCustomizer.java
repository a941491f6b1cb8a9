package io.bloop.boot.stream;

/**
 * Changes the containers of listeners, after properties and annotations were applied.
 *
 * <p>All beans of this type are applied in their order to every container.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface StreamListenerContainerCustomizer {

    /**
     * Changes a container before it is started.
     *
     * @param container the container, whose {@link StreamListenerContainer#settings() settings} can be changed
     */
    void customize(StreamListenerContainer<?> container);
}
