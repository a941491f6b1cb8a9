package io.bloop.write;

import io.bloop.BloopException;

/**
 * Thrown when a write contradicts itself, or asks for what its kind of request cannot do; nothing was sent.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class InvalidWrite extends BloopException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what is wrong with the write, and what to do about it
     */
    public InvalidWrite(String message) {
        super(message, null);
    }
}
