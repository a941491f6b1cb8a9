package io.bloop.type;

import org.jspecify.annotations.Nullable;

/**
 * Stores a Java type as one of DynamoDB's data types, and reads it back.
 *
 * <p>The subclasses are the kinds that a column can be of: they decide which operations a column has. Immutable and
 * thread-safe.
 *
 * @param <V> the Java type
 */
public abstract sealed class Type<V>
        permits TextType, BinaryType, BooleanType, SetType, ListType, MapType, DocumentType, DynamicType {

    private final String name;
    private final Class<?> javaType;
    private final Tag tag;

    Type(String name, Class<?> javaType, Tag tag) {
        this.name = name;
        this.javaType = javaType;
        this.tag = tag;
    }

    /**
     * Returns the data type that values are stored as, never {@link Tag#NULL}.
     *
     * @return the tag
     */
    public final Tag tag() {
        return tag;
    }

    /**
     * Returns the class of the values.
     *
     * @return the class, without type arguments
     */
    public final Class<?> javaType() {
        return javaType;
    }

    /**
     * Writes a value.
     *
     * @param value the value
     * @param out takes the value
     * @return false where the value says nothing that could be stored, as the empty set; then nothing was written
     * @throws InvalidValue if the type cannot hold the value
     */
    public abstract boolean write(V value, ValueWriter out);

    /**
     * Reads a value that is not NULL.
     *
     * @param in stands on the value
     * @return the value, or null where what is stored means none
     * @throws InvalidValue if what is stored is of another data type, or out of the Java type's range
     */
    public abstract @Nullable V read(ValueReader in);

    /**
     * Returns what an absent attribute reads as: null, an empty collection, or what {@code orElse} has set.
     *
     * @return the value; a collection is new and may be changed
     */
    public abstract @Nullable V absent();

    /**
     * Returns what a column reads as that was not loaded: null, or what {@code orElse} has set where null has no place.
     *
     * <p>A collection is null and not empty, so that nobody takes it for what the table holds.
     *
     * @return the value
     */
    public @Nullable V unloaded() {
        return absent();
    }

    /**
     * Returns what a baseline keeps of a value to tell later whether it has changed: the value itself where that
     * cannot change, else a copy.
     *
     * @param value the value, or null
     * @return what to keep; null where nothing would be stored
     */
    public abstract @Nullable Object remember(@Nullable V value);

    /**
     * Returns what a baseline keeps of a value that was just read, as {@link #remember}.
     *
     * @param in still stands on the value
     * @param value what was read
     * @return what to keep; null where nothing would be stored
     */
    public @Nullable Object rememberRead(ValueReader in, @Nullable V value) {
        return remember(value);
    }

    /**
     * Tells whether a value is still the one that was remembered.
     *
     * @param value the value, or null
     * @param remembered what {@link #remember} has returned; null for an absent attribute
     * @return true if storing the value would change nothing
     */
    public abstract boolean isSame(@Nullable V value, @Nullable Object remembered);

    /**
     * Writes what was remembered, as the value was stored then.
     *
     * @param remembered what {@link #remember} has returned, not null
     * @param out takes the value
     */
    abstract void restore(Object remembered, ValueWriter out);

    /**
     * Requires the tag that this type reads.
     *
     * @param in stands on the value
     * @throws InvalidValue if another data type is stored
     */
    final void require(ValueReader in) {
        if (in.tag() != tag) {
            throw InvalidValue.unreadable(name + " (" + tag + ")", Printed.kind(in), Printed.value(in), null);
        }
    }

    /** Returns the type's name, as {@code Set<String>}. */
    @Override
    public final String toString() {
        return name;
    }
}
