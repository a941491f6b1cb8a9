package io.bloop.table;

/**
 * Sets whether binding waits for the global indexes of existing tables that are being filled.
 *
 * @since 0.1.0
 */
public enum IndexWait {
    /** Waits until every index is ready. */
    WAIT,
    /**
     * Goes on while an index is being filled; a query of it is an {@link io.bloop.request.IndexNotReady} until the index is
     * ready. DynamoDB fills one index of a table after the other, so that binding waits for all that it adds but the last.
     */
    GO_ON
}
