package io.bloop.boot.health;

import io.bloop.boot.stream.StreamListenerContainer;
import io.bloop.boot.stream.StreamListenerRegistry;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Tells whether the stream listeners of this process can go on: down if one has failed. Sends no request.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public class BloopStreamHealthIndicator extends AbstractHealthIndicator {

    private final StreamListenerRegistry registry;

    /**
     * Creates an indicator.
     *
     * @param registry holds the listeners
     */
    public BloopStreamHealthIndicator(StreamListenerRegistry registry) {
        super("Stream listener health check failed");
        this.registry = registry;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        builder.up();
        Map<String, String> states = new LinkedHashMap<>();
        for (StreamListenerContainer<?> container : registry.containers()) {
            if (container.state() == StreamListenerContainer.State.FAILED) {
                builder.down();
            }
            states.put(container.id(), container.state().name().toLowerCase(Locale.ROOT));
        }
        builder.withDetail("listeners", states);
    }
}
