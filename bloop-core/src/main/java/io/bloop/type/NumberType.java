package io.bloop.type;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Stores a Java type as a number.
 *
 * <p>Immutable and thread-safe, if its functions are.
 *
 * @param <V> the Java type
 * @since 0.1.0
 */
public final class NumberType<V> extends TextType<V> {

    private NumberType(String name, Class<?> javaType, Codec<V, String> codec, boolean immutable, @Nullable V absent) {
        super(name, javaType, Tag.N, codec, immutable, absent);
    }

    /**
     * Creates a type from two functions, either of which may return null for "nothing".
     *
     * @param <V> the Java type
     * @param javaType its class
     * @param dump makes the decimal text of a value; an exception of it becomes an {@link InvalidValue}
     * @param load makes a value of the decimal text; an exception of it becomes an {@link InvalidValue}
     * @return the type
     */
    public static <V> NumberType<V> of(
            Class<V> javaType,
            Function<? super V, @Nullable String> dump,
            Function<String, ? extends @Nullable V> load) {
        return of(javaType.getSimpleName(), javaType, Codec.of(dump, load));
    }

    /** Creates a type whose values may change or be equal without being stored alike: a baseline keeps their text. */
    static <V> NumberType<V> of(String name, Class<V> javaType, Codec<V, String> codec) {
        return new NumberType<>(name, javaType, codec, false, null);
    }

    /** Creates a type whose values never change, so that a baseline may keep them by reference. */
    static <V> NumberType<V> ofImmutable(String name, Class<V> javaType, Codec<V, String> codec) {
        return new NumberType<>(name, javaType, codec, true, null);
    }

    /**
     * Returns this type with a value for an absent attribute, which fields of a primitive type need.
     *
     * @param value what an absent attribute reads as
     * @return the type
     */
    public NumberType<V> orElse(V value) {
        return withAbsent(value, NumberType<V>::new);
    }

    @Override
    public boolean write(V value, ValueWriter out) {
        String text = print(value);
        if (text == null) {
            return false;
        }
        text(text, out);
        return true;
    }

    @Override
    void text(String text, ValueWriter out) {
        out.number(text);
    }
}
