package io.bloop.expression;

import io.bloop.type.AttributeValues;
import io.bloop.type.BinaryType;
import io.bloop.type.Tag;
import io.bloop.type.Type;
import io.bloop.type.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A condition on an item.
 *
 * <p>Conditions come from paths, are joined by {@link #and}, {@link #or} and {@link #not}, and are values: immutable,
 * equal by structure, safe to share between threads and requests. Values are dumped when the condition is made.
 *
 * @param <M> the class of the model's objects
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ConditionExpressions.html">Condition expressions</a>
 * @since 0.1.0
 */
public final class Condition<M> {

    private static final Condition<Object> EMPTY = new Condition<>(Operator.EMPTY, List.of(), List.of());

    /** The most operands that DynamoDB takes in one IN. */
    private static final int MOST_IN = 100;

    private final Operator operator;
    private final List<Operand> operands;
    private final List<Condition<M>> parts;

    private Condition(Operator operator, List<Operand> operands, List<Condition<M>> parts) {
        this.operator = operator;
        this.operands = operands;
        this.parts = parts;
    }

    /**
     * Returns the condition that asks nothing, and is neutral when joined.
     *
     * @param <M> the class of the model's objects
     * @return the empty condition
     */
    @SuppressWarnings("unchecked") // the condition reads no path of any model
    public static <M> Condition<M> empty() {
        return (Condition<M>) EMPTY;
    }

    static <M, V> Condition<M> equality(Operator operator, Path<M, V> path, @Nullable V value) {
        Operand operand = Operand.ofNullable(path, path.type(), value);
        if (operand == null) {
            return operator == Operator.EQ ? absent(path) : absent(path).not();
        }
        return leaf(operator, new Operand.At(path), operand);
    }

    /**
     * Requires an attribute that is absent or of the type NULL, which other mappers write for members without a value.
     *
     * @param <M> the class of the model's objects
     * @param path the place
     * @return the condition
     */
    public static <M> Condition<M> absent(Path<M, ?> path) {
        return Condition.<M>call(Operator.NOT_EXISTS, path).or(hasType(path, Tag.NULL));
    }

    /**
     * Requires an attribute in its stored form.
     *
     * @param <M> the class of the model's objects
     * @param path the place
     * @param value the attribute value; null requires an absent attribute, like {@link #absent}
     * @return the condition
     */
    public static <M> Condition<M> stored(Path<M, ?> path, @Nullable AttributeValue value) {
        return value == null ? absent(path) : leaf(Operator.EQ, new Operand.At(path), new Operand.Literal(value));
    }

    static <M, V> Condition<M> order(Operator operator, Path<M, V> path, V value) {
        return leaf(operator, new Operand.At(path), Operand.of(path, value));
    }

    static <M> Condition<M> between(Path<M, ?> path, Operand least, Operand most) {
        return leaf(Operator.BETWEEN, new Operand.At(path), least, most);
    }

    static <M> Condition<M> comparison(Operator operator, Path<M, ?> left, Path<? super M, ?> right) {
        return leaf(operator, new Operand.At(left), new Operand.At(right));
    }

    static <M, V> Condition<M> in(Path<M, V> path, Collection<? extends V> values) {
        return in(
                new Operand.At(path),
                values.stream().map(value -> Operand.of(path, value)).toList());
    }

    static <M> Condition<M> in(Operand subject, List<? extends Operand> others) {
        if (others.isEmpty()) {
            throw new InvalidCondition(subject + ".in() of no values is never met; give at least one.");
        }
        List<? extends Operand> distinct = others.stream().distinct().toList();
        Condition<M> all = empty();
        for (int from = 0; from < distinct.size(); from += MOST_IN) {
            List<Operand> operands = new ArrayList<>();
            operands.add(subject);
            operands.addAll(distinct.subList(from, Math.min(from + MOST_IN, distinct.size())));
            all = all.or(leaf(Operator.IN, operands.toArray(Operand[]::new)));
        }
        return all;
    }

    static <M> Condition<M> call(Operator operator, Path<M, ?> path) {
        return leaf(operator, new Operand.At(path));
    }

    static <M, A> Condition<M> call(Operator operator, Path<M, ?> path, Type<A> type, A argument) {
        return leaf(operator, new Operand.At(path), Operand.of(path, type, argument));
    }

    static <M> Condition<M> call(Operator operator, Path<M, ?> path, Path<? super M, ?> argument) {
        return leaf(operator, new Operand.At(path), new Operand.At(argument));
    }

    static <M> Condition<M> beginsWith(Path<M, ?> path, BinaryType<?> type, byte @Nullable [] prefix) {
        Condition<M> any = empty();
        for (AttributeValue beginning : AttributeValues.prefixes(type, Operand.required(path, type, prefix))) {
            any = any.or(leaf(Operator.BEGINS_WITH, new Operand.At(path), new Operand.Literal(beginning)));
        }
        return any;
    }

    static <M> Condition<M> contains(Path<M, ?> path, BinaryType<?> type, byte[] part) {
        if (type.isBase64()) {
            throw new InvalidCondition(
                    "contains of '" + path.name() + "' cannot be asked, since the bytes are stored as "
                            + "base64, in which a part has no text of its own; use beginsWith or eq, or store the bytes as "
                            + "Types.BYTES.");
        }
        return call(Operator.CONTAINS, path, Types.BYTES, part);
    }

    static <M> Condition<M> hasType(Path<M, ?> path, Tag tag) {
        return leaf(Operator.TYPE, new Operand.At(path), new Operand.Literal(AttributeValue.createS(tag.name())));
    }

    static <M> Condition<M> leaf(Operator operator, Operand... operands) {
        OperandCheck.check(operator, operands);
        return new Condition<>(operator, List.of(operands), List.of());
    }

    /**
     * Returns the condition that holds if this one and another hold.
     *
     * @param other the other
     * @return the conjunction
     */
    public Condition<M> and(Condition<? super M> other) {
        return join(Operator.AND, other);
    }

    /**
     * Returns the condition that holds if this one or another holds.
     *
     * @param other the other
     * @return the disjunction
     */
    public Condition<M> or(Condition<? super M> other) {
        return join(Operator.OR, other);
    }

    /**
     * Returns the condition that holds if this one does not.
     *
     * @return the negation; that of the empty condition is empty
     */
    public Condition<M> not() {
        return switch (operator) {
            case EMPTY -> this;
            case NOT -> parts.get(0);
            default -> new Condition<>(Operator.NOT, List.of(), List.of(this));
        };
    }

    @SuppressWarnings("unchecked") // a condition only reads the model that it asks about
    private Condition<M> join(Operator joint, Condition<? super M> other) {
        Condition<M> asked = (Condition<M>) other;
        if (asked.isEmpty()) {
            return this;
        }
        if (operator == Operator.EMPTY) {
            return asked;
        }
        List<Condition<M>> joined = new ArrayList<>();
        addParts(joined, joint, this);
        addParts(joined, joint, asked);
        return new Condition<>(joint, List.of(), List.copyOf(joined));
    }

    private static <M> void addParts(List<Condition<M>> joined, Operator joint, Condition<M> condition) {
        if (condition.operator == joint) {
            joined.addAll(condition.parts);
        } else {
            joined.add(condition);
        }
    }

    /**
     * Tells whether the condition is empty.
     *
     * @return true for the empty condition
     */
    public boolean isEmpty() {
        return operator == Operator.EMPTY;
    }

    /**
     * Returns the operator of the condition, or of the conjunction of its parts.
     *
     * @return the operator
     */
    public Operator operator() {
        return operator;
    }

    /**
     * Returns the conditions that have to hold together.
     *
     * @return the parts of a conjunction; otherwise this condition alone, or nothing if it is empty
     */
    public List<Condition<M>> conjuncts() {
        return switch (operator) {
            case EMPTY -> List.of();
            case AND -> parts;
            default -> List.of(this);
        };
    }

    /**
     * Returns the path on the left-hand side of a plain condition.
     *
     * @return the path on the left-hand side; null for a joined condition, and for one on a size
     */
    public @Nullable Path<?, ?> subject() {
        return !operands.isEmpty() && operands.get(0) instanceof Operand.At at ? at.path() : null;
    }

    /**
     * Tells whether a plain condition compares with values alone.
     *
     * @return false where the right-hand side names a path
     */
    public boolean comparesWithValues() {
        return operands.stream().skip(1).allMatch(operand -> operand instanceof Operand.Literal);
    }

    /**
     * Returns the values that a plain condition compares with.
     *
     * @return the values, in the order in which they were given; none for a joined condition
     */
    public List<AttributeValue> values() {
        List<AttributeValue> values = new ArrayList<>();
        for (Operand operand : operands) {
            if (operand instanceof Operand.Literal literal) {
                values.add(literal.value());
            }
        }
        return values;
    }

    /**
     * Returns every place that the condition reads, on either side.
     *
     * @return the paths
     */
    public List<Path<?, ?>> paths() {
        List<Path<?, ?>> paths = new ArrayList<>();
        for (Operand operand : operands) {
            Path<?, ?> path = operand.path();
            if (path != null) {
                paths.add(path);
            }
        }
        parts.forEach(part -> paths.addAll(part.paths()));
        return paths;
    }

    /**
     * Writes the condition in DynamoDB's expression language.
     *
     * @param placeholders the request's placeholders, which take the names and values
     * @return the text; empty for the empty condition
     */
    public String render(Placeholders placeholders) {
        return switch (operator) {
            case EMPTY -> "";
            case AND, OR -> joined(placeholders);
            case NOT -> "(NOT " + parts.get(0).render(placeholders) + ")";
            default -> leaf(texts(placeholders));
        };
    }

    private List<String> texts(Placeholders placeholders) {
        List<String> texts = new ArrayList<>(operands.size());
        for (Operand operand : operands) {
            texts.add(operand.render(placeholders));
        }
        return texts;
    }

    private String joined(Placeholders placeholders) {
        return "("
                + String.join(
                        operator == Operator.AND ? " AND " : " OR ",
                        parts.stream().map(part -> part.render(placeholders)).toList())
                + ")";
    }

    private String leaf(List<String> texts) {
        String first = texts.get(0);
        return switch (operator) {
            case BETWEEN -> "(" + first + " BETWEEN " + texts.get(1) + " AND " + texts.get(2) + ")";
            case IN -> "(" + first + " IN (" + String.join(", ", texts.subList(1, texts.size())) + "))";
            case BEGINS_WITH -> "begins_with(" + first + ", " + texts.get(1) + ")";
            case CONTAINS -> "contains(" + first + ", " + texts.get(1) + ")";
            case TYPE -> "attribute_type(" + first + ", " + texts.get(1) + ")";
            case EXISTS -> "attribute_exists(" + first + ")";
            case NOT_EXISTS -> "attribute_not_exists(" + first + ")";
            default -> "(" + first + " " + operator.sign() + " " + texts.get(1) + ")";
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Condition<?> that
                && operator == that.operator
                && operands.equals(that.operands)
                && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(operator, operands, parts);
    }

    /**
     * Returns the condition for people, without any value: for messages and logs.
     *
     * @return one line with column names in place, such as {@code (clicks > ?)}
     */
    public String outline() {
        return print(place -> false);
    }

    /**
     * Returns the condition for people, without the values of most places: for messages.
     *
     * @param shown tells whether the values that a place is compared with are shown; others are {@code ?}
     * @return the condition as {@link #toString()} prints it, such as {@code ((slug = S "curl") and (owner = ?))}
     */
    public String print(Predicate<Path<?, ?>> shown) {
        return switch (operator) {
            case EMPTY -> "(nothing)";
            case AND, OR ->
                parts.stream()
                        .map(part -> part.print(shown))
                        .collect(Collectors.joining(operator == Operator.AND ? " and " : " or ", "(", ")"));
            case NOT -> "(not " + parts.get(0).print(shown) + ")";
            default -> {
                Path<?, ?> place = operands.get(0).path();
                boolean showsValues = place == null || shown.test(place);
                yield leaf(operands.stream()
                        .map(operand -> operand instanceof Operand.Literal && !showsValues ? "?" : operand.toString())
                        .toList());
            }
        };
    }

    /** Returns the condition for people, with column names and values in place, such as {@code (clicks > N 3)}. */
    @Override
    public String toString() {
        return print(place -> true);
    }
}
