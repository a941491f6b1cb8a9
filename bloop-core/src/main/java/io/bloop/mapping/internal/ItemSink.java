package io.bloop.mapping.internal;

import io.bloop.expression.Path;
import io.bloop.model.Column;
import io.bloop.model.ColumnSink;
import io.bloop.model.internal.ModelInternals;
import io.bloop.type.Dumper;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Dumps the column values of one object. Not thread-safe. */
final class ItemSink<T> extends ColumnSink<T> {

    private final ModelInternals<T> model;
    private final T object;
    private final @Nullable AttributeValue[] attributes;
    private final Dumper dumper = new Dumper();

    ItemSink(ModelInternals<T> model, T object) {
        this.model = model;
        this.object = object;
        this.attributes = new @Nullable AttributeValue[model.columns().size()];
    }

    @Override
    @SuppressWarnings("unchecked") // a path has the type of its column
    public <V> void put(Path<T, V> path, @Nullable V value) {
        Column<T, V> column = (Column<T, V>) (path instanceof Column<T, V> own ? own : Column.of(path));
        if (column.isKeyOnly()) {
            return; // the key has it
        }
        try {
            AttributeValue dumped = dumper.dump(column.type(), value);
            model.requireKeyable(column, dumped);
            attributes[column.ordinal()] = dumped;
        } catch (Exception ex) {
            throw model.failed(ex, column, object);
        }
    }

    /** Returns the attributes, each at the ordinal of its column. */
    @Nullable
    AttributeValue[] attributes() {
        return attributes;
    }
}
