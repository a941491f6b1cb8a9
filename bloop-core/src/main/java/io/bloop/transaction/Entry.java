package io.bloop.transaction;

import io.bloop.bound.BoundModel;
import io.bloop.expression.Condition;
import io.bloop.model.Key;
import io.bloop.type.InvalidValue;
import io.bloop.type.MappingFailed;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Is one operation of a transaction, frozen.
 *
 * @param announce tells listeners, who may veto it, before it is sent
 * @param commit takes note that it was applied, and tells listeners
 */
record Entry<T>(
        String operation,
        Object subject,
        BoundModel<T> bound,
        Key<T> key,
        Condition<T> condition,
        TransactWriteItem item,
        Runnable announce,
        Runnable commit) {

    /** Identifies the item: two operations on it are one too many. */
    record Identity(String table, Object key) {}

    Identity identity() {
        return new Identity(bound.tableName(), key.attributes());
    }

    io.bloop.transaction.CancellationReason reason(CancellationReason reason, Throwable cause) {
        Object existing = reason.hasItem() && !reason.item().isEmpty() ? read(reason, cause) : null;
        return new io.bloop.transaction.CancellationReason(
                operation, subject, reason.code(), reason.message(), condition.isEmpty() ? null : condition, existing);
    }

    private @Nullable Object read(CancellationReason reason, Throwable cause) {
        try {
            return bound.definition().mapping().read(reason.item(), bound);
        } catch (InvalidValue | MappingFailed ex) {
            // that the transaction was cancelled matters more than what cannot be read
            cause.addSuppressed(ex);
            return null;
        }
    }
}
