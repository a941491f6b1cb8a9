package io.bloop.model.internal;

import io.bloop.model.Column;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the column values that a table was last known to hold for an object, at the ordinals of the columns.
 *
 * <p>What is remembered belongs to an origin: the table of one engine. Not thread-safe.
 */
public abstract class Memory {

    /** Stands for a column that the object was loaded without. */
    public static final Object UNLOADED = new Object();

    private @Nullable Object origin;
    private List<? extends Column<?, ?>> columns = List.of();
    private @Nullable Object @Nullable [] remembered;

    /** Creates the memory of an object that was never loaded. */
    protected Memory() {}

    /**
     * Remembers the values of an item.
     *
     * @param origin where the item is
     * @param columns the columns of the definition that has read or written it, which give the values their places
     * @param remembered the values
     */
    public final void replace(Object origin, List<? extends Column<?, ?>> columns, @Nullable Object[] remembered) {
        this.origin = origin;
        this.columns = columns;
        this.remembered = remembered;
    }

    /** Forgets all: the object counts as new. */
    public final void forget() {
        origin = null;
        columns = List.of();
        remembered = null;
    }

    /**
     * Returns what was remembered from one origin.
     *
     * @param origin where the item would be
     * @return the values; null where the object never came from there
     */
    public final @Nullable Object @Nullable [] remembered(Object origin) {
        return this.origin == origin ? remembered : null;
    }

    /**
     * Returns what is known of an object wherever it is written: which columns it was loaded without.
     *
     * @param asked the columns of the definition that asks; those of another definition are told by their names
     * @return {@link #UNLOADED} at the ordinals of those columns
     */
    public final @Nullable Object[] lacking(List<? extends Column<?, ?>> asked) {
        @Nullable Object[] lacking = new @Nullable Object[asked.size()];
        if (isPartial()) {
            for (int i = 0; i < lacking.length; i++) {
                lacking[i] = lacks(asked, asked.get(i)) ? UNLOADED : null;
            }
        }
        return lacking;
    }

    /**
     * Tells whether the object was loaded without a column, from wherever.
     *
     * @param asked the columns of the definition that asks
     * @param column one of them
     * @return true if the table may hold an unknown value
     */
    public final boolean lacks(List<? extends Column<?, ?>> asked, Column<?, ?> column) {
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

    /**
     * Tells whether the table may hold a value for a column for which the object has none.
     *
     * @return true if a column was not loaded
     */
    public final boolean isPartial() {
        return remembered != null && Arrays.asList(remembered).contains(UNLOADED);
    }
}
