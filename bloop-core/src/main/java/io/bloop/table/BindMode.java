package io.bloop.table;

/** Says how far binding goes. */
public enum BindMode {
    /** Creates missing tables, waits for them, and compares. */
    CREATE,
    /** Never creates; waits and compares. */
    VALIDATE,
    /** Makes no call at all. */
    NONE
}
