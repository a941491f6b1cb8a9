package io.bloop.model;

import io.bloop.expression.Path;
import org.jspecify.annotations.Nullable;

/**
 * Holds the column values of one item while an object is made of it.
 *
 * <p>Made by the engine. Not thread-safe, and not valid after the object was made.
 *
 * @param <T> the class of the model's objects
 * @since 0.1.0
 */
public abstract class Values<T> {

    /** For the engine alone. */
    protected Values() {}

    /**
     * Returns a column's value.
     *
     * @param <V> the Java type of the values
     * @param path a column of the model, or the path of one that holds a document, or documents
     * @return the value; null, an empty collection or what {@code orElse} has set where the attribute is absent
     */
    public abstract <V> @Nullable V get(Path<T, V> path);

    /**
     * Returns a column's value for a constructor that takes no null.
     *
     * @param <V> the Java type of the values
     * @param path a column of the model, or the path of one that holds a document, or documents
     * @return the value; null only where the request did not load the column
     * @throws io.bloop.type.MappingFailed if the attribute is absent and the column's type has nothing else for that
     */
    public abstract <V> @Nullable V required(Path<T, V> path);

    /**
     * Returns a column's value, or another where there is none.
     *
     * @param <V> the Java type of the values
     * @param path a column of the model, or the path of one that holds a document, or documents
     * @param absent what to return where the attribute is absent
     * @return the value
     */
    public abstract <V> V get(Path<T, V> path, V absent);
}
