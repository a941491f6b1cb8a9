package io.bloop.model;

import io.bloop.BloopException;

/**
 * Signals that values do not make a key of a model.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class InvalidKey extends BloopException {

    private static final long serialVersionUID = 1L;

    private final String model;

    InvalidKey(String model, String expected, String found) {
        super("Cannot make a key of " + model + ": expected " + expected + ", found " + found + ".", null);
        this.model = model;
    }

    /**
     * Returns the model's name.
     *
     * @return the name
     */
    public String model() {
        return model;
    }
}
