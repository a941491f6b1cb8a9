package io.bloop.type;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stores any value by its own class, and reads each data type as the Java type that is closest to it.
 *
 * <p>Strings are stored as S, numbers of every class as N, truth values as BOOL, bytes and byte buffers as B, and what
 * has a text, such as instants, UUIDs and constants of enums, as S like the type of {@link Types} for its class; sets
 * of these as SS, NS and BS, other collections and arrays as L, and maps from strings, whole numbers and what has a
 * text as M, to any depth. Other classes are refused, documents among them. Read are String, {@link
 * java.math.BigDecimal}, Boolean, {@code byte[]}, Set, List and Map, so that a moment that was stored as text comes
 * back as text. There is no one data type; {@link #tag()} is that of the widest, M. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class DynamicType extends Type<Object> {

    private final Map<Tag, Type<?>> direct = new EnumMap<>(Tag.class);
    private final BinaryType<byte[]> bytes;

    DynamicType(BinaryType<byte[]> bytes) {
        super("Object", Object.class, Tag.M);
        this.bytes = bytes;
        for (Type<?> type : new Type<?>[] {
            Types.STRING,
            Types.BIG_DECIMAL,
            bytes,
            Types.BOOLEAN,
            Types.setOf(Types.STRING),
            Types.setOf(Types.BIG_DECIMAL),
            Types.setOf(bytes),
            Types.listOf(this),
            Types.mapOf(this)
        }) {
            direct.put(type.tag(), type);
        }
    }

    /**
     * Returns the type of the bytes among the values.
     *
     * @return {@link Types#BYTES} or {@link Types#BASE64_BYTES}
     */
    public BinaryType<byte[]> bytes() {
        return bytes;
    }

    /** What a baseline keeps of a value. */
    private record Kept(Tag tag, Object remembered) {}

    @SuppressWarnings("unchecked") // a direct value is of its direct type
    private Type<Object> type(DirectValue value) {
        return (Type<Object>) type(value.tag());
    }

    private Type<?> type(Tag tag) {
        return Objects.requireNonNull(direct.get(tag), "every data type but NULL has a type");
    }

    @Override
    public boolean write(Object value, ValueWriter out) {
        DirectValue found = DirectValue.of(value);
        return type(found).write(found.value(), out);
    }

    @Override
    public boolean isStoredAs(Type<?> other) {
        return true;
    }

    @Override
    public @Nullable Object read(ValueReader in) {
        return type(in.tag()).read(in);
    }

    @Override
    public @Nullable Object absent() {
        return null;
    }

    @Override
    public @Nullable Object remember(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        DirectValue found = DirectValue.of(value);
        Object remembered = type(found).remember(found.value());
        return remembered == null ? null : new Kept(found.tag(), remembered);
    }

    @Override
    public boolean isSame(@Nullable Object value, @Nullable Object remembered) {
        if (value == null || !(remembered instanceof Kept kept)) {
            return remember(value) == null && remembered == null;
        }
        DirectValue found = DirectValue.of(value);
        return found.tag() == kept.tag() && type(found).isSame(found.value(), kept.remembered());
    }

    @Override
    void restore(Object remembered, ValueWriter out) {
        Kept kept = (Kept) remembered;
        type(kept.tag()).restore(kept.remembered(), out);
    }
}
