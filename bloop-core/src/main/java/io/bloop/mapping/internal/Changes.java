package io.bloop.mapping.internal;

import io.bloop.expression.Condition;
import io.bloop.expression.UpdateExpression;
import io.bloop.expression.UpdateText;
import io.bloop.expression.UpdateTexts;
import io.bloop.expression.UpdateValue;
import io.bloop.model.Column;
import io.bloop.model.Tracked;
import io.bloop.model.internal.Memory;
import io.bloop.type.AttributeValues;
import io.bloop.type.InvalidValue;
import io.bloop.type.internal.InitialValue;
import io.bloop.wire.internal.WrittenItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What one write of an object changes, as the object was when the write was prepared.
 *
 * <p>For the engine. Nothing of the object changes until {@link #commit}. Not thread-safe.
 *
 * @param <T> the class of the model's objects
 */
public final class Changes<T> {

    private final Mapping<T> mapping;
    private final ItemWriter<T> writer;
    private final List<Column<T, ?>> columns;
    private final T object;
    private final Object origin;
    private final boolean known;
    private @Nullable AttributeValue @Nullable [] attributes;
    private boolean @Nullable [] removed;
    private @Nullable WrittenItem written;
    private @Nullable Object @Nullable [] next;
    private @Nullable Uncomputed<T> uncomputed;
    private Map<Column<T, ?>, AttributeValue> stamps = Map.of();
    private Map<Column<T, ?>, AttributeValue> firstWrites = Map.of();
    private Map<Column<T, ?>, AttributeValue> overwritten = Map.of();

    private Changes(
            Mapping<T> mapping,
            T object,
            Object origin,
            boolean known,
            @Nullable AttributeValue @Nullable [] attributes,
            @Nullable Object @Nullable [] next) {
        this.mapping = mapping;
        this.writer = mapping.writer();
        this.columns = mapping.columns();
        this.object = object;
        this.origin = origin;
        this.known = known;
        this.attributes = attributes;
        this.next = next;
    }

    /** Finds what differs from what is remembered, which costs nothing where nothing does. */
    static <T> Changes<T> since(Mapping<T> mapping, T object, Object origin, @Nullable Object[] remembered) {
        Changes<T> changes = new Changes<>(mapping, object, origin, true, null, remembered);
        for (Column<T, ?> column : mapping.columns()) {
            if (column.isComputed()) {
                changes.addComputed(column, remembered);
            } else if (!column.isKeyOnly()
                    && !mapping.stamps().move(column)
                    && !Mapping.isSame(column, object, remembered)) {
                changes.add(column, remembered);
            }
        }
        return changes;
    }

    private void addComputed(Column<T, ?> column, @Nullable Object[] remembered) {
        boolean isMoved = ComputedColumns.isMoved(column, object, remembered);
        Column<T, ?> unknown = ComputedColumns.unknownInput(column, object, remembered);
        if (unknown != null) {
            uncomputed = isMoved ? new Uncomputed<>(column, unknown) : uncomputed;
        } else if (remembered[column.ordinal()] == Memory.UNLOADED
                ? isMoved
                : !Mapping.isSame(column, object, remembered)) {
            add(column, remembered);
        }
    }

    /**
     * A column that would have to be written, and cannot be computed.
     *
     * @param column the column
     * @param lacking the column that it is computed from and that the object was loaded without
     */
    public record Uncomputed<T>(Column<T, ?> column, Column<T, ?> lacking) {}

    /**
     * Returns a column that would have to be written, and cannot be computed.
     *
     * @return the column; null where there is none
     */
    public @Nullable Uncomputed<T> uncomputed() {
        return uncomputed;
    }

    private <V> void add(Column<T, V> column, @Nullable Object[] remembered) {
        AttributeValue value = writer.dump(column, object, remembered);
        if (value != null && !column.isKey()) {
            if (attributes == null) {
                attributes = new @Nullable AttributeValue[columns.size()];
            }
            attributes[column.ordinal()] = value;
        } else if (value == null && InitialValue.stored(remembered[column.ordinal()]) != null) {
            remove(column);
        }
        if (next == remembered) {
            next = remembered.clone();
        }
        remember(column, value);
    }

    /**
     * Takes all that the object has.
     *
     * @param remembered what is remembered of the object from there, or of its key; null where nothing is
     * @param lacking tells which columns the object was loaded without; null where it is not tracked
     */
    static <T> Changes<T> all(
            Mapping<T> mapping,
            T object,
            Object origin,
            @Nullable Object @Nullable [] remembered,
            @Nullable Object @Nullable [] lacking) {
        @Nullable AttributeValue[] attributes = mapping.writer().attributes(object, lacking);
        Changes<T> changes = new Changes<>(mapping, object, origin, false, attributes, lacking);
        if (lacking != null) {
            for (Column<T, ?> column : mapping.columns()) {
                changes.add(column, attributes, lacking);
            }
        }
        if (remembered != null) {
            for (Column<T, ?> column : mapping.columns()) {
                changes.keepForm(column, attributes, remembered);
            }
        }
        return changes;
    }

    /**
     * Takes all that the object has, and what the engine itself writes, as the bytes of an item.
     *
     * @param remembered what is remembered of the object from there, or of its key; null where nothing is
     * @param next takes what is to be remembered; null where the object is not tracked
     * @return null if the SDK has to have the attribute values
     */
    static <T> @Nullable Changes<T> inBytes(
            Mapping<T> mapping,
            T object,
            Object origin,
            @Nullable Object @Nullable [] remembered,
            @Nullable Object @Nullable [] next,
            Signature signature) {
        ManagedColumns<T> stamps = mapping.stamps();
        ItemWriter.ItemBytes<T> bytes = mapping.writer()
                .bytes(object, remembered, stamps.moved(object, signature), stamps.first(signature), next);
        if (bytes == null) {
            return null;
        }
        Changes<T> changes = new Changes<>(mapping, object, origin, false, null, next);
        changes.written = bytes.item();
        changes.stamps = bytes.stamps();
        return changes;
    }

    /** Writes what has not changed, as a whole or inside of it, in the form in which it is stored. */
    private void keepForm(Column<T, ?> column, @Nullable AttributeValue[] attributes, @Nullable Object[] remembered) {
        int ordinal = column.ordinal();
        if (attributes[ordinal] != null && AttributeValues.mayHaveForms(column.type(), remembered[ordinal])) {
            attributes[ordinal] = writer.dump(column, object, remembered);
            remember(column, attributes[ordinal]);
        }
    }

    private void add(Column<T, ?> column, @Nullable AttributeValue[] attributes, @Nullable Object[] lacking) {
        int ordinal = column.ordinal();
        boolean isUnloaded = lacking[ordinal] == Memory.UNLOADED;
        if (column.isKeyOnly()) {
            lacking[ordinal] = Mapping.remember(column, object);
            return;
        }
        if (ComputedColumns.unknownInput(column, object, lacking) != null) {
            lacking[ordinal] = Memory.UNLOADED;
            return;
        }
        if (isUnloaded && !column.isComputed() && Mapping.isSame(column, object, lacking)) {
            // a column that was not loaded and not assigned is not written
            attributes[ordinal] = null;
            return;
        }
        if (isUnloaded && attributes[ordinal] == null) {
            remove(column);
        }
        remember(column, attributes[ordinal]);
    }

    private <V> void remember(Column<T, V> column, @Nullable AttributeValue value) {
        if (next != null) {
            next[column.ordinal()] =
                    value == null ? null : AttributeValues.remember(column.type(), column.get(object), value);
        }
    }

    private void remove(Column<T, ?> column) {
        if (removed == null) {
            removed = new boolean[columns.size()];
        }
        removed[column.ordinal()] = true;
    }

    private boolean isSet(Column<T, ?> column) {
        return attributes != null && attributes[column.ordinal()] != null && !column.isKey();
    }

    private boolean isRemoved(Column<T, ?> column) {
        return removed != null && removed[column.ordinal()];
    }

    /**
     * Removes attributes that the write would otherwise leave alone, where the object has no value for them.
     *
     * @param cleared columns of the model; those that have a value, or get one of the engine, are not removed
     */
    public void clear(List<? extends Column<T, ?>> cleared) {
        if (cleared.isEmpty()) {
            return;
        }
        cleared.forEach(this::clear);
        for (Column<T, ?> column : mapping.computed().of(cleared)) {
            // columns that are computed from cleared columns have no value either
            if (!isUnloaded(column)) {
                clear(column);
            }
        }
    }

    private void clear(Column<T, ?> column) {
        boolean untouched = !column.isKey() && !isStamped(column) && !isSet(column) && !isRemoved(column);
        if (untouched && readsAsAbsent(column)) {
            remove(column);
            if (next != null && !(next[column.ordinal()] instanceof InitialValue)) {
                next = next.clone();
                next[column.ordinal()] = null;
            }
        }
    }

    /**
     * Returns what has to be true of the item so that what is computed of the object fits it.
     *
     * <p>An object that is not known to the table says nothing by null: the item may have a value where the object has none,
     * and with it another computed value than the object's.
     *
     * @return the condition that the item lacks what the object lacks, as far as computed columns depend on it beside
     *     columns that are written; perhaps empty
     */
    public Condition<T> assumed() {
        Condition<T> assumed = Condition.empty();
        if (known) {
            return assumed;
        }
        for (List<Column<T, ?>> inputs : mapping.computed().changingInputs()) {
            if (inputs.stream().anyMatch(this::isSet)) {
                for (Column<T, ?> input : inputs) {
                    if (!isSet(input) && !isRemoved(input) && !isUnloaded(input)) {
                        assumed = assumed.and(Condition.absent(input));
                    }
                }
            }
        }
        return assumed;
    }

    private boolean isStamped(Column<T, ?> column) {
        return mapping.stamps().move(column)
                || (!known && column == mapping.stamps().created());
    }

    private <V> boolean readsAsAbsent(Column<T, V> column) {
        return next != null && next[column.ordinal()] instanceof InitialValue
                ? Mapping.isSame(column, object, next)
                : column.type().isSame(column.get(object), null);
    }

    /**
     * Adds what the engine itself writes: the next version, and when and by whom the write is.
     *
     * @param signature when and by whom the write is
     * @param isNew whether it is known that there is no such item, or that it is replaced
     * @return these changes
     */
    public Changes<T> stamp(Signature signature, boolean isNew) {
        if (written != null) {
            throw new IllegalStateException("What is written as bytes has its stamps.");
        }
        if (mapping.stamps().areNone()) {
            return this;
        }
        stamps = mapping.stamps().moved(object, signature);
        if (!known) {
            Map<Column<T, ?>, AttributeValue> first =
                    new LinkedHashMap<>(mapping.stamps().first(signature));
            first.keySet().removeIf(column -> isSet(column) || isUnloaded(column));
            if (isNew) {
                stamps.putAll(first);
            } else {
                firstWrites = first;
                first.keySet().forEach(this::keep);
            }
        }
        if (attributes == null) {
            attributes = new @Nullable AttributeValue[columns.size()];
        }
        for (Map.Entry<Column<T, ?>, AttributeValue> stamp : stamps.entrySet()) {
            attributes[stamp.getKey().ordinal()] = stamp.getValue();
            keep(stamp.getKey());
        }
        return this;
    }

    /** Does not remove what the engine writes. */
    private void keep(Column<T, ?> column) {
        if (removed != null) {
            removed[column.ordinal()] = false;
        }
    }

    private boolean isUnloaded(Column<T, ?> column) {
        return next != null && next[column.ordinal()] == Memory.UNLOADED;
    }

    /**
     * Tells whether an item is what this write has made of it.
     *
     * @param item the item as it is
     * @param whole whether the item is to have no other attributes
     * @return true if it holds everything that is written, and nothing that is removed
     */
    public boolean areIn(Map<String, AttributeValue> item, boolean whole) {
        if (item.isEmpty()) {
            return false; // a missing item does not show that anything was removed
        }
        boolean says = false;
        @Nullable AttributeValue[] dumped = dumped();
        for (Column<T, ?> column : columns) {
            AttributeValue found = item.get(column.attribute());
            AttributeValue value = dumped == null || column.isKey() ? null : dumped[column.ordinal()];
            boolean differs = value != null
                    ? found == null || !AttributeValues.areSame(found, value)
                    : isRemoved(column) && found != null;
            if (differs) {
                return false;
            }
            says |= value != null || isRemoved(column);
        }
        return says && (!whole || item.size() == item().size());
    }

    /** Returns what is written, each at the ordinal of its column; null where nothing is. */
    private @Nullable AttributeValue @Nullable [] dumped() {
        if (written == null) {
            return attributes;
        }
        Map<String, AttributeValue> item = written.attributes();
        @Nullable AttributeValue[] dumped = new @Nullable AttributeValue[columns.size()];
        for (Column<T, ?> column : columns) {
            dumped[column.ordinal()] = item.get(column.attribute());
        }
        return dumped;
    }

    /**
     * Tells whether an item that this write has made can be told from one that another write has made of the same values.
     *
     * @return true if the write gives the item the time of this attempt, or moves a version that the object had
     */
    public boolean areUnmistakable() {
        return mapping.stamps().areUnmistakable(object, stamps);
    }

    /**
     * Takes note of the columns where the item holds an explicit NULL in place of the moment or the auditor of its first
     * write.
     *
     * @param nulls the columns where it does now, instead of those of an earlier call
     * @return these changes, which write these columns whatever the item holds
     */
    public Changes<T> overwriting(Collection<? extends Column<T, ?>> nulls) {
        Map<Column<T, ?>, AttributeValue> first = new LinkedHashMap<>(firstWrites);
        first.putAll(overwritten);
        firstWrites.clear();
        overwritten = new LinkedHashMap<>();
        first.forEach((column, value) -> {
            boolean isNull = nulls.contains(column);
            (isNull ? overwritten : firstWrites).put(column, value);
            if (isNull) {
                stamps.put(column, value);
            } else {
                stamps.remove(column);
            }
            if (attributes != null) {
                attributes[column.ordinal()] = isNull ? value : null;
            }
        });
        return this;
    }

    /**
     * Returns the columns that get a value only where the item has none.
     *
     * @return the columns of the first write's moment and auditor; empty where this write does not depend on what the item
     *     holds there
     */
    public List<Column<T, ?>> writtenIfAbsent() {
        return List.copyOf(firstWrites.keySet());
    }

    /**
     * Returns the columns whose explicit NULL is overwritten.
     *
     * @return the columns of the first write's moment and auditor for which {@link #overwriting} was called
     */
    public List<Column<T, ?>> overwritten() {
        return List.copyOf(overwritten.keySet());
    }

    /**
     * Tells whether an item shows that this write has never been applied.
     *
     * @param item the item as it is, which is not what the write makes of it
     * @return true if its version has not come past that of the write
     */
    public boolean areRuledOutBy(Map<String, AttributeValue> item) {
        Column<T, ?> version = mapping.stamps().version();
        AttributeValue written = version == null ? null : stamps.get(version);
        return written != null && mapping.stamps().neverCameBy(item, written);
    }

    /**
     * Tells whether there is nothing to write.
     *
     * @return true if the object is known to the table and has not changed
     */
    public boolean isEmpty() {
        return known && attributes == null && removed == null;
    }

    /**
     * Returns the whole item, where all of the object is written.
     *
     * @return every column that has a value; never changes
     * @throws IllegalStateException if only what has changed is written
     */
    public Map<String, AttributeValue> item() {
        if (written != null) {
            return written.attributes();
        }
        if (known || attributes == null) {
            throw new IllegalStateException("What has changed is not a whole item.");
        }
        return writer.item(attributes);
    }

    /**
     * Returns the whole item as bytes.
     *
     * @return the item; null if there are attribute values in place of it
     */
    public @Nullable WrittenItem written() {
        return written;
    }

    /**
     * Writes the changes.
     *
     * @param update takes the actions
     */
    public void apply(UpdateExpression update) {
        for (Column<T, ?> column : columns) {
            AttributeValue value = attributes == null ? null : attributes[column.ordinal()];
            if (value != null && !column.isKey()) {
                update.set(column, value);
            }
        }
        for (Column<T, ?> column : columns) {
            if (isRemoved(column)) {
                update.remove(column);
            }
        }
        firstWrites.forEach((column, value) -> update.set(column, UpdateValue.ifAbsent(column, value)));
        writer.mark(update);
    }

    /** Which columns an update sets, and which it removes, a bit for each. */
    private record ColumnSets(long sets, long removes) {}

    /**
     * Writes the changes in a text that updates of the same columns share.
     *
     * @param texts the texts that were written before
     * @return the text; null where the model has more columns than shapes are kept of, or DynamoDB works something out
     */
    public @Nullable UpdateText text(UpdateTexts texts) {
        if (columns.size() > Long.SIZE || !firstWrites.isEmpty() || writer.isMarking()) {
            return null;
        }
        long sets = 0;
        long removes = 0;
        for (Column<T, ?> column : columns) {
            long bit = 1L << column.ordinal();
            sets |= isSet(column) ? bit : 0;
            removes |= isRemoved(column) ? bit : 0;
        }
        return texts.get(new ColumnSets(sets, removes), this::text);
    }

    private UpdateText text() {
        List<String> sets = new ArrayList<>();
        List<String> removes = new ArrayList<>();
        for (Column<T, ?> column : columns) {
            if (isSet(column)) {
                sets.add(column.attribute());
            } else if (isRemoved(column)) {
                removes.add(column.attribute());
            }
        }
        return UpdateText.of(sets, removes);
    }

    /**
     * Returns the values of the columns that are set.
     *
     * @return the values in the order of the columns
     */
    public @Nullable AttributeValue[] values() {
        @Nullable AttributeValue[] values = new @Nullable AttributeValue[columns.size()];
        int size = 0;
        for (Column<T, ?> column : columns) {
            if (attributes != null && isSet(column)) {
                values[size++] = attributes[column.ordinal()];
            }
        }
        return values;
    }

    /**
     * Takes note that the write has happened.
     *
     * <p>What the object was set to since the write was prepared still counts as changed.
     *
     * @param shown the object, or another that takes its place
     * @param item what is known of the item after the write
     * @return the object with what the engine has written; another one if a column of that has no setter
     */
    public T commit(T shown, Map<String, AttributeValue> item) {
        T written = stamps.isEmpty() && firstWrites.isEmpty() ? shown : stamped(shown, item);
        if (next != null && written instanceof Tracked tracked) {
            tracked.baseline().replace(origin, columns, next);
        }
        return written;
    }

    private T stamped(T shown, Map<String, AttributeValue> item) {
        Map<Column<T, ?>, AttributeValue> seen = new LinkedHashMap<>(stamps);
        if (next != null) {
            next = next.clone();
        }
        for (Column<T, ?> column : firstWrites.keySet()) {
            AttributeValue found = item.get(column.attribute());
            if (found != null && isReadable(column, found)) {
                seen.put(column, found);
            } else if (next != null) {
                next[column.ordinal()] = Memory.UNLOADED;
            }
        }
        if (next != null) {
            for (Map.Entry<Column<T, ?>, AttributeValue> one : seen.entrySet()) {
                next[one.getKey().ordinal()] = remembered(one.getKey(), one.getValue());
            }
        }
        return mapping.with(shown, seen);
    }

    /** What someone else has written there does not undo that this write has happened. */
    private static boolean isReadable(Column<?, ?> column, AttributeValue value) {
        try {
            AttributeValues.load(column.type(), value);
            return true;
        } catch (InvalidValue ex) {
            return false;
        }
    }

    private static <T, V> @Nullable Object remembered(Column<T, V> column, AttributeValue value) {
        return column.type().remember(AttributeValues.load(column.type(), value));
    }
}
