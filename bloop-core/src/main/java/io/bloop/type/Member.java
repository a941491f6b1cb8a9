package io.bloop.type;

import io.bloop.type.internal.InitialValue;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A declared member of a document.
 *
 * <p>Immutable once its type is in use, and then thread-safe.
 *
 * @param <D> the class of the document
 * @param <V> the Java type of the values
 * @since 0.1.0
 */
public final class Member<D, V> {

    /** Remembered of a member that is stored as an explicit NULL. */
    private static final Object STORED_NULL = new Object();

    private final DocumentType<D> document;
    private final String name;
    private final Supplier<? extends Type<V>> source;
    private final int ordinal;
    private @Nullable Function<? super D, ? extends @Nullable V> getter;
    private @Nullable BiConsumer<? super D, @Nullable V> setter;
    private String property;
    private boolean keepsInitial;
    private volatile @Nullable Type<V> type;

    Member(DocumentType<D> document, String name, Supplier<? extends Type<V>> source, int ordinal) {
        this.document = document;
        this.name = name;
        this.property = name;
        this.source = source;
        this.ordinal = ordinal;
    }

    /**
     * Reads the values of documents by a function, rather than by the type's own {@code get}; for the constructor of
     * the type.
     *
     * @param getter returns the value of a document, or null
     * @return this member
     */
    public Member<D, V> getter(Function<? super D, ? extends @Nullable V> getter) {
        this.getter = getter;
        return this;
    }

    /**
     * Writes the values of documents by a function; for the constructor of the type.
     *
     * @param setter takes the value of a document; is given null where the member is absent
     * @return this member
     */
    public Member<D, V> setter(BiConsumer<? super D, @Nullable V> setter) {
        this.setter = setter;
        return this;
    }

    /**
     * Lets documents keep the initial value of the member where it is absent in the stored map, or of the type NULL; for
     * the constructor of the type.
     *
     * <p>The initial value is that of a document of {@link DocumentType#createInitial}. A document that was loaded with it
     * counts as unchanged, and the value is stored only if it was changed.
     *
     * @return this member
     */
    public Member<D, V> keepInitial() {
        keepsInitial = true;
        return this;
    }

    /**
     * Tells whether documents keep the initial value of the member where it is absent.
     *
     * @return true if the member was declared so
     */
    public boolean keepsInitial() {
        return keepsInitial;
    }

    /**
     * Returns the member's name in the stored map.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    DocumentType<D> document() {
        return document;
    }

    /**
     * Names the property of the document's class, where its name differs from the stored one.
     *
     * @param property the name of the field or component
     * @return this member
     */
    public Member<D, V> property(String property) {
        this.property = property;
        return this;
    }

    /**
     * Returns the name of the property of the document's class.
     *
     * @return the name; the stored one unless another was given
     */
    public String property() {
        return property;
    }

    /**
     * Returns how values are stored.
     *
     * @return the type
     */
    public Type<V> type() {
        Type<V> present = type;
        if (present == null) {
            present = source.get();
            type = present;
        }
        return present;
    }

    int ordinal() {
        return ordinal;
    }

    boolean hasSetter() {
        return setter != null;
    }

    @SuppressWarnings("unchecked") // the type's switch gives each ordinal its member's type
    @Nullable
    V get(D object) {
        Function<? super D, ? extends @Nullable V> function = getter;
        return function == null ? (V) document.get(object, ordinal) : function.apply(object);
    }

    void put(D object, MemberSink<D> out) {
        out.put(this, get(object));
    }

    void set(D object, MemberValues<D> values) {
        BiConsumer<? super D, @Nullable V> function = setter;
        if (function != null) {
            function.accept(object, values.get(this));
        }
    }

    @Nullable
    Object remember(D object) {
        return type().remember(get(object));
    }

    /** Returns what the member reads as where nothing is stored, or what stands for its initial value. */
    @SuppressWarnings("unchecked") // what stands for the initial value is never handed out
    @Nullable
    V absent() {
        return keepsInitial ? (V) MemberValues.INITIAL : type().absent();
    }

    /** Remembers the initial value of a document, beside what is stored for nothing. */
    @Nullable
    Object rememberInitial(D object, @Nullable Object stored) {
        return InitialValue.of(remember(object), stored);
    }

    /** Tells whether what is remembered stands for no value. */
    static boolean isNothing(@Nullable Object remembered) {
        return remembered == null || remembered == STORED_NULL;
    }

    /** Reads the value, perhaps an explicit NULL, and remembers it if it is asked to. */
    @Nullable
    V read(ValueReader in, @Nullable Remembered remembered, @Nullable Object @Nullable [] kept) {
        if (in.tag() == Tag.NULL) {
            if (kept != null) {
                kept[ordinal] = STORED_NULL;
            }
            return absent();
        }
        if (remembered == null || kept == null) {
            return type().read(in);
        }
        V value = type().read(in, remembered);
        kept[ordinal] = remembered.kept();
        return value;
    }

    /** Remembers the value of a document that was just made of what is stored. */
    @Nullable
    Object rememberRead(D object, ValueReader stored) {
        if (stored.tag() == Tag.NULL) {
            return keepsInitial ? rememberInitial(object, STORED_NULL) : STORED_NULL;
        }
        return type().rememberRead(stored, get(object));
    }

    /** Remembers the value of a document that is stored without it. */
    @Nullable
    Object rememberAbsent(D object) {
        return keepsInitial ? rememberInitial(object, null) : null;
    }

    /** Writes what is stored for nothing, where nothing was stored before too. */
    void restoreNull(@Nullable Object remembered, MemberWriter out) {
        if (InitialValue.stored(remembered) == STORED_NULL) {
            restore(remembered, out);
        }
    }

    /** Writes a value whose older state is remembered, unless it is stored as nothing, like an absent one. */
    void rewrite(V value, @Nullable Object remembered, MemberWriter out) {
        Object stored = InitialValue.stored(remembered);
        boolean wasNothing = isNothing(stored);
        if (wasNothing && isSameValue(value, remembered)) {
            restore(remembered, out);
        } else {
            out.name(name);
            type().rewrite(value, wasNothing ? null : remembered, out);
        }
    }

    boolean isSame(D object, @Nullable Object remembered) {
        V value = get(object);
        return (value == null || type().javaType().isInstance(value)) && isSameValue(value, remembered);
    }

    private boolean isSameValue(@Nullable V value, @Nullable Object remembered) {
        if (remembered instanceof InitialValue initial) {
            return value == null || type().isSame(value, initial.kept());
        }
        return type().isSame(value, remembered == STORED_NULL ? null : remembered);
    }

    void restore(@Nullable Object known, MemberWriter out) {
        Object remembered = InitialValue.stored(known);
        if (remembered == STORED_NULL) {
            out.name(name);
            out.nul();
        } else if (remembered != null) {
            out.name(name);
            type().restore(remembered, out);
        }
    }
}
