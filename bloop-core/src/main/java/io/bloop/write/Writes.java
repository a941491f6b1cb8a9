package io.bloop.write;

import io.bloop.bound.BoundModel;
import io.bloop.expression.Condition;
import io.bloop.model.Changes;
import io.bloop.model.Key;
import io.bloop.model.Mapping;
import io.bloop.request.Requests;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Writes single objects of one bound model; an object and its baseline change only after a write has succeeded.
 *
 * <p>For the engine; users call its templates, which say what each method does. Thread-safe; the objects are not.
 *
 * @param <T> the class of the model's objects
 */
public final class Writes<T> {

    private final Requests requests;
    private final BoundModel<T> bound;
    private final Mapping<T> mapping;

    /**
     * Creates the writes of a model.
     *
     * @param requests sends the requests
     * @param bound the bound model
     */
    public Writes(Requests requests, BoundModel<T> bound) {
        this.requests = requests;
        this.bound = bound;
        this.mapping = bound.definition().mapping();
    }

    /**
     * Saves an object.
     *
     * @param object the object
     * @param options how to save
     * @return the object, or another one of a record whose values were taken over
     */
    public T save(T object, WriteOptions<T> options) {
        bound.events().beforeSave(object);
        Key<T> key = mapping.key(object);
        Changes<T> changes = mapping.changes(object, bound);
        changes.clear(options.cleared());
        boolean asksNothing = options.condition().isEmpty() && options.sync() == Sync.NONE;
        if (changes.isEmpty() && asksNothing) {
            return object;
        }
        WriteOptions<T> unmoved =
                WriteOptions.onlyIf(Versions.unmoved(mapping, object)).with(options);
        return update("save", object, key, changes.stamp(bound.now(), false), unmoved, false);
    }

    /**
     * Saves an object if its key is free.
     *
     * @param object the object
     * @param options how to save
     * @return the object, or another one of a record whose values were taken over
     */
    public T insert(T object, WriteOptions<T> options) {
        bound.events().beforeSave(object);
        Key<T> key = mapping.key(object);
        WriteOptions<T> onlyIfFree =
                WriteOptions.onlyIf(bound.definition().hashKey().notExists()).with(options);
        Changes<T> changes = mapping.all(object, bound).stamp(bound.now(), true);
        return update("insert", object, key, changes, onlyIfFree, true);
    }

    private T update(
            String operation, T object, Key<T> key, Changes<T> changes, WriteOptions<T> options, boolean whole) {
        ItemWrite write = ItemWrite.of(key, changes, bound.updateTexts(), options.condition(), true);
        Attempt<T> attempt = new Attempt<>(bound, operation, object, options);
        Sync sync = options.sync();
        ReturnValue returned = sync == Sync.NONE && changes.asksForMoment() ? ReturnValue.UPDATED_NEW : value(sync);
        Map<String, AttributeValue> answer = attempt.write(
                () -> update(write, returned), item -> changes.areIn(item, whole), changes::areRuledOutBy);
        return saved(object, changes, answer, sync);
    }

    private static @Nullable ReturnValue value(Sync sync) {
        return switch (sync) {
            case NONE -> null;
            case OLD -> ReturnValue.ALL_OLD;
            case NEW -> ReturnValue.ALL_NEW;
        };
    }

    private T saved(T object, Changes<T> changes, Map<String, AttributeValue> answer, Sync sync) {
        T saved = object;
        try {
            saved = sync == Sync.OLD && !answer.isEmpty() ? shown(object, answer) : object;
        } finally {
            // the write has happened, whether the old values can be read or not
            saved = changes.commit(saved, answer);
        }
        if (sync == Sync.NEW && !answer.isEmpty()) {
            saved = filled(saved, answer);
        }
        bound.events().afterSave(saved);
        return saved;
    }

    private T filled(T object, Map<String, AttributeValue> item) {
        if (!mapping.isMutable()) {
            return mapping.read(item, bound);
        }
        mapping.fill(object, item, bound);
        return object;
    }

    private T shown(T object, Map<String, AttributeValue> old) {
        if (!mapping.isMutable()) {
            return mapping.read(old, bound);
        }
        mapping.show(object, old);
        return object;
    }

    /** Sends an update by request, of which nobody can tell by the item whether it was applied. */
    Map<String, AttributeValue> update(
            Key<T> key, ItemWrite write, WriteOptions<T> options, @Nullable ReturnValue returned) {
        return new Attempt<>(bound, "update", key, options)
                .write(() -> update(write, returned), item -> false, item -> false);
    }

    private Map<String, AttributeValue> update(ItemWrite write, @Nullable ReturnValue returned) {
        UpdateItemRequest request = UpdateItemRequest.builder()
                .tableName(bound.tableName())
                .key(write.key())
                .updateExpression(write.update())
                .conditionExpression(write.condition())
                .expressionAttributeNames(write.names())
                .expressionAttributeValues(write.values())
                .returnValues(returned)
                .returnValuesOnConditionCheckFailure(write.onFailure())
                .build();
        return requests.updateItem(bound.target(null), request).attributes();
    }

    /**
     * Puts an object in place of the item.
     *
     * @param object the object
     * @param options how to replace
     * @return the object, or another one of a record whose values were taken over
     */
    public T replace(T object, WriteOptions<T> options) {
        bound.events().beforeSave(object);
        Key<T> key = mapping.key(object);
        if (mapping.isPartial(object)) {
            throw IncompleteObject.replacing(key.toString());
        }
        Changes<T> changes = mapping.all(object, bound).stamp(bound.now(), true);
        WriteOptions<T> unmoved =
                WriteOptions.onlyIf(Versions.unmoved(mapping, object)).with(options);
        ItemWrite write = ItemWrite.of(key, unmoved.condition(), true);
        PutItemRequest request = PutItemRequest.builder()
                .tableName(bound.tableName())
                .item(changes.item())
                .conditionExpression(write.condition())
                .expressionAttributeNames(write.names())
                .expressionAttributeValues(write.values())
                .returnValues(options.sync() == Sync.OLD ? ReturnValue.ALL_OLD : null)
                .returnValuesOnConditionCheckFailure(write.onFailure())
                .build();
        Map<String, AttributeValue> old = new Attempt<>(bound, "replace", object, unmoved)
                .write(
                        () -> requests.putItem(bound.target(null), request).attributes(),
                        item -> changes.areIn(item, true),
                        changes::areRuledOutBy);
        return saved(object, changes, old, options.sync() == Sync.OLD ? Sync.OLD : Sync.NONE);
    }

    /**
     * Deletes the item of an object.
     *
     * @param object the object
     * @param options how to delete
     * @return the object, or another one of a record whose values were taken over
     */
    public T delete(T object, WriteOptions<T> options) {
        if (options.sync() == Sync.NEW) {
            throw new IllegalArgumentException("After a delete there are no new values; use sync(OLD).");
        }
        Key<T> key = mapping.key(object);
        bound.events().beforeDelete(key, object);
        WriteOptions<T> unmoved =
                WriteOptions.onlyIf(Versions.unmoved(mapping, object)).with(options);
        Map<String, AttributeValue> old = delete(object, key, unmoved);
        T deleted = object;
        try {
            deleted = old.isEmpty() ? object : shown(object, old);
        } finally {
            // the item is gone, whether its old values can be read or not
            deleted = mapping.deleted(object, deleted, bound);
        }
        bound.events().afterDelete(key, deleted);
        return deleted;
    }

    /**
     * Deletes an item by its key.
     *
     * @param key the key
     * @param options how to delete
     * @return true if there was one
     */
    public boolean deleteByKey(Key<T> key, WriteOptions<T> options) {
        bound.events().beforeDelete(key, null);
        boolean deleted =
                !delete(key, key, options.with(WriteOptions.sync(Sync.OLD))).isEmpty();
        bound.events().afterDelete(key, null);
        return deleted;
    }

    private Map<String, AttributeValue> delete(Object subject, Key<T> key, WriteOptions<T> options) {
        ItemWrite write = ItemWrite.of(key, options.condition(), true);
        DeleteItemRequest request = DeleteItemRequest.builder()
                .tableName(bound.tableName())
                .key(key.attributes())
                .conditionExpression(write.condition())
                .expressionAttributeNames(write.names())
                .expressionAttributeValues(write.values())
                .returnValues(options.sync() == Sync.OLD ? ReturnValue.ALL_OLD : null)
                .returnValuesOnConditionCheckFailure(write.onFailure())
                .build();
        return new Attempt<>(bound, "delete", subject, options)
                .write(
                        () -> requests.deleteItem(bound.target(null), request).attributes(),
                        Map::isEmpty,
                        item -> false);
    }

    /**
     * Makes the condition that the item still is what an object knows of it.
     *
     * @param object the object
     * @return the condition
     */
    public Condition<T> snapshot(T object) {
        return mapping.snapshot(object, bound);
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
