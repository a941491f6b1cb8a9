package io.bloop.write.internal;

import io.bloop.bound.internal.BoundModel;
import io.bloop.expression.Condition;
import io.bloop.mapping.internal.Changes;
import io.bloop.mapping.internal.Mapping;
import io.bloop.model.Key;
import io.bloop.request.internal.Requests;
import io.bloop.wire.internal.WrittenItem;
import io.bloop.write.IncompleteObject;
import io.bloop.write.Sync;
import io.bloop.write.WriteOptions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** A put of a whole object, as an insert or in place of an item. */
final class PutWrite<T> extends Write<T> {

    private final T object;
    private final Changes<T> changes;
    private final boolean isNew;
    private final WriteExpressions expressions;

    private PutWrite(
            BoundModel<T> bound,
            boolean isNew,
            T object,
            Key<T> key,
            Changes<T> changes,
            WriteOptions<T> options,
            Condition<T> guard) {
        super(bound, isNew ? "insert" : "replace", object, key, options, guard);
        this.object = object;
        this.changes = changes;
        this.isNew = isNew;
        this.expressions = WriteExpressions.of(bound, guarded());
    }

    @Override
    Write<T> guardedBy(Condition<T> other) {
        return new PutWrite<>(bound(), isNew, object, key(), changes, options(), other);
    }

    @Override
    boolean isGuardedAnyway() {
        return isNew;
    }

    static <T> PutWrite<T> ofNew(BoundModel<T> bound, T object, WriteOptions<T> options) {
        bound.events().beforeSave(object);
        Mapping<T> mapping = bound.mapping();
        Key<T> key = mapping.key(object, bound);
        Changes<T> changes = whole(bound, object);
        return new PutWrite<>(bound, true, object, key, changes, options, Condition.empty());
    }

    static <T> PutWrite<T> ofUnmoved(BoundModel<T> bound, T object, WriteOptions<T> options) {
        bound.events().beforeSave(object);
        Key<T> key = wholeKey(bound, object);
        Condition<T> unmoved = unmoved(bound, key, object);
        return replacement(bound, object, key, WriteOptions.onlyIf(unmoved).with(options));
    }

    static <T> PutWrite<T> ofAny(BoundModel<T> bound, T object) {
        bound.events().beforeSave(object);
        return replacement(bound, object, wholeKey(bound, object), WriteOptions.none());
    }

    /** Returns the key of an object that may replace its item, since it lacks nothing of it. */
    private static <T> Key<T> wholeKey(BoundModel<T> bound, T object) {
        Mapping<T> mapping = bound.mapping();
        Key<T> key = mapping.key(object, bound);
        if (mapping.isPartial(object)) {
            throw IncompleteObject.replacing(key.toString());
        }
        return key;
    }

    private static <T> PutWrite<T> replacement(BoundModel<T> bound, T object, Key<T> key, WriteOptions<T> options) {
        Changes<T> changes = whole(bound, object);
        return new PutWrite<>(
                bound, false, object, key, changes, options, bound.claim().guard());
    }

    private static <T> Changes<T> whole(BoundModel<T> bound, T object) {
        return bound.mapping().whole(object, bound, bound.signature(), bound.takesBytes());
    }

    @Override
    public @Nullable WrittenItem carried() {
        return changes.written();
    }

    /** Returns the item as the SDK is given it: empty where it is carried beside. */
    private Map<String, AttributeValue> item() {
        return changes.written() == null ? changes.item() : Map.of();
    }

    @Override
    Map<String, AttributeValue> send(Requests requests) {
        WrittenItem carried = carried();
        PutItemRequest.Builder request = PutItemRequest.builder()
                .tableName(bound().tableName())
                .item(item())
                .conditionExpression(expressions.condition())
                .expressionAttributeNames(expressions.names())
                .expressionAttributeValues(expressions.values())
                .returnValues(options().sync() == Sync.OLD ? ReturnValue.ALL_OLD : null)
                .returnValuesOnConditionCheckFailure(expressions.onFailure(true));
        return requests.putItem(bound().target(null), request, carried == null ? List.of() : List.of(carried))
                .attributes();
    }

    @Override
    public TransactWriteItem inTransaction() {
        Put put = Put.builder()
                .tableName(bound().tableName())
                .item(item())
                .conditionExpression(expressions.condition())
                .expressionAttributeNames(expressions.names())
                .expressionAttributeValues(expressions.values())
                .returnValuesOnConditionCheckFailure(onFailure(expressions))
                .build();
        return TransactWriteItem.builder().put(put).build();
    }

    @Override
    public WriteRequest inBatch() {
        return WriteRequest.builder().putRequest(put -> put.item(item())).build();
    }

    @Override
    boolean isProvenBy(Map<String, AttributeValue> item) {
        // the previous values are lost with the response
        return options().sync() != Sync.OLD && changes.areUnmistakable() && changes.areIn(item, true);
    }

    @Override
    boolean isRuledOutBy(Map<String, AttributeValue> item) {
        return !changes.areIn(item, true) && changes.areRuledOutBy(item);
    }

    @Override
    public T settle(Map<String, AttributeValue> response) {
        boolean showsOld = options().sync() == Sync.OLD && !response.isEmpty();
        T saved = object;
        try {
            saved = showsOld ? shown(object, response) : object;
        } finally {
            // the write has happened, whether the old values can be read or not
            saved = changes.commit(saved, Map.of());
        }
        if (options().sync() == Sync.NEW) {
            // what was put is all that the table holds
            saved = filled(saved, changes.item());
        }
        bound().events().afterSave(saved);
        return saved;
    }
}
