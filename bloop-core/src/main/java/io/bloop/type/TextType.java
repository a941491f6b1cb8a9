package io.bloop.type;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What strings and numbers share: both are text on the wire. */
abstract sealed class TextType<V> extends Type<V> permits StringType, NumberType {

    private final Codec<V, String> codec;
    private final boolean immutable;
    private final @Nullable V absent;
    private final @Nullable Object rememberedAbsent;

    TextType(String name, Class<?> javaType, Tag tag, Codec<V, String> codec, boolean immutable, @Nullable V absent) {
        super(name, javaType, tag);
        this.codec = codec;
        this.immutable = immutable;
        this.absent = absent;
        this.rememberedAbsent = remember(absent);
    }

    /** Makes the same type with another value for an absent attribute. */
    final <R> R withAbsent(V value, Copy<V, R> copy) {
        return copy.of(toString(), javaType(), codec, immutable, value);
    }

    final @Nullable String print(V value) {
        try {
            return codec.dump(value);
        } catch (InvalidValue ex) {
            throw ex;
        } catch (Exception ex) {
            throw InvalidValue.unstorable(toString(), ex);
        }
    }

    @SuppressWarnings("unchecked") // the library's own codecs are named beside the class of their values
    final @Nullable V parse(CharSequence text) {
        try {
            return (Object) codec instanceof TextCodec known ? (V) known.parse(text) : codec.load(text.toString());
        } catch (InvalidValue ex) {
            throw ex;
        } catch (Exception ex) {
            // the JDK's message contains the value
            throw InvalidValue.unreadable(
                    toString(), "another " + tag(), text.toString(), codec instanceof TextCodec ? null : ex);
        }
    }

    /** Tells whether values are remembered as they are, which the library's own types and enums are. */
    final boolean isImmutable() {
        return immutable;
    }

    @Override
    public final boolean isStoredAs(Type<?> other) {
        return super.isStoredAs(other) && !(other instanceof TextType<?> text && codec.excludes(text.codec));
    }

    @Override
    public final @Nullable V read(ValueReader in) {
        require(in);
        return parse((Object) codec == TextCodec.STRING ? in.text() : in.chars());
    }

    @Override
    public final @Nullable V absent() {
        // objects must not share a value that can change
        return !immutable && rememberedAbsent instanceof String text ? parse(text) : absent;
    }

    @Override
    public final @Nullable Object remember(@Nullable V value) {
        if (value == null || immutable) {
            return value;
        }
        return print(value);
    }

    @Override
    public final boolean hasOneForm() {
        // DynamoDB itself brings numbers into one form
        return tag() != Tag.S || (Object) codec == TextCodec.STRING;
    }

    @Override
    public final boolean hasOneWidth() {
        return tag() == Tag.S && codec.hasOneWidth();
    }

    @Override
    public final @Nullable Object rememberRead(ValueReader in, @Nullable V value) {
        Object kept = remember(value);
        if (kept == null || value == null || hasOneForm()) {
            return kept;
        }
        boolean isOwn = isOwnForm(in.chars()) || isOwnForm(in.chars(), value, kept);
        return isOwn ? kept : new StoredForm(kept, in.text());
    }

    @Override
    public final boolean isOwnForm(CharSequence stored) {
        return hasOneForm() || (Object) codec instanceof TextCodec known && known.isOwnForm(stored);
    }

    private boolean isOwnForm(CharSequence stored, V value, Object kept) {
        try {
            return (immutable ? codec.dump(value) : kept) instanceof String own && own.contentEquals(stored);
        } catch (InvalidValue ex) {
            return false; // it can be read but not written, such as an instant after the year 9999
        }
    }

    @Override
    public final boolean isSame(@Nullable V value, @Nullable Object remembered) {
        Object present = remember(value);
        Object kept = StoredForm.valueOf(remembered);
        return present != null && kept == null ? present.equals(rememberedAbsent) : Objects.equals(present, kept);
    }

    @Override
    final void restore(Object remembered, ValueWriter out) {
        text(remembered(remembered), out);
    }

    /** Writes the text of a value. */
    abstract void text(String text, ValueWriter out);

    /** Returns the text of a value that was remembered. */
    @SuppressWarnings("unchecked") // an immutable value was remembered without a copy
    final String remembered(Object remembered) {
        if (remembered instanceof StoredForm form) {
            return (String) form.raw();
        }
        String text = immutable ? print((V) remembered) : (String) remembered;
        return Objects.requireNonNull(text, "what says nothing is not remembered");
    }

    /** The constructor of a subclass. */
    interface Copy<V, R> {
        R of(String name, Class<?> javaType, Codec<V, String> codec, boolean immutable, @Nullable V absent);
    }
}
