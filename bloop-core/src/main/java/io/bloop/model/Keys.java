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
        Map<String, AttributeValue> attributes = new HashMap<>();
        for (Column<T, ?> column : columns) {
            AttributeValue value = writer.dump(column, object);
            if (value == null) {
                String role = column.isHashKey() ? "hash key" : "range key";
                throw new MissingKey(model.name(), writer.print(object), column.name(), role);
            }
            attributes.put(column.attribute(), value);
        }
        return new Key<>(model, attributes);
    }

    Key<T> itemKey(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> key = new HashMap<>();
        for (Column<T, ?> column : columns) {
            AttributeValue value = item.get(column.attribute());
            if (value != null) {
                key.put(column.attribute(), value);
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
        Map<String, AttributeValue> attributes = new HashMap<>();
        String expected = columns.stream()
                .map(column -> column.name() + " (" + column.type() + ")")
                .toList()
                .toString();
        boolean fits = values.length == columns.size();
        for (int i = 0; fits && i < values.length; i++) {
            fits = columns.get(i).type().javaType().isInstance(values[i]);
        }
        if (!fits) {
            List<String> found = new ArrayList<>();
            for (Object value : values) {
                found.add(value == null ? "null" : value.getClass().getSimpleName());
            }
            throw new InvalidKey(model.name(), expected, found.toString());
        }
        for (int i = 0; i < values.length; i++) {
            AttributeValue value = dumpKey(columns.get(i).type(), values[i]);
            if (value == null) {
                throw new InvalidKey(model.name(), expected, "a value that says nothing");
            }
            attributes.put(columns.get(i).attribute(), value);
        }
        return new Key<>(model, attributes);
    }

    @SuppressWarnings("unchecked") // its class was checked
    private static <V> @Nullable AttributeValue dumpKey(Type<V> type, Object value) {
        return AttributeValues.dump(type, (V) value);
    }

    /** Tells whether an object still has the key that was remembered. */
    boolean areSame(T object, @Nullable Object[] remembered) {
        return columns.stream().allMatch(column -> Mapping.isSame(column, object, remembered));
    }
}
