package io.bloop.model;

import java.util.Arrays;
import java.util.List;
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
    private List<? extends Column<?, ?>> columns = List.of();
    private @Nullable Object @Nullable [] remembered;

    /** Creates the baseline of an object that was never loaded. */
    public Baseline() {}

    /**
     * Remembers the values of an item.
     *
     * @param columns the columns of the definition that has read or written it, which give the values their places
     */
    void replace(Object origin, List<? extends Column<?, ?>> columns, @Nullable Object[] remembered) {
        this.origin = origin;
        this.columns = columns;
        this.remembered = remembered;
    }

    void forget() {
        origin = null;
        columns = List.of();
        remembered = null;
    }

    /** Returns what was remembered from one origin; null where the object never came from there. */
    @Nullable
    Object @Nullable [] remembered(Object origin) {
        return this.origin == origin ? remembered : null;
    }

    /**
     * Returns what is known of an object wherever it is written: which columns it was loaded without.
     *
     * @param asked the columns of the definition that asks; those of another definition are told by their names
     */
    @Nullable
    Object[] lacking(List<? extends Column<?, ?>> asked) {
        @Nullable Object[] lacking = new @Nullable Object[asked.size()];
        if (isPartial()) {
            for (int i = 0; i < lacking.length; i++) {
                lacking[i] = lacks(asked, asked.get(i)) ? UNLOADED : null;
            }
        }
        return lacking;
    }

    /** Tells whether the object was loaded without a column of the definition that asks, from wherever. */
    boolean lacks(List<? extends Column<?, ?>> asked, Column<?, ?> column) {
        @Nullable Object[] values = remembered;
        if (values == null) {
            return false;
        }
        if (asked == columns) {
            return values[column.ordinal()] == UNLOADED;
        }
        for (Column<?, ?> own : columns) {
            if (own.name().equals(column.name())) {
                return values[own.ordinal()] == UNLOADED;
            }
        }
        return false;
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
