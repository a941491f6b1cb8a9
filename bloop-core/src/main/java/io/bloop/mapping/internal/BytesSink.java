package io.bloop.mapping.internal;

import io.bloop.model.Column;
import io.bloop.model.internal.ModelInternals;
import io.bloop.type.AttributeValues;
import io.bloop.wire.internal.WireWriter;
import io.bloop.wire.internal.WrittenItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes the column values of one object, and what the engine adds to them, as the bytes of an item. Not thread-safe. */
final class BytesSink<T> extends ItemSink<T> {

    private final ModelInternals<T> model;
    private final T object;
    private final ItemLayout layout;
    private final WireWriter out;
    private final @Nullable Object @Nullable [] remembered;
    private final Map<Column<T, ?>, AttributeValue> moved;
    private final Map<Column<T, ?>, AttributeValue> first;
    private final Map<Column<T, ?>, AttributeValue> stamps;
    private final List<Column<T, ?>> written;

    /** Where values begin that are remembered by what was written, at the ordinals of their columns; 0 for others. */
    private final int[] starts;

    private final boolean[] isPut;
    private int begun;
    private int ended;

    /**
     * Creates a sink.
     *
     * @param layout has the name of each attribute at the ordinal of its column
     * @param remembered what is remembered of the object or of its key, at the ordinals of the columns; null where nothing
     *     is
     * @param moved what the engine writes whatever the object has
     * @param first what the engine writes where the object has nothing
     */
    BytesSink(
            ModelInternals<T> model,
            T object,
            ItemLayout layout,
            WireWriter out,
            @Nullable Object @Nullable [] remembered,
            Map<Column<T, ?>, AttributeValue> moved,
            Map<Column<T, ?>, AttributeValue> first) {
        super(model, object);
        this.model = model;
        this.object = object;
        this.layout = layout;
        this.out = out;
        this.remembered = remembered;
        this.moved = moved;
        this.first = first;
        this.stamps = moved.isEmpty() && first.isEmpty() ? Map.of() : new LinkedHashMap<>();
        this.written = new ArrayList<>(model.columns().size());
        this.starts = new int[model.columns().size()];
        this.isPut = new boolean[model.columns().size()];
    }

    @Override
    <V> void store(Column<T, V> column, @Nullable V value) {
        begun++;
        if (isPut[column.ordinal()]) {
            // the last value counts, and what was written stays written
            out.leaveToSdk();
        }
        isPut[column.ordinal()] = true;
        if (moved.containsKey(column)) {
            // a value that cannot be stored is refused, although another one is written
            model.requireKeyable(column, AttributeValues.dump(column.type(), value));
        } else {
            write(column, value);
        }
        ended++;
    }

    private <V> void write(Column<T, V> column, @Nullable V value) {
        out.attribute(layout.name(column.ordinal()));
        Object form = form(column);
        if (!AttributeValues.write(column.type(), value, form, out)) {
            return;
        }
        if (out.endsWithEmptyValue()) {
            model.requireKeyable(column, AttributeValues.dump(column.type(), value));
        }
        written.add(column);
        if (form != null || !AttributeValues.areRememberedAlone(column.type())) {
            starts[column.ordinal()] = out.start();
        }
    }

    /** Adds what the engine writes. */
    void complete() {
        if (begun != ended) {
            // a value that has failed was passed over by the definition, and may be there in part
            out.leaveToSdk();
        }
        moved.forEach(this::stamp);
        first.forEach((column, stamp) -> {
            if (!written.contains(column)) {
                stamp(column, stamp);
            }
        });
    }

    private void stamp(Column<T, ?> column, AttributeValue stamp) {
        out.attribute(layout.name(column.ordinal()));
        out.raw(stamp);
        stamps.put(column, stamp);
        written.add(column);
    }

    /** Returns what is remembered of a column if it is to keep the form in which it is stored. */
    private @Nullable Object form(Column<T, ?> column) {
        Object kept = remembered == null ? null : remembered[column.ordinal()];
        return AttributeValues.mayHaveForms(column.type(), kept) ? ItemWriter.stored(kept) : null;
    }

    /** Returns what the engine has written of itself. */
    Map<Column<T, ?>, AttributeValue> stamps() {
        return stamps;
    }

    /**
     * Notes what a baseline remembers of the columns, but of those that the engine has written.
     *
     * @param item what was written
     * @param next takes what is remembered, at the ordinals of the columns
     */
    void remember(WrittenItem item, @Nullable Object[] next) {
        for (Column<T, ?> column : model.columns()) {
            if (column.isKeyOnly()) {
                next[column.ordinal()] = Mapping.remember(column, object);
            }
        }
        for (Column<T, ?> column : written) {
            if (!stamps.containsKey(column)) {
                next[column.ordinal()] = remember(column, item);
            }
        }
    }

    private <V> @Nullable Object remember(Column<T, V> column, WrittenItem item) {
        int start = starts[column.ordinal()];
        return start == 0
                ? Mapping.remember(column, object)
                : column.type().rememberRead(item.valueAt(start), column.get(object));
    }
}
