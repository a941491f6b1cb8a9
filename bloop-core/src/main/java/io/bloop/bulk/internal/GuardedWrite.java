package io.bloop.bulk.internal;

import io.bloop.bound.internal.BoundModel;
import io.bloop.write.internal.Write;
import io.bloop.write.internal.Writes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes one object by a request of its own, where a batch has no place for the condition that the item is the model's. */
public final class GuardedWrite<T> implements Chunk<T> {

    private final Writes<T> writes;
    private final BiFunction<BoundModel<T>, T, Write<T>> operation;
    private List<T> objects = List.of();
    private @Nullable Write<T> write;
    private Map<String, AttributeValue> response = Map.of();

    /**
     * Creates a write without an object.
     *
     * @param operation prepares the write of an object, a put or a deletion
     */
    public GuardedWrite(Writes<T> writes, BiFunction<BoundModel<T>, T, Write<T>> operation) {
        this.writes = writes;
        this.operation = operation;
    }

    @Override
    public void add(T object) {
        write = operation.apply(writes.bound(), object);
        objects = List.of(object);
    }

    @Override
    public List<T> objects() {
        return objects;
    }

    @Override
    public Set<?> identities() {
        return write == null ? Set.of() : Set.of(write.identity());
    }

    @Override
    public boolean isFull() {
        return true;
    }

    @Override
    public Outcome<T> send() {
        try {
            response = write == null ? Map.of() : writes.send(write);
            return new Outcome<>(List.of(), 0, null);
        } catch (RuntimeException ex) {
            return new Outcome<>(objects, 0, ex);
        }
    }

    @Override
    public void commit(Outcome<T> outcome) {
        if (write != null && outcome.failure() == null) {
            write.settle(response);
        }
    }
}
