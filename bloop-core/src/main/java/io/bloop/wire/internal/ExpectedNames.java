package io.bloop.wire.internal;

import org.jspecify.annotations.Nullable;

/**
 * Remembers in which order the last map had its names: the items of a table, and the documents in them, mostly have the
 * same.
 *
 * <p>Thread-safe: a name that another thread has put here is compared before it is taken, like any other.
 */
final class ExpectedNames {

    private static final int PLACES = 64;

    private final @Nullable AttributeName[] names = new @Nullable AttributeName[PLACES];

    /** Returns the name that a map had last in one place; null where it is not known. */
    @Nullable
    AttributeName at(int place) {
        return place < PLACES ? names[place] : null;
    }

    /** Takes the name that a map has in one place. */
    void expect(int place, AttributeName name) {
        if (place < PLACES) {
            names[place] = name;
        }
    }
}
