package io.bloop.expression;

import io.bloop.type.Types;

/**
 * A place that holds a string, whatever its Java type.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <M> the class of the model's objects
 * @param <V> the Java type of what stands there
 * @since 0.1.0
 */
public interface StringPath<M, V> extends OrderedPath<M, V> {

    /**
     * Asks how the stored text begins.
     *
     * @param prefix the beginning
     * @return the condition
     */
    default Condition<M> beginsWith(String prefix) {
        return Condition.call(Operator.BEGINS_WITH, this, Types.STRING, prefix);
    }

    /**
     * Asks what the stored text contains.
     *
     * @param part the part
     * @return the condition
     */
    default Condition<M> contains(String part) {
        return Condition.call(Operator.CONTAINS, this, Types.STRING, part);
    }

    /**
     * Asks whether the stored text begins with what stands elsewhere in the item.
     *
     * @param other the other place
     * @return the condition, unmet where either is absent
     * @throws InvalidCondition if the places are the same
     */
    default Condition<M> beginsWith(StringPath<? super M, ?> other) {
        return Condition.call(Operator.BEGINS_WITH, this, other);
    }

    /**
     * Asks whether the stored text contains what stands elsewhere in the item.
     *
     * @param other the other place
     * @return the condition, unmet where either is absent
     * @throws InvalidCondition if the places are the same
     */
    default Condition<M> contains(StringPath<? super M, ?> other) {
        return Condition.call(Operator.CONTAINS, this, other);
    }

    /**
     * Returns the length of the stored text, to be compared; of text beyond ASCII, what is counted is not documented.
     *
     * @return the size
     */
    default Size<M> size() {
        return new Size<>(this);
    }
}
