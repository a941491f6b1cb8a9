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
 * @since 0.1.0
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
     * @param dump makes the bytes of a value; they are copied before they are stored; an exception of
     *     it becomes an {@link InvalidValue}
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
        try {
            return codec.dump(value);
        } catch (InvalidValue ex) {
            throw ex;
        } catch (Exception ex) {
            throw InvalidValue.unstorable(toString(), ex);
        }
    }

    @Nullable
    V parse(byte[] bytes) {
        try {
            return codec.load(bytes);
        } catch (InvalidValue ex) {
            throw ex;
        } catch (Exception ex) {
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
        byte[] bytes = value == null ? null : print(value);
        return bytes == null ? null : bytes.clone();
    }

    @Override
    public @Nullable Object rememberRead(ValueReader in, @Nullable V value) {
        // bytes that the SDK has received never change, and need no copy
        return (Object) this == Types.BYTES && in instanceof AttributeValueReader received
                ? received.sharedBytes()
                : inStoredForm(in, remember(value));
    }

    @Override
    public boolean hasOneForm() {
        return (Object) codec == BinaryCodec.BYTES || (Object) codec == BinaryCodec.BYTE_BUFFER;
    }

    private @Nullable Object inStoredForm(ValueReader in, @Nullable Object kept) {
        if (kept == null || hasOneForm()) {
            return kept;
        }
        byte[] stored = in.bytes();
        return Arrays.equals(stored, (byte[]) kept) ? kept : new StoredForm(kept, stored);
    }

    @Override
    public boolean isSame(@Nullable V value, @Nullable Object remembered) {
        byte[] bytes = value == null ? null : print(value);
        return Arrays.equals(bytes, (byte[]) StoredForm.valueOf(remembered));
    }

    @Override
    void restore(Object remembered, ValueWriter out) {
        out.binary((byte[]) (remembered instanceof StoredForm form ? form.raw() : remembered));
    }
}
