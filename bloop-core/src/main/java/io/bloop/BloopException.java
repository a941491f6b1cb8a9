package io.bloop;

import org.jspecify.annotations.Nullable;

/**
 * The root of every exception that bloop throws on purpose.
 *
 * <p>Subclasses carry what went wrong as fields and make their message from them. Instances are immutable but
 * for the stack trace, and safe to hand between threads.
 *
 * @since 0.1.0
 */
public abstract class BloopException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param message what went wrong, where, and what to do about it
     * @param cause the failure underneath, or null
     */
    protected BloopException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
