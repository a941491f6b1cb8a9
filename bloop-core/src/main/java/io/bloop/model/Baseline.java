package io.bloop.model;

import io.bloop.model.internal.Memory;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the column values that the table was last known to hold for an object.
 *
 * <p>Opaque to users. All baselines are equal and print alike, so that one in a field never shows in generated
 * methods. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class Baseline extends Memory {

    /** Creates the baseline of an object that was never loaded. */
    public Baseline() {}

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
