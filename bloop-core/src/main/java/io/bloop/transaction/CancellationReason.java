package io.bloop.transaction;

import io.bloop.expression.Condition;
import io.bloop.request.ForeignItem;
import io.bloop.request.Target;
import io.bloop.request.internal.ServiceMessage;
import io.bloop.write.internal.Write;
import io.bloop.write.internal.WriteGroup;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The reason why one operation of a transaction has stopped all of it.
 *
 * @param operation what was to be done, such as {@code save}
 * @param target the model and the table
 * @param key the key of the item, printed
 * @param object the object or the key that it was to be done with
 * @param code DynamoDB's code, such as {@code ConditionalCheckFailed} or {@code TransactionConflict}
 * @param message DynamoDB's message, with what to do about it where that is known
 * @param condition the condition of the operation; null where it has none
 * @param existing the item that was there as an object; null where it was not asked for or there was none
 * @param foreignItem says that the item belongs to another model; null where it does not
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CancellationReason.html">CancellationReason</a>
 * @since 0.1.0
 */
public record CancellationReason(
        String operation,
        Target target,
        String key,
        Object object,
        String code,
        @Nullable String message,
        @Nullable Condition<?> condition,
        @Nullable Object existing,
        @Nullable ForeignItem foreignItem) {

    static CancellationReason of(WriteGroup.Reason reason, Throwable cause) {
        Write<?> write = reason.write();
        Map<String, AttributeValue> there =
                reason.reason().hasItem() ? reason.reason().item() : Map.of();
        return new CancellationReason(
                write.operation(),
                write.bound().target(null),
                write.key().toString(),
                write.subject(),
                reason.reason().code(),
                message(write, reason.reason().message()),
                write.condition().isEmpty() ? null : write.condition(),
                write.existing(cause, there),
                write.foreign(cause, there));
    }

    private static @Nullable String message(Write<?> write, @Nullable String message) {
        String advice = write.advice(message);
        return advice == null ? message : message + ". " + advice;
    }

    /**
     * Tells whether the operation's condition was not met.
     *
     * @return false for a conflict, throttling or an invalid request
     */
    public boolean isUnmetCondition() {
        return WriteGroup.isUnmet(code);
    }

    /** Returns the reason for people, without the values of the object and of the condition. */
    @Override
    public String toString() {
        return operation + " of " + key + " in table '" + target.table() + "': " + reason();
    }

    private String reason() {
        if (foreignItem != null) {
            return String.valueOf(foreignItem.getMessage());
        }
        return isUnmetCondition() && condition != null
                ? condition.outline() + " does not hold"
                : code + (message == null ? "" : ", " + ServiceMessage.withoutValues(message));
    }
}
