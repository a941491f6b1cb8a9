package io.bloop.settings;

/**
 * Names the parts of each change that a table's stream has.
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
    NEW_AND_OLD;

    /**
     * Tells whether this view has all that another one has.
     *
     * @param other the other view
     * @return true if nothing of the other one is missing
     */
    public boolean includes(StreamView other) {
        return this == other || other == KEYS || this == NEW_AND_OLD;
    }

    /**
     * Returns the view that has what this one and another one have.
     *
     * @param other the other view
     * @return one of the two where it includes the other, and {@link #NEW_AND_OLD} where none does
     */
    public StreamView with(StreamView other) {
        return includes(other) ? this : other.includes(this) ? other : NEW_AND_OLD;
    }
}
