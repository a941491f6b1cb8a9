package io.bloop.table;

import io.bloop.BloopException;
import java.time.Duration;

/**
 * Signals that a table or one of its indexes has not become active in time.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class TableNotReady extends BloopException {

    private static final long serialVersionUID = 1L;

    private final String table;
    private final String status;
    private final Duration waited;

    /**
     * Creates the exception of a table that does not become ready.
     *
     * @param table the name of the table
     * @param status the last status of the table
     * @param waited the time waited
     */
    public TableNotReady(String table, String status, Duration waited) {
        super(
                "Table '" + table + "' is not ready after " + waited.toMillis() + " ms: " + status
                        + ". Wait until it is ACTIVE, or allow more time for binding.",
                null);
        this.table = table;
        this.status = status;
        this.waited = waited;
    }

    /**
     * Returns the table's name.
     *
     * @return the name
     */
    public String table() {
        return table;
    }

    /**
     * Returns the statuses of the table that was not ready.
     *
     * @return the statuses of the table and its indexes, in words
     */
    public String status() {
        return status;
    }

    /**
     * Returns how long the table was waited for.
     *
     * @return the time allowed
     */
    public Duration waited() {
        return waited;
    }
}
