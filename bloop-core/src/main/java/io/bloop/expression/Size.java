package io.bloop.expression;

import io.bloop.type.Types;

/**
 * Is the size of what stands at a path: bytes of a string or binary, members of a set, list or map.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <M> the class of the model's objects
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html">size</a>
 */
public final class Size<M> {

    private final Path<M, ?> path;

    Size(Path<M, ?> path) {
        this.path = path;
    }

    /**
     * Asks for equality.
     *
     * @param size the size
     * @return the condition
     */
    public Condition<M> eq(int size) {
        return compare(Operator.EQ, size);
    }

    /**
     * Asks for inequality.
     *
     * @param size the size
     * @return the condition
     */
    public Condition<M> ne(int size) {
        return compare(Operator.NE, size);
    }

    /**
     * Asks for less.
     *
     * @param size the bound
     * @return the condition
     */
    public Condition<M> lt(int size) {
        return compare(Operator.LT, size);
    }

    /**
     * Asks for at most.
     *
     * @param size the bound
     * @return the condition
     */
    public Condition<M> le(int size) {
        return compare(Operator.LE, size);
    }

    /**
     * Asks for more.
     *
     * @param size the bound
     * @return the condition
     */
    public Condition<M> gt(int size) {
        return compare(Operator.GT, size);
    }

    /**
     * Asks for at least.
     *
     * @param size the bound
     * @return the condition
     */
    public Condition<M> ge(int size) {
        return compare(Operator.GE, size);
    }

    private Condition<M> compare(Operator operator, int size) {
        return Condition.leaf(operator, new Operand.SizeOf(path), Operand.literal(path, Types.INTEGER, size));
    }
}
