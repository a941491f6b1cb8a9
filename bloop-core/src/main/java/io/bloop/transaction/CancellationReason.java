package io.bloop.transaction;

import io.bloop.expression.Condition;
import io.bloop.request.Target;
import io.bloop.request.internal.ServiceMessage;
import io.bloop.write.internal.Write;
import io.bloop.write.internal.WriteGroup;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CancellationReason.html">CancellationReason</a>
 */
public record CancellationReason(
        String operation,
        Target target,
        String key,
        Object object,
        String code,
        @Nullable String message,
        @Nullable Condition<?> condition,
        @Nullable Object existing) {

    static CancellationReason of(WriteGroup.Reason reason, Throwable cause) {
        Write<?> write = reason.write();
        return new CancellationReason(
                write.operation(),
                write.bound().target(null),
                write.key().toString(),
                write.subject(),
                reason.reason().code(),
                message(write, reason.reason().message()),
                write.condition().isEmpty() ? null : write.condition(),
                write.existing(
                        cause, reason.reason().hasItem() ? reason.reason().item() : Map.of()));
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
        return operation + " of " + key + " in table '" + target.table() + "': "
                + (isUnmetCondition() && condition != null
                        ? condition.outline() + " does not hold"
                        : code + (message == null ? "" : ", " + ServiceMessage.withoutValues(message)));
    }
}
