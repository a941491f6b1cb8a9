package io.bloop.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What an update sets a place to, where DynamoDB works it out: {@code LINK.price.plus(LINK.tax)}.
 *
 * <p>Immutable, equal by structure, and thread-safe. Values are dumped when the term is made.
 *
 * @param <M> the class of the model's objects
 * @param <V> the Java type of the result
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.UpdateExpressions.html">Update expressions</a>
 * @since 0.1.0
 */
public final class UpdateValue<M, V> {

    private enum Form {
        COPY,
        PLUS,
        MINUS,
        IF_ABSENT,
        APPEND,
        PREPEND
    }

    private final Form form;
    private final List<Operand> operands;

    private UpdateValue(Form form, Operand... operands) {
        this.form = form;
        this.operands = List.of(operands);
    }

    /**
     * Returns the value at a place.
     *
     * @param <M> the class of the model's objects
     * @param <V> the Java type of what stands there
     * @param path the place
     * @return the term
     */
    public static <M, V> UpdateValue<M, V> of(Path<M, V> path) {
        return new UpdateValue<>(Form.COPY, new Operand.At(path));
    }

    static <M, V> UpdateValue<M, V> plus(Path<M, V> path, Operand number) {
        return new UpdateValue<>(Form.PLUS, new Operand.At(path), number);
    }

    static <M, V> UpdateValue<M, V> minus(Path<M, V> path, Operand number) {
        return new UpdateValue<>(Form.MINUS, new Operand.At(path), number);
    }

    /**
     * Returns the value at a place, or the given value if there is none.
     *
     * @param <M> the class of the model's objects
     * @param <V> the Java type of what stands there
     * @param path the place
     * @param value the value, dumped
     * @return the term
     */
    public static <M, V> UpdateValue<M, V> ifAbsent(Path<M, V> path, AttributeValue value) {
        return new UpdateValue<>(Form.IF_ABSENT, new Operand.At(path), new Operand.Literal(value));
    }

    /**
     * Returns a list with elements after its own; an absent one counts as empty.
     *
     * @param <M> the class of the model's objects
     * @param <E> the Java type of the elements
     * @param path where the list is
     * @param elements the elements as a list, dumped
     * @return the term
     */
    public static <M, E> UpdateValue<M, List<E>> appended(ListPath<M, E> path, AttributeValue elements) {
        return joined(Form.APPEND, path, elements);
    }

    /**
     * Returns a list with elements before its own; an absent one counts as empty.
     *
     * @param <M> the class of the model's objects
     * @param <E> the Java type of the elements
     * @param path where the list is
     * @param elements the elements as a list, dumped
     * @return the term
     */
    public static <M, E> UpdateValue<M, List<E>> prepended(ListPath<M, E> path, AttributeValue elements) {
        return joined(Form.PREPEND, path, elements);
    }

    private static <M, E> UpdateValue<M, List<E>> joined(Form form, ListPath<M, E> path, AttributeValue elements) {
        return new UpdateValue<>(
                form, new Operand.At(path), Operand.of(path, List.of()), new Operand.Literal(elements));
    }

    /**
     * Returns the places that DynamoDB reads to compute the value.
     *
     * @return the paths; the update fails if the item has no value there, unless this value has a replacement
     */
    public List<Path<?, ?>> paths() {
        List<Path<?, ?>> paths = new ArrayList<>();
        for (Operand operand : operands) {
            Path<?, ?> path = operand.path();
            if (path != null) {
                paths.add(path);
            }
        }
        return paths;
    }

    String render(Placeholders placeholders) {
        return text(operand -> operand.render(placeholders));
    }

    private String text(Function<Operand, String> print) {
        List<String> texts = operands.stream().map(print).toList();
        return switch (form) {
            case COPY -> texts.get(0);
            case PLUS -> texts.get(0) + " + " + texts.get(1);
            case MINUS -> texts.get(0) + " - " + texts.get(1);
            case IF_ABSENT -> ifNotExists(texts);
            case APPEND -> "list_append(" + ifNotExists(texts) + ", " + texts.get(2) + ")";
            case PREPEND -> "list_append(" + texts.get(2) + ", " + ifNotExists(texts) + ")";
        };
    }

    private static String ifNotExists(List<String> texts) {
        return "if_not_exists(" + texts.get(0) + ", " + texts.get(1) + ")";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UpdateValue<?, ?> that && form == that.form && operands.equals(that.operands);
    }

    @Override
    public int hashCode() {
        return Objects.hash(form, operands);
    }

    /** Returns the term for people, with column names and values in place, such as {@code clicks + N 3}. */
    @Override
    public String toString() {
        return text(Object::toString);
    }
}
