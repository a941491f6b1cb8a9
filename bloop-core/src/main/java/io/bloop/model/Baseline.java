package io.bloop.model;

import org.jspecify.annotations.Nullable;

/**
 * Remembers the column values that the table was last known to hold for an object.
 *
 * <p>Opaque to users. All baselines are equal and print alike, so that one in a field never shows in generated
 * methods. Not thread-safe.
 */
public final class Baseline {

    private @Nullable Object origin;
    private @Nullable Object @Nullable [] remembered;
    private boolean partial;

    /** Creates the baseline of an object that was never loaded. */
    public Baseline() {}

    void replace(Object origin, @Nullable Object[] remembered, boolean partial) {
        this.origin = origin;
        this.remembered = remembered;
        this.partial = partial;
    }

    void forget() {
        origin = null;
        remembered = null;
        partial = false;
    }

    /** Returns what was remembered from one origin; null where the object never came from there. */
    @Nullable
    Object @Nullable [] remembered(Object origin) {
        return this.origin == origin ? remembered : null;
    }

    /** Tells whether the object came through a projection. */
    boolean isPartial() {
        return partial;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Baseline;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return "Baseline";
    }
}
