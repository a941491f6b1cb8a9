package io.bloop.type;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Reads, writes and compares what stands inside a list or a map, where null has a place of its own. */
final class Members {

    private static final @Nullable Object[] NONE = {};

    private Members() {}

    static <E> void write(Type<E> type, @Nullable E value, MemberWriter out) {
        if (value == null || !type.writeAny(value, out)) {
            out.nul();
        }
    }

    static <E> @Nullable E read(Type<E> type, ValueReader in) {
        if (in.tag() != Tag.NULL) {
            return type.read(in);
        }
        // an empty set inside a list or a map can only be stored as NULL
        return type instanceof SetType<?> ? type.absent() : null;
    }

    /** Reads a value, and remembers it in the form in which it is stored. */
    static <E> @Nullable E read(Type<E> type, ValueReader in, Remembered remembered) {
        if (in.tag() != Tag.NULL) {
            return type.read(in, remembered);
        }
        E value = read(type, in);
        remembered.keep(type.remember(value));
        return value;
    }

    /** Returns what is remembered of each element, in the place of the element. */
    @SuppressWarnings("unchecked") // the elements are those of the collection
    static <E> @Nullable Object[] remember(Type<E> type, Collection<? extends @Nullable E> values) {
        @Nullable Object[] kept = values.toArray(NONE);
        for (int i = 0; i < kept.length; i++) {
            kept[i] = type.remember((E) kept[i]);
        }
        return kept;
    }

    static <E> boolean isSame(Type<E> type, @Nullable E value, @Nullable Object remembered) {
        if (value == null || remembered == null) {
            return type.remember(value) == null && remembered == null;
        }
        // a value of another class is refused when it is written
        return type.javaType().isInstance(value) && type.isSame(value, remembered);
    }

    /** Remembers what was read, in the form in which it is stored. */
    static <E> @Nullable Object rememberRead(Type<E> type, ValueReader in, @Nullable E value) {
        return in.tag() == Tag.NULL ? type.remember(value) : type.rememberRead(in, value);
    }

    /** Writes a member or an element whose older value is remembered. */
    static <E> void rewrite(Type<E> type, @Nullable E value, @Nullable Object remembered, MemberWriter out) {
        if (value == null || !type.rewrite(value, remembered, out)) {
            out.nul();
        }
    }

    static void restore(Type<?> type, @Nullable Object remembered, MemberWriter out) {
        if (remembered == null) {
            out.nul();
        } else {
            type.restore(remembered, out);
        }
    }
}
