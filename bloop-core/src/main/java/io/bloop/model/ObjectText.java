package io.bloop.model;

import io.bloop.BloopException;
import io.bloop.type.AttributeValues;
import io.bloop.type.InvalidValue;
import io.bloop.type.MappingFailed;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Prints objects, and names the objects of failures. */
record ObjectText<T>(ModelDefinition<T> model, List<Column<T, ?>> columns, List<Column<T, ?>> keys) {

    /** Returns a failure to store the value of a column with its place. */
    BloopException failed(Exception ex, Column<T, ?> column, T object) {
        if (ex instanceof InvalidValue invalid && invalid.model() == null) {
            return invalid.at(model.name(), printKey(object), column.name());
        }
        MappingFailed failed = ex instanceof MappingFailed found ? found : MappingFailed.storing(ex);
        return failed.at(model.name(), printKey(object), column.name());
    }

    /** Prints what an object has of a key, such as {@code User(id=S "1", at=nothing)}. */
    String printKey(T object) {
        StringBuilder text = new StringBuilder(model.name()).append('(');
        String separator = "";
        for (Column<T, ?> column : keys) {
            text.append(separator).append(column.name()).append('=').append(printed(column, object));
            separator = ", ";
        }
        return text.append(')').toString();
    }

    private static <T, V> String printed(Column<T, V> column, T object) {
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
            @Nullable Object value = column.peek(object);
            if (value != null) {
                text.append(separator).append(column.name()).append('=');
                text.append(value instanceof byte[] bytes ? bytes.length + " bytes" : value);
                separator = ", ";
            }
        }
        return text.append(')').toString();
    }
}
