package io.bloop.model;

import io.bloop.BloopException;

/**
 * Says that an object lacks a key that a call needs.
 *
 * <p>Immutable.
 */
public final class MissingKey extends BloopException {

    private static final long serialVersionUID = 1L;

    private final String model;
    private final String object;
    private final String column;

    MissingKey(String model, String object, String column, String role) {
        super(object + " has no value for '" + column + "', the " + role + " of " + model + "; set it first.", null);
        this.model = model;
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
     * Returns the object, printed with what is set.
     *
     * @return one line
     */
    public String object() {
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
