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

    /** Returns the form in which an unchanged value is stored, where the type itself would write another one. */
    <V> @Nullable AttributeValue storedForm(Column<T, V> column, T object, @Nullable Object[] remembered) {
        try {
            return AttributeValues.storedForm(column.type(), column.get(object), remembered[column.ordinal()]);
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
        return ex.at(model.name(), print(object, keys), column.name());
    }

    String print(T object) {
        return print(object, columns);
    }

    private String print(T object, List<Column<T, ?>> columns) {
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
