package io.bloop.expression;

import io.bloop.type.BinaryType;
import io.bloop.type.DynamicType;
import io.bloop.type.ListType;
import io.bloop.type.MapType;
import io.bloop.type.NumberType;
import io.bloop.type.SetType;
import io.bloop.type.StringType;
import io.bloop.type.Type;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A place inside of an attribute, equal by the way there; there is a kind for each kind of type. */
abstract sealed class NestedPath<M, V, T extends Type<V>> implements Path<M, V> {

    private final PathSegment step;
    private final T type;

    private NestedPath(PathSegment step, T type) {
        this.step = step;
        this.type = type;
    }

    /** Returns a place of the kind that its type is of. */
    @SuppressWarnings("unchecked") // the type's values are those of the place
    static <M, V> Path<M, V> of(PathSegment step, Type<V> type) {
        Path<M, ?> place;
        if (type instanceof StringType<?> string) {
            place = new OfString<>(step, string);
        } else if (type instanceof NumberType<?> number) {
            place = new OfNumber<>(step, number);
        } else if (type instanceof BinaryType<?> binary) {
            place = new OfBinary<>(step, binary);
        } else if (type instanceof SetType<?> set) {
            place = new OfSet<>(step, set);
        } else if (type instanceof ListType<?> list) {
            place = new OfList<>(step, list);
        } else if (type instanceof MapType<?, ?> map) {
            place = new OfMap<>(step, map);
        } else if (type instanceof DynamicType dynamic) {
            place = new OfDynamic<>(step, dynamic);
        } else {
            place = new OfAny<>(step, type);
        }
        return (Path<M, V>) place;
    }

    @Override
    public final String name() {
        return step.name();
    }

    @Override
    public final String qualifiedName() {
        return step.qualifiedName();
    }

    @Override
    public final String attribute() {
        return step.parent().attribute();
    }

    @Override
    public final T type() {
        return type;
    }

    @Override
    public final Path<?, ?> root() {
        return step.parent().root();
    }

    @Override
    public final boolean isNested() {
        return step.isNested();
    }

    @Override
    public final @Nullable AttributeValue valueIn(Map<String, AttributeValue> item) {
        return step.valueIn(item);
    }

    @Override
    public final List<PathStep> steps() {
        return step.steps();
    }

    @Override
    public final String render(Placeholders placeholders) {
        return step.render(placeholders);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof NestedPath<?, ?, ?> that && step.equals(that.step);
    }

    @Override
    public final int hashCode() {
        return step.hashCode();
    }

    @Override
    public final String toString() {
        return name();
    }

    static <M, V> NumberPath<M, V> number(Path<M, V> path) {
        if (path instanceof NumberPath<M, V> number) {
            return number;
        }
        throw otherKind(path, "asNumber()", "number");
    }

    static <M, V> StringPath<M, V> string(Path<M, V> path) {
        if (path instanceof StringPath<M, V> string) {
            return string;
        }
        throw otherKind(path, "asString()", "string");
    }

    static <M, V> BinaryPath<M, V> binary(Path<M, V> path) {
        if (path instanceof BinaryPath<M, V> binary) {
            return binary;
        }
        throw otherKind(path, "asBinary()", "binary");
    }

    @SuppressWarnings("unchecked") // a dynamic path is of objects
    static <M> DynamicPath<M> dynamic(Path<M, ?> path, String operation) {
        if (path instanceof DynamicPath<?>) {
            return (DynamicPath<M>) path;
        }
        throw new InvalidCondition(operation + " needs a type that may be anything, and '" + path.name()
                + "' is of the type " + path.type() + "; use an operation that it has.");
    }

    /** Returns the bytes that a value of any class is; null where it is something else. */
    static byte @Nullable [] bytes(@Nullable Object value) {
        if (value instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return bytes;
        }
        return value instanceof byte[] bytes ? bytes : null;
    }

    private static InvalidCondition otherKind(Path<?, ?> path, String operation, String wanted) {
        return new InvalidCondition(operation + " needs a type that is stored as a " + wanted + ", and '" + path.name()
                + "' is of the type " + path.type() + "; use an operation that it has.");
    }

    /** A place of any kind. */
    static final class OfAny<M, V> extends NestedPath<M, V, Type<V>> {
        OfAny(PathSegment step, Type<V> type) {
            super(step, type);
        }
    }

    /** A place that holds a string. */
    static final class OfString<M, V> extends NestedPath<M, V, StringType<V>> implements StringPath<M, V> {
        OfString(PathSegment step, StringType<V> type) {
            super(step, type);
        }
    }

    /** A place that holds a number. */
    static final class OfNumber<M, V> extends NestedPath<M, V, NumberType<V>> implements NumberPath<M, V> {
        OfNumber(PathSegment step, NumberType<V> type) {
            super(step, type);
        }
    }

    /** A place that holds binary data. */
    static final class OfBinary<M, V> extends NestedPath<M, V, BinaryType<V>> implements BinaryPath<M, V> {
        OfBinary(PathSegment step, BinaryType<V> type) {
            super(step, type);
        }
    }

    /** A place that holds a set. */
    static final class OfSet<M, E> extends NestedPath<M, Set<E>, SetType<E>> implements SetPath<M, E> {
        OfSet(PathSegment step, SetType<E> type) {
            super(step, type);
        }
    }

    /** A place that holds a list. */
    static final class OfList<M, E> extends NestedPath<M, List<E>, ListType<E>> implements ListPath<M, E> {
        OfList(PathSegment step, ListType<E> type) {
            super(step, type);
        }
    }

    /** A place that may hold anything. */
    static final class OfDynamic<M> extends NestedPath<M, Object, DynamicType> implements DynamicPath<M> {
        OfDynamic(PathSegment step, DynamicType type) {
            super(step, type);
        }
    }

    /** A place that holds a map. */
    static final class OfMap<M, K, E> extends NestedPath<M, Map<K, E>, MapType<K, E>> implements MapPath<M, K, E> {
        OfMap(PathSegment step, MapType<K, E> type) {
            super(step, type);
        }
    }
}
