package io.bloop.write;

import io.bloop.InvalidArgument;
import io.bloop.expression.Condition;
import io.bloop.expression.Path;
import io.bloop.model.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The options of one write.
 *
 * <p>Made by the static methods, and joined by {@link #with}: {@code onlyIf(condition).with(sync(NEW))}. Immutable
 * and thread-safe.
 *
 * @param <T> the class of the model's objects
 * @since 0.1.0
 */
public final class WriteOptions<T> {

    private static final WriteOptions<Object> NONE =
            new WriteOptions<>(Condition.empty(), Sync.NONE, false, List.of(), false, null);

    private final Condition<T> condition;
    private final Sync sync;
    private final boolean existing;
    private final List<Column<T, ?>> cleared;
    private final boolean once;
    private final @Nullable T before;

    private WriteOptions(
            Condition<T> condition,
            Sync sync,
            boolean existing,
            List<Column<T, ?>> cleared,
            boolean once,
            @Nullable T before) {
        this.condition = condition;
        this.sync = sync;
        this.existing = existing;
        this.cleared = cleared;
        this.once = once;
        this.before = before;
    }

    /**
     * Returns the options of a write without any.
     *
     * @param <T> the class of the model's objects
     * @return no options
     */
    @SuppressWarnings("unchecked") // the options contain no value
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
        return condition.isEmpty() ? none() : new WriteOptions<>(condition, Sync.NONE, false, List.of(), false, null);
    }

    /**
     * Copies values of the item into the object after the write.
     *
     * @param <T> the class of the model's objects
     * @param sync which values
     * @return the option
     */
    public static <T> WriteOptions<T> sync(Sync sync) {
        return new WriteOptions<>(Condition.empty(), sync, false, List.of(), false, null);
    }

    /**
     * Returns the existing item with the exception if a condition is not met.
     *
     * @param <T> the class of the model's objects
     * @return the option
     */
    public static <T> WriteOptions<T> returnExisting() {
        return new WriteOptions<>(Condition.empty(), Sync.NONE, true, List.of(), false, null);
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
        return new WriteOptions<>(Condition.empty(), Sync.NONE, false, cleared, false, null);
    }

    /**
     * Saves what differs between two states of an object: {@code save(after, since(before))}.
     *
     * <p>This is the way to save a record, a Kotlin data class or another object that is not tracked: a column that the
     * later state has no value for is removed, and one that is the same in both is not written, so that no change by
     * another writer is lost. The item is that of the earlier state, under the key under which it was loaded. Only
     * {@code save} takes the option.
     *
     * @param <T> the class of the model's objects
     * @param before the object as it was loaded or last saved; for a mutable object, a copy of it
     * @return the option
     */
    public static <T> WriteOptions<T> since(T before) {
        T known = InvalidArgument.required(before, "since()", "before", "the object as it was loaded or last saved");
        return new WriteOptions<>(Condition.empty(), Sync.NONE, false, List.of(), false, known);
    }

    /**
     * Applies the write exactly once, even if a response is lost and the SDK tries again.
     *
     * <p>The write is sent as a transaction of one operation, whose token lets DynamoDB recognise a further attempt. An
     * insert is applied once, and a {@link io.bloop.request.ConstraintViolation} means that nothing was written. It
     * consumes twice the write units, and returns no values, so that {@code sync} is refused. The option has no effect
     * in a transaction.
     *
     * @param <T> the class of the model's objects
     * @return the option
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html">Idempotency of transactions</a>
     */
    public static <T> WriteOptions<T> once() {
        return new WriteOptions<>(Condition.empty(), Sync.NONE, false, List.of(), true, null);
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
                List.copyOf(both),
                once || other.once,
                other.before == null ? before : other.before);
    }

    /**
     * Returns the condition that the item has to meet.
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
     * Tells whether the existing item is returned if the condition is not met.
     *
     * @return true if it is
     */
    public boolean returnsExisting() {
        return existing;
    }

    /**
     * Tells whether the write is applied exactly once, even if a response is lost.
     *
     * @return true if it is sent as a transaction
     */
    public boolean isOnce() {
        return once;
    }

    /**
     * Returns the columns that are removed if the object has no value for them.
     *
     * @return the columns
     */
    public List<Column<T, ?>> cleared() {
        return cleared;
    }

    /**
     * Returns the earlier state that the object is compared with.
     *
     * @return the object as it was; null where the object itself remembers it, or all of it is written
     */
    public @Nullable T before() {
        return before;
    }
}
