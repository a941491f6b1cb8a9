package io.bloop.testing;

import io.bloop.request.RequestObserver;
import io.bloop.request.Target;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Records which operations an engine sends, through the client that it has. Thread-safe. */
public final class SentOperations implements RequestObserver {

    private final List<String> operations = new CopyOnWriteArrayList<>();

    @Override
    public Observation start(String operation, Target target) {
        operations.add(operation);
        return Observation.NONE;
    }

    /** Returns the names of the operations so far, as {@code UpdateItem}. */
    public List<String> operations() {
        return List.copyOf(operations);
    }

    /** Forgets the operations so far. */
    public void clear() {
        operations.clear();
    }
}
