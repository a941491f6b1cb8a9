package io.bloop.query;

/**
 * Names what a search does with items that no bound model of the table claims.
 *
 * @since 0.1.0
 */
public enum Unclaimed {
    /**
     * Passes over them.
     *
     * <p>Where the model has a discriminator, DynamoDB leaves them out, and {@link Results#skipped()} does not count them.
     */
    SKIP,
    /** Passes over them and counts them in {@link Results#skipped()}, which DynamoDB returns them for. */
    COUNT,
    /** Refuses them: the search throws {@link io.bloop.request.ForeignItem}. */
    FAIL
}
