package io.bloop.write.internal;

import io.bloop.bound.internal.BoundModel;
import io.bloop.expression.Condition;
import io.bloop.model.Key;
import io.bloop.request.internal.Requests;
import io.bloop.write.InvalidWrite;
import io.bloop.write.WriteOptions;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** A condition on an item that the transaction does not write. */
final class CheckWrite<T> extends Write<T> {

    private final WriteExpressions expressions;

    private CheckWrite(BoundModel<T> bound, Object subject, Key<T> key, WriteOptions<T> options, Condition<T> guard) {
        super(bound, "check", subject, key, options, guard);
        this.expressions = WriteExpressions.of(guarded());
    }

    @Override
    Write<T> guardedBy(Condition<T> other) {
        return new CheckWrite<>(bound(), subject(), key(), options(), other);
    }

    static <T> CheckWrite<T> prepare(BoundModel<T> bound, T object, WriteOptions<T> options) {
        return of(bound, object, bound.mapping().key(object, bound), options);
    }

    static <T> CheckWrite<T> byKey(BoundModel<T> bound, Key<T> key, WriteOptions<T> options) {
        return of(bound, key, key, options);
    }

    private static <T> CheckWrite<T> of(BoundModel<T> bound, Object subject, Key<T> key, WriteOptions<T> options) {
        if (options.condition().isEmpty()) {
            throw new InvalidWrite("check", key.toString(), "has no condition; give one, or leave the check out.");
        }
        return new CheckWrite<>(bound, subject, key, options, bound.claim().guard());
    }

    @Override
    Map<String, AttributeValue> send(Requests requests) {
        throw new IllegalStateException("A check is a part of a transaction, and is not sent alone.");
    }

    @Override
    public TransactWriteItem inTransaction() {
        ConditionCheck check = ConditionCheck.builder()
                .tableName(bound().tableName())
                .key(key().attributes())
                .conditionExpression(expressions.condition())
                .expressionAttributeNames(expressions.names())
                .expressionAttributeValues(expressions.values())
                .returnValuesOnConditionCheckFailure(onFailure(expressions))
                .build();
        return TransactWriteItem.builder().conditionCheck(check).build();
    }

    @Override
    public @Nullable T settle(Map<String, AttributeValue> response) {
        return null;
    }
}
