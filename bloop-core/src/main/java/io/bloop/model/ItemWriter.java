package io.bloop.model;

import io.bloop.type.AttributeValues;
import io.bloop.type.InvalidValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Makes items of objects, and prints them. */
final class ItemWriter<T> {

    private final String model;
    private final List<Column<T, ?>> columns;
    private final List<Column<T, ?>> keys;

    ItemWriter(String model, List<Column<T, ?>> columns, List<Column<T, ?>> keys) {
        this.model = model;
        this.columns = columns;
        this.keys = keys;
    }

    <V> @Nullable AttributeValue dump(Column<T, V> column, T object) {
        try {
            return AttributeValues.dump(column.type(), column.get(object));
        } catch (InvalidValue ex) {
            throw ex.at(model, print(object, keys), column.name());
        }
    }

    /** Adds every column that has a value to the key. */
    Map<String, AttributeValue> item(Key<T> key, T object) {
        Map<String, AttributeValue> item = new LinkedHashMap<>(key.attributes());
        for (Column<T, ?> column : columns) {
            AttributeValue value = dump(column, object);
            if (value != null) {
                item.put(column.attribute(), value);
            }
        }
        return item;
    }

    String print(T object) {
        return print(object, columns);
    }

    private String print(T object, List<Column<T, ?>> columns) {
        StringBuilder text = new StringBuilder(model).append('(');
        String separator = "";
        for (Column<T, ?> column : columns) {
            Object value = column.get(object);
            if (value != null) {
                text.append(separator).append(column.name()).append('=');
                text.append(value instanceof byte[] bytes ? bytes.length + " bytes" : value);
                separator = ", ";
            }
        }
        return text.append(')').toString();
    }
}
