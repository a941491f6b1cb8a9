package io.bloop.model;

import io.bloop.BloopException;
import io.bloop.type.AttributeMap;
import io.bloop.type.AttributeValues;
import io.bloop.type.InvalidValue;
import io.bloop.type.MappingFailed;
import io.bloop.type.UserCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        V value = column.get(object);
        try {
            AttributeValue dumped = AttributeValues.dump(column.type(), value);
            column.requireKeyable(dumped);
            return dumped;
        } catch (Exception ex) {
            throw failed(ex, column, object);
        }
    }

    /** Dumps a column, with what has not changed inside of it in the form in which it is remembered. */
    <V> @Nullable AttributeValue dump(Column<T, V> column, T object, @Nullable Object[] remembered) {
        V value = column.get(object);
        Object kept = remembered[column.ordinal()];
        try {
            AttributeValue dumped = AttributeValues.dump(column.type(), value, kept == Baseline.UNLOADED ? null : kept);
            column.requireKeyable(dumped);
            return dumped;
        } catch (Exception ex) {
            throw failed(ex, column, object);
        }
    }

    /** Returns the form in which an unchanged value is stored, where the type itself would write another one. */
    <V> @Nullable AttributeValue storedForm(Column<T, V> column, T object, @Nullable Object[] remembered) {
        try {
            return AttributeValues.storedForm(column.type(), column.get(object), remembered[column.ordinal()]);
        } catch (Exception ex) {
            throw failed(ex, column, object);
        }
    }

    /** Dumps every column, each to its ordinal; null where there is nothing to store. */
    @Nullable
    AttributeValue[] attributes(T object) {
        ColumnSink<T> dump = new ColumnSink<>(this, object, columns.size());
        try {
            model.write(object, dump);
        } catch (InvalidValue | MappingFailed | InvalidModel ex) {
            throw ex;
        } catch (Exception ex) {
            Optional<Column<T, ?>> failing = UserCode.firstFailing(columns, column -> column.get(object));
            String column = failing.map(Column::name).orElse(null);
            throw MappingFailed.storing(ex).at(model.name(), printKey(object), column);
        }
        return dump.attributes();
    }

    /** Returns an item of dumped columns, which is over the array and never changes. */
    Map<String, AttributeValue> item(@Nullable AttributeValue[] attributes) {
        return new AttributeMap(names, attributes, names.length);
    }

    /** Returns a failure at a column with its place. */
    BloopException failed(Exception ex, Column<T, ?> column, T object) {
        if (ex instanceof InvalidValue invalid && invalid.model() == null) {
            return invalid.at(model.name(), printKey(object), column.name());
        }
        MappingFailed failed = ex instanceof MappingFailed found ? found : MappingFailed.storing(ex);
        return failed.at(model.name(), printKey(object), column.name());
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
            AttributeValue value = AttributeValues.dump(column.type(), column.peek(object));
            return value == null ? "nothing" : AttributeValues.print(value);
        } catch (Exception ex) {
            return "what cannot be stored";
        }
    }

    /** Prints an object with all that is set, for its own people: messages hold keys only. */
    String print(T object) {
        StringBuilder text = new StringBuilder(model.name()).append('(');
        String separator = "";
        for (Column<T, ?> column : columns) {
            Object value = column.peek(object);
            if (value != null) {
                text.append(separator).append(column.name()).append('=');
                text.append(value instanceof byte[] bytes ? bytes.length + " bytes" : value);
                separator = ", ";
            }
        }
        return text.append(')').toString();
    }
}
