package io.bloop.expression;

import io.bloop.type.ListType;
import java.util.List;

/**
 * A place that holds a list.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <M> the class of the model's objects
 * @param <E> the Java type of the elements
 * @since 0.1.0
 */
public interface ListPath<M, E> extends Path<M, List<E>> {

    @Override
    ListType<E> type();

    /**
     * Returns the place of an element.
     *
     * @param index the element's index, from 0
     * @return the place
     */
    default Path<M, E> at(int index) {
        return NestedPath.of(PathSegment.element(this, index), type().element());
    }

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
