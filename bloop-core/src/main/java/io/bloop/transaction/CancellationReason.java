package io.bloop.transaction;

import io.bloop.expression.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Says why one operation of a transaction has stopped all of it.
 *
 * @param operation what was to be done, as {@code save}
 * @param object the object or the key that it was to be done with
 * @param code DynamoDB's code, as {@code ConditionalCheckFailed} or {@code TransactionConflict}
 * @param message DynamoDB's message
 * @param condition the condition of the operation; null where it has none
 * @param existing the item that was there as an object; null where it was not asked for or there was none
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CancellationReason.html">CancellationReason</a>
 */
public record CancellationReason(
        String operation,
        Object object,
        String code,
        @Nullable String message,
        @Nullable Condition<?> condition,
        @Nullable Object existing) {

    private static final String UNMET = "ConditionalCheckFailed";

    /**
     * Tells whether the operation's condition was not met.
     *
     * @return false for a conflict, throttling or an invalid request
     */
    public boolean isUnmetCondition() {
        return code.equals(UNMET);
    }

    /** Tells whether the same transaction may well succeed a moment later. */
    boolean isPassing() {
        return isPassing(code);
    }

    static boolean isPassing(String code) {
        return switch (code) {
            case "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded" -> true;
            default -> false;
        };
    }

    /** Returns the reason for people. */
    @Override
    public String toString() {
        return operation + " of " + object + ": "
                + (isUnmetCondition() && condition != null ? condition + " does not hold" : code + ", " + message);
    }
}
