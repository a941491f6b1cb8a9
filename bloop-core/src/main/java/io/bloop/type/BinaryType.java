package io.bloop.type;

import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Stores a Java type as binary data.
 *
 * <p>Immutable and thread-safe, if its functions are.
 *
 * @param <V> the Java type
 */
public final class BinaryType<V> extends Type<V> {

    private final Codec<V, byte[]> codec;

    private BinaryType(String name, Class<?> javaType, Codec<V, byte[]> codec) {
        super(name, javaType, Tag.B);
        this.codec = codec;
    }

    /**
     * Creates a type from two functions, either of which may return null for "nothing".
     *
     * @param <V> the Java type
     * @param javaType its class
     * @param dump makes the bytes of a value; they are copied before they are stored
     * @param load makes a value of the bytes, which are its own; an exception of it becomes an {@link InvalidValue}
     * @return the type
     */
    public static <V> BinaryType<V> of(
            Class<V> javaType,
            Function<? super V, byte @Nullable []> dump,
            Function<byte[], ? extends @Nullable V> load) {
        return of(javaType.getSimpleName(), javaType, Codec.of(dump, load));
    }

    static <V> BinaryType<V> of(String name, Class<V> javaType, Codec<V, byte[]> codec) {
        return new BinaryType<>(name, javaType, codec);
    }

    @Override
    public boolean write(V value, ValueWriter out) {
        byte[] bytes = print(value);
        if (bytes == null) {
            return false;
        }
        out.binary(bytes);
        return true;
    }

    byte @Nullable [] print(V value) {
        return codec.dump(value);
    }

    @Nullable
    V parse(byte[] bytes) {
        try {
            return codec.load(bytes);
        } catch (InvalidValue ex) {
            throw ex;
        } catch (RuntimeException ex) {
            throw InvalidValue.unreadable(toString(), "B of " + bytes.length + " bytes", ex);
        }
    }

    /**
     * Tells whether the bytes are stored as their base64.
     *
     * @return true for {@link Types#BASE64_BYTES}
     */
    public boolean isBase64() {
        return (Object) codec == BinaryCodec.BASE64;
    }

    @Override
    public boolean isStoredAs(Type<?> other) {
        return other instanceof BinaryType<?> binary ? isBase64() == binary.isBase64() : super.isStoredAs(other);
    }

    @Override
    public @Nullable V read(ValueReader in) {
        require(in);
        return parse(in.bytes());
    }

    @Override
    public @Nullable V absent() {
        return null;
    }

    @Override
    public @Nullable Object remember(@Nullable V value) {
        byte[] bytes = value == null ? null : codec.dump(value);
        return bytes == null ? null : bytes.clone();
    }

    @Override
    public @Nullable Object rememberRead(ValueReader in, @Nullable V value) {
        // bytes that the SDK has received never change, and need no copy
        return (Object) this == Types.BYTES && in instanceof AttributeValueReader received
                ? received.sharedBytes()
                : remember(value);
    }

    @Override
    public boolean isSame(@Nullable V value, @Nullable Object remembered) {
        byte[] bytes = value == null ? null : codec.dump(value);
        return Arrays.equals(bytes, (byte[]) remembered);
    }

    @Override
    void restore(Object remembered, ValueWriter out) {
        out.binary((byte[]) remembered);
    }
}
