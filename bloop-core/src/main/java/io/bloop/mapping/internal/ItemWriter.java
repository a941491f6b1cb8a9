package io.bloop.mapping.internal;

import io.bloop.expression.UpdateExpression;
import io.bloop.model.Column;
import io.bloop.model.InvalidKey;
import io.bloop.model.InvalidModel;
import io.bloop.model.internal.Memory;
import io.bloop.model.internal.ModelInternals;
import io.bloop.type.AttributeValues;
import io.bloop.type.InvalidValue;
import io.bloop.type.MappingFailed;
import io.bloop.type.internal.AttributeMap;
import io.bloop.type.internal.InitialValue;
import io.bloop.type.internal.UserCode;
import io.bloop.wire.internal.WireWriter;
import io.bloop.wire.internal.WrittenItem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Makes items of objects. */
final class ItemWriter<T> {

    private final ModelInternals<T> model;
    private final String[] names;
    private final @Nullable Mark<T> mark;
    private final List<Column<T, ?>> computed;

    /** Made for the first item that is written as bytes; where two threads make it, either will do. */
    private @Nullable ItemLayout layout;

    /**
     * An item as bytes.
     *
     * @param stamps what the engine has written of itself
     */
    record ItemBytes<T>(WrittenItem item, Map<Column<T, ?>, AttributeValue> stamps) {}

    ItemWriter(ModelInternals<T> model, ComputedColumns<T> computed) {
        this.model = model;
        this.mark = Mark.of(model);
        this.computed = computed.all();
        this.names = names(model.columns(), mark);
    }

    private static <T> String[] names(List<Column<T, ?>> columns, @Nullable Mark<T> mark) {
        List<String> names = new ArrayList<>();
        for (Column<T, ?> column : columns) {
            names.add(column.attribute());
        }
        if (mark != null) {
            names.add(mark.path().attribute());
        }
        return names.toArray(new String[0]);
    }

    <V> @Nullable AttributeValue dump(Column<T, V> column, T object) {
        V value = column.get(object);
        try {
            AttributeValue dumped = AttributeValues.dump(column.type(), value);
            model.requireKeyable(column, dumped);
            return dumped;
        } catch (Exception ex) {
            throw model.failed(ex, column, object);
        }
    }

    /** Dumps a column, with what has not changed inside of it in the form in which it is remembered. */
    <V> @Nullable AttributeValue dump(Column<T, V> column, T object, @Nullable Object[] remembered) {
        V value = column.get(object);
        try {
            AttributeValue dumped = AttributeValues.dump(column.type(), value, stored(remembered[column.ordinal()]));
            model.requireKeyable(column, dumped);
            return dumped;
        } catch (Exception ex) {
            throw model.failed(ex, column, object);
        }
    }

    /** Returns what is remembered of what is stored; null where that is not known, or nothing. */
    static @Nullable Object stored(@Nullable Object remembered) {
        Object stored = InitialValue.stored(remembered);
        return stored == Memory.UNLOADED ? null : stored;
    }

    /** Returns the form in which an unchanged value is stored, where the type itself would write another one. */
    <V> @Nullable AttributeValue storedForm(Column<T, V> column, T object, @Nullable Object[] remembered) {
        try {
            return AttributeValues.storedForm(column.type(), column.get(object), remembered[column.ordinal()]);
        } catch (Exception ex) {
            throw model.failed(ex, column, object);
        }
    }

    /** Dumps every column, each to its ordinal; null where there is nothing to store. */
    @Nullable
    AttributeValue[] attributes(T object) {
        return attributes(object, null);
    }

    /**
     * Dumps every column but those that are computed from what the object was loaded without.
     *
     * @param lacking tells which columns the object was loaded without; null where it has all
     */
    @Nullable
    AttributeValue[] attributes(T object, @Nullable Object @Nullable [] lacking) {
        AttributesSink<T> dump = new AttributesSink<>(model, object);
        write(object, lacking, dump);
        return dump.attributes();
    }

    /**
     * Writes every column, and the mark of the model, as the bytes of an item.
     *
     * @param remembered what is remembered of the object or of its key; null where nothing is
     * @param moved what the engine writes whatever the object has
     * @param first what the engine writes where the object has nothing
     * @param next takes what a baseline remembers of the columns, but of those that the engine has written; null where
     *     the object is not tracked
     * @return the item; null if the SDK has to have its attribute values
     */
    @Nullable
    ItemBytes<T> bytes(
            T object,
            @Nullable Object @Nullable [] remembered,
            Map<Column<T, ?>, AttributeValue> moved,
            Map<Column<T, ?>, AttributeValue> first,
            @Nullable Object @Nullable [] next) {
        ItemLayout known = layout;
        if (known == null) {
            known = new ItemLayout(names);
            layout = known;
        }
        WireWriter out = known.begin();
        BytesSink<T> sink = new BytesSink<>(model, object, known, out, remembered, moved, first);
        write(object, null, sink);
        sink.complete();
        if (mark != null) {
            out.attribute(known.name(names.length - 1));
            out.raw(mark.value());
        }
        WrittenItem item = known.end(out);
        if (item == null) {
            return null;
        }
        if (next != null) {
            sink.remember(item, next);
        }
        return new ItemBytes<>(item, sink.stamps());
    }

    private void write(T object, @Nullable Object @Nullable [] lacking, ItemSink<T> sink) {
        try {
            model.write(object, sink);
            if (!computed.isEmpty()) {
                putComputed(object, lacking, sink);
            }
        } catch (InvalidValue | MappingFailed | InvalidModel | InvalidKey ex) {
            throw ex;
        } catch (Exception ex) {
            Optional<Column<T, ?>> failing = UserCode.firstFailing(model.columns(), column -> column.get(object));
            String column = failing.map(Column::name).orElse(null);
            throw MappingFailed.storing(ex).at(model.model().name(), model.printKey(object), column);
        }
    }

    private void putComputed(T object, @Nullable Object @Nullable [] lacking, ItemSink<T> dump) {
        for (Column<T, ?> column : computed) {
            if (lacking == null || ComputedColumns.unknownInput(column, object, lacking) == null) {
                put(column, object, dump);
            }
        }
    }

    private static <T, V> void put(Column<T, V> column, T object, ItemSink<T> dump) {
        dump.put(column, column.get(object));
    }

    /** Returns an item of dumped columns, which is over the array and never changes. */
    Map<String, AttributeValue> item(@Nullable AttributeValue[] attributes) {
        if (mark == null) {
            return new AttributeMap(names, attributes, names.length);
        }
        @Nullable AttributeValue[] marked = Arrays.copyOf(attributes, names.length);
        marked[attributes.length] = mark.value();
        return new AttributeMap(names, marked, names.length);
    }

    /** Marks the item of an update. */
    void mark(UpdateExpression update) {
        if (mark != null) {
            mark.write(update);
        }
    }

    boolean isMarking() {
        return mark != null;
    }
}
