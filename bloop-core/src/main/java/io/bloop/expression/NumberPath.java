package io.bloop.expression;

/**
 * A place that holds a number.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <M> the class of the model's objects
 * @param <V> the Java type of what stands there
 * @since 0.1.0
 */
public interface NumberPath<M, V> extends OrderedPath<M, V> {

    /**
     * Returns the sum with a number, for an update to set a place to.
     *
     * @param number what is added
     * @return the sum; the update fails where the item has no number here
     * @throws InvalidCondition if the number is null
     */
    default UpdateValue<M, V> plus(V number) {
        return UpdateValue.plus(this, Operand.of(this, number));
    }

    /**
     * Returns the sum with a number that stands elsewhere in the item, for an update to set a place to.
     *
     * @param other the other place
     * @return the sum; the update fails where the item lacks either number
     */
    default UpdateValue<M, V> plus(NumberPath<? super M, V> other) {
        return UpdateValue.plus(this, new Operand.At(other));
    }

    /**
     * Returns the difference from a number, for an update to set a place to.
     *
     * @param number what is subtracted
     * @return the difference; the update fails where the item has no number here
     * @throws InvalidCondition if the number is null
     */
    default UpdateValue<M, V> minus(V number) {
        return UpdateValue.minus(this, Operand.of(this, number));
    }

    /**
     * Returns the difference from a number that stands elsewhere in the item, for an update to set a place to.
     *
     * @param other the other place
     * @return the difference; the update fails where the item lacks either number
     */
    default UpdateValue<M, V> minus(NumberPath<? super M, V> other) {
        return UpdateValue.minus(this, new Operand.At(other));
    }
}
