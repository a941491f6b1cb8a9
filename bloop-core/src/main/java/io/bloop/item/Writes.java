package io.bloop.item;

import io.bloop.expression.Condition;
import io.bloop.model.Changes;
import io.bloop.model.Key;
import io.bloop.model.Mapping;
import io.bloop.request.ConstraintViolation;
import io.bloop.request.Requests;
import io.bloop.table.BoundModel;
import io.bloop.type.InvalidValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

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
        return changes.isEmpty() && asksNothing ? object : write("save", object, key, changes, options);
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
        return write("insert", object, key, mapping.all(object, bound), onlyIfFree);
    }

    private T write(String operation, T object, Key<T> key, Changes<T> changes, WriteOptions<T> options) {
        ItemWrite write =
                ItemWrite.of(key, changes, bound.updateTexts(), options.condition(), options.returnsExisting());
        UpdateItemResponse answer = update(operation, object, write, options.condition(), returnValue(options.sync()));
        changes.commit();
        return saved(object, answer.attributes(), options.sync());
    }

    private T saved(T object, Map<String, AttributeValue> item, Sync sync) {
        T saved = item.isEmpty() ? object : synced(object, item, sync);
        bound.events().afterSave(saved);
        return saved;
    }

    private T synced(T object, Map<String, AttributeValue> item, Sync sync) {
        if (!mapping.isMutable()) {
            return mapping.read(item, bound);
        }
        if (sync == Sync.NEW) {
            mapping.fill(object, item, bound);
        } else {
            mapping.show(object, item);
        }
        return object;
    }

    private static @Nullable ReturnValue returnValue(Sync sync) {
        return switch (sync) {
            case NONE -> null;
            case OLD -> ReturnValue.ALL_OLD;
            case NEW -> ReturnValue.ALL_NEW;
        };
    }

    UpdateItemResponse update(
            String operation, Object subject, ItemWrite write, Condition<T> condition, @Nullable ReturnValue returned) {
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
        try {
            return requests.updateItem(bound.target(null), request);
        } catch (ConditionalCheckFailedException ex) {
            throw violation(operation, subject, condition, ex);
        }
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
            throw new IncompleteObject(key.toString());
        }
        Changes<T> changes = mapping.all(object, bound);
        ItemWrite write = ItemWrite.of(key, options.condition(), options.returnsExisting());
        PutItemRequest request = PutItemRequest.builder()
                .tableName(bound.tableName())
                .item(changes.item())
                .conditionExpression(write.condition())
                .expressionAttributeNames(write.names())
                .expressionAttributeValues(write.values())
                .returnValues(options.sync() == Sync.OLD ? ReturnValue.ALL_OLD : null)
                .returnValuesOnConditionCheckFailure(write.onFailure())
                .build();
        Map<String, AttributeValue> old;
        try {
            old = requests.putItem(bound.target(null), request).attributes();
        } catch (ConditionalCheckFailedException ex) {
            throw violation("replace", object, options.condition(), ex);
        }
        changes.commit();
        return saved(object, old, Sync.OLD);
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
        Map<String, AttributeValue> old = delete(object, key, options, options.sync() == Sync.OLD);
        if (mapping.isKnown(object, bound)) {
            mapping.forget(object);
        }
        T deleted = old.isEmpty() ? object : shown(object, old);
        bound.events().afterDelete(key, deleted);
        return deleted;
    }

    private T shown(T object, Map<String, AttributeValue> old) {
        if (!mapping.isMutable()) {
            return mapping.read(old, bound);
        }
        mapping.show(object, old);
        return object;
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
        boolean deleted = !delete(key, key, options, true).isEmpty();
        bound.events().afterDelete(key, null);
        return deleted;
    }

    private Map<String, AttributeValue> delete(
            Object subject, Key<T> key, WriteOptions<T> options, boolean returnsOld) {
        ItemWrite write = ItemWrite.of(key, options.condition(), options.returnsExisting());
        DeleteItemRequest request = DeleteItemRequest.builder()
                .tableName(bound.tableName())
                .key(key.attributes())
                .conditionExpression(write.condition())
                .expressionAttributeNames(write.names())
                .expressionAttributeValues(write.values())
                .returnValues(returnsOld ? ReturnValue.ALL_OLD : null)
                .returnValuesOnConditionCheckFailure(write.onFailure())
                .build();
        try {
            return requests.deleteItem(bound.target(null), request).attributes();
        } catch (ConditionalCheckFailedException ex) {
            throw violation("delete", subject, options.condition(), ex);
        }
    }

    private ConstraintViolation violation(
            String operation, Object subject, Condition<T> condition, ConditionalCheckFailedException cause) {
        Object existing = null;
        if (cause.hasItem() && !cause.item().isEmpty()) {
            try {
                existing = mapping.read(cause.item(), bound);
            } catch (InvalidValue ex) {
                // that the write was refused matters more than what cannot be read
                cause.addSuppressed(ex);
            }
        }
        return new ConstraintViolation(operation, bound.target(null), subject, condition, existing, cause);
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
