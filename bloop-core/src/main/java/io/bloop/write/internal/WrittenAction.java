package io.bloop.write.internal;

import io.bloop.bound.UpdateAction;
import io.bloop.expression.ListPath;
import io.bloop.expression.Path;
import io.bloop.expression.UpdateExpression;
import io.bloop.expression.UpdateValue;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One action of an update by request.
 *
 * @param kind what is done
 * @param path where
 * @param operand the stored form of the value that it is done with; null where there is none, which removes
 * @param computed what DynamoDB computes; null unless the kind says so
 * @param value the value that it is done with, as the caller gave it; null where there is none
 */
public record WrittenAction<T>(
        Kind kind,
        Path<T, ?> path,
        @Nullable AttributeValue operand,
        @Nullable UpdateValue<T, ?> computed,
        @Nullable Object value) {

    /** What an action does. */
    public enum Kind {
        SET,
        SET_COMPUTED,
        SET_IF_ABSENT,
        APPEND,
        PREPEND,
        REMOVE,
        ADD,
        DELETE;

        /** Tells whether the action depends on the absence of the attribute, for which an explicit NULL counts. */
        private boolean dependsOnAbsence() {
            return switch (this) {
                case SET_IF_ABSENT, APPEND, PREPEND, ADD, DELETE -> true;
                case SET, SET_COMPUTED, REMOVE -> false;
            };
        }
    }

    /** Tells whether an item holds an explicit NULL where this action counts on an absent attribute. */
    boolean meetsNull(Map<String, AttributeValue> item) {
        AttributeValue found = kind.dependsOnAbsence() ? path.valueIn(item) : null;
        return found != null && found.nul() != null;
    }

    /** Returns the action for listeners; null where DynamoDB works its value out. */
    @Nullable
    public UpdateAction<T> known() {
        return kind == Kind.SET_COMPUTED
                ? null
                : new UpdateAction<>(UpdateAction.Kind.valueOf(kind.name()), path, value);
    }

    /** Writes the action; where the item holds an explicit NULL, as if there were nothing. */
    void write(UpdateExpression update, boolean isNull) {
        switch (kind) {
            case SET -> {
                if (operand == null) {
                    update.remove(path);
                } else {
                    update.set(path, operand);
                }
            }
            case SET_COMPUTED -> update.set(path, Objects.requireNonNull(computed));
            case REMOVE -> update.remove(path);
            case SET_IF_ABSENT -> setOr(update, isNull, () -> update.set(path, UpdateValue.ifAbsent(path, given())));
            case APPEND -> setOr(update, isNull, () -> update.set(path, UpdateValue.appended(list(), given())));
            case PREPEND -> setOr(update, isNull, () -> update.set(path, UpdateValue.prepended(list(), given())));
            case ADD -> setOr(update, isNull, () -> update.add(path, given()));
            case DELETE -> {
                if (isNull) {
                    update.remove(path);
                } else {
                    update.delete(path, given());
                }
            }
        }
    }

    private void setOr(UpdateExpression update, boolean isNull, Runnable ordinary) {
        if (isNull) {
            update.set(path, given());
        } else {
            ordinary.run();
        }
    }

    private AttributeValue given() {
        return Objects.requireNonNull(operand);
    }

    @SuppressWarnings("unchecked") // only a list path can be appended to
    private ListPath<T, Object> list() {
        return (ListPath<T, Object>) path;
    }
}
