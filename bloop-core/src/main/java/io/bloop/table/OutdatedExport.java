package io.bloop.table;

import io.bloop.BloopException;

/**
 * Signals that a file does not hold the tables as the models want them.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class OutdatedExport extends BloopException {

    private static final long serialVersionUID = 1L;

    private final String file;

    /**
     * Creates an exception.
     *
     * @param file the file
     */
    public OutdatedExport(String file) {
        super(
                "The file '" + file + "' did not hold the tables as the models want them. It has been written anew: "
                        + "look at what has changed, and commit it.",
                null);
        this.file = file;
    }

    /**
     * Returns the file.
     *
     * @return the path
     */
    public String file() {
        return file;
    }
}
