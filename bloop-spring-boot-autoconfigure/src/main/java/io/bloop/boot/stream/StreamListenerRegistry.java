package io.bloop.boot.stream;

import io.bloop.InvalidArgument;
import io.bloop.boot.BloopPhase;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;

/**
 * Holds the containers of an application's listeners, starts them after everything else, and stops them before.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class StreamListenerRegistry implements StreamListenerRegistrar, SmartLifecycle, DisposableBean {

    private final StreamListenerContainerFactory factory;
    private final Map<String, StreamListenerContainer<?>> containers = new LinkedHashMap<>();
    private volatile boolean running;

    StreamListenerRegistry(StreamListenerContainerFactory factory) {
        this.factory = factory;
    }

    @Override
    public void register(StreamListenerEndpoint<?> endpoint) {
        register(endpoint, factory);
    }

    /**
     * Registers a listener whose container another factory makes.
     *
     * @param endpoint describes the listener
     * @param factory makes the container
     */
    public void register(StreamListenerEndpoint<?> endpoint, StreamListenerContainerFactory factory) {
        StreamListenerContainer<?> container = factory.create(endpoint);
        synchronized (containers) {
            if (containers.putIfAbsent(endpoint.id(), container) != null) {
                throw new InvalidStreamListener(
                        "'" + endpoint.id() + "'",
                        "has the id of another listener, with which it would share a position",
                        "Give each listener an id of its own.");
            }
        }
        if (running && container.settings().isAutoStartup()) {
            container.start();
        }
    }

    /**
     * Returns the containers.
     *
     * @return a copy, in the order of registration
     */
    public Collection<StreamListenerContainer<?>> containers() {
        synchronized (containers) {
            return List.copyOf(containers.values());
        }
    }

    /**
     * Returns the container of a listener.
     *
     * @param id the listener's id
     * @return the container
     * @throws InvalidArgument if there is no such listener
     */
    public StreamListenerContainer<?> container(String id) {
        synchronized (containers) {
            StreamListenerContainer<?> container = containers.get(id);
            if (container == null) {
                throw new InvalidArgument(
                        "container()",
                        "id",
                        "that of a listener, of which there are " + containers.keySet(),
                        "'" + id + "'");
            }
            return container;
        }
    }

    @Override
    public void start() {
        running = true;
        for (StreamListenerContainer<?> container : containers()) {
            if (container.settings().isAutoStartup()) {
                container.start();
            }
        }
    }

    @Override
    public void stop() {
        stopping().join();
    }

    @Override
    public void stop(Runnable callback) {
        stopping().whenComplete((ignored, failure) -> callback.run());
    }

    private CompletableFuture<Void> stopping() {
        running = false;
        return CompletableFuture.allOf(
                containers().stream().map(StreamListenerContainer::stopping).toArray(CompletableFuture[]::new));
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BloopPhase.LISTENING;
    }

    /** Interrupts the handlers that have not returned in the time for the shutdown. */
    @Override
    public void destroy() {
        containers().forEach(StreamListenerContainer::interrupt);
    }
}
