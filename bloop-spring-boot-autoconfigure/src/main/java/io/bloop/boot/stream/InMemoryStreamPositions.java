package io.bloop.boot.stream;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps positions in memory, for development and tests: they are lost with the process, and other processes do not see them.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
public final class InMemoryStreamPositions implements StreamPositions {

    private final Map<String, StreamPosition> positions = new HashMap<>();

    /** Creates a store without positions. */
    public InMemoryStreamPositions() {}

    @Override
    public synchronized Optional<StreamPosition> find(String listener) {
        return Optional.ofNullable(positions.get(listener));
    }

    @Override
    public synchronized boolean replace(@Nullable StreamPosition expected, StreamPosition next) {
        StreamPosition stored = positions.get(next.listener());
        boolean same = expected == null || stored == null
                ? expected == stored
                : expected.counter() == stored.counter() && Objects.equals(expected.owner(), stored.owner());
        if (same) {
            positions.put(next.listener(), next);
        }
        return same;
    }

    /** Forgets all positions. */
    public synchronized void clear() {
        positions.clear();
    }
}
