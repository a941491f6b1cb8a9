package io.bloop.migration;

/**
 * An item that could not be migrated.
 *
 * @param key the key of the item, printed
 * @param reason what is wrong, without any value of the item
 * @since 0.1.0
 */
public record FailedItem(String key, String reason) {

    /** Returns a sentence. */
    @Override
    public String toString() {
        return key + ": " + reason;
    }
}
