package io.bloop.table;

import io.bloop.table.internal.TableBinder;

/** Says how far binding goes. */
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
    /** Makes no call at all. */
    NONE
}
