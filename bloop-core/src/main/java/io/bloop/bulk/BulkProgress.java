package io.bloop.bulk;

/**
 * Tells the progress of a call with many objects.
 *
 * @param done the objects that are written or deleted so far
 * @param retried the items that DynamoDB has given back so far, and that were sent again
 * @since 0.1.0
 */
public record BulkProgress(long done, long retried) {}
