package io.bloop.mapping.internal;

import io.bloop.model.Column;
import io.bloop.type.MemberReader;
import io.bloop.type.StoredItem;
import io.bloop.type.Tag;
import io.bloop.type.Type;
import io.bloop.type.internal.WeakIdentityMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Remembers under which key an item is stored, for objects that remember nothing themselves: records, and classes that
 * are not tracked.
 *
 * <p>Only keys are kept whose stored form is not the one that the model writes, so that most models keep nothing. A
 * copy of an object is another object, which is unknown. Thread-safe.
 */
final class StoredKeys<T> {

    private final List<Column<T, ?>> keys;
    private final int columns;
    private final boolean hasOneForm;
    private final WeakIdentityMap<Entry> entries = new WeakIdentityMap<>();

    /** The key of one object. */
    private record Entry(Object origin, @Nullable Object[] remembered) {}

    StoredKeys(List<Column<T, ?>> keys, int columns) {
        this.keys = keys;
        this.columns = columns;
        this.hasOneForm = haveOneForm(keys);
    }

    private static <T> boolean haveOneForm(List<Column<T, ?>> keys) {
        for (Column<T, ?> key : keys) {
            if (!key.type().hasOneForm()) {
                return false;
            }
        }
        return true;
    }

    /** Remembers the key of an object that was read. */
    void keep(T object, StoredItem item, Object origin) {
        if (hasOneForm) {
            return;
        }
        @Nullable Object[] remembered = new @Nullable Object[columns];
        int found = 0;
        MemberReader in = item.open();
        while (found < keys.size() && in.next()) {
            for (Column<T, ?> key : keys) {
                if (key.attribute().equals(in.name()) && in.tag() != Tag.NULL) {
                    remembered[key.ordinal()] = read(key.type(), in);
                    found++;
                }
            }
        }
        in.release();
        entries.put(object, new Entry(origin, remembered));
    }

    private static <V> @Nullable Object read(Type<V> type, MemberReader in) {
        return type.rememberRead(in, type.read(in));
    }

    /** Returns what is remembered of the key, at the ordinals of the key columns; null where nothing is. */
    @Nullable
    Object @Nullable [] of(T object, Object origin) {
        Entry entry = hasOneForm ? null : entries.get(object);
        return entry != null && entry.origin() == origin ? entry.remembered() : null;
    }

    /** Lets the object that takes the place of another have its key. */
    void pass(T from, T to) {
        Entry entry = hasOneForm || from == to ? null : entries.get(from);
        if (entry != null) {
            entries.put(to, entry);
        }
    }

    void forget(T object) {
        if (!hasOneForm) {
            entries.remove(object);
        }
    }
}
