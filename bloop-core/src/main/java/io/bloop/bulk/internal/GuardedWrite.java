package io.bloop.bulk.internal;

import io.bloop.bound.internal.BoundModel;
import io.bloop.write.internal.Write;
import io.bloop.write.internal.Writes;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes one object by a request of its own, where a batch has no place for the condition that the item is the model's. */
public final class GuardedWrite<T> extends SingleObject<T> {

    private final Writes<T> writes;
    private final BiFunction<BoundModel<T>, T, Write<T>> operation;
    private @Nullable Write<T> write;
    private Map<String, AttributeValue> response = Map.of();

    /**
     * Creates a write without an object.
     *
     * @param writes sends the write
     * @param operation prepares the write of an object, a put or a deletion
     */
    public GuardedWrite(Writes<T> writes, BiFunction<BoundModel<T>, T, Write<T>> operation) {
        this.writes = writes;
        this.operation = operation;
    }

    @Override
    Write.Identity take(T object) {
        Write<T> prepared = operation.apply(writes.bound(), object);
        write = prepared;
        return prepared.identity();
    }

    @Override
    void write(T object) {
        response = write == null ? Map.of() : writes.send(write);
    }

    @Override
    public void commit(Outcome<T> outcome) {
        if (write != null && outcome.left().isEmpty()) {
            write.settle(response);
        }
    }
}
