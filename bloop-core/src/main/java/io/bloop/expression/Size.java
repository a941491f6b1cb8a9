package io.bloop.expression;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Is the size of what stands at a path: length of a string, bytes of a binary, members of a set, list or map.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <M> the class of the model's objects
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html">size</a>
 */
public final class Size<M> {

    private final Operand of;

    Size(Path<M, ?> path) {
        this.of = new Operand.SizeOf(path);
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
     * Asks for equality with what stands elsewhere in the item.
     *
     * @param number where the number is
     * @return the condition
     */
    public Condition<M> eq(NumberPath<? super M, ?> number) {
        return Condition.leaf(Operator.EQ, of, new Operand.At(number));
    }

    /**
     * Asks for equality with another size.
     *
     * @param other the other size
     * @return the condition
     */
    public Condition<M> eq(Size<? super M> other) {
        return Condition.leaf(Operator.EQ, of, other.of);
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
     * Asks for inequality with what stands elsewhere in the item.
     *
     * @param number where the number is
     * @return the condition
     */
    public Condition<M> ne(NumberPath<? super M, ?> number) {
        return Condition.leaf(Operator.NE, of, new Operand.At(number));
    }

    /**
     * Asks for inequality with another size.
     *
     * @param other the other size
     * @return the condition
     */
    public Condition<M> ne(Size<? super M> other) {
        return Condition.leaf(Operator.NE, of, other.of);
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
     * Asks for less than what stands elsewhere in the item.
     *
     * @param number where the number is
     * @return the condition
     */
    public Condition<M> lt(NumberPath<? super M, ?> number) {
        return Condition.leaf(Operator.LT, of, new Operand.At(number));
    }

    /**
     * Asks for less than another size.
     *
     * @param other the other size
     * @return the condition
     */
    public Condition<M> lt(Size<? super M> other) {
        return Condition.leaf(Operator.LT, of, other.of);
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
     * Asks for at most what stands elsewhere in the item.
     *
     * @param number where the number is
     * @return the condition
     */
    public Condition<M> le(NumberPath<? super M, ?> number) {
        return Condition.leaf(Operator.LE, of, new Operand.At(number));
    }

    /**
     * Asks for at most another size.
     *
     * @param other the other size
     * @return the condition
     */
    public Condition<M> le(Size<? super M> other) {
        return Condition.leaf(Operator.LE, of, other.of);
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
     * Asks for more than what stands elsewhere in the item.
     *
     * @param number where the number is
     * @return the condition
     */
    public Condition<M> gt(NumberPath<? super M, ?> number) {
        return Condition.leaf(Operator.GT, of, new Operand.At(number));
    }

    /**
     * Asks for more than another size.
     *
     * @param other the other size
     * @return the condition
     */
    public Condition<M> gt(Size<? super M> other) {
        return Condition.leaf(Operator.GT, of, other.of);
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

    /**
     * Asks for at least what stands elsewhere in the item.
     *
     * @param number where the number is
     * @return the condition
     */
    public Condition<M> ge(NumberPath<? super M, ?> number) {
        return Condition.leaf(Operator.GE, of, new Operand.At(number));
    }

    /**
     * Asks for at least another size.
     *
     * @param other the other size
     * @return the condition
     */
    public Condition<M> ge(Size<? super M> other) {
        return Condition.leaf(Operator.GE, of, other.of);
    }

    /**
     * Asks for a size between two bounds, both included.
     *
     * @param least the lower bound
     * @param most the upper bound
     * @return the condition
     */
    public Condition<M> between(int least, int most) {
        return Condition.leaf(Operator.BETWEEN, of, number(least), number(most));
    }

    private Condition<M> compare(Operator operator, int size) {
        return Condition.leaf(operator, of, number(size));
    }

    private static Operand number(int size) {
        return new Operand.Literal(AttributeValue.fromN(Integer.toString(size)));
    }
}
