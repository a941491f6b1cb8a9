package io.bloop.mapping.internal;

import io.bloop.expression.Condition;
import io.bloop.expression.Path;
import io.bloop.expression.UpdateExpression;
import io.bloop.expression.UpdateValue;
import io.bloop.model.Column;
import io.bloop.model.Key;
import io.bloop.model.MissingKey;
import io.bloop.model.ProjectionDefinition;
import io.bloop.model.Tracked;
import io.bloop.model.internal.Memory;
import io.bloop.model.internal.ModelInternals;
import io.bloop.type.InvalidValue;
import io.bloop.type.StoredItem;
import io.bloop.type.internal.InitialValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    private final List<Column<T, ?>> columns;
    private final boolean mutable;
    private final ItemWriter<T> writer;
    private final Keys<T> keys;
    private final StoredKeys<T> storedKeys;
    private final ItemReader<T> reader;
    private final Snapshot<T> snapshot;
    private final ManagedColumns<T> stamps;
    private final ComputedColumns<T> computed;

    /**
     * Creates the mapping of a model.
     *
     * @param model the model
     */
    public Mapping(ModelInternals<T> model) {
        this.columns = model.columns();
        this.mutable = areMutable(columns);
        this.computed = new ComputedColumns<>(columns);
        this.writer = new ItemWriter<>(model, computed);
        this.keys = new Keys<>(model, writer);
        this.storedKeys = new StoredKeys<>(model.keys(), columns.size());
        this.reader = new ItemReader<>(model, keys, storedKeys, computed);
        this.snapshot = new Snapshot<>(model, writer);
        this.stamps = new ManagedColumns<>(model);
    }

    private static <T> boolean areMutable(List<Column<T, ?>> columns) {
        for (Column<T, ?> column : columns) {
            if (!column.hasSetter() && !column.isComputed()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Tells whether objects can change, so that one is no earlier state of itself.
     *
     * @return false if no column has a setter, as with records
     */
    public boolean canChange() {
        return columns.stream().anyMatch(Column::hasSetter);
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
        return read(StoredItem.of(item), null, origin);
    }

    /**
     * Makes an object of an item that came through a projection.
     *
     * @param item the item; attributes that the model does not know are passed over
     * @param loaded the columns that the projection has; the others read as what was not loaded, whatever the item may
     *     have: null, or what {@code orElse} has set where null has no place; null where it has all
     * @param origin the table of the engine that read the item
     * @return a new object that holds what was loaded
     * @throws InvalidValue if an attribute does not fit its column
     */
    public T read(StoredItem item, @Nullable Set<? extends Column<T, ?>> loaded, Object origin) {
        return reader.read(item, loaded, origin);
    }

    /**
     * Makes an object of another class of some columns of an item.
     *
     * @param <P> the class of the object
     * @param item the item; attributes that the projection does not ask for are passed over
     * @param projection says what is asked for
     * @return a new object, of which nothing is remembered
     * @throws InvalidValue if an attribute does not fit its column
     */
    public <P> P project(StoredItem item, ProjectionDefinition<T, P> projection) {
        return reader.project(item, projection);
    }

    /**
     * Returns an object with what an item holds that the table holds.
     *
     * @param object takes the values if every column has a setter, and else gives way to a new object
     * @param item the item
     * @param origin the table of the engine that read the item
     * @return the object, or a new one of a record
     * @throws InvalidValue if an attribute does not fit its column; then the object is as it was
     */
    public T filled(T object, StoredItem item, Object origin) {
        if (!mutable) {
            return read(item, null, origin);
        }
        reader.fill(object, item, origin);
        return object;
    }

    /**
     * Returns an object with what an item holds that the table no longer holds; of the item nothing is remembered.
     *
     * @param object takes the values if every column has a setter, and else gives way to a new object
     * @param item the item
     * @param origin the table of the engine that read the item
     * @return the object, or a new one of a record
     * @throws InvalidValue if an attribute does not fit its column; then the object is as it was
     */
    public T shown(T object, StoredItem item, Object origin) {
        if (!mutable) {
            return read(item, null, origin);
        }
        reader.show(object, item);
        return object;
    }

    /**
     * Returns the key of an object: that under which its item is stored, where the object was loaded and its key has not
     * changed since, and else the one that the model writes.
     *
     * @param object the object
     * @param origin the table of an engine
     * @return its key
     * @throws MissingKey if a key column has no value
     */
    public Key<T> key(T object, Object origin) {
        return keys.key(object, remembered(object, origin));
    }

    /** Returns what is remembered of an object, or of its key alone where it is not tracked. */
    private @Nullable Object @Nullable [] remembered(T object, Object origin) {
        return object instanceof Tracked tracked
                ? tracked.baseline().remembered(origin)
                : storedKeys.of(object, origin);
    }

    /**
     * Returns the key of an item.
     *
     * @param item the item's attributes
     * @return its key
     */
    public Key<T> itemKey(Map<String, AttributeValue> item) {
        return keys.itemKey(item);
    }

    /**
     * Returns the key of an item, whatever it was received as.
     *
     * @param item the item
     * @return its key
     */
    public Key<T> itemKey(StoredItem item) {
        return keys.itemKey(item);
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
        @Nullable AttributeValue[] attributes = writer.attributes(object);
        keys.require(attributes, object);
        return writer.item(attributes);
    }

    ItemWriter<T> writer() {
        return writer;
    }

    List<Column<T, ?>> columns() {
        return columns;
    }

    ManagedColumns<T> stamps() {
        return stamps;
    }

    ComputedColumns<T> computed() {
        return computed;
    }

    /** Gives an object the values of some columns; another object where one of them has no setter. */
    T with(T object, Map<Column<T, ?>, AttributeValue> values) {
        return values.isEmpty() ? object : reader.with(object, values);
    }

    /**
     * Returns the column that holds the version.
     *
     * @return the column; empty where the model has none
     */
    public Optional<Column<T, ?>> version() {
        return Optional.ofNullable(stamps.version());
    }

    /**
     * Asks whether an item still has the version that an object has.
     *
     * @param object the object; one of no version asks for an item of none
     * @return the condition; empty where the model has no version
     */
    public Condition<T> unmoved(T object) {
        return stamps.unmoved(object);
    }

    /**
     * Tells whether an object has no version because it was loaded without.
     *
     * @param object the object
     * @param before the state that it was made from; the object itself where there is no other
     * @return true if nothing can be written of it that depends on its version
     */
    public boolean lacksVersion(T object, T before) {
        Column<T, ?> version = stamps.version();
        return version != null
                && (lacks(object, version) || lacks(before, version))
                && stamps.reset(object).isEmpty();
    }

    private boolean lacks(T object, Column<T, ?> column) {
        return object instanceof Tracked tracked && tracked.baseline().lacks(columns, column);
    }

    /**
     * Takes note that an object was deleted: it counts as new, and has no version.
     *
     * @param object the object
     * @param shown the object, or another that takes its place
     * @param origin the table that it was deleted from
     * @return the object; another one if the version has no setter
     */
    public T deleted(T object, T shown, Object origin) {
        if (object instanceof Tracked tracked && tracked.baseline().remembered(origin) != null) {
            tracked.baseline().forget();
        }
        storedKeys.forget(object);
        return with(shown, stamps.reset(shown));
    }

    /**
     * Adds to an update by request what the engine writes of itself.
     *
     * @param update takes the actions
     * @param signature when and by whom the update is
     * @param taken the columns that the update sets explicitly
     * @param nulls the places at which the item holds an explicit NULL, which counts as absent
     */
    public void stamp(
            UpdateExpression update,
            Signature signature,
            Collection<? extends Column<T, ?>> taken,
            Collection<? extends Path<T, ?>> nulls) {
        stamps.stamp(update, signature, taken, nulls);
        writer.mark(update);
    }

    /**
     * Adds to an update by request what the key tells of the item, where the item lacks it.
     *
     * @param update takes the actions
     * @param key the key of the item
     * @param taken the columns that the update sets explicitly
     */
    public void complete(UpdateExpression update, Key<T> key, Collection<? extends Column<T, ?>> taken) {
        if (keyParts().areNone()) {
            return;
        }
        keyParts().told(key).forEach((column, value) -> {
            if (!taken.contains(column)) {
                update.set(column, UpdateValue.ifAbsent(column, value));
            }
        });
    }

    /**
     * Returns what reads the parts of keys.
     *
     * @return the parts
     */
    public KeyParts<T> keyParts() {
        return reader.keyParts();
    }

    /**
     * Returns the columns that hold the moment and the auditor of the first write.
     *
     * @param signature when and by whom something is written
     * @return the columns that such a write gives a value where the item has none
     */
    public Set<Column<T, ?>> first(Signature signature) {
        return stamps.first(signature).keySet();
    }

    /**
     * Tells whether it matters who writes.
     *
     * @return true if a column is to have the auditor of the first or the last write
     */
    public boolean asksForAuditor() {
        return stamps.askForAuditor();
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
        // under another key the object counts as new
        return remembered != null && keys.areSame(object, remembered)
                ? Changes.since(this, object, origin, remembered)
                : Changes.all(
                        this, object, origin, remembered, tracked.baseline().lacking(columns));
    }

    /**
     * Finds what saving an object has to write, from an earlier state of it.
     *
     * <p>The object goes to the item of that state from now on, whatever text its key has there. What the earlier state
     * remembers of its item, the object remembers once the changes are committed: stored forms, and columns that were not
     * loaded.
     *
     * @param object the object
     * @param before the earlier state, of the same key
     * @param origin the table that it will be saved to
     * @return the difference of both
     * @throws InvalidValue if a value does not fit its column
     */
    public Changes<T> changes(T object, T before, Object origin) {
        @Nullable Object[] known = known(before, origin);
        if (known == null) {
            known = known(object, origin); // the earlier state may be a copy without a baseline
        }
        @Nullable Object[] remembered = new @Nullable Object[columns.size()];
        for (Column<T, ?> column : columns) {
            remembered[column.ordinal()] = known != null && isAsKnown(column, object, before, known)
                    ? known[column.ordinal()]
                    : remember(column, before);
        }
        storedKeys.pass(before, object);
        return Changes.since(this, object, origin, remembered);
    }

    /** Returns what the item of an object is known to hold, and else taken to hold; null where nothing is known of it. */
    private @Nullable Object @Nullable [] known(T object, Object origin) {
        @Nullable Object[] remembered = remembered(object, origin);
        boolean isOfItem = remembered != null && keys.areSame(object, remembered);
        if (isOfItem && object instanceof Tracked) {
            return remembered;
        }
        @Nullable Object[] known = isOfItem ? remembered : lacking(object);
        if (known == null) {
            return null;
        }
        @Nullable Object[] taken = new @Nullable Object[columns.size()];
        for (Column<T, ?> column : columns) {
            Object kept = known[column.ordinal()];
            taken[column.ordinal()] = kept == null ? remember(column, object) : kept;
        }
        return taken;
    }

    private @Nullable Object @Nullable [] lacking(T object) {
        return isPartial(object) && object instanceof Tracked tracked
                ? tracked.baseline().lacking(columns)
                : null;
    }

    /** Tells whether what is known of the column of an earlier state holds for a later one too. */
    private static <T> boolean isAsKnown(Column<T, ?> column, T object, T before, @Nullable Object[] known) {
        // a value that a copy made of an unloaded column, such as an empty list, is not a change
        return isSame(column, before, known)
                && (known[column.ordinal()] != Memory.UNLOADED || isSame(column, object, known));
    }

    static <T, V> @Nullable Object remember(Column<T, V> column, T object) {
        return column.type().remember(column.get(object));
    }

    /**
     * Tells whether two objects have the same key.
     *
     * @param one an object
     * @param other another one
     * @return true if the values of their key columns are equal
     */
    public boolean haveSameKey(T one, T other) {
        @Nullable Object[] remembered = new @Nullable Object[columns.size()];
        for (Column<T, ?> column : keys.columns()) {
            remembered[column.ordinal()] = remember(column, other);
        }
        return keys.areSame(one, remembered);
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
        return Changes.all(this, object, origin, remembered(object, origin), noneOf(object));
    }

    /**
     * Finds what putting an object in place of any item has to write, with what the engine itself writes.
     *
     * @param object the object
     * @param origin the table that it will be written to
     * @param signature when and by whom the write is
     * @param inBytes whether the item may be written as bytes
     * @return a whole item
     * @throws InvalidValue if a value does not fit its column
     */
    public Changes<T> whole(T object, Object origin, Signature signature, boolean inBytes) {
        Changes<T> bytes = inBytes
                ? Changes.inBytes(this, object, origin, remembered(object, origin), noneOf(object), signature)
                : null;
        return bytes == null ? all(object, origin).stamp(signature, true) : bytes;
    }

    /** Returns a place for what is remembered of each column; null where nothing is remembered of an object. */
    private @Nullable Object @Nullable [] noneOf(T object) {
        return object instanceof Tracked ? new @Nullable Object[columns.size()] : null;
    }

    /**
     * Makes the condition that the item still is what an object knows of it.
     *
     * @param object the object
     * @param origin the table that it will be written to
     * @return the condition
     * @throws InvalidValue if the object is not tracked and a value does not fit its column
     */
    public Condition<T> snapshot(T object, Object origin) {
        if (!(object instanceof Tracked tracked)) {
            return snapshot.ofValues(object);
        }
        @Nullable Object[] remembered = tracked.baseline().remembered(origin);
        return snapshot.ofRemembered(remembered != null && keys.areSame(object, remembered) ? remembered : null);
    }

    static <T, V> boolean isSame(Column<T, V> column, T object, @Nullable Object[] remembered) {
        V value = column.get(object);
        Object kept = remembered[column.ordinal()];
        try {
            if (kept == Memory.UNLOADED) {
                return Objects.equals(value, column.type().unloaded());
            }
            return kept instanceof InitialValue initial
                    ? value == null || column.type().isSame(value, initial.kept())
                    : column.type().isSame(value, kept);
        } catch (Exception ex) {
            return false; // the write will fail, and name the column
        }
    }

    /**
     * Tells whether an object may lack columns that its item has.
     *
     * @param object the object
     * @return true if it was loaded through a projection, from wherever, or saved without being told when its item was
     *     created, and never loaded whole since
     */
    public boolean isPartial(T object) {
        return object instanceof Tracked tracked && tracked.baseline().isPartial();
    }
}
