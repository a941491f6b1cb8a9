package io.bloop.boot.stream;

import io.bloop.InvalidArgument;
import io.bloop.boot.stream.StreamListenerContainer.Surroundings;
import io.bloop.engine.Engine;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/**
 * Makes the containers of listeners.
 *
 * <p>The auto-configured one is a bean; a bean of {@link #with} or {@link #positions} is another one that differs in
 * settings or positions. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class StreamListenerContainerFactory {

    private final Supplier<Engine> engine;
    private final Supplier<StreamPositions> positions;
    private final boolean virtualThreads;
    private final Consumer<StreamListenerEvent> events;
    private final List<StreamListenerContainerCustomizer> customizers;
    private final Consumer<StreamListenerSettings> defaults;

    StreamListenerContainerFactory(
            Supplier<Engine> engine,
            Supplier<StreamPositions> positions,
            boolean virtualThreads,
            Consumer<StreamListenerEvent> events,
            List<StreamListenerContainerCustomizer> customizers,
            Consumer<StreamListenerSettings> defaults) {
        this.engine = engine;
        this.positions = positions;
        this.virtualThreads = virtualThreads;
        this.events = events;
        this.customizers = customizers;
        this.defaults = defaults;
    }

    /**
     * Returns a factory with other settings.
     *
     * @param change changes the settings that come from the properties
     * @return a factory
     */
    public StreamListenerContainerFactory with(Consumer<StreamListenerSettings> change) {
        return new StreamListenerContainerFactory(
                engine, positions, virtualThreads, events, customizers, defaults.andThen(change));
    }

    /**
     * Returns a factory whose listeners have their positions and leases elsewhere.
     *
     * <p>With {@link InMemoryStreamPositions}, a listener runs in every process of an application, and begins at its start
     * whenever a process does. DynamoDB allows two readers of a shard.
     *
     * @param store stores the positions
     * @return a factory
     */
    public StreamListenerContainerFactory positions(StreamPositions store) {
        InvalidArgument.required(store, "positions()", "store", "a store of positions");
        return new StreamListenerContainerFactory(engine, () -> store, virtualThreads, events, customizers, defaults);
    }

    /**
     * Makes a container, which is not started.
     *
     * @param <T> the class of the model's objects
     * @param endpoint describes the listener
     * @return a container
     */
    public <T> StreamListenerContainer<T> create(StreamListenerEndpoint<T> endpoint) {
        StreamListenerSettings settings = new StreamListenerSettings();
        defaults.accept(settings);
        endpoint.settings().accept(settings);
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("bloop-stream-" + endpoint.id() + "-");
        executor.setVirtualThreads(virtualThreads);
        Engine reader = Objects.requireNonNullElseGet(endpoint.engine(), engine);
        StreamListenerContainer<T> container = new StreamListenerContainer<>(
                endpoint, settings, new Surroundings(reader, positions.get(), executor, events));
        customizers.forEach(customizer -> customizer.customize(container));
        return container;
    }
}
