package io.bloop.model;

import io.bloop.expression.Path;
import org.jspecify.annotations.Nullable;

/**
 * Holds the column values of one item while an object is made of it.
 *
 * <p>Not thread-safe, and not valid after the object was made.
 *
 * @param <T> the class of the model's objects
 */
public final class Values<T> {

    private final @Nullable Object[] values;
    private final boolean[] asked;
    private @Nullable Column<T, ?> last;

    Values(@Nullable Object[] values) {
        this.values = values;
        this.asked = new boolean[values.length];
    }

    /**
     * Returns a column's value.
     *
     * @param <V> the Java type of the values
     * @param path a column of the model, or the path of one that holds a document, or documents
     * @return the value; null, an empty collection or what {@code orElse} has set where the attribute is absent
     */
    @SuppressWarnings("unchecked") // values stand at the ordinal of the column whose type has read them
    public <V> @Nullable V get(Path<T, V> path) {
        Column<T, ?> column = Column.of(path);
        asked[column.ordinal()] = true;
        last = column;
        return (V) values[column.ordinal()];
    }

    /**
     * Returns a column's value, or another where there is none.
     *
     * @param <V> the Java type of the values
     * @param path a column of the model, or the path of one that holds a document, or documents
     * @param absent what to return where the attribute is absent
     * @return the value
     */
    public <V> V get(Path<T, V> path, V absent) {
        V value = get(path);
        return value == null ? absent : value;
    }

    /** Returns the column that was asked for last: where unboxing its null fails, no other can be asked for. */
    @Nullable
    Column<T, ?> lastAskedFor() {
        return last;
    }

    boolean wasAskedFor(Column<T, ?> column) {
        return asked[column.ordinal()];
    }
}
