package io.bloop.expression;

import io.bloop.BloopException;

/**
 * Says that a condition cannot be built as it was asked for.
 *
 * <p>Immutable.
 */
public final class InvalidCondition extends BloopException {

    private static final long serialVersionUID = 1L;

    InvalidCondition(String message) {
        super(message, null);
    }
}
