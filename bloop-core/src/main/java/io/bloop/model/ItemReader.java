package io.bloop.model;

import io.bloop.type.InvalidValue;
import io.bloop.type.MemberReader;
import io.bloop.type.StoredItem;
import io.bloop.type.Tag;
import io.bloop.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes objects of items, or fills them, and tells what a baseline has to keep. */
final class ItemReader<T> {

    private final ModelDefinition<T> model;
    private final List<Column<T, ?>> columns;
    private final Keys<T> keys;
    private final Map<String, Column<T, ?>> byAttribute = new HashMap<>();
    private volatile boolean creationChecked;

    ItemReader(ModelDefinition<T> model, List<Column<T, ?>> columns, Keys<T> keys) {
        this.model = model;
        this.columns = columns;
        this.keys = keys;
        columns.forEach(column -> byAttribute.put(column.attribute(), column));
    }

    T read(StoredItem item, @Nullable Set<? extends Column<T, ?>> loaded, Object origin) {
        boolean[] stored = new boolean[columns.size()];
        @Nullable Object[] values = values(item, loaded, stored);
        Values<T> given = new Values<>(values);
        T object = create(given);
        if (!creationChecked) {
            checkCreation(given);
        }
        fill(object, values);
        if (object instanceof Tracked tracked) {
            tracked.baseline().replace(origin, remembered(stored, values, loaded));
        }
        return object;
    }

    void fill(T object, StoredItem item, Object origin) {
        boolean[] stored = new boolean[columns.size()];
        @Nullable Object[] values = values(item, null, stored);
        fill(object, values);
        if (object instanceof Tracked tracked) {
            tracked.baseline().replace(origin, remembered(stored, values, null));
        }
    }

    void show(T object, StoredItem item) {
        fill(object, values(item, null, new boolean[columns.size()]));
    }

    private T create(Values<T> given) {
        try {
            return model.create(given);
        } catch (NullPointerException ex) {
            Column<T, ?> column = given.lastAskedFor();
            throw column == null || given.get(column) != null ? ex : InvalidModel.noValueForAbsent(column, ex);
        }
    }

    private void checkCreation(Values<T> given) {
        List<String> problems = new ArrayList<>();
        for (Column<T, ?> column : columns) {
            if (!column.hasSetter() && !given.wasAskedFor(column)) {
                problems.add("Column '" + column.name() + "' has no setter, and create() does not ask for it, so that "
                        + "loading would lose its value; give it a setter, or pass it to the constructor.");
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidModel(model.name(), problems);
        }
        creationChecked = true;
    }

    private void fill(T object, @Nullable Object[] values) {
        for (Column<T, ?> column : columns) {
            column.set(object, values[column.ordinal()]);
        }
    }

    /** Reads the columns' values, and notes which attributes there are. */
    private @Nullable Object[] values(StoredItem item, @Nullable Set<? extends Column<T, ?>> loaded, boolean[] stored) {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        boolean[] present = new boolean[values.length];
        MemberReader in = item.open();
        while (in.next()) {
            Column<T, ?> column = byAttribute.get(in.name());
            if (column != null) {
                stored[column.ordinal()] = true;
                present[column.ordinal()] = in.tag() != Tag.NULL;
                values[column.ordinal()] = present[column.ordinal()] ? read(column, in, item) : null;
            }
        }
        for (Column<T, ?> column : columns) {
            if (!present[column.ordinal()]) {
                values[column.ordinal()] = isLoaded(column, loaded)
                        ? column.type().absent()
                        : column.type().unloaded();
            }
        }
        return values;
    }

    private @Nullable Object read(Column<T, ?> column, MemberReader in, StoredItem item) {
        try {
            return column.type().read(in);
        } catch (InvalidValue ex) {
            throw ex.at(model.name(), keys.itemKey(item.attributes()).toString(), column.name());
        }
    }

    private static <T> boolean isLoaded(Column<T, ?> column, @Nullable Set<? extends Column<T, ?>> loaded) {
        return loaded == null || loaded.contains(column);
    }

    private @Nullable Object[] remembered(
            boolean[] stored, @Nullable Object[] values, @Nullable Set<? extends Column<T, ?>> loaded) {
        @Nullable Object[] remembered = new @Nullable Object[values.length];
        for (Column<T, ?> column : columns) {
            int ordinal = column.ordinal();
            if (stored[ordinal]) {
                remembered[ordinal] = remember(column.type(), values[ordinal]);
            } else if (!isLoaded(column, loaded)) {
                remembered[ordinal] = Baseline.UNLOADED;
            }
        }
        return remembered;
    }

    @SuppressWarnings("unchecked") // the value was read by this type
    private static <V> @Nullable Object remember(Type<V> type, @Nullable Object value) {
        return type.remember((V) value);
    }
}
