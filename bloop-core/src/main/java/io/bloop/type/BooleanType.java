package io.bloop.type;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Stores truth values as BOOL, or as other mappers do.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1.0
 */
public final class BooleanType extends Type<Boolean> {

    private final BooleanForm form;
    private final @Nullable Boolean absent;

    BooleanType(BooleanForm form, @Nullable Boolean absent) {
        super(form.typeName(), Boolean.class, form.written());
        this.form = form;
        this.absent = absent;
    }

    /**
     * Returns this type with a value for an absent attribute, which fields of the primitive type need.
     *
     * @param value what an absent attribute reads as
     * @return the type
     */
    public BooleanType orElse(boolean value) {
        return new BooleanType(form, value);
    }

    @Override
    public boolean write(Boolean value, ValueWriter out) {
        form.write(value, out);
        return true;
    }

    @Override
    public Boolean read(ValueReader in) {
        if (form == BooleanForm.BOOL) {
            require(in);
        }
        return form.read(in);
    }

    @Override
    public boolean isLike(Type<?> other) {
        return other instanceof BooleanType known && form == known.form;
    }

    @Override
    public boolean hasOneForm() {
        return form == BooleanForm.BOOL;
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
    public @Nullable Object rememberRead(ValueReader in, @Nullable Boolean value) {
        return value == null || in.tag() == tag() ? value : new StoredForm(value, in.raw());
    }

    @Override
    public boolean isSame(@Nullable Boolean value, @Nullable Object remembered) {
        Object kept = StoredForm.valueOf(remembered);
        return Objects.equals(value, kept == null && value != null ? absent : kept);
    }

    @Override
    void restore(Object remembered, ValueWriter out) {
        if (remembered instanceof StoredForm kept) {
            out.raw((AttributeValue) kept.raw());
        } else {
            form.write((Boolean) remembered, out);
        }
    }
}
