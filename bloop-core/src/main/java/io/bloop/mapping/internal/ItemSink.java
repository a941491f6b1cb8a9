package io.bloop.mapping.internal;

import io.bloop.expression.Path;
import io.bloop.model.Column;
import io.bloop.model.ColumnSink;
import io.bloop.model.internal.ModelInternals;
import org.jspecify.annotations.Nullable;

/** Takes the column values of one object. Not thread-safe. */
abstract class ItemSink<T> extends ColumnSink<T> {

    private final ModelInternals<T> model;
    private final T object;

    ItemSink(ModelInternals<T> model, T object) {
        this.model = model;
        this.object = object;
    }

    @Override
    @SuppressWarnings("unchecked") // a path has the type of its column
    public final <V> void put(Path<T, V> path, @Nullable V value) {
        Column<T, V> column = (Column<T, V>) (path instanceof Column<T, V> own ? own : Column.of(path));
        if (column.isKeyOnly()) {
            return; // the key has it
        }
        try {
            store(column, value);
        } catch (Exception ex) {
            throw model.failed(ex, column, object);
        }
    }

    /** Stores the value of a column; null leaves the attribute out. */
    abstract <V> void store(Column<T, V> column, @Nullable V value);
}
