package io.bloop.type;

import io.bloop.BloopException;
import org.jspecify.annotations.Nullable;

/**
 * Signals that a value does not fit its type: what is stored cannot be read, or what is given cannot be stored.
 *
 * <p>The message has the kind and the place of the value; the value itself is only in {@link #value}. A type knows only
 * the value; the model adds where it was. Immutable; the value is the caller's.
 *
 * @since 0.1.0
 */
public final class InvalidValue extends BloopException {

    private static final long serialVersionUID = 1L;

    private final boolean reading;
    private final String expected;
    private final String found;
    private final transient @Nullable Object value;
    private final @Nullable String model;
    private final @Nullable String key;
    private final @Nullable String column;

    private InvalidValue(
            boolean reading,
            String expected,
            String found,
            @Nullable Object value,
            @Nullable String model,
            @Nullable String key,
            @Nullable String column,
            @Nullable Throwable cause) {
        super(message(reading, expected, found, model, key, column), cause);
        this.reading = reading;
        this.expected = expected;
        this.found = found;
        this.value = value;
        this.model = model;
        this.key = key;
        this.column = column;
    }

    /**
     * Says that what is stored cannot be read.
     *
     * @param expected what the type reads
     * @param found what is stored, without its value
     * @param cause the failure underneath, or null
     * @return an exception that does not know yet where the value was
     */
    public static InvalidValue unreadable(String expected, String found, @Nullable Throwable cause) {
        return unreadable(expected, found, null, cause);
    }

    /**
     * Says that what is stored cannot be read.
     *
     * @param expected what the type reads
     * @param found what is stored, without its value
     * @param value the value that is stored, or null
     * @param cause the failure underneath, or null
     * @return an exception that does not know yet where the value was
     */
    public static InvalidValue unreadable(
            String expected, String found, @Nullable Object value, @Nullable Throwable cause) {
        return new InvalidValue(true, expected, found, value, null, null, null, cause);
    }

    /**
     * Says that what is given cannot be stored.
     *
     * @param expected what the type stores
     * @param found what was given, without its value
     * @return an exception that does not know yet where the value was
     */
    public static InvalidValue unstorable(String expected, String found) {
        return unstorable(expected, found, null);
    }

    /**
     * Says that what is given cannot be stored.
     *
     * @param expected what the type stores
     * @param found what was given, without its value
     * @param value the value that was given, or null
     * @return an exception that does not know yet where the value was
     */
    public static InvalidValue unstorable(String expected, String found, @Nullable Object value) {
        return new InvalidValue(false, expected, found, value, null, null, null, null);
    }

    /** Signals that what is given cannot be stored, since the function that converts it has thrown. */
    static InvalidValue unstorable(String expected, Exception cause) {
        String found = "a value whose conversion threw " + cause.getClass().getName();
        return new InvalidValue(false, expected, found, null, null, null, null, cause);
    }

    /**
     * Returns this exception with the place of the value.
     *
     * @param model the model's name
     * @param key the key of the object, printed
     * @param column the column's name
     * @return an exception whose message names the place
     */
    public InvalidValue at(String model, String key, String column) {
        InvalidValue placed = new InvalidValue(reading, expected, found, value, model, key, column, getCause());
        placed.setStackTrace(getStackTrace());
        return placed;
    }

    private static String message(
            boolean reading,
            String expected,
            String found,
            @Nullable String model,
            @Nullable String key,
            @Nullable String column) {
        String place = model == null ? "a value" : model + "." + column + " of " + key;
        return "Cannot " + (reading ? "read " : "store ") + place + ": expected " + expected + ", found " + found + ".";
    }

    /**
     * Returns what the type reads or stores.
     *
     * @return a phrase
     */
    public String expected() {
        return expected;
    }

    /**
     * Returns the kind of the value that was found instead.
     *
     * @return a phrase without the value
     */
    public String found() {
        return found;
    }

    /**
     * Returns the value that was found instead.
     *
     * @return the text of a string or number, a boolean, texts of a set, or the value that was to be stored; null where it
     *     is not known, and after serialisation
     */
    public @Nullable Object value() {
        return value;
    }

    /**
     * Returns the model's name.
     *
     * @return the name, or null where it is not known
     */
    public @Nullable String model() {
        return model;
    }

    /**
     * Returns the object's key, printed.
     *
     * @return the key, or null where it is not known
     */
    public @Nullable String key() {
        return key;
    }

    /**
     * Returns the column's name.
     *
     * @return the name, or null where it is not known
     */
    public @Nullable String column() {
        return column;
    }
}
