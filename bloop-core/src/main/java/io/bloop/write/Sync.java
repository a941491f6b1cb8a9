package io.bloop.write;

/**
 * Says which values an object takes over after it was written.
 *
 * @since 0.1.0
 */
public enum Sync {
    /** None: the object stays as it is. */
    NONE,
    /** Those that the item had before the write. */
    OLD,
    /** Those that the item has after the write. */
    NEW
}
