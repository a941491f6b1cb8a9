package io.bloop.expression;

import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The size of the value at a path: length of a string, bytes of a binary, members of a set, list or map.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <M> the class of the model's objects
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html">size</a>
 * @since 0.1.0
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
     * Requires that the value equals the value at another place of the item.
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
     * Requires that the value differs from the value at another place of the item.
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
     * Requires a value less than the value at another place of the item.
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
     * Requires a value of at most the value at another place of the item.
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
     * Requires a value greater than the value at another place of the item.
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
     * Requires a value of at least the value at another place of the item.
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

    /**
     * Asks for a size between two numbers that stand elsewhere in the item, both included.
     *
     * @param least where the lower bound is
     * @param most where the upper bound is
     * @return the condition
     */
    public Condition<M> between(NumberPath<? super M, ?> least, NumberPath<? super M, ?> most) {
        return Condition.leaf(Operator.BETWEEN, of, new Operand.At(least), new Operand.At(most));
    }

    /**
     * Asks for one of several sizes.
     *
     * @param sizes the sizes, at least one
     * @return the condition
     * @throws InvalidCondition if there are no sizes
     */
    public Condition<M> in(Collection<Integer> sizes) {
        return Condition.in(of, sizes.stream().map(Size::number).toList());
    }

    /**
     * Asks for a size that stands as a number at one of two places of the item; more of them are joined by {@code or}.
     *
     * @param first where a number is
     * @param second where another number is
     * @return the condition
     */
    public Condition<M> in(NumberPath<? super M, ?> first, NumberPath<? super M, ?> second) {
        return Condition.in(of, List.of(new Operand.At(first), new Operand.At(second)));
    }

    private Condition<M> compare(Operator operator, int size) {
        return Condition.leaf(operator, of, number(size));
    }

    private static Operand number(int size) {
        return new Operand.Literal(AttributeValue.createN(Integer.toString(size)));
    }
}
