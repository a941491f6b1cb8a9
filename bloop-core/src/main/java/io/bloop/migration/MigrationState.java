package io.bloop.migration;

/**
 * What the ledger says of a migration.
 *
 * @since 0.1.0
 */
public enum MigrationState {
    /** Instances work at it, or will as soon as one runs it. */
    RUNNING,
    /** It was told to pause, in all instances. */
    PAUSED,
    /** It has stopped at an item; it goes on there when it is run again. */
    FAILED,
    /** Every item was read, and what had to be changed is changed, except for the failures that were collected. */
    DONE
}
