package io.bloop.model;

import io.bloop.type.AttributeMap;
import io.bloop.type.AttributeValues;
import io.bloop.type.InvalidValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Makes items of objects, and prints them. */
final class ItemWriter<T> {

    private final ModelDefinition<T> model;
    private final List<Column<T, ?>> columns;
    private final List<Column<T, ?>> keys;
    private final String[] names;

    ItemWriter(ModelDefinition<T> model, List<Column<T, ?>> columns, List<Column<T, ?>> keys) {
        this.model = model;
        this.columns = columns;
        this.keys = keys;
        this.names = columns.stream().map(Column::attribute).toArray(String[]::new);
    }

    <V> @Nullable AttributeValue dump(Column<T, V> column, T object) {
        try {
            return AttributeValues.dump(column.type(), column.get(object));
        } catch (InvalidValue ex) {
            throw placed(ex, column, object);
        }
    }

    /** Dumps every column, each to its ordinal; null where there is nothing to store. */
    @Nullable
    AttributeValue[] attributes(T object) {
        ColumnSink<T> dump = new ColumnSink<>(this, object, columns.size());
        model.write(object, dump);
        return dump.attributes();
    }

    /** Returns an item of dumped columns, which is over the array and never changes. */
    Map<String, AttributeValue> item(@Nullable AttributeValue[] attributes) {
        return new AttributeMap(names, attributes, names.length);
    }

    InvalidValue placed(InvalidValue ex, Column<T, ?> column, T object) {
        return ex.at(model.name(), printKey(object), column.name());
    }

    /** Prints what an object has of a key, as {@code User(id=S "1", at=nothing)}. */
    String printKey(T object) {
        StringBuilder text = new StringBuilder(model.name()).append('(');
        String separator = "";
        for (Column<T, ?> column : keys) {
            text.append(separator).append(column.name()).append('=').append(printed(column, object));
            separator = ", ";
        }
        return text.append(')').toString();
    }

    private <V> String printed(Column<T, V> column, T object) {
        try {
            AttributeValue value = AttributeValues.dump(column.type(), column.get(object));
            return value == null ? "nothing" : AttributeValues.print(value);
        } catch (InvalidValue ex) {
            return "what cannot be stored";
        }
    }

    /** Prints an object with all that is set, for its own people: messages hold keys only. */
    String print(T object) {
        StringBuilder text = new StringBuilder(model.name()).append('(');
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
