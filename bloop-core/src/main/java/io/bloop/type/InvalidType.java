package io.bloop.type;

import io.bloop.BloopException;

/**
 * Thrown when a type is declared in a way in which it cannot store values.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class InvalidType extends BloopException {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final String problem;

    InvalidType(String type, String problem) {
        super(type + " " + problem, null);
        this.type = type;
        this.problem = problem;
    }

    /**
     * Returns the type's name.
     *
     * @return the name
     */
    public String type() {
        return type;
    }

    /**
     * Returns what is wrong with the type, and what to do about it.
     *
     * @return a sentence without its subject, which is the type
     */
    public String problem() {
        return problem;
    }
}
