package io.bloop.model;

import io.bloop.expression.Path;
import io.bloop.type.NamedReader;
import io.bloop.type.StoredItem;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds the column values of one item while an object is made of it.
 *
 * <p>Not thread-safe, and not valid after the object was made.
 *
 * @param <T> the class of the model's objects
 */
public final class Values<T> extends ItemSource<T> {

    private @Nullable Object @Nullable [] values;
    private boolean @Nullable [] asked;
    private @Nullable Column<T, ?> lastNull;

    Values(
            ItemReader<T> reader,
            StoredItem item,
            @Nullable NamedReader in,
            @Nullable Set<? extends Column<T, ?>> loaded,
            @Nullable Object @Nullable [] remembered) {
        super(reader, item, in, loaded, remembered);
    }

    /** Takes the values of all columns, each at its ordinal; unless it does, they are read as they are asked for. */
    void take(@Nullable Object[] read) {
        values = read;
    }

    /** Lets what is asked for be noted, at the ordinal of the column. */
    void note(boolean[] columns) {
        asked = columns;
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
        V value = values == null ? read(column) : (V) values[column.ordinal()];
        lastNull = value == null ? column : null;
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
        return lastNull;
    }
}
