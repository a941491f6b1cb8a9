package io.bloop.expression;

import io.bloop.type.AttributeValues;
import io.bloop.type.InvalidValue;
import io.bloop.type.Type;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an operator works on. */
sealed interface Operand {

    /** Returns the operand's text, with placeholders. */
    String render(Placeholders placeholders);

    /** Returns the path that the operand reads, or null. */
    @Nullable
    Path<?, ?> path();

    /** Returns what a path is compared with: a value of its type, or what stands at another path. */
    static <V> Operand of(Path<?, V> path, @Nullable V value) {
        return of(path, path.type(), value);
    }

    /** Returns what a path is compared with: a value of another type, or what stands at another path. */
    static <V> Operand of(Path<?, ?> path, Type<V> type, @Nullable V value) {
        return required(path, type, ofNullable(path, type, value));
    }

    /** Returns what a path is compared with; null where the value says nothing. */
    static <V> @Nullable Operand ofNullable(Path<?, ?> path, Type<V> type, @Nullable V value) {
        if (value instanceof Path<?, ?> other) {
            return new At(other); // where a type takes every class, the compiler takes a path for a value
        }
        AttributeValue dumped;
        try {
            dumped = AttributeValues.dump(type, value);
        } catch (InvalidValue ex) {
            throw InvalidCondition.of(path, ex);
        }
        return dumped == null ? null : new Literal(dumped);
    }

    /** Requires a value that a path can be compared with. */
    static <X> X required(Path<?, ?> path, Type<?> type, @Nullable X value) {
        if (value == null) {
            throw new InvalidCondition(
                    "Cannot compare '" + path.name() + "' with a " + type + " that is null or empty; "
                            + "use exists() or notExists() to ask whether the attribute is there.");
        }
        return value;
    }

    /** The value at a path. */
    record At(Path<?, ?> path) implements Operand {
        public At {
            path = path.place();
        }

        @Override
        public String render(Placeholders placeholders) {
            return path.render(placeholders);
        }

        @Override
        public String toString() {
            return path.name();
        }
    }

    /** The size of the value at a path. */
    record SizeOf(Path<?, ?> path) implements Operand {
        public SizeOf {
            path = path.place();
        }

        @Override
        public String render(Placeholders placeholders) {
            return "size(" + path.render(placeholders) + ")";
        }

        @Override
        public String toString() {
            return "size(" + path.name() + ")";
        }
    }

    /** A value. */
    record Literal(AttributeValue value) implements Operand {
        @Override
        public String render(Placeholders placeholders) {
            return placeholders.value(value);
        }

        @Override
        public @Nullable Path<?, ?> path() {
            return null;
        }

        @Override
        public String toString() {
            return AttributeValues.print(value);
        }
    }
}
