package io.bloop.expression;

import io.bloop.type.AttributeValues;
import io.bloop.type.Type;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Is what an operator works on. */
sealed interface Operand {

    /** Returns the operand's text, with placeholders. */
    String render(Placeholders placeholders);

    /** Returns the path that the operand reads, or null. */
    @Nullable
    Path<?, ?> path();

    /** Dumps a value that a path is compared with. */
    static <V> Operand literal(Path<?, ?> path, Type<V> type, @Nullable V value) {
        return new Literal(required(path, type, AttributeValues.dump(type, value)));
    }

    /** Requires a value that a path can be compared with. */
    static <X> X required(Path<?, ?> path, Type<?> type, @Nullable X value) {
        if (value == null) {
            throw new InvalidCondition("Cannot compare '" + path.name() + "' with a " + type + " that says nothing, as "
                    + "null; use exists() or notExists() to ask whether the attribute is there.");
        }
        return value;
    }

    /** Is what stands at a path. */
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

    /** Is the size of what stands at a path. */
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

    /** Is a value. */
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
