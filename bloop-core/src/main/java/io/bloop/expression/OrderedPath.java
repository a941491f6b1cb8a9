package io.bloop.expression;

/**
 * A place whose values have an order, which is that of their stored form: strings by their UTF-8 bytes, numbers by
 * value, binaries by unsigned bytes.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <M> the class of the model's objects
 * @param <V> the Java type of what stands there
 * @since 0.1.0
 */
public interface OrderedPath<M, V> extends Path<M, V> {

    /**
     * Asks for less.
     *
     * @param value the bound
     * @return the condition
     * @throws InvalidCondition if the value is null
     */
    default Condition<M> lt(V value) {
        return Condition.order(Operator.LT, this, value);
    }

    /**
     * Requires a value less than the value at another place of the item.
     *
     * @param other the other place
     * @return the condition
     * @throws InvalidCondition if the places are the same, or are not stored alike
     */
    default Condition<M> lt(Path<? super M, ? extends V> other) {
        return Condition.comparison(Operator.LT, this, other);
    }

    /**
     * Asks for at most.
     *
     * @param value the bound
     * @return the condition
     * @throws InvalidCondition if the value is null
     */
    default Condition<M> le(V value) {
        return Condition.order(Operator.LE, this, value);
    }

    /**
     * Requires a value of at most the value at another place of the item.
     *
     * @param other the other place
     * @return the condition
     * @throws InvalidCondition if the places are the same, or are not stored alike
     */
    default Condition<M> le(Path<? super M, ? extends V> other) {
        return Condition.comparison(Operator.LE, this, other);
    }

    /**
     * Asks for more.
     *
     * @param value the bound
     * @return the condition
     * @throws InvalidCondition if the value is null
     */
    default Condition<M> gt(V value) {
        return Condition.order(Operator.GT, this, value);
    }

    /**
     * Requires a value greater than the value at another place of the item.
     *
     * @param other the other place
     * @return the condition
     * @throws InvalidCondition if the places are the same, or are not stored alike
     */
    default Condition<M> gt(Path<? super M, ? extends V> other) {
        return Condition.comparison(Operator.GT, this, other);
    }

    /**
     * Asks for at least.
     *
     * @param value the bound
     * @return the condition
     * @throws InvalidCondition if the value is null
     */
    default Condition<M> ge(V value) {
        return Condition.order(Operator.GE, this, value);
    }

    /**
     * Requires a value of at least the value at another place of the item.
     *
     * @param other the other place
     * @return the condition
     * @throws InvalidCondition if the places are the same, or are not stored alike
     */
    default Condition<M> ge(Path<? super M, ? extends V> other) {
        return Condition.comparison(Operator.GE, this, other);
    }

    /**
     * Asks for a value between two bounds, both included.
     *
     * @param least the lower bound
     * @param most the upper bound
     * @return the condition
     * @throws InvalidCondition if a bound is null
     */
    default Condition<M> between(V least, V most) {
        return Condition.between(this, Operand.of(this, least), Operand.of(this, most));
    }

    /**
     * Asks for a value between a bound and what stands at another place of the same item, both included.
     *
     * @param least the lower bound
     * @param most where the upper bound is
     * @return the condition, unmet where either place is absent
     * @throws InvalidCondition if the bound is null, or the places are the same, or are not stored alike
     */
    default Condition<M> between(V least, Path<? super M, ? extends V> most) {
        return Condition.between(this, Operand.of(this, least), new Operand.At(most));
    }

    /**
     * Asks for a value between what stands at another place of the same item and a bound, both included.
     *
     * @param least where the lower bound is
     * @param most the upper bound
     * @return the condition, unmet where either place is absent
     * @throws InvalidCondition if the bound is null, or the places are the same, or are not stored alike
     */
    default Condition<M> between(Path<? super M, ? extends V> least, V most) {
        return Condition.between(this, new Operand.At(least), Operand.of(this, most));
    }

    /**
     * Asks for a value between what stands at two other places of the same item, both included.
     *
     * @param least where the lower bound is
     * @param most where the upper bound is
     * @return the condition, unmet where any of the three is absent
     * @throws InvalidCondition if a bound is this place, or is not stored alike
     */
    default Condition<M> between(Path<? super M, ? extends V> least, Path<? super M, ? extends V> most) {
        return Condition.between(this, new Operand.At(least), new Operand.At(most));
    }
}
