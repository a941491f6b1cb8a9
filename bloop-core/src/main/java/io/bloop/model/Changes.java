package io.bloop.model;

import io.bloop.expression.UpdateExpression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Is what one write of an object changes, as the object was when the write was prepared.
 *
 * <p>For the engine. Nothing of the object changes until {@link #commit()}. Not thread-safe.
 *
 * @param <T> the class of the model's objects
 */
public final class Changes<T> {

    private final T object;
    private final Object origin;
    private final boolean known;
    private final Map<Column<T, ?>, AttributeValue> sets = new LinkedHashMap<>();
    private final List<Column<T, ?>> removes = new ArrayList<>();
    private final @Nullable Object[] next;

    Changes(
            Mapping<T> mapping,
            T object,
            Object origin,
            List<Column<T, ?>> columns,
            boolean known,
            @Nullable Object[] remembered) {
        this.object = object;
        this.origin = origin;
        this.known = known;
        this.next = remembered.clone();
        for (Column<T, ?> column : columns) {
            // a column that the object was loaded without says nothing, whatever item it is written to
            boolean comparable = known || next[column.ordinal()] == Baseline.UNLOADED;
            if (!comparable || !Mapping.isSame(column, object, next)) {
                add(mapping, column);
            }
        }
    }

    private <V> void add(Mapping<T> mapping, Column<T, V> column) {
        int ordinal = column.ordinal();
        AttributeValue value = mapping.dump(column, object);
        if (value != null && !column.isKey()) {
            sets.put(column, value);
        } else if (value == null && next[ordinal] != null) {
            removes.add(column);
        }
        next[ordinal] = value == null ? null : column.type().remember(column.get(object));
    }

    /**
     * Removes attributes that the write would otherwise leave alone, where the object has no value for them.
     *
     * @param columns columns of the model; those that have a value are not removed
     */
    public void clear(List<? extends Column<T, ?>> columns) {
        for (Column<T, ?> column : columns) {
            boolean untouched = !column.isKey() && !sets.containsKey(column) && !removes.contains(column);
            if (untouched && readsAsAbsent(column)) {
                removes.add(column);
                next[column.ordinal()] = null;
            }
        }
    }

    private <V> boolean readsAsAbsent(Column<T, V> column) {
        return column.type().isSame(column.get(object), null);
    }

    /**
     * Tells whether there is nothing to write.
     *
     * @return true if the object is known to the table and has not changed
     */
    public boolean isEmpty() {
        return known && sets.isEmpty() && removes.isEmpty();
    }

    /**
     * Writes the changes.
     *
     * @param update takes the actions
     */
    public void apply(UpdateExpression update) {
        sets.forEach(update::set);
        removes.forEach(update::remove);
    }

    /**
     * Takes note that the write has happened.
     *
     * <p>What the object was set to since the write was prepared still counts as changed.
     */
    public void commit() {
        if (object instanceof Tracked tracked) {
            tracked.baseline().replace(origin, next);
        }
    }
}
