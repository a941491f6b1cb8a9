package io.bloop.expression;

import io.bloop.BloopException;
import io.bloop.type.InvalidValue;

/**
 * Signals that a condition cannot be built as it was asked for.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class InvalidCondition extends BloopException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what is wrong with the condition, and what to do about it
     */
    public InvalidCondition(String message) {
        super(message, null);
    }

    private InvalidCondition(String message, Throwable cause) {
        super(message, cause);
    }

    /** Signals that a place cannot be compared with a value, which its type cannot hold. */
    static InvalidCondition of(Path<?, ?> path, InvalidValue cause) {
        return new InvalidCondition(
                "Cannot compare " + path.qualifiedName() + ": expected " + cause.expected() + ", found " + cause.found()
                        + ".",
                cause);
    }
}
