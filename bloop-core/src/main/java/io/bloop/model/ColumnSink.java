package io.bloop.model;

import io.bloop.expression.Path;
import io.bloop.type.Dumper;
import io.bloop.type.InvalidValue;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Takes the column values of one object while an item is made of it.
 *
 * <p>Not thread-safe, and not valid after the item was made.
 *
 * @param <T> the class of the model's objects
 */
public final class ColumnSink<T> {

    private final ItemWriter<T> writer;
    private final T object;
    private final @Nullable AttributeValue[] attributes;
    private final Dumper dumper = new Dumper();

    ColumnSink(ItemWriter<T> writer, T object, int columns) {
        this.writer = writer;
        this.object = object;
        this.attributes = new @Nullable AttributeValue[columns];
    }

    /**
     * Dumps a column's value.
     *
     * @param <V> the Java type of the values
     * @param path a column of the model, or the path of one that holds a document, or documents
     * @param value the value; null leaves the attribute out
     * @throws InvalidValue if the value does not fit the column
     */
    @SuppressWarnings("unchecked") // a path has the type of its column
    public <V> void put(Path<T, V> path, @Nullable V value) {
        Column<T, V> column = (Column<T, V>) (path instanceof Column<T, V> own ? own : Column.of(path));
        try {
            AttributeValue dumped = dumper.dump(column.type(), value);
            column.requireKeyable(dumped);
            attributes[column.ordinal()] = dumped;
        } catch (Exception ex) {
            throw writer.failed(ex, column, object);
        }
    }

    /** Returns the attributes, each at the ordinal of its column. */
    @Nullable
    AttributeValue[] attributes() {
        return attributes;
    }
}
