package io.bloop.expression;

import io.bloop.type.BinaryType;
import io.bloop.type.ListType;
import io.bloop.type.MapType;
import io.bloop.type.NumberType;
import io.bloop.type.SetType;
import io.bloop.type.StringType;
import io.bloop.type.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Is a place inside of an attribute; there is a kind for each kind of type. */
sealed interface NestedPath<M, V> extends Path<M, V> {

    /** Returns the last step of the way there. */
    Step step();

    @Override
    default String name() {
        return step().name();
    }

    @Override
    default String attribute() {
        return step().parent().attribute();
    }

    @Override
    default boolean isNested() {
        return true;
    }

    @Override
    default String render(Placeholders placeholders) {
        return step().render(placeholders);
    }

    /** Returns a place that has what every kind has. */
    static <M, V> Path<M, V> of(Step step, Type<V> type) {
        return new OfAny<>(step, type);
    }

    static <M, V> NumberPath<M, V> number(Path<M, V> path) {
        if (path instanceof NumberPath<M, V> number) {
            return number;
        }
        if (path.place() instanceof NestedPath<M, V> nested && path.type() instanceof NumberType<V> type) {
            return new OfNumber<>(nested.step(), type);
        }
        throw otherKind(path, "asNumber()", "number");
    }

    static <M, V> StringPath<M, V> string(Path<M, V> path) {
        if (path instanceof StringPath<M, V> string) {
            return string;
        }
        if (path.place() instanceof NestedPath<M, V> nested && path.type() instanceof StringType<V> type) {
            return new OfString<>(nested.step(), type);
        }
        throw otherKind(path, "asString()", "string");
    }

    static <M, V> BinaryPath<M, V> binary(Path<M, V> path) {
        if (path instanceof BinaryPath<M, V> binary) {
            return binary;
        }
        if (path.place() instanceof NestedPath<M, V> nested && path.type() instanceof BinaryType<V> type) {
            return new OfBinary<>(nested.step(), type);
        }
        throw otherKind(path, "asBinary()", "binary");
    }

    private static InvalidCondition otherKind(Path<?, ?> path, String operation, String wanted) {
        return new InvalidCondition(operation + " needs a type that is stored as a " + wanted + ", and '" + path.name()
                + "' is of the type " + path.type() + "; use an operation that it has.");
    }

    /** Is a place of any kind. */
    record OfAny<M, V>(Step step, Type<V> type) implements NestedPath<M, V> {}

    /** Is a place that holds a string. */
    record OfString<M, V>(Step step, StringType<V> type) implements NestedPath<M, V>, StringPath<M, V> {}

    /** Is a place that holds a number. */
    record OfNumber<M, V>(Step step, NumberType<V> type) implements NestedPath<M, V>, NumberPath<M, V> {}

    /** Is a place that holds binary data. */
    record OfBinary<M, V>(Step step, BinaryType<V> type) implements NestedPath<M, V>, BinaryPath<M, V> {}

    /** Is a place that holds a set. */
    record OfSet<M, E>(Step step, SetType<E> type) implements NestedPath<M, Set<E>>, SetPath<M, E> {}

    /** Is a place that holds a list. */
    record OfList<M, E>(Step step, ListType<E> type) implements NestedPath<M, List<E>>, ListPath<M, E> {}

    /** Is a place that holds a map. */
    record OfMap<M, E>(Step step, MapType<E> type) implements NestedPath<M, Map<String, E>>, MapPath<M, E> {}
}
