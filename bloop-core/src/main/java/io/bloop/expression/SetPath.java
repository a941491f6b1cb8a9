package io.bloop.expression;

import io.bloop.type.SetType;
import java.util.Set;

/**
 * A place that holds a set.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <M> the class of the model's objects
 * @param <E> the Java type of the elements
 * @since 0.1.0
 */
public interface SetPath<M, E> extends Path<M, Set<E>> {

    @Override
    SetType<E> type();

    /**
     * Asks for an element.
     *
     * @param element the element
     * @return the condition
     */
    default Condition<M> contains(E element) {
        return Condition.call(Operator.CONTAINS, this, type().element(), element);
    }

    /**
     * Asks for an element that stands elsewhere in the item.
     *
     * @param other the other place
     * @return the condition, unmet where either is absent
     * @throws InvalidCondition if the other place is not stored as the elements are
     */
    default Condition<M> contains(Path<? super M, ? extends E> other) {
        return Condition.call(Operator.CONTAINS, this, other);
    }

    /**
     * Returns the number of elements, to be compared.
     *
     * @return the size
     */
    default Size<M> size() {
        return new Size<>(this);
    }
}
