package io.bloop.request;

import io.bloop.BloopException;

/**
 * Signals that a limit of requests would let no request pass.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class InvalidLimit extends BloopException {

    private static final long serialVersionUID = 1L;

    private final int max;

    InvalidLimit(int max) {
        super(
                "A limit of " + max
                        + " requests lets none pass. Give the number of connections of the client, at least 1.",
                null);
        this.max = max;
    }

    /**
     * Returns the number that was given.
     *
     * @return a number below 1
     */
    public int max() {
        return max;
    }
}
