package io.bloop.expression;

import io.bloop.type.MapType;
import java.util.Map;

/**
 * A place that holds a map.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <M> the class of the model's objects
 * @param <K> the Java type of the keys
 * @param <E> the Java type of the values
 * @since 0.1.0
 */
public interface MapPath<M, K, E> extends Path<M, Map<K, E>> {

    @Override
    MapType<K, E> type();

    /**
     * Returns the place of the value of a key.
     *
     * @param key the key; a text of any characters
     * @return the place
     */
    default Path<M, E> key(K key) {
        return NestedPath.of(PathSegment.member(this, type().name(key)), type().element());
    }

    /**
     * Returns the number of members, to be compared.
     *
     * @return the size
     */
    default Size<M> size() {
        return new Size<>(this);
    }
}
