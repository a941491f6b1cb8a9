package io.bloop.model;

import io.bloop.BloopException;
import org.jspecify.annotations.Nullable;

/**
 * Says that an object lacks a key that a call needs.
 *
 * <p>Immutable; the object that it carries is the caller's.
 */
public final class MissingKey extends BloopException {

    private static final long serialVersionUID = 1L;

    private final String model;
    private final transient @Nullable Object object;
    private final String key;
    private final String column;

    MissingKey(String model, Object object, String key, String column, String role) {
        super(key + " has no value for '" + column + "', the " + role + " of " + model + "; set it first.", null);
        this.model = model;
        this.object = object;
        this.key = key;
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
     * Returns the object.
     *
     * @return the object; null after serialisation
     */
    public @Nullable Object object() {
        return object;
    }

    /**
     * Returns what the object has of its key, printed.
     *
     * @return one line
     */
    public String key() {
        return key;
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
