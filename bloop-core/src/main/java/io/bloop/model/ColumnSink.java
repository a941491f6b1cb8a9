package io.bloop.model;

import io.bloop.expression.Path;
import io.bloop.type.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * Takes the column values of one object while an item is made of it.
 *
 * <p>Made by the engine. Not thread-safe, and not valid after the item was made.
 *
 * @param <T> the class of the model's objects
 * @since 0.1.0
 */
public abstract class ColumnSink<T> {

    /** For the engine alone. */
    protected ColumnSink() {}

    /**
     * Dumps a column's value.
     *
     * @param <V> the Java type of the values
     * @param path a column of the model, or the path of one that holds a document, or documents
     * @param value the value; null leaves the attribute out
     * @throws InvalidValue if the value does not fit the column
     */
    public abstract <V> void put(Path<T, V> path, @Nullable V value);
}
