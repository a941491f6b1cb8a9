package io.bloop.write;

import io.bloop.BloopException;

/**
 * Signals a write that contradicts itself, or that its kind of request does not support; nothing was sent.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class InvalidWrite extends BloopException {

    private static final long serialVersionUID = 1L;

    private final String operation;
    private final String object;

    /**
     * Creates an exception.
     *
     * @param operation the operation, such as {@code save}
     * @param object the key of the object, printed
     * @param problem what is wrong with the write, and what to do about it, with its verb first
     */
    public InvalidWrite(String operation, String object, String problem) {
        super("The " + operation + " of " + object + " " + problem, null);
        this.operation = operation;
        this.object = object;
    }

    /**
     * Returns the operation.
     *
     * @return the operation, such as {@code save}
     */
    public String operation() {
        return operation;
    }

    /**
     * Returns the object's key, printed.
     *
     * @return one line
     */
    public String object() {
        return object;
    }
}
