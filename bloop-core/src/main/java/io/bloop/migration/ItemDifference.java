package io.bloop.migration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a migration would change in one item: names, and never values.
 *
 * @param key the key of the item, printed
 * @param set the stored names of the attributes that would be set, in their order
 * @param removed the names of the attributes that would be removed, in their order
 * @param movedTo the new key of an item that would be moved, printed; null where it stays
 * @since 0.1.0
 */
public record ItemDifference(
        String key,
        List<String> set,
        List<String> removed,
        @Nullable String movedTo) {

    /**
     * Creates a difference that keeps copies of the names.
     *
     * @param key the key of the item
     * @param set the names of the attributes that would be set
     * @param removed the names of the attributes that would be removed
     * @param movedTo the new key of an item that would be moved
     */
    public ItemDifference {
        set = List.copyOf(set);
        removed = List.copyOf(removed);
    }

    /** Returns one line for a log. */
    @Override
    public String toString() {
        return key
                + (movedTo == null ? "" : " moves to " + movedTo)
                + (set.isEmpty() ? "" : " sets " + set)
                + (removed.isEmpty() ? "" : " removes " + removed);
    }
}
