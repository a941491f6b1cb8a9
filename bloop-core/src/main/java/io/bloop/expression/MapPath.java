package io.bloop.expression;

import java.util.Map;

/**
 * Is a place that holds a map.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <M> the class of the model's objects
 * @param <E> the Java type of the values
 */
public interface MapPath<M, E> extends Path<M, Map<String, E>> {

    /**
     * Returns the number of members, to be compared.
     *
     * @return the size
     */
    default Size<M> size() {
        return new Size<>(this);
    }
}
