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

    private final ItemSource<T> source;
    private final @Nullable Object @Nullable [] values;
    private final boolean @Nullable [] asked;
    private @Nullable Column<T, ?> last;
    private boolean lastIsNull;

    /**
     * Creates the values of an item.
     *
     * @param source reads them as they are asked for
     * @param values those that were read already; null where none was
     * @param asked takes note of what is asked for; null where nobody wants to know
     */
    Values(ItemSource<T> source, @Nullable Object @Nullable [] values, boolean @Nullable [] asked) {
        this.source = source;
        this.values = values;
        this.asked = asked;
    }

    /**
     * Returns a column's value.
     *
     * @param <V> the Java type of the values
     * @param path a column of the model, or the path of one that holds a document, or documents
     * @return the value; null, an empty collection or what {@code orElse} has set where the attribute is absent
     */
    @SuppressWarnings("unchecked") // a path has the type of its column, whose type reads the values
    public <V> @Nullable V get(Path<T, V> path) {
        Column<T, V> column = (Column<T, V>) (path instanceof Column<T, V> own ? own : Column.of(path));
        V value = values == null ? source.read(column) : (V) values[column.ordinal()];
        last = column;
        lastIsNull = value == null;
        if (asked != null) {
            asked[column.ordinal()] = true;
        }
        return value;
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

    /** Returns the column that was asked for last, if that gave null: where unboxing fails, it was that one. */
    @Nullable
    Column<T, ?> lastNull() {
        return lastIsNull ? last : null;
    }
}
