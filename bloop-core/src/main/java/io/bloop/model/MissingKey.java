package io.bloop.model;

import io.bloop.BloopException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when an object lacks a key that a call needs.
 *
 * <p>The message has what there is of the key, and no other value of the object. Immutable; the object that it carries is
 * the caller's.
 *
 * @since 0.1.0
 */
public final class MissingKey extends BloopException {

    private static final long serialVersionUID = 1L;

    private final String model;
    private final String key;
    private final transient @Nullable Object object;
    private final String column;

    /**
     * Creates an exception.
     *
     * @param model the model's name
     * @param key what there is of the key, printed
     * @param object the object
     * @param column the name of the key column that has no value
     * @param role what the column is: hash key or range key
     */
    public MissingKey(String model, String key, Object object, String column, String role) {
        super(key + " has no value for '" + column + "', the " + role + " of " + model + "; set it first.", null);
        this.model = model;
        this.key = key;
        this.object = object;
        this.column = column;
    }

    /**
     * Returns the model's name.
     *
     * @return the name
     */
    public String model() {
        return model;
    }

    /**
     * Returns what there is of the key.
     *
     * @return one line, such as {@code Order(customer=42)}
     */
    public String key() {
        return key;
    }

    /**
     * Returns the object.
     *
     * @return the object; null after serialisation
     */
    public @Nullable Object object() {
        return object;
    }

    /**
     * Returns the name of the key column that has no value.
     *
     * @return the name
     */
    public String column() {
        return column;
    }
}
