package io.bloop.boot.dao;

import org.springframework.dao.UncategorizedDataAccessException;

/**
 * Signals that a call with many objects was stopped by an exception of other code: a listener or a validator.
 *
 * <p>Its cause is the {@link io.bloop.bulk.BulkFailed}, whose cause is what has stopped the call. Immutable.
 */
final class UncategorizedBloopException extends UncategorizedDataAccessException {

    private static final long serialVersionUID = 1L;

    UncategorizedBloopException(String message, Throwable cause) {
        super(message, cause);
    }
}
