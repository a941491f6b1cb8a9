package io.bloop.type;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stores truth values as BOOL.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class BooleanType extends Type<Boolean> {

    private final @Nullable Boolean absent;

    BooleanType(@Nullable Boolean absent) {
        super("Boolean", Boolean.class, Tag.BOOL);
        this.absent = absent;
    }

    /**
     * Returns this type with a value for an absent attribute, as fields of the primitive type need it.
     *
     * @param value what an absent attribute reads as
     * @return the type
     */
    public BooleanType orElse(boolean value) {
        return new BooleanType(value);
    }

    @Override
    public boolean write(Boolean value, ValueWriter out) {
        out.bool(value);
        return true;
    }

    @Override
    public Boolean read(ValueReader in) {
        require(in);
        return in.bool();
    }

    @Override
    public @Nullable Boolean absent() {
        return absent;
    }

    @Override
    public @Nullable Object remember(@Nullable Boolean value) {
        return value;
    }

    @Override
    public boolean isSame(@Nullable Boolean value, @Nullable Object remembered) {
        return Objects.equals(value, remembered == null && value != null ? absent : remembered);
    }

    @Override
    void restore(Object remembered, ValueWriter out) {
        out.bool((Boolean) remembered);
    }
}
