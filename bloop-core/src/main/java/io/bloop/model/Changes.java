package io.bloop.model;

import io.bloop.expression.UpdateExpression;
import io.bloop.expression.UpdateText;
import io.bloop.expression.UpdateTexts;
import java.util.ArrayList;
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

    private final ItemWriter<T> writer;
    private final List<Column<T, ?>> columns;
    private final T object;
    private final Object origin;
    private final boolean known;
    private @Nullable AttributeValue @Nullable [] attributes;
    private boolean @Nullable [] removed;
    private @Nullable Object @Nullable [] next;

    private Changes(
            ItemWriter<T> writer,
            List<Column<T, ?>> columns,
            T object,
            Object origin,
            boolean known,
            @Nullable AttributeValue @Nullable [] attributes,
            @Nullable Object @Nullable [] next) {
        this.writer = writer;
        this.columns = columns;
        this.object = object;
        this.origin = origin;
        this.known = known;
        this.attributes = attributes;
        this.next = next;
    }

    /** Finds what differs from what is remembered, which costs nothing where nothing does. */
    static <T> Changes<T> since(
            ItemWriter<T> writer, List<Column<T, ?>> columns, T object, Object origin, @Nullable Object[] remembered) {
        Changes<T> changes = new Changes<>(writer, columns, object, origin, true, null, remembered);
        for (Column<T, ?> column : columns) {
            if (!Mapping.isSame(column, object, remembered)) {
                changes.add(column, remembered);
            }
        }
        return changes;
    }

    private <V> void add(Column<T, V> column, @Nullable Object[] remembered) {
        AttributeValue value = writer.dump(column, object);
        if (value != null && !column.isKey()) {
            if (attributes == null) {
                attributes = new @Nullable AttributeValue[columns.size()];
            }
            attributes[column.ordinal()] = value;
        } else if (value == null && remembered[column.ordinal()] != null) {
            remove(column);
        }
        if (next == remembered) {
            next = remembered.clone();
        }
        remember(column, value);
    }

    /**
     * Takes all that the object has.
     *
     * @param lacking tells which columns the object was loaded without; null where nothing is remembered of it
     */
    static <T> Changes<T> all(
            ItemWriter<T> writer,
            List<Column<T, ?>> columns,
            T object,
            Object origin,
            @Nullable Object @Nullable [] lacking) {
        @Nullable AttributeValue[] attributes = writer.attributes(object);
        Changes<T> changes = new Changes<>(writer, columns, object, origin, false, attributes, lacking);
        if (lacking != null) {
            for (Column<T, ?> column : columns) {
                changes.add(column, attributes, lacking);
            }
        }
        return changes;
    }

    private void add(Column<T, ?> column, @Nullable AttributeValue[] attributes, @Nullable Object[] lacking) {
        int ordinal = column.ordinal();
        boolean isUnloaded = lacking[ordinal] == Baseline.UNLOADED;
        if (isUnloaded && Mapping.isSame(column, object, lacking)) {
            // it says nothing, whatever item it is written to
            attributes[ordinal] = null;
            return;
        }
        if (isUnloaded && attributes[ordinal] == null) {
            remove(column);
        }
        remember(column, attributes[ordinal]);
    }

    private <V> void remember(Column<T, V> column, @Nullable AttributeValue value) {
        if (next != null) {
            next[column.ordinal()] = value == null ? null : column.type().remember(column.get(object));
        }
    }

    private void remove(Column<T, ?> column) {
        if (removed == null) {
            removed = new boolean[columns.size()];
        }
        removed[column.ordinal()] = true;
    }

    private boolean isSet(Column<T, ?> column) {
        return attributes != null && attributes[column.ordinal()] != null && !column.isKey();
    }

    private boolean isRemoved(Column<T, ?> column) {
        return removed != null && removed[column.ordinal()];
    }

    /**
     * Removes attributes that the write would otherwise leave alone, where the object has no value for them.
     *
     * @param cleared columns of the model; those that have a value are not removed
     */
    public void clear(List<? extends Column<T, ?>> cleared) {
        for (Column<T, ?> column : cleared) {
            boolean untouched = !column.isKey() && !isSet(column) && !isRemoved(column);
            if (untouched && readsAsAbsent(column)) {
                remove(column);
                if (next != null) {
                    next = next.clone();
                    next[column.ordinal()] = null;
                }
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
        return known && attributes == null && removed == null;
    }

    /**
     * Returns the whole item, where all of the object is written.
     *
     * @return every column that has a value; never changes
     * @throws IllegalStateException if only what has changed is written
     */
    public Map<String, AttributeValue> item() {
        if (known || attributes == null) {
            throw new IllegalStateException("What has changed is not a whole item.");
        }
        return writer.item(attributes);
    }

    /**
     * Writes the changes.
     *
     * @param update takes the actions
     */
    public void apply(UpdateExpression update) {
        for (Column<T, ?> column : columns) {
            AttributeValue value = attributes == null ? null : attributes[column.ordinal()];
            if (value != null && !column.isKey()) {
                update.set(column, value);
            }
        }
        for (Column<T, ?> column : columns) {
            if (isRemoved(column)) {
                update.remove(column);
            }
        }
    }

    /** Is which columns an update sets, and which it removes, a bit for each. */
    private record Shape(long sets, long removes) {}

    /**
     * Writes the changes in a text that updates of the same shape share.
     *
     * @param texts the texts that were written before
     * @return the text; null where the model has more columns than shapes are kept of
     */
    public @Nullable UpdateText text(UpdateTexts texts) {
        if (columns.size() > Long.SIZE) {
            return null;
        }
        long sets = 0;
        long removes = 0;
        for (Column<T, ?> column : columns) {
            long bit = 1L << column.ordinal();
            sets |= isSet(column) ? bit : 0;
            removes |= isRemoved(column) ? bit : 0;
        }
        return texts.get(new Shape(sets, removes), this::text);
    }

    private UpdateText text() {
        List<String> sets = new ArrayList<>();
        List<String> removes = new ArrayList<>();
        for (Column<T, ?> column : columns) {
            if (isSet(column)) {
                sets.add(column.attribute());
            } else if (isRemoved(column)) {
                removes.add(column.attribute());
            }
        }
        return UpdateText.of(sets, removes);
    }

    /**
     * Returns the values of the columns that are set.
     *
     * @return the values in the order of the columns
     */
    public @Nullable AttributeValue[] values() {
        @Nullable AttributeValue[] values = new @Nullable AttributeValue[columns.size()];
        int size = 0;
        for (Column<T, ?> column : columns) {
            if (attributes != null && isSet(column)) {
                values[size++] = attributes[column.ordinal()];
            }
        }
        return values;
    }

    /**
     * Takes note that the write has happened.
     *
     * <p>What the object was set to since the write was prepared still counts as changed.
     */
    public void commit() {
        if (next != null && object instanceof Tracked tracked) {
            tracked.baseline().replace(origin, next);
        }
    }
}
