package io.bloop.migration;

/**
 * What happens when an item cannot be migrated.
 *
 * @since 0.1.0
 */
public enum OnFailure {
    /** The migration stops, in all instances, and names the item. */
    STOP,
    /** The item is left as it is and listed, and the migration goes on. */
    COLLECT
}
