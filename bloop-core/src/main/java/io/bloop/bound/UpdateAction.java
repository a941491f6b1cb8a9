package io.bloop.bound;

import io.bloop.expression.Path;
import io.bloop.model.Column;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One action of an update by request, with its value: a value that is known before DynamoDB applies the update.
 *
 * <p>Immutable and thread-safe; the value is the caller's.
 *
 * @param <T> the class of the model's objects
 * @param kind what the action does
 * @param path the column, or the place inside of one
 * @param value the value; null for {@link Kind#REMOVE} and for a column that is set to null
 * @since 0.1.0
 */
public record UpdateAction<T>(
        Kind kind, Path<T, ?> path, @Nullable Object value) {

    /**
     * Names what an action does with its value.
     *
     * @since 0.1.0
     */
    public enum Kind {
        /** Sets the place to the value. */
        SET,
        /** Sets the place to the value where it is absent. */
        SET_IF_ABSENT,
        /** Removes the place. */
        REMOVE,
        /** Adds the value to a number, or its elements to a set. */
        ADD,
        /** Deletes the elements of the value from a set. */
        DELETE,
        /** Adds the elements of the value after those of a list. */
        APPEND,
        /** Adds the elements of the value before those of a list. */
        PREPEND
    }

    /**
     * Returns the column that the action is about as a whole.
     *
     * @return the column; empty for a place inside of one
     */
    public Optional<Column<T, ?>> column() {
        return path.place() instanceof Column<T, ?> column ? Optional.of(column) : Optional.empty();
    }

    /** Returns the action without its value, such as {@code SET owner}. */
    @Override
    public String toString() {
        return kind + " " + path.name();
    }
}
