package io.bloop.expression;

import io.bloop.type.MapType;
import java.util.Map;

/**
 * A place that holds a map.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <M> the class of the model's objects
 * @param <E> the Java type of the values
 * @since 0.1.0
 */
public interface MapPath<M, E> extends Path<M, Map<String, E>> {

    @Override
    MapType<E> type();

    /**
     * Returns the place of a member.
     *
     * @param name the member's name, of any characters
     * @return the place
     */
    default Path<M, E> key(String name) {
        return NestedPath.of(PathSegment.member(this, name), type().element());
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
