package io.bloop.write;

import io.bloop.expression.Condition;
import io.bloop.expression.Path;
import io.bloop.model.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says how one write is done.
 *
 * <p>Made by the static methods, and joined by {@link #with}: {@code onlyIf(condition).with(sync(NEW))}. Immutable
 * and thread-safe.
 *
 * @param <T> the class of the model's objects
 */
public final class WriteOptions<T> {

    private static final WriteOptions<Object> NONE = new WriteOptions<>(Condition.empty(), Sync.NONE, false, List.of());

    private final Condition<T> condition;
    private final Sync sync;
    private final boolean existing;
    private final List<Column<T, ?>> cleared;

    private WriteOptions(Condition<T> condition, Sync sync, boolean existing, List<Column<T, ?>> cleared) {
        this.condition = condition;
        this.sync = sync;
        this.existing = existing;
        this.cleared = cleared;
    }

    /**
     * Returns the options of a write without any.
     *
     * @param <T> the class of the model's objects
     * @return no options
     */
    @SuppressWarnings("unchecked") // it holds nothing of any class
    public static <T> WriteOptions<T> none() {
        return (WriteOptions<T>) NONE;
    }

    /**
     * Writes only if the item in the table meets a condition.
     *
     * @param <T> the class of the model's objects
     * @param condition the condition
     * @return the option
     */
    public static <T> WriteOptions<T> onlyIf(Condition<T> condition) {
        return condition.isEmpty() ? none() : new WriteOptions<>(condition, Sync.NONE, false, List.of());
    }

    /**
     * Takes values over into the object after the write.
     *
     * @param <T> the class of the model's objects
     * @param sync which values
     * @return the option
     */
    public static <T> WriteOptions<T> sync(Sync sync) {
        return new WriteOptions<>(Condition.empty(), sync, false, List.of());
    }

    /**
     * Asks for the item that was there, where a condition is not met: it comes with the exception.
     *
     * @param <T> the class of the model's objects
     * @return the option
     */
    public static <T> WriteOptions<T> returnExisting() {
        return new WriteOptions<>(Condition.empty(), Sync.NONE, true, List.of());
    }

    /**
     * Removes columns from the item where the object has no value for them, though it is not known to have had any;
     * not those that the engine writes itself.
     *
     * @param <T> the class of the model's objects
     * @param columns the columns
     * @return the option
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <T> WriteOptions<T> clear(Path<T, ?>... columns) {
        List<Column<T, ?>> cleared =
                Stream.of(columns).<Column<T, ?>>map(Column::of).toList();
        return new WriteOptions<>(Condition.empty(), Sync.NONE, false, cleared);
    }

    /**
     * Returns these options and others together; conditions are joined by "and".
     *
     * @param other the others
     * @return all options
     */
    public WriteOptions<T> with(WriteOptions<T> other) {
        if (this == NONE || other == NONE) {
            return this == NONE ? other : this;
        }
        List<Column<T, ?>> both = new ArrayList<>(cleared);
        both.addAll(other.cleared);
        return new WriteOptions<>(
                condition.and(other.condition),
                other.sync == Sync.NONE ? sync : other.sync,
                existing || other.existing,
                List.copyOf(both));
    }

    /**
     * Returns what the item has to meet.
     *
     * @return the condition, perhaps empty
     */
    public Condition<T> condition() {
        return condition;
    }

    /**
     * Returns which values the object takes over.
     *
     * @return the values
     */
    public Sync sync() {
        return sync;
    }

    /**
     * Tells whether the item is asked for where the condition is not met.
     *
     * @return true if it is
     */
    public boolean returnsExisting() {
        return existing;
    }

    /**
     * Returns the columns to remove where the object has no value.
     *
     * @return the columns
     */
    public List<Column<T, ?>> cleared() {
        return cleared;
    }
}
