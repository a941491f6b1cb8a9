package io.bloop.table;

import io.bloop.table.internal.TableBinder;

/**
 * Names what binding does to tables.
 *
 * @since 0.1.0
 */
public enum BindMode {
    /**
     * Creates missing tables, waits for them, and compares. Existing tables are never altered, but a table that a
     * binding has created and not finished is finished: time to live, point-in-time recovery and tags.
     *
     * @see TableBinder
     */
    CREATE,
    /** Never creates; waits and compares. */
    VALIDATE,
    /**
     * Describes the tables and logs a {@link TablePlan} for each. Sends no request that writes, does not wait, and
     * continues whatever it finds, even if tables cannot be described.
     */
    PLAN,
    /**
     * Does what {@link #CREATE} does, and takes the safe steps of the {@link TablePlan} of each existing table: adds
     * global indexes one after the other, and switches on time to live, streams, point-in-time recovery, deletion
     * protection and tags. Nothing is ever deleted, replaced or narrowed; differences that need this are reported.
     */
    UPDATE,
    /** Makes no call at all. */
    NONE
}
