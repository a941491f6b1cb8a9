package io.bloop.boot.endpoint;

import io.bloop.boot.stream.StreamListenerContainer;
import io.bloop.boot.stream.StreamListenerRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * Tells how far the stream listeners of this process are, and pauses and resumes them. Sends no request.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
@Endpoint(id = "bloopstreams")
public class BloopStreamsEndpoint {

    private final StreamListenerRegistry registry;

    /**
     * Creates an endpoint.
     *
     * @param registry holds the listeners
     */
    public BloopStreamsEndpoint(StreamListenerRegistry registry) {
        this.registry = registry;
    }

    /** The things that can be done to a listener. */
    public enum Action {
        /** Delivers nothing until the listener is resumed. */
        PAUSE,
        /** Goes on where the listener was paused. */
        RESUME,
        /** Starts a listener that was stopped, or has failed. */
        START,
        /** Stops, and hands over to another process. */
        STOP
    }

    /**
     * Describes all listeners.
     *
     * @return the description
     */
    @ReadOperation
    public StreamsDescriptor listeners() {
        Map<String, ListenerDescriptor> described = new LinkedHashMap<>();
        registry.containers().forEach(container -> described.put(container.id(), ListenerDescriptor.of(container)));
        return new StreamsDescriptor(described);
    }

    /**
     * Does something to a listener.
     *
     * @param id the listener's id
     * @param action what to do
     * @return the listener afterwards; null if there is no such listener
     */
    @WriteOperation
    public @Nullable ListenerDescriptor change(@Selector String id, Action action) {
        for (StreamListenerContainer<?> container : registry.containers()) {
            if (container.id().equals(id)) {
                apply(container, action);
                return ListenerDescriptor.of(container);
            }
        }
        return null;
    }

    private static void apply(StreamListenerContainer<?> container, Action action) {
        switch (action) {
            case PAUSE -> container.pause();
            case RESUME -> container.resume();
            case START -> container.start();
            case STOP -> container.stop();
        }
    }

    /**
     * Describes what the endpoint knows.
     *
     * @param listeners the listeners by their ids
     */
    public record StreamsDescriptor(Map<String, ListenerDescriptor> listeners) implements OperationResponseBody {}

    /**
     * Describes the state of one listener in this process.
     *
     * @param model the model's name
     * @param state {@code active}, {@code standby}, {@code paused}, {@code stopped} or {@code failed}
     * @param lease whether this process holds the lease
     * @param lag the age of the oldest change that is known and not handled
     * @param records the number of changes that were handled
     * @param failures the number of deliveries that have failed
     * @param skipped the number of changes that the error handler has passed over
     * @param shards the number of shards that are read
     * @param failure the class of the exception that has stopped the listener
     */
    public record ListenerDescriptor(
            String model,
            String state,
            boolean lease,
            Duration lag,
            long records,
            long failures,
            long skipped,
            int shards,
            @Nullable String failure) {

        static ListenerDescriptor of(StreamListenerContainer<?> container) {
            return new ListenerDescriptor(
                    container.modelNames(),
                    container.state().name().toLowerCase(Locale.ROOT),
                    container.isLeader(),
                    container.lag(),
                    container.records(),
                    container.failures(),
                    container.skipped(),
                    container.shards().size(),
                    container
                            .failure()
                            .map(failure -> failure.getClass().getName())
                            .orElse(null));
        }
    }
}
