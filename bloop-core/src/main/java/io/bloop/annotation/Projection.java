package io.bloop.annotation;

/**
 * Names what an index can hold; the keys of the table and of the index are always among it.
 *
 * @since 0.1.0
 */
public enum Projection {
    /** Every attribute of the item. */
    ALL,
    /** The keys alone. */
    KEYS,
    /** The keys and the columns that the index includes by name. */
    INCLUDE
}
