package io.bloop.mapping.internal;

import io.bloop.model.Column;
import io.bloop.model.Key;
import io.bloop.model.KeyTemplate;
import io.bloop.model.MissingKey;
import io.bloop.model.internal.ModelInternals;
import io.bloop.type.AttributeValues;
import io.bloop.type.MemberReader;
import io.bloop.type.StoredItem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Makes the keys of objects and of items. */
final class Keys<T> {

    private final ModelInternals<T> model;
    private final List<Column<T, ?>> columns;
    private final ItemWriter<T> writer;

    Keys(ModelInternals<T> model, ItemWriter<T> writer) {
        this.model = model;
        this.columns = model.keys();
        this.writer = writer;
    }

    /**
     * Returns the key of an object, in the form in which it is stored where that is remembered.
     *
     * @param remembered what is remembered of its columns, each at its ordinal; null where nothing is
     */
    Key<T> key(T object, @Nullable Object @Nullable [] remembered) {
        @Nullable AttributeValue[] values = new @Nullable AttributeValue[columns.size()];
        for (int i = 0; i < values.length; i++) {
            Column<T, ?> column = columns.get(i);
            AttributeValue stored = remembered == null ? null : stored(column, object, remembered);
            values[i] = stored == null ? writer.dump(column, object) : stored;
        }
        return key(values, object);
    }

    private @Nullable AttributeValue stored(Column<T, ?> column, T object, @Nullable Object[] remembered) {
        return isLeftAsItIs(column, object, remembered)
                ? AttributeValues.dumpRemembered(column.type(), remembered[column.ordinal()])
                : writer.storedForm(column, object, remembered);
    }

    /** Tells whether a key is computed from what an object was loaded without, and so is the one that it was loaded by. */
    private static <T> boolean isLeftAsItIs(Column<T, ?> column, T object, @Nullable Object[] remembered) {
        return ComputedColumns.unknownInput(column, object, remembered) != null
                && !ComputedColumns.isMoved(column, object, remembered);
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
            Column<T, ?> part = missingPart(column, object);
            String of = part == null
                    ? role
                    : "part of the " + role + " '" + column.template().orElseThrow() + "'";
            throw new MissingKey(
                    model.model().name(),
                    model.printKey(object),
                    object,
                    part == null ? column.name() : part.name(),
                    of);
        }
    }

    /** Returns the part of a key's template that has no value; null where the key is made by none. */
    private @Nullable Column<T, ?> missingPart(Column<T, ?> column, T object) {
        for (Column<T, ?> part : column.template().map(KeyTemplate::parts).orElse(List.of())) {
            if (writer.dump(part, object) == null) {
                return part;
            }
        }
        return null;
    }

    @SuppressWarnings("NullAway") // every column has a value
    private Key<T> key(@Nullable AttributeValue[] values) {
        return model.key(
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
        return model.key(key);
    }

    Key<T> itemKey(StoredItem item) {
        @Nullable AttributeValue[] values = new @Nullable AttributeValue[columns.size()];
        int found = 0;
        MemberReader in = item.open();
        while (found < values.length && in.next()) {
            for (int i = 0; i < values.length; i++) {
                if (attribute(i).equals(in.name())) {
                    values[i] = in.raw();
                    found++;
                }
            }
        }
        in.release();
        return found == values.length ? key(values) : partialKey(values);
    }

    List<Column<T, ?>> columns() {
        return columns;
    }

    /** Tells whether an object still has the key that was remembered. */
    boolean areSame(T object, @Nullable Object[] remembered) {
        for (Column<T, ?> column : columns) {
            if (!isLeftAsItIs(column, object, remembered) && !Mapping.isSame(column, object, remembered)) {
                return false;
            }
        }
        return true;
    }
}
