package io.bloop.write.internal;

import io.bloop.bound.internal.BoundModel;
import io.bloop.expression.Condition;
import io.bloop.model.Key;
import io.bloop.request.internal.Requests;
import io.bloop.write.InvalidWrite;
import io.bloop.write.Sync;
import io.bloop.write.WriteOptions;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** A deletion of an item, by its object or by its key alone. */
final class DeleteWrite<T> extends Write<T> {

    private final @Nullable T object;
    private final WriteExpressions expressions;

    private DeleteWrite(
            BoundModel<T> bound,
            @Nullable T object,
            Object subject,
            Key<T> key,
            WriteOptions<T> options,
            Condition<T> guard) {
        super(bound, "delete", subject, key, options, guard);
        this.object = object;
        this.expressions = WriteExpressions.of(guarded());
    }

    private static <T> DeleteWrite<T> of(
            BoundModel<T> bound, @Nullable T object, Object subject, Key<T> key, WriteOptions<T> options) {
        return new DeleteWrite<>(
                bound, object, subject, key, options, bound.claim().guard());
    }

    @Override
    Write<T> guardedBy(Condition<T> other) {
        return new DeleteWrite<>(bound(), object, subject(), key(), options(), other);
    }

    static <T> DeleteWrite<T> ofUnmoved(BoundModel<T> bound, T object, WriteOptions<T> options) {
        if (options.sync() == Sync.NEW) {
            throw new InvalidWrite(
                    "delete",
                    bound.target(null).toString(),
                    "asks for new values, and after a delete there are none; use sync(OLD).");
        }
        Key<T> key = announced(bound, object);
        WriteOptions<T> unmoved =
                WriteOptions.onlyIf(unmoved(bound, key, object)).with(options);
        return of(bound, object, object, key, unmoved);
    }

    static <T> DeleteWrite<T> ofAny(BoundModel<T> bound, T object) {
        return of(bound, object, object, announced(bound, object), WriteOptions.none());
    }

    private static <T> Key<T> announced(BoundModel<T> bound, T object) {
        Key<T> key = bound.mapping().key(object, bound);
        bound.events().beforeDelete(key, object);
        return key;
    }

    static <T> DeleteWrite<T> byKey(BoundModel<T> bound, Key<T> key, WriteOptions<T> options) {
        bound.events().beforeDelete(key, null);
        return of(bound, null, key, key, options);
    }

    @Override
    Map<String, AttributeValue> send(Requests requests) {
        DeleteItemRequest request = DeleteItemRequest.builder()
                .tableName(bound().tableName())
                .key(key().attributes())
                .conditionExpression(expressions.condition())
                .expressionAttributeNames(expressions.names())
                .expressionAttributeValues(expressions.values())
                .returnValues(options().sync() == Sync.OLD ? ReturnValue.ALL_OLD : null)
                .returnValuesOnConditionCheckFailure(expressions.onFailure(true))
                .build();
        return requests.deleteItem(bound().target(null), request).attributes();
    }

    @Override
    public TransactWriteItem inTransaction() {
        Delete delete = Delete.builder()
                .tableName(bound().tableName())
                .key(key().attributes())
                .conditionExpression(expressions.condition())
                .expressionAttributeNames(expressions.names())
                .expressionAttributeValues(expressions.values())
                .returnValuesOnConditionCheckFailure(onFailure(expressions))
                .build();
        return TransactWriteItem.builder().delete(delete).build();
    }

    @Override
    public WriteRequest inBatch() {
        return WriteRequest.builder()
                .deleteRequest(delete -> delete.key(key().attributes()))
                .build();
    }

    @Override
    public @Nullable T settle(Map<String, AttributeValue> response) {
        T deleted = object;
        if (object != null) {
            try {
                deleted = response.isEmpty() ? object : shown(object, response);
            } finally {
                // the item is gone, whether its old values can be read or not
                deleted = mapping().deleted(object, deleted == null ? object : deleted, bound());
            }
        }
        bound().events().afterDelete(key(), deleted);
        return deleted;
    }
}
