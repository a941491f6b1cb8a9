package io.bloop.mapping.internal;

import io.bloop.expression.Condition;
import io.bloop.model.Column;
import io.bloop.model.Conditions;
import io.bloop.model.ModelDefinition;
import io.bloop.model.internal.Memory;
import io.bloop.model.internal.ModelInternals;
import io.bloop.type.AttributeValues;
import io.bloop.type.internal.InitialValue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Makes the condition that an item still is what an object knows of it. */
final class Snapshot<T> {

    private final ModelDefinition<T> model;
    private final List<Column<T, ?>> columns;
    private final ItemWriter<T> writer;

    Snapshot(ModelInternals<T> model, ItemWriter<T> writer) {
        this.model = model.model();
        this.columns = model.columns();
        this.writer = writer;
    }

    /** Asks for what was remembered; for no item where nothing was. */
    Condition<T> ofRemembered(@Nullable Object @Nullable [] remembered) {
        if (remembered == null) {
            return Conditions.ifNotExists(model);
        }
        Condition<T> condition = Condition.empty();
        for (Column<T, ?> column : columns) {
            Object kept = InitialValue.stored(remembered[column.ordinal()]);
            if (kept != Memory.UNLOADED && !column.isKeyOnly()) {
                AttributeValue value = AttributeValues.dumpRemembered(column.type(), kept);
                condition = condition.and(Condition.stored(column, value));
            }
        }
        return condition;
    }

    /** Asks for the values that an object has now. */
    Condition<T> ofValues(T object) {
        Condition<T> condition = Condition.empty();
        for (Column<T, ?> column : columns) {
            // computed columns follow from the others, and an older item may lack them
            if (!column.isKeyOnly() && (!column.isComputed() || column.isKey())) {
                condition = condition.and(Condition.stored(column, writer.dump(column, object)));
            }
        }
        return condition;
    }
}
