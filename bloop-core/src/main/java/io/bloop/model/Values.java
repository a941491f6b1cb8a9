package io.bloop.model;

import io.bloop.expression.Path;
import io.bloop.type.InvalidValue;
import io.bloop.type.MappingFailed;
import io.bloop.type.NamedReader;
import io.bloop.type.StoredItem;
import io.bloop.type.UserCode;
import java.util.ArrayList;
import java.util.List;
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
    private @Nullable Column<T, ?> last;
    private boolean lastIsNull;
    private boolean filling;
    private long replaced;

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
        if (value != null) {
            return value;
        }
        if (last != null && last.ordinal() < Long.SIZE) {
            replaced |= 1L << last.ordinal();
        }
        lastIsNull = false;
        return absent;
    }

    /** Takes note that the object has been made, and is given its values one after another now. */
    void beginFilling() {
        filling = true;
        last = null;
    }

    /** Returns the column at whose value the object's code has failed; null where nothing tells. */
    @Nullable
    Column<T, ?> failedAt(Exception failure) {
        return filling || lastIsNull && UserCode.failedAtNullOf(failure, Values.class, "get") ? last : null;
    }

    /** Makes an exception of a failure of the object's code. */
    MappingFailed failed(Exception failure, List<Column<T, ?>> columns) {
        Column<T, ?> known = failedAt(failure);
        List<String> absent = new ArrayList<>();
        List<String> notLoaded = new ArrayList<>();
        for (Column<T, ?> column : columns) {
            boolean isNull = known == null ? isNull(column) : lastIsNull && column == known;
            if (isNull) {
                (isLoaded(column) ? absent : notLoaded).add(column.name());
            }
        }
        return MappingFailed.reading(absent, notLoaded, failure);
    }

    private boolean isNull(Column<T, ?> column) {
        if (column.ordinal() < Long.SIZE && (replaced & 1L << column.ordinal()) != 0) {
            return false;
        }
        try {
            return (values == null ? read(column) : values[column.ordinal()]) == null;
        } catch (InvalidValue | MappingFailed ex) {
            return false;
        }
    }
}
