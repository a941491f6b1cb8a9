package io.bloop.transaction;

import io.bloop.BloopException;

/**
 * Signals that a transaction cannot be sent as it was put together; nothing was sent.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class InvalidTransaction extends BloopException {

    private static final long serialVersionUID = 1L;

    InvalidTransaction(String message) {
        super(message, null);
    }
}
