package io.bloop.model;

import io.bloop.type.MemberReader;
import io.bloop.type.NamedReader;
import io.bloop.type.StoredItem;
import io.bloop.type.Tag;
import io.bloop.type.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the columns of one item, and notes what a baseline has to remember of them. Not thread-safe. */
abstract sealed class ItemSource<T> permits Values {

    private final ItemReader<T> reader;
    private final StoredItem item;
    private final @Nullable NamedReader in;
    private final @Nullable Set<? extends Column<T, ?>> loaded;
    private final @Nullable Object @Nullable [] remembered;

    /**
     * Creates the source of an item.
     *
     * @param in reads the item; null where all is read in the order in which it is stored
     * @param loaded the columns that the item was loaded with; null for all
     * @param remembered takes what a baseline remembers, at the ordinal of the column; null where nothing is
     */
    ItemSource(
            ItemReader<T> reader,
            StoredItem item,
            @Nullable NamedReader in,
            @Nullable Set<? extends Column<T, ?>> loaded,
            @Nullable Object @Nullable [] remembered) {
        this.reader = reader;
        this.item = item;
        this.in = in;
        this.loaded = loaded;
        this.remembered = remembered;
    }

    /** Returns what a baseline remembers of the columns that were read. */
    final @Nullable Object @Nullable [] remembered() {
        return remembered;
    }

    final <V> @Nullable V read(Column<T, V> column) {
        return in != null && in.moveTo(column.attribute()) ? present(column, in) : absent(column);
    }

    /** Reads a column that the item has, perhaps as an explicit NULL. */
    final <V> @Nullable V present(Column<T, V> column, MemberReader in) {
        Type<V> type = column.type();
        boolean isNull = in.tag() == Tag.NULL;
        try {
            V value = isNull ? missing(column) : type.read(in);
            if (remembered != null) {
                remembered[column.ordinal()] = isNull ? type.remember(value) : type.rememberRead(in, value);
            }
            return value;
        } catch (Exception ex) {
            throw reader.failed(ex, column, item);
        }
    }

    /** Returns what a column reads as that the item does not have. */
    final <V> @Nullable V absent(Column<T, V> column) {
        if (remembered != null && !isLoaded(column)) {
            remembered[column.ordinal()] = Baseline.UNLOADED;
        }
        return missing(column);
    }

    private <V> @Nullable V missing(Column<T, V> column) {
        return isLoaded(column) ? column.type().absent() : column.type().unloaded();
    }

    /** Tells whether the request that brought the item asked for a column. */
    final boolean isLoaded(Column<T, ?> column) {
        return loaded == null || loaded.contains(column);
    }
}
