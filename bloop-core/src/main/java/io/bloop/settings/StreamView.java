package io.bloop.settings;

/**
 * Names what a table's stream tells of each change.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_StreamSpecification.html">Stream view type</a>
 * @since 0.1.0
 */
public enum StreamView {
    /** The keys alone. */
    KEYS,
    /** The item as it is after the change. */
    NEW,
    /** The item as it was before the change. */
    OLD,
    /** The item before and after the change. */
    NEW_AND_OLD
}
