package io.bloop.model;

import io.bloop.type.BinaryType;
import io.bloop.type.BooleanType;
import io.bloop.type.DocumentType;
import io.bloop.type.DynamicType;
import io.bloop.type.ListType;
import io.bloop.type.MapType;
import io.bloop.type.NumberType;
import io.bloop.type.SetType;
import io.bloop.type.StringType;
import org.jspecify.annotations.Nullable;

/** Makes the columns that a definition itself reads and writes, without a function for each. */
abstract sealed class OwnColumnFactory<T> extends IndexFactory<T> permits ModelDefinition {

    /**
     * Reads the value of a column that was declared without functions.
     *
     * <p>Generated definitions override this by one switch, which costs less at start-up than two functions for each
     * column.
     *
     * @param object the object
     * @param column the column's place among the declared ones, from 0
     * @return the value, or null
     */
    protected @Nullable Object get(T object, int column) {
        throw new IllegalStateException(this + " declares a column without functions, and does not override get().");
    }

    /**
     * Writes the value of a column that was declared without functions.
     *
     * @param object the object
     * @param column the column's place among the declared ones, from 0
     * @param value the value; null where the attribute is absent
     */
    protected void set(T object, int column, @Nullable Object value) {
        throw new IllegalStateException(this + " declares a column without functions, and does not override set().");
    }

    /**
     * Gives a new object its values, or another object those of its item.
     *
     * <p>Generated definitions override this by one assignment for each column; for records, which have all values
     * already, there is nothing to do. Each value is asked for where it is set: if the object refuses a value, the
     * failure is reported for the column that was asked for last.
     *
     * @param object the object
     * @param values the values of the item
     */
    protected void fill(T object, Values<T> values) {
        for (Column<T, ?> column : owner().columns()) {
            if (column.hasSetter()) {
                column.set(object, values.get(column));
            }
        }
    }

    /**
     * Dumps the values of an object.
     *
     * <p>Generated definitions override this by one call for each column.
     *
     * @param object the object
     * @param out takes the values
     */
    protected void write(T object, ColumnSink<T> out) {
        for (Column<T, ?> column : owner().columns()) {
            write(object, column, out);
        }
    }

    private static <T, V> void write(T object, Column<T, V> column, ColumnSink<T> out) {
        out.put(column, column.get(object));
    }

    /**
     * Tells whether objects are made with all their values, as records are, and never set afterwards.
     *
     * @return false unless a definition that declares its columns without functions says otherwise
     */
    protected boolean isImmutable() {
        return false;
    }

    @SuppressWarnings("unchecked") // the definition's switch gives each ordinal its column's type
    private <V> Column.Declaration<T, V> declare(String name) {
        Draft<T> draft = owner().draft();
        draft.requireOpen();
        int ordinal = draft.size();
        return new Column.Declaration<>(
                owner(),
                null,
                name,
                object -> (V) get(object, ordinal),
                isImmutable() ? null : (object, value) -> set(object, ordinal, value));
    }

    /**
     * Declares a column that is stored as a string, and that the definition itself reads and writes, by {@link ModelDefinition#get}
     * and {@link ModelDefinition#set}.
     *
     * @param <V> the Java type of the values
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @return the column
     */
    protected final <V> StringColumn<T, V> column(String name, StringType<V> type) {
        return register(new StringColumn<>(declare(name), type));
    }

    /**
     * Declares a column that is stored as a number, and that the definition itself reads and writes, by {@link ModelDefinition#get}
     * and {@link ModelDefinition#set}.
     *
     * @param <V> the Java type of the values
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @return the column
     */
    protected final <V> NumberColumn<T, V> column(String name, NumberType<V> type) {
        return register(new NumberColumn<>(declare(name), type));
    }

    /**
     * Declares a column that is stored as binary data, and that the definition itself reads and writes, by {@link ModelDefinition#get}
     * and {@link ModelDefinition#set}.
     *
     * @param <V> the Java type of the values
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @return the column
     */
    protected final <V> BinaryColumn<T, V> column(String name, BinaryType<V> type) {
        return register(new BinaryColumn<>(declare(name), type));
    }

    /**
     * Declares a column that is a truth value, and that the definition itself reads and writes, by {@link ModelDefinition#get}
     * and {@link ModelDefinition#set}.
     *
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @return the column
     */
    protected final BooleanColumn<T> column(String name, BooleanType type) {
        return register(new BooleanColumn<>(declare(name), type));
    }

    /**
     * Declares a column that is a set, and that the definition itself reads and writes, by {@link ModelDefinition#get}
     * and {@link ModelDefinition#set}.
     *
     * @param <E> the Java type of the elements
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @return the column
     */
    protected final <E> SetColumn<T, E> column(String name, SetType<E> type) {
        return register(new SetColumn<>(declare(name), type));
    }

    /**
     * Declares a column that is a list, and that the definition itself reads and writes, by {@link ModelDefinition#get}
     * and {@link ModelDefinition#set}.
     *
     * @param <E> the Java type of the elements
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @return the column
     */
    protected final <E> ListColumn<T, E> column(String name, ListType<E> type) {
        return register(new ListColumn<>(declare(name), type));
    }

    /**
     * Declares a column that is a map, and that the definition itself reads and writes, by {@link ModelDefinition#get}
     * and {@link ModelDefinition#set}.
     *
     * @param <E> the Java type of the values
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @return the column
     */
    protected final <E> MapColumn<T, E> column(String name, MapType<E> type) {
        return register(new MapColumn<>(declare(name), type));
    }

    /**
     * Declares a column that is a document, and that the definition itself reads and writes, by {@link ModelDefinition#get}
     * and {@link ModelDefinition#set}.
     *
     * @param <D> the class of the document
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @return the column
     */
    protected final <D> DocumentColumn<T, D> column(String name, DocumentType<D> type) {
        return register(new DocumentColumn<>(declare(name), type));
    }

    /**
     * Declares a column that holds anything, and that the definition itself reads and writes, by {@link ModelDefinition#get}
     * and {@link ModelDefinition#set}.
     *
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @return the column
     */
    protected final DynamicColumn<T> column(String name, DynamicType type) {
        return register(new DynamicColumn<>(declare(name), type));
    }
}
