package io.bloop.model;

import io.bloop.type.AttributeValues;
import io.bloop.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Makes the keys of a model of plain values. */
record KeyValues<T>(ModelDefinition<T> model, List<Column<T, ?>> columns) {

    Key<T> keyOf(Object @Nullable ... values) {
        if (values == null) {
            throw new InvalidKey(model.name(), expected(), "null");
        }
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
        AttributeValue[] attributes = new AttributeValue[values.length];
        for (int i = 0; i < values.length; i++) {
            AttributeValue dumped = dumpKey(columns.get(i).type(), values[i]);
            if (dumped == null) {
                throw new InvalidKey(model.name(), expected(), "a value that says nothing");
            }
            if (isEmpty(dumped)) {
                throw new InvalidKey(
                        model.name(),
                        expected(),
                        "an empty value for " + columns.get(i).name());
            }
            attributes[i] = dumped;
        }
        return new Key<>(
                model,
                attributes.length == 1
                        ? Map.of(attribute(0), attributes[0])
                        : Map.of(attribute(0), attributes[0], attribute(1), attributes[1]));
    }

    private String attribute(int key) {
        return columns.get(key).attribute();
    }

    static boolean isEmpty(AttributeValue value) {
        return value.s() != null && value.s().isEmpty()
                || value.b() != null && value.b().asByteArrayUnsafe().length == 0;
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
}
