package io.bloop.mapping.internal;

import io.bloop.model.Column;
import io.bloop.model.internal.ModelInternals;
import io.bloop.type.Dumper;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Dumps the column values of one object. Not thread-safe. */
final class AttributesSink<T> extends ItemSink<T> {

    private final ModelInternals<T> model;
    private final @Nullable AttributeValue[] attributes;
    private final Dumper dumper = new Dumper();

    AttributesSink(ModelInternals<T> model, T object) {
        super(model, object);
        this.model = model;
        this.attributes = new @Nullable AttributeValue[model.columns().size()];
    }

    @Override
    <V> void store(Column<T, V> column, @Nullable V value) {
        AttributeValue dumped = dumper.dump(column.type(), value);
        model.requireKeyable(column, dumped);
        attributes[column.ordinal()] = dumped;
    }

    /** Returns the attributes, each at the ordinal of its column. */
    @Nullable
    AttributeValue[] attributes() {
        return attributes;
    }
}
