package io.bloop.type;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stores a Java type as one of DynamoDB's data types, and reads it back.
 *
 * <p>The subclasses are the kinds that a column can be of: they decide which operations a column has. Immutable and
 * thread-safe.
 *
 * @param <V> the Java type
 * @since 0.1.0
 */
public abstract sealed class Type<V>
        permits TextType, BinaryType, BooleanType, SetType, ListType, MapType, DocumentType, DynamicType {

    private static final Map<Class<?>, Class<?>> BOXES = Map.of(
            int.class, Integer.class,
            long.class, Long.class,
            short.class, Short.class,
            byte.class, Byte.class,
            double.class, Double.class,
            float.class, Float.class,
            boolean.class, Boolean.class,
            char.class, Character.class);

    private final String name;
    private final Class<?> javaType;
    private final Tag tag;

    Type(String name, Class<?> javaType, Tag tag) {
        this.name = name;
        this.javaType = boxed(javaType);
        this.tag = tag;
    }

    private static Class<?> boxed(Class<?> type) {
        return type.isPrimitive() ? BOXES.getOrDefault(type, type) : type;
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
     * @return false if the value is stored as nothing, such as the empty set; then nothing was written
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
     * Reads a value that is not NULL, together with what a baseline keeps of it.
     *
     * @param in stands on the value
     * @param remembered takes what {@link #rememberRead} would return
     * @return as {@link #read(ValueReader)}
     * @throws InvalidValue if what is stored is of another data type, or out of the Java type's range
     */
    public @Nullable V read(ValueReader in, Remembered remembered) {
        V value = read(in);
        remembered.keep(rememberRead(in, value));
        return value;
    }

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
     * Tells whether equal values are always stored alike, whoever has written them: as strings, whole numbers and bytes
     * are, and instants, UUIDs and values that contain them are not.
     *
     * @return false if two stored forms may mean one value
     */
    public boolean hasOneForm() {
        return true;
    }

    /**
     * Tells, at little cost, that a stored text is the one that this type writes for its value.
     *
     * @param stored the text of a value of this type
     * @return true if it is; false tells nothing
     */
    public boolean isOwnForm(CharSequence stored) {
        return false;
    }

    /**
     * Tells whether the texts of all values have one length, and the order of the values: as those of {@link Types#INSTANT}
     * have, and those of the Enhanced Client's moments have not.
     *
     * @return false if text that follows a value may change the order
     */
    public boolean hasOneWidth() {
        return false;
    }

    /**
     * Writes a value whose older state is remembered: what has not changed, as a whole or inside of it, is written in
     * the form in which it was stored.
     *
     * @param value the value
     * @param remembered what is remembered of the older value, or null
     * @param out takes the value
     * @return as {@link #write(Object, ValueWriter)}
     */
    @SuppressWarnings("unchecked") // its class is checked
    final boolean rewrite(Object value, @Nullable Object remembered, ValueWriter out) {
        requireClass(value);
        return writeOver((V) value, remembered, out);
    }

    /** Writes a value of the right class, as {@link #rewrite}. */
    boolean writeOver(V value, @Nullable Object remembered, ValueWriter out) {
        if (remembered instanceof StoredForm && isSame(value, remembered)) {
            restore(remembered, out);
            return true;
        }
        return write(value, out);
    }

    /**
     * Tells how much a changed value has in common with one that is remembered.
     *
     * @return the number of parts that are the same; 0 for a value without parts
     */
    int likeness(V value, Object remembered) {
        return 0;
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
     * Tells whether equal values of this type and another are stored alike, so that places of both can be compared.
     *
     * @param other the other type
     * @return false if no value of one type is ever equal to a value of the other, such as moments that are stored as
     *     text and as a number
     */
    public boolean isStoredAs(Type<?> other) {
        return tag == other.tag || other instanceof DynamicType;
    }

    /**
     * Tells whether another type is of the same kind, for the same Java type, and stores values in the same form.
     *
     * @param other the other type
     * @return true if either may stand for the other, whatever they read an absent attribute as
     */
    public boolean isLike(Type<?> other) {
        boolean isOfSameKind =
                getClass() == other.getClass() || this instanceof DocumentType<?> && other instanceof DocumentType<?>;
        return isOfSameKind && tag == other.tag && javaType == other.javaType && isStoredAs(other);
    }

    /**
     * Writes a value whose class the compiler may not have known, such as behind a raw type or an unchecked cast.
     *
     * @param value the value
     * @param out takes the value
     * @return as {@link #write(Object, ValueWriter)}
     * @throws InvalidValue if the value is of another class
     */
    @SuppressWarnings("unchecked") // its class is checked
    final boolean writeAny(Object value, ValueWriter out) {
        requireClass(value);
        return write((V) value, out);
    }

    /** Requires a value of the class that this type stores. */
    final void requireClass(Object value) {
        if (!javaType.isInstance(value)) {
            throw InvalidValue.unstorable(name, "a " + value.getClass().getName());
        }
    }

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

    /** Returns the type's name, such as {@code Set<String>}. */
    @Override
    public final String toString() {
        return name;
    }
}
