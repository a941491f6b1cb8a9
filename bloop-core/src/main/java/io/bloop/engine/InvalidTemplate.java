package io.bloop.engine;

import io.bloop.BloopException;

/**
 * Signals that a template cannot name tables.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class InvalidTemplate extends BloopException {

    private static final long serialVersionUID = 1L;

    private final String template;

    InvalidTemplate(String template, String problem) {
        super("The table name template '" + template + "' " + problem + ".", null);
        this.template = template;
    }

    /**
     * Returns the template.
     *
     * @return the template as given
     */
    public String template() {
        return template;
    }
}
