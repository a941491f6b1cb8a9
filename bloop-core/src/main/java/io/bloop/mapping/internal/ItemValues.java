package io.bloop.mapping.internal;

import io.bloop.expression.Path;
import io.bloop.model.Column;
import io.bloop.model.Values;
import io.bloop.model.internal.Memory;
import io.bloop.type.AttributeValues;
import io.bloop.type.InvalidValue;
import io.bloop.type.MappingFailed;
import io.bloop.type.MemberReader;
import io.bloop.type.NamedReader;
import io.bloop.type.Remembered;
import io.bloop.type.StoredItem;
import io.bloop.type.Tag;
import io.bloop.type.Type;
import io.bloop.type.internal.InitialValue;
import io.bloop.type.internal.UserCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads the columns of one item while an object is made of it, and notes what a baseline has to remember. Not thread-safe. */
final class ItemValues<T> extends Values<T> {

    private static final StoredItem NONE = StoredItem.of(Map.of());

    /** Stands for the initial value of a column, which is not known before an object is there. */
    private static final Object INITIAL = new Object();

    private final ItemReader<T> reader;
    private StoredItem item = NONE;
    private @Nullable NamedReader in;
    private @Nullable Set<? extends Column<T, ?>> loaded;
    private @Nullable Object @Nullable [] remembered;
    private @Nullable Object @Nullable [] values;
    private boolean @Nullable [] asked;
    private @Nullable Column<T, ?> last;
    private boolean lastIsNull;
    private boolean isOfObject;
    private boolean filling;
    private long replaced;
    private KeyParts.@Nullable Found<T> inKeys;
    private final Remembered memory = new Remembered();
    private @Nullable T initial;
    private boolean makesInitial;

    ItemValues(ItemReader<T> reader) {
        this.reader = reader;
    }

    /**
     * Begins with an item.
     *
     * @param in reads the item; null where all is read in the order in which it is stored
     * @param loaded the columns that the item was loaded with; null for all
     * @param remembered takes what a baseline remembers, at the ordinal of the column; null where nothing is
     */
    void begin(
            StoredItem item,
            @Nullable NamedReader in,
            @Nullable Set<? extends Column<T, ?>> loaded,
            @Nullable Object @Nullable [] remembered) {
        this.item = item;
        this.in = in;
        this.loaded = loaded;
        this.remembered = remembered;
        asked = null;
        last = null;
        isOfObject = false;
        filling = false;
        replaced = 0;
        inKeys = null;
        initial = null;
        makesInitial = false;
    }

    boolean areOf(ItemReader<?> reader) {
        return this.reader == reader;
    }

    /** Returns where to put the values of all columns, each at its ordinal; what was there before is of another item. */
    @Nullable
    Object[] takeAll(int columns) {
        @Nullable Object[] all = values == null ? new @Nullable Object[columns] : values;
        values = all;
        return all;
    }

    /** Takes the values of an object that is there, which may lack what an item has to have. */
    void takeOfObject(@Nullable Object[] read) {
        values = read;
        isOfObject = true;
    }

    /** Lets what is asked for be noted, at the ordinal of the column. */
    void note(boolean[] columns) {
        asked = columns;
    }

    @Override
    @SuppressWarnings("unchecked") // a path has the type of its column, whose type reads the values
    public <V> @Nullable V get(Path<T, V> path) {
        Column<T, V> column = (Column<T, V>) (path instanceof Column<T, V> own ? own : Column.of(path));
        V value = values == null ? read(column) : (V) values[column.ordinal()];
        if (value == INITIAL) {
            value = initial(column);
        }
        last = column;
        lastIsNull = value == null;
        if (asked != null) {
            asked[column.ordinal()] = true;
        }
        return value;
    }

    @Override
    public <V> @Nullable V required(Path<T, V> path) {
        V value = get(path);
        if (value == null && !isOfObject && last != null && isLoaded(last)) {
            throw reader.failed(MappingFailed.missing(last.name()), last, item);
        }
        return value;
    }

    @Override
    public <V> V get(Path<T, V> path, V absent) {
        V value = get(path);
        if (value != null) {
            return value;
        }
        if (last != null && last.ordinal() < Long.SIZE) {
            replaced |= 1L << last.ordinal();
        }
        lastIsNull = false;
        return absent;
    }

    private <V> @Nullable V initial(Column<T, V> column) {
        if (initial == null) {
            if (makesInitial) {
                throw reader.asksForInitial(column);
            }
            makesInitial = true;
            initial = reader.initial(this);
        }
        rememberInitial(column, initial);
        return column.get(initial);
    }

    private <V> void rememberInitial(Column<T, V> column, T object) {
        if (remembered != null) {
            remembered[column.ordinal()] = InitialValue.of(Mapping.remember(column, object), null);
        }
    }

    /** Remembers the initial values of an object that was read before. */
    void rememberInitial(T object) {
        for (Column<T, ?> column : reader.columns()) {
            if (values != null && values[column.ordinal()] == INITIAL) {
                rememberInitial(column, object);
            }
        }
    }

    /**
     * Takes note that the object has been made, and is given its values one after another now.
     *
     * @param made the object if it is new, and so has initial values
     */
    void beginFilling(@Nullable T made) {
        filling = true;
        initial = initial == null ? made : initial;
        last = null;
    }

    /** Returns the column at whose value the object's code has failed; null where nothing tells. */
    @Nullable
    Column<T, ?> failedAt(Exception failure) {
        return filling || lastIsNull && UserCode.failedAtNullOf(failure, Values.class, "get") ? last : null;
    }

    /** Makes an exception of a failure of the object's code. */
    MappingFailed failed(Exception failure, List<Column<T, ?>> columns) {
        Column<T, ?> known = failedAt(failure);
        List<String> absent = new ArrayList<>();
        List<String> notLoaded = new ArrayList<>();
        for (Column<T, ?> column : columns) {
            boolean isNull = known == null ? isNull(column) : lastIsNull && column == known;
            if (isNull) {
                (isLoaded(column) ? absent : notLoaded).add(column.name());
            }
        }
        return MappingFailed.reading(absent, notLoaded, failure);
    }

    private boolean isNull(Column<T, ?> column) {
        if (column.ordinal() < Long.SIZE && (replaced & 1L << column.ordinal()) != 0) {
            return false;
        }
        try {
            return (values == null ? read(column) : values[column.ordinal()]) == null;
        } catch (InvalidValue | MappingFailed ex) {
            return false;
        }
    }

    /** Remembers columns that no object is given, where a baseline remembers anything. */
    void remember(List<Column<T, ?>> columns) {
        if (remembered != null && values == null && !columns.isEmpty()) {
            columns.forEach(this::read);
        }
    }

    /** Returns what a baseline remembers of the columns that were read. */
    @Nullable
    Object @Nullable [] remembered() {
        return remembered;
    }

    <V> @Nullable V read(Column<T, V> column) {
        return in != null && !column.isKeyOnly() && in.moveTo(column.attribute())
                ? present(column, in)
                : absent(column);
    }

    /** Reads a column that the item has, perhaps as an explicit NULL. */
    <V> @Nullable V present(Column<T, V> column, MemberReader in) {
        Type<V> type = column.type();
        boolean isNull = in.tag() == Tag.NULL;
        try {
            if (remembered == null) {
                return isNull ? missing(column) : type.read(in);
            }
            V value = isNull ? missing(column) : type.read(in, memory);
            if (value != INITIAL) {
                remembered[column.ordinal()] = isNull ? type.remember(value) : memory.kept();
            }
            return value;
        } catch (Exception ex) {
            if (column.isComputed() && !column.isKey()) {
                return unreadable(column);
            }
            throw reader.failed(ex, column, item);
        }
    }

    /** Passes over what no object is given: the next write that computes the column stores another value. */
    private <V> @Nullable V unreadable(Column<T, V> column) {
        if (remembered != null) {
            remembered[column.ordinal()] = Memory.UNLOADED;
        }
        return column.type().unloaded();
    }

    /** Returns what a column reads as that the item does not have. */
    <V> @Nullable V absent(Column<T, V> column) {
        AttributeValue part = reader.keyParts().contain(column) ? inKey(column) : null;
        if (part != null) {
            return part(column, part);
        }
        if (column.isKeyOnly()) {
            throw reader.failed(
                    InvalidValue.unreadable(reader.keyParts().forms(column), "a key of another form", null),
                    column,
                    item);
        }
        if (remembered != null && !isLoaded(column)) {
            remembered[column.ordinal()] = Memory.UNLOADED;
        }
        return missing(column);
    }

    private @Nullable AttributeValue inKey(Column<T, ?> column) {
        if (inKeys == null) {
            inKeys = reader.keyParts().in(item);
        }
        return inKeys.get(column);
    }

    /** Reads a column that stands in a key of the item. */
    private <V> @Nullable V part(Column<T, V> column, AttributeValue part) {
        try {
            V value = AttributeValues.load(column.type(), part);
            // a whole item that lacks the attribute gets it with the next write
            if (remembered != null && (loaded != null || column.isKeyOnly())) {
                remembered[column.ordinal()] = column.type().remember(value);
            }
            return value;
        } catch (Exception ex) {
            throw reader.failed(ex, column, item);
        }
    }

    @SuppressWarnings("unchecked") // what stands for the initial value is never handed out
    private <V> @Nullable V missing(Column<T, V> column) {
        if (column.keepsInitial() && isLoaded(column)) {
            return (V) INITIAL;
        }
        return isLoaded(column) ? column.type().absent() : column.type().unloaded();
    }

    /** Tells whether the request that brought the item asked for a column. */
    boolean isLoaded(Column<T, ?> column) {
        return loaded == null || loaded.contains(column);
    }
}
