package io.bloop.type;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Stores a Java type as a string.
 *
 * <p>Immutable and thread-safe, if its functions are.
 *
 * @param <V> the Java type
 * @since 0.1.0
 */
public final class StringType<V> extends TextType<V> {

    private StringType(String name, Class<?> javaType, Codec<V, String> codec, boolean immutable, @Nullable V absent) {
        super(name, javaType, Tag.S, codec, immutable, absent);
    }

    /**
     * Creates a type from two functions, either of which may return null for "nothing".
     *
     * @param <V> the Java type
     * @param javaType its class
     * @param dump makes the text of a value; an exception of it becomes an {@link InvalidValue}
     * @param load makes a value of the text; an exception of it becomes an {@link InvalidValue}
     * @return the type
     */
    public static <V> StringType<V> of(
            Class<V> javaType,
            Function<? super V, @Nullable String> dump,
            Function<String, ? extends @Nullable V> load) {
        return of(javaType.getSimpleName(), javaType, Codec.of(dump, load));
    }

    /** Creates a type whose values may change or be equal without being stored alike: a baseline keeps their text. */
    static <V> StringType<V> of(String name, Class<V> javaType, Codec<V, String> codec) {
        return new StringType<>(name, javaType, codec, false, null);
    }

    /** Creates a type whose values never change, so that a baseline may keep them by reference. */
    static <V> StringType<V> ofImmutable(String name, Class<V> javaType, Codec<V, String> codec) {
        return new StringType<>(name, javaType, codec, true, null);
    }

    /**
     * Returns this type with a value for an absent attribute, which fields of a primitive type need.
     *
     * @param value what an absent attribute reads as
     * @return the type
     */
    public StringType<V> orElse(V value) {
        return withAbsent(value, StringType<V>::new);
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
        out.string(text);
    }
}
