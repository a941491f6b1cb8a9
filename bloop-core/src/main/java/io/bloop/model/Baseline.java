package io.bloop.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the column values that the table was last known to hold for an object.
 *
 * <p>Opaque to users. All baselines are equal and print alike, so that one in a field never shows in generated
 * methods. Not thread-safe.
 */
public final class Baseline {

    /** Stands for a column that the object was loaded without. */
    static final Object UNLOADED = new Object();

    private @Nullable Object origin;
    private @Nullable Object @Nullable [] remembered;

    /** Creates the baseline of an object that was never loaded. */
    public Baseline() {}

    void replace(Object origin, @Nullable Object[] remembered) {
        this.origin = origin;
        this.remembered = remembered;
    }

    void forget() {
        origin = null;
        remembered = null;
    }

    /** Returns what was remembered from one origin; null where the object never came from there. */
    @Nullable
    Object @Nullable [] remembered(Object origin) {
        return this.origin == origin ? remembered : null;
    }

    /** Returns what is known of an item elsewhere: nothing but which columns the object was loaded without. */
    @Nullable
    Object[] lacking(int columns) {
        @Nullable Object[] lacking = new @Nullable Object[columns];
        if (remembered != null) {
            for (int i = 0; i < columns; i++) {
                lacking[i] = remembered[i] == UNLOADED ? UNLOADED : null;
            }
        }
        return lacking;
    }

    /** Tells whether the object was loaded without a column, from wherever. */
    boolean lacks(int ordinal) {
        return remembered != null && remembered[ordinal] == UNLOADED;
    }

    /** Tells whether the table may hold a value for a column of which the object has none. */
    boolean isPartial() {
        return remembered != null && Arrays.asList(remembered).contains(UNLOADED);
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
