package io.bloop.write.internal;

import io.bloop.BloopException;
import io.bloop.bound.internal.BoundModel;
import io.bloop.expression.Condition;
import io.bloop.mapping.internal.Mapping;
import io.bloop.model.Key;
import io.bloop.request.ConstraintViolation;
import io.bloop.request.ForeignItem;
import io.bloop.request.internal.Requests;
import io.bloop.type.InvalidValue;
import io.bloop.type.MappingFailed;
import io.bloop.type.StoredItem;
import io.bloop.wire.internal.WrittenItem;
import io.bloop.write.IncompleteObject;
import io.bloop.write.InvalidWrite;
import io.bloop.write.Sync;
import io.bloop.write.Update;
import io.bloop.write.WriteOptions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * One write of one item, prepared and frozen: listeners were heard, differences taken, conditions and expressions made.
 *
 * <p>For the engine. A write is prepared by a static method, sent alone, in a transaction or in a batch, and settled
 * afterwards, which is when the object counts as written. The way in which it is sent changes nothing else. The object
 * may change after the write was prepared; the write does not. Not thread-safe.
 *
 * @param <T> the class of the model's objects
 */
public abstract sealed class Write<T> permits SaveWrite, PutWrite, DeleteWrite, UpdateWrite, CheckWrite {

    static final String SAVE = "save";

    private final BoundModel<T> bound;
    private final String operation;
    private final Object subject;
    private final Key<T> key;
    private final WriteOptions<T> options;
    private final Condition<T> guard;

    /**
     * Takes what every write has.
     *
     * @param subject the object or the key that is written
     * @param options how it is written, with every condition of the caller and of the version
     * @param guard the condition that keeps the write from the items of other models; empty where there is none
     */
    Write(
            BoundModel<T> bound,
            String operation,
            Object subject,
            Key<T> key,
            WriteOptions<T> options,
            Condition<T> guard) {
        bound.claim().require(key);
        this.bound = bound;
        this.operation = operation;
        this.subject = subject;
        this.key = key;
        this.options = options;
        this.guard = guard;
        if (options.before() != null && !operation.equals(SAVE)) {
            throw new InvalidWrite(
                    operation,
                    key.toString(),
                    "has the option since(), which only a save can have: "
                            + "it writes what differs from an earlier state. Leave the option out, or save.");
        }
    }

    /**
     * Prepares saving an object: an update of what has changed.
     *
     * @param <T> the class of the object
     * @param bound the model
     * @param object the object
     * @param options how to save
     * @return the write, which is empty where there is nothing to send
     */
    public static <T> Write<T> save(BoundModel<T> bound, T object, WriteOptions<T> options) {
        BoundModel<T> own = bound.of(object);
        T before = options.before();
        if (before != null && bound.of(before) != own) {
            throw new InvalidWrite(
                    SAVE,
                    own.mapping().key(object, own).toString(),
                    "is to write what differs from an object of "
                            + bound.of(before).definition() + "; since() takes an earlier state of the same object.");
        }
        return SaveWrite.prepare(own, object, options);
    }

    /**
     * Prepares inserting an object: a put if its key is free.
     *
     * @param <T> the class of the object
     * @param bound the model
     * @param object the object
     * @param options how to insert
     * @return the write
     */
    public static <T> Write<T> insert(BoundModel<T> bound, T object, WriteOptions<T> options) {
        Condition<T> isFree = bound.freeKey().condition();
        return PutWrite.ofNew(
                bound.of(object), object, WriteOptions.onlyIf(isFree).with(options));
    }

    /**
     * Prepares putting an object in place of its item, which has to have its version.
     *
     * @param <T> the class of the object
     * @param bound the model
     * @param object the object
     * @param options how to replace
     * @return the write
     */
    public static <T> Write<T> replace(BoundModel<T> bound, T object, WriteOptions<T> options) {
        return PutWrite.ofUnmoved(bound.of(object), object, options);
    }

    /**
     * Prepares putting an object in place of whatever item has its key.
     *
     * @param <T> the class of the object
     * @param bound the model
     * @param object the object
     * @return the write, without any condition
     */
    public static <T> Write<T> overwrite(BoundModel<T> bound, T object) {
        return PutWrite.ofAny(bound.of(object), object);
    }

    /**
     * Prepares deleting the item of an object, which has to have its version.
     *
     * @param <T> the class of the object
     * @param bound the model
     * @param object the object
     * @param options how to delete
     * @return the write
     */
    public static <T> Write<T> delete(BoundModel<T> bound, T object, WriteOptions<T> options) {
        return DeleteWrite.ofUnmoved(bound.of(object), object, options);
    }

    /**
     * Prepares deleting whatever item has the key of an object.
     *
     * @param <T> the class of the object
     * @param bound the model
     * @param object the object
     * @return the write, without any condition
     */
    public static <T> Write<T> erase(BoundModel<T> bound, T object) {
        return DeleteWrite.ofAny(bound.of(object), object);
    }

    /**
     * Prepares deleting an item by its key.
     *
     * @param <T> the class of the model's objects
     * @param bound the model
     * @param key the key
     * @param options how to delete; no version is compared, unless the condition asks for one
     * @return the write
     */
    public static <T> Write<T> deleteByKey(BoundModel<T> bound, Key<T> key, WriteOptions<T> options) {
        return DeleteWrite.byKey(bound, key, options);
    }

    /**
     * Prepares an update by request.
     *
     * @param <T> the class of the model's objects
     * @param bound the model
     * @param update the update
     * @return the write
     */
    public static <T> Write<T> update(BoundModel<T> bound, Update<T> update) {
        return update.prepare(bound, null);
    }

    /**
     * Prepares an update of an item that was read, and may be anybody's: the condition is all that keeps the write from
     * another item.
     *
     * @param <T> the class of the model's objects
     * @param bound the model
     * @param key the key of the item
     * @param actions the actions; none where the mark of the model is all that is written
     * @param unchanged asks that the item still is what was read
     * @return the write
     */
    public static <T> Write<T> updateAsRead(
            BoundModel<T> bound, Key<T> key, List<WrittenAction<T>> actions, Condition<T> unchanged) {
        bound.events()
                .beforeUpdate(
                        key,
                        actions.stream()
                                .map(WrittenAction::known)
                                .filter(Objects::nonNull)
                                .toList());
        return new UpdateWrite<>(bound, key, actions, WriteOptions.onlyIf(unchanged), bound.signature(), null)
                .guardedBy(isThere(bound));
    }

    /**
     * Prepares deleting an item that was read, and may be anybody's, as {@link #updateAsRead}.
     *
     * @param <T> the class of the model's objects
     * @param bound the model
     * @param key the key of the item
     * @param unchanged asks that the item still is what was read
     * @return the write
     */
    public static <T> Write<T> deleteAsRead(BoundModel<T> bound, Key<T> key, Condition<T> unchanged) {
        return DeleteWrite.byKey(bound, key, WriteOptions.onlyIf(unchanged)).guardedBy(isThere(bound));
    }

    private static <T> Condition<T> isThere(BoundModel<T> bound) {
        return bound.definition().hashKey().exists();
    }

    /**
     * Prepares a condition on an item that is not written.
     *
     * @param <T> the class of the object
     * @param bound the model
     * @param object the object; its key is all that matters
     * @param options the condition, not empty
     * @return the write, which is for transactions only
     */
    public static <T> Write<T> check(BoundModel<T> bound, T object, WriteOptions<T> options) {
        return CheckWrite.prepare(bound.of(object), object, options);
    }

    /**
     * Prepares a condition on an item that is not written, by its key.
     *
     * @param <T> the class of the model's objects
     * @param bound the model
     * @param key the key
     * @param options the condition, not empty
     * @return the write, which is for transactions only
     */
    public static <T> Write<T> checkByKey(BoundModel<T> bound, Key<T> key, WriteOptions<T> options) {
        return CheckWrite.byKey(bound, key, options);
    }

    /** Asks whether the item still has the version of the object. */
    static <T> Condition<T> unmoved(BoundModel<T> bound, Key<T> key, T object) {
        return unmoved(bound, key, object, object);
    }

    /** Asks the same for an object that was made from an earlier state. */
    static <T> Condition<T> unmoved(BoundModel<T> bound, Key<T> key, T object, T before) {
        Mapping<T> mapping = bound.mapping();
        if (mapping.lacksVersion(object, before)) {
            throw IncompleteObject.unversioned(
                    key.toString(), mapping.version().orElseThrow().name());
        }
        return mapping.unmoved(object);
    }

    final T filled(T object, Map<String, AttributeValue> item) {
        return mapping().filled(object, StoredItem.of(item), bound);
    }

    final T shown(T object, Map<String, AttributeValue> old) {
        return mapping().shown(object, StoredItem.of(old), bound);
    }

    /** Identifies an item among those of all models: two writes of it have an order, or are one too many. */
    public record Identity(String table, Map<String, AttributeValue> key) {}

    /**
     * Identifies the item that is written.
     *
     * @return equal for writes of the same item, also by several models
     */
    public final Identity identity() {
        return new Identity(bound.tableName(), key.attributes());
    }

    /**
     * Tells whether there is nothing to send.
     *
     * @return true for the save of an object that has not changed
     */
    public boolean isEmpty() {
        return false;
    }

    /**
     * Returns the model.
     *
     * @return the bound model
     */
    public final BoundModel<T> bound() {
        return bound;
    }

    /**
     * Returns what is done.
     *
     * @return a word, such as {@code save}
     */
    public final String operation() {
        return operation;
    }

    /**
     * Returns the object that is written.
     *
     * @return the object; the key where there is none
     */
    public final Object subject() {
        return subject;
    }

    /**
     * Returns the key of the item.
     *
     * @return the key as it is stored
     */
    public final Key<T> key() {
        return key;
    }

    /**
     * Returns the condition that the item has to meet.
     *
     * @return the condition, perhaps empty
     */
    public final Condition<T> condition() {
        return options.condition();
    }

    final WriteOptions<T> options() {
        return options;
    }

    final Condition<T> guard() {
        return guard;
    }

    /** Returns what the item has to meet, the claim of the model included. */
    final Condition<T> guarded() {
        return options.condition().and(guard);
    }

    /** Returns what the item has to hold as an explicit NULL, and what not, so that both count as absent. */
    Condition<T> nulls() {
        return Condition.empty();
    }

    /** Returns this write with another guard. */
    abstract Write<T> guardedBy(Condition<T> other);

    /** Tells whether the write is kept from other models' items by a condition of its own, without a guard. */
    boolean isGuardedAnyway() {
        return false;
    }

    /** Tells whether the item has to be looked at before the write is sent, since DynamoDB cannot evaluate the claim. */
    final boolean needsLook() {
        return guard.isEmpty() && bound.claim().needsLook() && !isGuardedAnyway() && !isEmpty();
    }

    /**
     * Returns the write as it has to be for an item that is there, where it was prepared for another one.
     *
     * @param item the item as it is, perhaps empty
     * @param inDoubt whether an earlier attempt of this write may have been applied
     * @return another write; null where this one is right, or the item belongs to another model
     */
    final @Nullable Write<T> corrected(Map<String, AttributeValue> item, boolean inDoubt) {
        if (isForeign(item)) {
            return null;
        }
        Write<T> amended = amended(item, inDoubt);
        if (!bound.claim().needsLook() || isGuardedAnyway()) {
            return amended;
        }
        Condition<T> seen = bound.claim().guard(item);
        return seen.equals(guard) ? amended : (amended == null ? this : amended).guardedBy(seen);
    }

    private boolean isForeign(Map<String, AttributeValue> item) {
        return !item.isEmpty() && !bound.claim().admits(StoredItem.of(item));
    }

    /**
     * Returns the exception for a write that was refused for the sake of the item that is there.
     *
     * @param cause the SDK's exception
     * @param item the item as it is, perhaps empty
     * @return the exception; null where the item belongs to the model, or the write would be refused whosever it is
     */
    public final @Nullable ForeignItem foreign(Throwable cause, Map<String, AttributeValue> item) {
        return !isGuardedAnyway() && isForeign(item) ? bound.claim().foreign(StoredItem.of(item), cause) : null;
    }

    /** Requires that what is asked back can be had: a transaction returns no attributes. */
    final void requireReturnable() {
        if (options.isOnce() && options.sync() != Sync.NONE) {
            throw new InvalidWrite(
                    operation,
                    key.toString(),
                    "is to be sent once, by a transaction, which "
                            + "returns no values; leave sync() out and load the item, or leave once() out.");
        }
    }

    /** Sends the write by a request of its own, and returns the attributes of the response. */
    abstract Map<String, AttributeValue> send(Requests requests);

    /**
     * Returns the item that is put, where the parts for requests have an empty one in its place.
     *
     * @return the item, for the request to carry; null where there is none, or the parts have it themselves
     */
    public @Nullable WrittenItem carried() {
        return null;
    }

    /**
     * Returns the write as a part of a transaction.
     *
     * @return the part
     */
    public abstract TransactWriteItem inTransaction();

    /**
     * Returns the write as a part of a batch, which has no place for conditions and updates.
     *
     * @return the part
     * @throws IllegalStateException if it is no put and no delete
     */
    public WriteRequest inBatch() {
        throw new IllegalStateException("A batch has puts and deletes only, and this is a " + operation + ".");
    }

    /**
     * Takes note that the write was applied: the object counts as saved or deleted, and listeners are told.
     *
     * @param response the attributes that the request has returned
     * @return the object; another one where values of a record are taken over, and null where there is no object
     */
    public abstract @Nullable T settle(Map<String, AttributeValue> response);

    /**
     * Tells whether an item shows that an attempt of this write was applied, whose response was lost.
     *
     * @param item the item as it is, perhaps empty
     */
    boolean isProvenBy(Map<String, AttributeValue> item) {
        return false;
    }

    /**
     * Tells whether an item shows that no attempt of this write was applied.
     *
     * @param item the item as it is, perhaps empty
     */
    boolean isRuledOutBy(Map<String, AttributeValue> item) {
        return false;
    }

    /**
     * Says what to do about a message with which DynamoDB refuses the request as it is.
     *
     * @param message DynamoDB's message, or null
     * @return a sentence; null where the message says it all
     */
    public @Nullable String advice(@Nullable String message) {
        return null;
    }

    /** Tells whether the write depends on which attributes are absent, and which are there as an explicit NULL. */
    boolean dependsOnAbsence() {
        return false;
    }

    /** Tells whether DynamoDB may refuse the write because of an attribute that is there as an explicit NULL. */
    boolean mayMeetNull() {
        return false;
    }

    /**
     * Returns the write as it has to be where the item holds an explicit NULL, which counts as absent, and where another
     * writer has replaced one.
     *
     * @param item the item as it is, perhaps empty
     * @param inDoubt whether an earlier attempt of this write may have been applied, and have replaced a NULL itself
     * @return another write; null where this one is right
     */
    @Nullable
    Write<T> amended(Map<String, AttributeValue> item, boolean inDoubt) {
        return null;
    }

    final Map<String, AttributeValue> sendUpdate(
            Requests requests, WriteExpressions expressions, @Nullable ReturnValue returned) {
        UpdateItemRequest request = UpdateItemRequest.builder()
                .tableName(bound.tableName())
                .key(key.attributes())
                .updateExpression(expressions.update())
                .conditionExpression(expressions.condition())
                .expressionAttributeNames(expressions.names())
                .expressionAttributeValues(expressions.values())
                .returnValues(returned)
                .returnValuesOnConditionCheckFailure(expressions.onFailure(true))
                .build();
        return requests.updateItem(bound.target(null), request).attributes();
    }

    final TransactWriteItem updateInTransaction(WriteExpressions expressions) {
        return TransactWriteItem.builder()
                .update(update -> update.tableName(bound.tableName())
                        .key(key.attributes())
                        .updateExpression(expressions.update())
                        .conditionExpression(expressions.condition())
                        .expressionAttributeNames(expressions.names())
                        .expressionAttributeValues(expressions.values())
                        .returnValuesOnConditionCheckFailure(onFailure(expressions)))
                .build();
    }

    final @Nullable ReturnValuesOnConditionCheckFailure onFailure(WriteExpressions expressions) {
        return expressions.onFailure(options.returnsExisting()
                || dependsOnAbsence()
                || !bound.claim().isOpen());
    }

    /**
     * Reads the item that was there, where the caller has asked for it.
     *
     * @param cause takes what cannot be read, since that the write was refused matters more
     * @param item the item
     * @return an object; null where it was not asked for, there was no item, or it cannot be read
     */
    public final @Nullable Object existing(Throwable cause, Map<String, AttributeValue> item) {
        if (!options.returnsExisting() || item.isEmpty() || isForeign(item)) {
            return null;
        }
        try {
            return mapping().read(item, bound);
        } catch (InvalidValue | MappingFailed ex) {
            cause.addSuppressed(ex);
            return null;
        }
    }

    /** Returns the exception for a condition that is not met. */
    final BloopException violation(Throwable cause, Map<String, AttributeValue> item, boolean perhapsApplied) {
        ForeignItem foreign = foreign(cause, item);
        if (foreign != null) {
            return foreign;
        }
        return new ConstraintViolation(
                operation,
                bound.target(null),
                key.toString(),
                subject,
                refused(),
                existing(cause, item),
                cause,
                perhapsApplied);
    }

    private Condition<T> refused() {
        if (!condition().isEmpty()) {
            return condition();
        }
        return guard.isEmpty() ? nulls() : guard;
    }

    final Mapping<T> mapping() {
        return bound.mapping();
    }
}
