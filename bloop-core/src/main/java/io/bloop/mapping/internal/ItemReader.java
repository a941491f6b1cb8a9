package io.bloop.mapping.internal;

import io.bloop.BloopException;
import io.bloop.expression.Path;
import io.bloop.model.Column;
import io.bloop.model.InvalidModel;
import io.bloop.model.ProjectionDefinition;
import io.bloop.model.Tracked;
import io.bloop.model.internal.ModelInternals;
import io.bloop.type.AttributeValues;
import io.bloop.type.InvalidValue;
import io.bloop.type.MappingFailed;
import io.bloop.type.MemberReader;
import io.bloop.type.NamedReader;
import io.bloop.type.StoredItem;
import io.bloop.type.internal.Spare;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Makes objects of items, or fills them, and tells what a baseline has to keep. */
final class ItemReader<T> {

    /** Stands where a column has not been read. */
    private static final Object ABSENT = new Object();

    private final ModelInternals<T> model;
    private final List<Column<T, ?>> columns;
    private final Keys<T> keys;
    private final StoredKeys<T> storedKeys;
    private final List<Column<T, ?>> computed;
    private final KeyParts<T> keyParts;
    private final boolean keepsInitial;
    private final Map<String, Column<T, ?>> byAttribute = new HashMap<>();
    private volatile boolean creationChecked;
    private volatile boolean tracked;

    ItemReader(ModelInternals<T> model, Keys<T> keys, StoredKeys<T> storedKeys, ComputedColumns<T> computed) {
        this.model = model;
        this.columns = model.columns();
        this.keys = keys;
        this.storedKeys = storedKeys;
        this.computed = computed.all();
        this.tracked = Tracked.class.isAssignableFrom(model.model().type());
        this.keyParts = new KeyParts<>(columns);
        this.keepsInitial = columns.stream().anyMatch(Column::keepsInitial);
        columns.stream()
                .filter(column -> !column.isKeyOnly())
                .forEach(column -> byAttribute.put(column.attribute(), column));
    }

    T read(StoredItem item, @Nullable Set<? extends Column<T, ?>> loaded, Object origin) {
        MemberReader in = item.open();
        ItemValues<T> values = values(item, in, loaded, tracked);
        if (!(in instanceof NamedReader)) {
            readAll(values, in);
        }
        boolean[] asked = null;
        if (!creationChecked) {
            asked = new boolean[columns.size()];
            values.note(asked);
        }
        T object = made(values, item);
        if (asked != null) {
            checkCreation(asked);
        }
        if (object instanceof Tracked one) {
            values.remember(computed);
            @Nullable Object[] remembered = values.remembered();
            one.baseline().replace(origin, columns, remembered != null ? remembered : remembered(object, item, loaded));
        } else {
            storedKeys.keep(object, item, origin);
        }
        giveBack(values, in);
        return object;
    }

    /** Reads once more what only turns out to be tracked when it is there, as an object of a subclass. */
    private @Nullable Object[] remembered(T object, StoredItem item, @Nullable Set<? extends Column<T, ?>> loaded) {
        tracked = true;
        Eager<T> read = eager(item, loaded);
        read.values().rememberInitial(object);
        return read.remembered();
    }

    /** Makes an object of another class of some columns. */
    <P> P project(StoredItem item, ProjectionDefinition<T, P> projection) {
        MemberReader in = item.open();
        ItemValues<T> values = values(item, in, keepsInitial ? ProjectedValues.columns(projection) : null, false);
        if (!(in instanceof NamedReader)) {
            readAll(values, in);
        }
        ProjectedValues<T> projected = new ProjectedValues<>(this, values, item, projection);
        try {
            P object = projection.create(projected);
            giveBack(values, in);
            return object;
        } catch (Exception ex) {
            throw failed(ex, values, item, List.copyOf(ProjectedValues.columns(projection)));
        }
    }

    void fill(T object, StoredItem item, Object origin) {
        Eager<T> read = eager(item, null);
        assign(object, read.values(), item);
        if (object instanceof Tracked one) {
            one.baseline().replace(origin, columns, read.remembered());
        } else {
            storedKeys.keep(object, item, origin);
        }
    }

    void show(T object, StoredItem item) {
        assign(object, eager(item, null).values(), item);
    }

    /** An item that was read as a whole before anything is done with it. */
    private record Eager<T>(ItemValues<T> values, @Nullable Object[] remembered) {}

    private Eager<T> eager(StoredItem item, @Nullable Set<? extends Column<T, ?>> loaded) {
        MemberReader in = item.open();
        @Nullable Object[] remembered = new @Nullable Object[columns.size()];
        ItemValues<T> values = new ItemValues<>(this);
        values.begin(item, null, loaded, remembered);
        readAll(values, in);
        return new Eager<>(values, remembered);
    }

    private ItemValues<T> values(
            StoredItem item, MemberReader in, @Nullable Set<? extends Column<T, ?>> loaded, boolean remembers) {
        NamedReader named = in instanceof NamedReader found ? found : null;
        ItemValues<T> values = named == null ? spare(in) : new ItemValues<>(this);
        values.begin(item, named, loaded, remembers ? new @Nullable Object[columns.size()] : null);
        return values;
    }

    /** Returns the values of an item that was read by the same reader before, or new ones. */
    @SuppressWarnings("unchecked") // they are those of this model
    private ItemValues<T> spare(MemberReader in) {
        return in instanceof Spare spare && spare.take() instanceof ItemValues<?> used && used.areOf(this)
                ? (ItemValues<T>) used
                : new ItemValues<>(this);
    }

    /** Lets the next item of a response be read with what this one was read with. */
    private void giveBack(ItemValues<T> values, MemberReader in) {
        if (!(in instanceof NamedReader) && in instanceof Spare spare) {
            spare.giveBack(values);
            in.release();
        }
    }

    /** Reads all columns, in whatever order the item has them. */
    private void readAll(ItemValues<T> source, MemberReader in) {
        @Nullable Object[] values = source.takeAll(columns.size());
        Arrays.fill(values, ABSENT);
        while (in.next()) {
            Column<T, ?> column = byAttribute.get(in.name());
            if (column != null) {
                values[column.ordinal()] = source.present(column, in);
            }
        }
        for (Column<T, ?> column : columns) {
            if (values[column.ordinal()] == ABSENT) {
                values[column.ordinal()] = source.absent(column);
            }
        }
    }

    T with(T object, Map<Column<T, ?>, AttributeValue> changed) {
        if (changed.keySet().stream().allMatch(Column::hasSetter)) {
            changed.forEach((column, value) -> set(object, column, value));
            return object;
        }
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (Column<T, ?> column : columns) {
            AttributeValue value = changed.get(column);
            values[column.ordinal()] = value == null ? column.get(object) : AttributeValues.load(column.type(), value);
        }
        StoredItem key = StoredItem.of(keys.key(object, null).attributes());
        ItemValues<T> all = new ItemValues<>(this);
        all.begin(key, null, null, null);
        all.takeOfObject(values);
        T made = made(all, key);
        storedKeys.pass(object, made);
        return made;
    }

    private void set(T object, Column<T, ?> column, AttributeValue value) {
        try {
            model.set(object, column, AttributeValues.load(column.type(), value));
        } catch (Exception ex) {
            throw failed(ex, column, StoredItem.of(keys.key(object, null).attributes()));
        }
    }

    private T made(ItemValues<T> values, StoredItem item) {
        try {
            T object = model.create(values);
            values.beginFilling(object);
            model.fill(object, values);
            return object;
        } catch (Exception ex) {
            throw failed(ex, values, item);
        }
    }

    private void assign(T object, ItemValues<T> values, StoredItem item) {
        try {
            values.beginFilling(null);
            model.fill(object, values);
        } catch (Exception ex) {
            throw failed(ex, values, item);
        }
    }

    private BloopException failed(Exception ex, ItemValues<T> values, StoredItem item) {
        return failed(ex, values, item, columns);
    }

    private BloopException failed(Exception ex, ItemValues<T> values, StoredItem item, List<Column<T, ?>> asked) {
        if (ex instanceof InvalidValue invalid && invalid.model() != null) {
            return invalid;
        }
        if (ex instanceof MappingFailed failed && failed.model() != null) {
            return failed;
        }
        if (ex instanceof InvalidModel mistake) {
            return mistake;
        }
        Column<T, ?> column = values.failedAt(ex);
        return values.failed(ex, asked).at(model.model().name(), print(item), column == null ? null : column.name());
    }

    /** Makes an object with initial values. */
    T initial(ItemValues<T> values) {
        return model.createInitial(values);
    }

    /** Returns the failure of a definition whose objects are made with what should have its initial value. */
    InvalidModel asksForInitial(Column<T, ?> column) {
        return new InvalidModel(
                model.model().name(),
                List.of("Column '" + column.name() + "' keeps its initial value, and create() asks for it; override "
                        + "createInitial() to make an object without it."));
    }

    List<Column<T, ?>> columns() {
        return columns;
    }

    KeyParts<T> keyParts() {
        return keyParts;
    }

    /** Returns a failure to read a column with its place. */
    BloopException failed(Exception ex, Path<T, ?> column, StoredItem item) {
        if (ex instanceof InvalidValue invalid && invalid.model() == null) {
            return invalid.at(model.model().name(), print(item), column.name());
        }
        MappingFailed failed =
                ex instanceof MappingFailed found ? found : MappingFailed.reading(List.of(), List.of(), ex);
        return failed.at(model.model().name(), print(item), column.name());
    }

    private String print(StoredItem item) {
        return keys.itemKey(item.attributes()).toString();
    }

    private void checkCreation(boolean[] asked) {
        List<String> problems = new ArrayList<>();
        for (Column<T, ?> column : columns) {
            if (!asked[column.ordinal()] && !column.isComputed()) {
                problems.add("Column '" + column.name() + "' "
                        + (column.hasSetter()
                                ? "is asked for by neither create() nor fill(), so that loading would lose its value; "
                                        + "let fill() set it."
                                : "has no setter, and create() does not ask for it, so that loading would lose its "
                                        + "value; give it a setter, or pass it to the constructor."));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidModel(model.model().name(), problems);
        }
        creationChecked = true;
    }
}
