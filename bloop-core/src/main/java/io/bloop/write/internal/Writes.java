package io.bloop.write.internal;

import io.bloop.bound.internal.BoundModel;
import io.bloop.expression.Condition;
import io.bloop.model.Key;
import io.bloop.request.internal.Requests;
import io.bloop.write.InvalidWrite;
import io.bloop.write.Sync;
import io.bloop.write.WriteOptions;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Writes single items of one bound model; an object and its baseline change only after a write has succeeded.
 *
 * <p>For the engine; users call its templates, which say what each method does. Thread-safe; the objects are not.
 *
 * @param <T> the class of the model's objects
 */
public final class Writes<T> {

    private final WriteSender sender;
    private final BoundModel<T> bound;

    /**
     * Creates the writes of a model.
     *
     * @param requests sends the requests
     * @param bound the bound model
     */
    public Writes(Requests requests, BoundModel<T> bound) {
        this.sender = new WriteSender(requests);
        this.bound = bound;
    }

    /**
     * Saves an object.
     *
     * @param object the object
     * @param options how to save
     * @return the object, or another one of a record whose values were taken over
     */
    public T save(T object, WriteOptions<T> options) {
        return written(object, Write.save(bound, object, options));
    }

    /**
     * Saves an object if its key is free.
     *
     * @param object the object
     * @param options how to save
     * @return the object, or another one of a record whose values were taken over
     */
    public T insert(T object, WriteOptions<T> options) {
        return written(object, Write.insert(bound, object, options));
    }

    /**
     * Puts an object in place of the item.
     *
     * @param object the object
     * @param options how to replace
     * @return the object, or another one of a record whose values were taken over
     */
    public T replace(T object, WriteOptions<T> options) {
        return written(object, Write.replace(bound, object, options));
    }

    /**
     * Deletes the item of an object.
     *
     * @param object the object
     * @param options how to delete
     * @return the object, or another one of a record whose values were taken over
     */
    public T delete(T object, WriteOptions<T> options) {
        return written(object, Write.delete(bound, object, options));
    }

    private T written(T object, Write<T> write) {
        write.requireReturnable();
        return write.isEmpty() ? object : Objects.requireNonNull(write.settle(sender.send(write)));
    }

    /**
     * Deletes an item by its key.
     *
     * @param key the key
     * @param options how to delete
     * @return true if there was one
     * @throws InvalidWrite if it is to be sent once
     */
    public boolean deleteByKey(Key<T> key, WriteOptions<T> options) {
        if (options.isOnce()) {
            throw new InvalidWrite(
                    "deletion",
                    key.toString(),
                    "by its key tells whether there was an item, which a "
                            + "transaction does not return; delete the object, or leave once() out.");
        }
        BoundModel<T> owner = sender.owner(bound, key);
        if (owner == null && options.condition().isEmpty()) {
            return false;
        }
        // if there is no item, any of the models can send the condition
        BoundModel<T> model = owner == null ? member(bound.members().get(0)) : owner;
        Key<T> own = model == bound ? key : model.mapping().itemKey(key.attributes());
        Write<T> write = Write.deleteByKey(model, own, options.with(WriteOptions.sync(Sync.OLD)));
        Map<String, AttributeValue> old = sender.send(write);
        write.settle(old);
        return !old.isEmpty();
    }

    @SuppressWarnings("unchecked") // a deletion by a key takes and makes no object
    private static <T> BoundModel<T> member(BoundModel<? extends T> model) {
        return (BoundModel<T>) model;
    }

    /** Sends a write that was prepared, and returns the attributes of the response. */
    public Map<String, AttributeValue> send(Write<T> write) {
        return sender.send(write);
    }

    /**
     * Makes the condition that the item still is what an object knows of it.
     *
     * @param object the object
     * @return the condition
     */
    public Condition<T> snapshot(T object) {
        BoundModel<T> model = bound.of(object);
        return model.mapping().snapshot(object, model);
    }

    /**
     * Returns the model that is written.
     *
     * @return the bound model
     */
    public BoundModel<T> bound() {
        return bound;
    }
}
