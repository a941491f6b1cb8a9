package io.bloop.type;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Is a declared member of a document.
 *
 * <p>Immutable once its type is made, and thread-safe.
 *
 * @param <D> the class of the document
 * @param <V> the Java type of the values
 */
public final class Member<D, V> {

    private final String name;
    private final Supplier<? extends Type<V>> source;
    private final int ordinal;
    private final Function<? super D, ? extends @Nullable V> getter;
    private final @Nullable BiConsumer<? super D, @Nullable V> setter;
    private String property;
    private volatile @Nullable Type<V> type;

    Member(
            String name,
            Supplier<? extends Type<V>> source,
            int ordinal,
            Function<? super D, ? extends @Nullable V> getter,
            @Nullable BiConsumer<? super D, @Nullable V> setter) {
        this.name = name;
        this.property = name;
        this.source = source;
        this.ordinal = ordinal;
        this.getter = getter;
        this.setter = setter;
    }

    /**
     * Returns the member's name in the stored map.
     *
     * @return the name
     */
    public String name() {
        return name;
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

    @Nullable
    V get(D document) {
        return getter.apply(document);
    }

    void put(D document, MemberSink<D> out) {
        out.put(this, getter.apply(document));
    }

    void set(D document, MemberValues<D> values) {
        if (setter != null) {
            setter.accept(document, values.get(this));
        }
    }

    @Nullable
    Object remember(D document) {
        return type().remember(getter.apply(document));
    }

    boolean isSame(D document, @Nullable Object remembered) {
        return type().isSame(getter.apply(document), remembered);
    }

    void restore(@Nullable Object remembered, MemberWriter out) {
        if (remembered != null) {
            out.name(name);
            type().restore(remembered, out);
        }
    }
}
