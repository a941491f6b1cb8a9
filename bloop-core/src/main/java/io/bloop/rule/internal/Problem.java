package io.bloop.rule.internal;

/**
 * A mistake of a model.
 *
 * @param place what it is a mistake of
 * @param ordinal which column or index, from 0; 0 for the model and its table
 * @param detail which part of it
 * @param message what is wrong and what to do about it, in a sentence
 */
public record Problem(Place place, int ordinal, Detail detail, String message) {

    /** Names what has the mistake. */
    public enum Place {
        /** The model as a whole. */
        MODEL,
        /** A column. */
        COLUMN,
        /** An index. */
        INDEX,
        /** The settings of the table. */
        TABLE
    }

    /** Names the part that has the mistake. */
    public enum Detail {
        /** The whole of it. */
        WHOLE,
        /** Its name. */
        NAME,
        /** Its name in the table. */
        STORED_NAME,
        /** The hash key. */
        HASH_KEY,
        /** The range key. */
        RANGE_KEY,
        /** What the engine writes to it. */
        STAMP,
        /** The projection. */
        PROJECTION,
        /** The read capacity units. */
        READ_UNITS,
        /** The write capacity units. */
        WRITE_UNITS,
        /** The most read request units. */
        MAXIMUM_READ_UNITS,
        /** The most write request units. */
        MAXIMUM_WRITE_UNITS,
        /** The read units to be ready for. */
        WARM_READ_UNITS,
        /** The write units to be ready for. */
        WARM_WRITE_UNITS,
        /** The tags. */
        TAGS,
        /** What tells the model's items from others. */
        CLAIM
    }
}
