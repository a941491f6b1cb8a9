package io.bloop.model;

import io.bloop.type.AttributeValues;
import io.bloop.type.InvalidValue;
import io.bloop.type.MemberReader;
import io.bloop.type.Tag;
import io.bloop.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Moves values between the objects of a model and the items of its table.
 *
 * <p>For the engine; users meet it only through what the engine does. What a tracked object remembers is tied to an
 * <em>origin</em>, the table of one engine: saved elsewhere, the object counts as new. Immutable and thread-safe,
 * the objects are not.
 *
 * @param <T> the class of the model's objects
 */
public final class Mapping<T> {

    private final ModelDefinition<T> model;
    private final List<Column<T, ?>> columns;
    private final List<Column<T, ?>> keys;
    private final Map<String, Column<T, ?>> byAttribute = new HashMap<>();
    private final boolean mutable;
    private volatile boolean creationChecked;

    Mapping(ModelDefinition<T> model, List<Column<T, ?>> columns, List<Column<T, ?>> keys) {
        this.model = model;
        this.columns = columns;
        this.keys = keys;
        columns.forEach(column -> byAttribute.put(column.attribute(), column));
        this.mutable = columns.stream().allMatch(Column::hasSetter);
    }

    /**
     * Tells whether objects can be filled in place.
     *
     * @return false if a column has no setter, as those of a record
     */
    public boolean isMutable() {
        return mutable;
    }

    /**
     * Makes an object of a whole item.
     *
     * @param item the item's attributes; those that the model does not know are passed over
     * @param origin the table of the engine that read the item
     * @return a new object that holds what the item holds
     * @throws InvalidValue if an attribute does not fit its column
     */
    public T read(Map<String, AttributeValue> item, Object origin) {
        return read(item, null, origin);
    }

    /**
     * Makes an object of an item that came through a projection.
     *
     * @param item the item's attributes; those that the model does not know are passed over
     * @param loaded the columns that the projection has, the others are null, whatever the item may have; null where
     *     it has all
     * @param origin the table of the engine that read the item
     * @return a new object that holds what was loaded
     * @throws InvalidValue if an attribute does not fit its column
     */
    public T read(Map<String, AttributeValue> item, @Nullable Set<? extends Column<T, ?>> loaded, Object origin) {
        @Nullable Object[] values = values(item, loaded);
        Values<T> given = new Values<>(values);
        T object = create(given);
        if (!creationChecked) {
            checkCreation(given);
        }
        fill(object, values);
        if (object instanceof Tracked tracked) {
            tracked.baseline().replace(origin, remembered(item, values, loaded));
        }
        return object;
    }

    /**
     * Fills a mutable object from an item.
     *
     * @param object takes the values
     * @param item the item's attributes
     * @param origin the table of the engine that read the item
     * @throws InvalidValue if an attribute does not fit its column; then the object is as it was
     */
    public void fill(T object, Map<String, AttributeValue> item, Object origin) {
        @Nullable Object[] values = values(item, null);
        fill(object, values);
        if (object instanceof Tracked tracked) {
            tracked.baseline().replace(origin, remembered(item, values, null));
        }
    }

    /**
     * Fills a mutable object from an item that the table no longer holds, and remembers nothing of it.
     *
     * @param object takes the values
     * @param item the item's attributes
     * @throws InvalidValue if an attribute does not fit its column; then the object is as it was
     */
    public void show(T object, Map<String, AttributeValue> item) {
        fill(object, values(item, null));
    }

    private T create(Values<T> given) {
        try {
            return model.create(given);
        } catch (NullPointerException ex) {
            Column<T, ?> column = given.lastAskedFor();
            throw column == null || given.get(column) != null ? ex : InvalidModel.noValueForAbsent(column, ex);
        }
    }

    private void fill(T object, @Nullable Object[] values) {
        for (Column<T, ?> column : columns) {
            column.set(object, values[column.ordinal()]);
        }
    }

    private @Nullable Object[] values(Map<String, AttributeValue> item, @Nullable Set<? extends Column<T, ?>> loaded) {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        boolean[] present = new boolean[values.length];
        MemberReader in = AttributeValues.reader(item);
        while (in.next()) {
            Column<T, ?> column = byAttribute.get(in.name());
            if (column != null && in.tag() != Tag.NULL) {
                values[column.ordinal()] = read(column, in, item);
                present[column.ordinal()] = true;
            }
        }
        for (Column<T, ?> column : columns) {
            if (!present[column.ordinal()]) {
                values[column.ordinal()] = isLoaded(column, loaded)
                        ? column.type().absent()
                        : column.type().unloaded();
            }
        }
        return values;
    }

    private @Nullable Object read(Column<T, ?> column, MemberReader in, Map<String, AttributeValue> item) {
        try {
            return column.type().read(in);
        } catch (InvalidValue ex) {
            throw ex.at(model.name(), itemKey(item).toString(), column.name());
        }
    }

    private static <T> boolean isLoaded(Column<T, ?> column, @Nullable Set<? extends Column<T, ?>> loaded) {
        return loaded == null || loaded.contains(column);
    }

    private @Nullable Object[] remembered(
            Map<String, AttributeValue> item, @Nullable Object[] values, @Nullable Set<? extends Column<T, ?>> loaded) {
        @Nullable Object[] remembered = new @Nullable Object[values.length];
        for (Column<T, ?> column : columns) {
            int ordinal = column.ordinal();
            if (item.containsKey(column.attribute())) {
                remembered[ordinal] = remember(column.type(), values[ordinal]);
            } else if (!isLoaded(column, loaded)) {
                remembered[ordinal] = Baseline.UNLOADED;
            }
        }
        return remembered;
    }

    @SuppressWarnings("unchecked") // the value was read by this type
    private static <V> @Nullable Object remember(Type<V> type, @Nullable Object value) {
        return type.remember((V) value);
    }

    private void checkCreation(Values<T> given) {
        List<String> problems = new ArrayList<>();
        for (Column<T, ?> column : columns) {
            if (!column.hasSetter() && !given.wasAskedFor(column)) {
                problems.add("Column '" + column.name() + "' has no setter, and create() does not ask for it, so that "
                        + "loading would lose its value; give it a setter, or pass it to the constructor.");
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidModel(model.name(), problems);
        }
        creationChecked = true;
    }

    /**
     * Returns the key of an object.
     *
     * @param object the object
     * @return its key
     * @throws MissingKey if a key column has no value
     */
    public Key<T> key(T object) {
        Map<String, AttributeValue> attributes = new HashMap<>();
        for (Column<T, ?> column : keys) {
            AttributeValue value = dump(column, object);
            if (value == null) {
                String role = column.isHashKey() ? "hash key" : "range key";
                throw new MissingKey(model.name(), print(object), column.name(), role);
            }
            attributes.put(column.attribute(), value);
        }
        return new Key<>(model, attributes);
    }

    /**
     * Returns the key of an item.
     *
     * @param item the item's attributes
     * @return its key
     */
    public Key<T> itemKey(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> key = new HashMap<>();
        for (Column<T, ?> column : keys) {
            AttributeValue value = item.get(column.attribute());
            if (value != null) {
                key.put(column.attribute(), value);
            }
        }
        return new Key<>(model, key);
    }

    Key<T> keyOf(Object... values) {
        Map<String, AttributeValue> attributes = new HashMap<>();
        String expected = keys.stream()
                .map(column -> column.name() + " (" + column.type() + ")")
                .toList()
                .toString();
        boolean fits = values.length == keys.size();
        for (int i = 0; fits && i < values.length; i++) {
            fits = keys.get(i).type().javaType().isInstance(values[i]);
        }
        if (!fits) {
            List<String> found = new ArrayList<>();
            for (Object value : values) {
                found.add(value == null ? "null" : value.getClass().getSimpleName());
            }
            throw new InvalidKey(model.name(), expected, found.toString());
        }
        for (int i = 0; i < values.length; i++) {
            AttributeValue value = dumpKey(keys.get(i).type(), values[i]);
            if (value == null) {
                throw new InvalidKey(model.name(), expected, "a value that says nothing");
            }
            attributes.put(keys.get(i).attribute(), value);
        }
        return new Key<>(model, attributes);
    }

    @SuppressWarnings("unchecked") // its class was checked
    private static <V> @Nullable AttributeValue dumpKey(Type<V> type, Object value) {
        return AttributeValues.dump(type, (V) value);
    }

    /**
     * Returns an object as an item.
     *
     * @param object the object
     * @return every column that has a value
     * @throws MissingKey if a key column has no value
     * @throws InvalidValue if a value does not fit its column
     */
    public Map<String, AttributeValue> item(T object) {
        Map<String, AttributeValue> item = new LinkedHashMap<>(key(object).attributes());
        for (Column<T, ?> column : columns) {
            AttributeValue value = dump(column, object);
            if (value != null) {
                item.put(column.attribute(), value);
            }
        }
        return item;
    }

    <V> @Nullable AttributeValue dump(Column<T, V> column, T object) {
        try {
            return AttributeValues.dump(column.type(), column.get(object));
        } catch (InvalidValue ex) {
            throw ex.at(model.name(), print(object, keys), column.name());
        }
    }

    /**
     * Finds what saving an object has to write.
     *
     * @param object the object
     * @param origin the table that it will be saved to
     * @return the difference from what was loaded from there or last saved there; else every column with a value
     * @throws InvalidValue if a value does not fit its column
     */
    public Changes<T> changes(T object, Object origin) {
        if (!(object instanceof Tracked tracked)) {
            return all(object, origin);
        }
        @Nullable Object[] remembered = tracked.baseline().remembered(origin);
        // under another key it is another object, of which nothing is known
        return remembered != null && hasKey(object, remembered)
                ? new Changes<>(this, object, origin, columns, true, remembered)
                : new Changes<>(
                        this, object, origin, columns, false, tracked.baseline().lacking(columns.size()));
    }

    private boolean hasKey(T object, @Nullable Object[] remembered) {
        return keys.stream().allMatch(column -> isSame(column, object, remembered));
    }

    /**
     * Finds what writing an object as a new one has to write.
     *
     * @param object the object
     * @param origin the table that it will be written to
     * @return every column with a value
     * @throws InvalidValue if a value does not fit its column
     */
    public Changes<T> all(T object, Object origin) {
        return new Changes<>(this, object, origin, columns, false, new @Nullable Object[columns.size()]);
    }

    static <T, V> boolean isSame(Column<T, V> column, T object, @Nullable Object[] remembered) {
        V value = column.get(object);
        Object kept = remembered[column.ordinal()];
        return kept == Baseline.UNLOADED
                ? Objects.equals(value, column.type().unloaded())
                : column.type().isSame(value, kept);
    }

    /**
     * Takes note that the table no longer holds an object.
     *
     * @param object the object, which counts as new from now on
     */
    public void forget(T object) {
        if (object instanceof Tracked tracked) {
            tracked.baseline().forget();
        }
    }

    /**
     * Tells whether something is remembered of an object.
     *
     * @param object the object
     * @param origin the table of an engine
     * @return true if it was loaded from there, or last saved there
     */
    public boolean isKnown(T object, Object origin) {
        return object instanceof Tracked tracked && tracked.baseline().remembered(origin) != null;
    }

    /**
     * Tells whether an object may lack columns that its item has.
     *
     * @param object the object
     * @return true if it was loaded through a projection, from wherever, and never whole since
     */
    public boolean isPartial(T object) {
        return object instanceof Tracked tracked && tracked.baseline().isPartial();
    }

    /**
     * Prints an object.
     *
     * @param object the object
     * @return one line with the columns that are set, as {@code User(id=1, email=a@b.c)}
     */
    public String print(T object) {
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
