package io.bloop.model;

import io.bloop.type.AttributeValues;
import io.bloop.type.MemberReader;
import io.bloop.type.StoredItem;
import io.bloop.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Makes the keys of a model, of objects, of items and of plain values. */
final class Keys<T> {

    private final ModelDefinition<T> model;
    private final List<Column<T, ?>> columns;
    private final ItemWriter<T> writer;

    Keys(ModelDefinition<T> model, List<Column<T, ?>> columns, ItemWriter<T> writer) {
        this.model = model;
        this.columns = columns;
        this.writer = writer;
    }

    Key<T> key(T object) {
        @Nullable AttributeValue[] values = new @Nullable AttributeValue[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = writer.dump(columns.get(i), object);
        }
        return key(values, object);
    }

    private Key<T> key(@Nullable AttributeValue[] values, T object) {
        for (int i = 0; i < values.length; i++) {
            require(columns.get(i), values[i], object);
        }
        return key(values);
    }

    /** Requires the key of an object whose columns were dumped, each to its ordinal. */
    void require(@Nullable AttributeValue[] attributes, T object) {
        for (Column<T, ?> column : columns) {
            require(column, attributes[column.ordinal()], object);
        }
    }

    private void require(Column<T, ?> column, @Nullable AttributeValue value, T object) {
        if (value == null) {
            String role = column.isHashKey() ? "hash key" : "range key";
            throw new MissingKey(model.name(), object, writer.printKey(object), column.name(), role);
        }
    }

    @SuppressWarnings("NullAway") // every column has a value
    private Key<T> key(@Nullable AttributeValue[] values) {
        return new Key<>(
                model,
                values.length == 1
                        ? Map.of(attribute(0), values[0])
                        : Map.of(attribute(0), values[0], attribute(1), values[1]));
    }

    private String attribute(int key) {
        return columns.get(key).attribute();
    }

    Key<T> itemKey(Map<String, AttributeValue> item) {
        @Nullable AttributeValue[] values = new @Nullable AttributeValue[columns.size()];
        boolean isWhole = true;
        for (int i = 0; i < values.length; i++) {
            values[i] = item.get(attribute(i));
            isWhole &= values[i] != null;
        }
        return isWhole ? key(values) : partialKey(values);
    }

    /** Returns what there is of a key, for messages. */
    private Key<T> partialKey(@Nullable AttributeValue[] values) {
        Map<String, AttributeValue> key = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            AttributeValue value = values[i];
            if (value != null) {
                key.put(attribute(i), value);
            }
        }
        return new Key<>(model, key);
    }

    Key<T> itemKey(StoredItem item) {
        Map<String, AttributeValue> key = new HashMap<>();
        MemberReader in = item.open();
        while (key.size() < columns.size() && in.next()) {
            for (Column<T, ?> column : columns) {
                if (column.attribute().equals(in.name())) {
                    key.put(column.attribute(), in.raw());
                }
            }
        }
        return new Key<>(model, key);
    }

    Key<T> keyOf(Object... values) {
        boolean fits = values.length == columns.size();
        for (int i = 0; fits && i < values.length; i++) {
            fits = columns.get(i).type().javaType().isInstance(values[i]);
        }
        if (!fits) {
            List<String> found = new ArrayList<>();
            for (Object value : values) {
                found.add(value == null ? "null" : value.getClass().getSimpleName());
            }
            throw new InvalidKey(model.name(), expected(), found.toString());
        }
        @Nullable AttributeValue[] attributes = new @Nullable AttributeValue[values.length];
        for (int i = 0; i < values.length; i++) {
            attributes[i] = dumpKey(columns.get(i).type(), values[i]);
            if (attributes[i] == null) {
                throw new InvalidKey(model.name(), expected(), "a value that says nothing");
            }
        }
        return key(attributes);
    }

    private String expected() {
        return columns.stream()
                .map(column -> column.name() + " (" + column.type() + ")")
                .toList()
                .toString();
    }

    @SuppressWarnings("unchecked") // its class was checked
    private static <V> @Nullable AttributeValue dumpKey(Type<V> type, Object value) {
        return AttributeValues.dump(type, (V) value);
    }

    /** Tells whether an object still has the key that was remembered. */
    boolean areSame(T object, @Nullable Object[] remembered) {
        for (Column<T, ?> column : columns) {
            if (!Mapping.isSame(column, object, remembered)) {
                return false;
            }
        }
        return true;
    }
}
