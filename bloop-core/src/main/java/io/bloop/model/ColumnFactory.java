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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the columns that are read and written by functions: the kind of the type is the kind of the column. */
abstract sealed class ColumnFactory<T> permits IndexFactory {

    abstract ModelDefinition<T> owner();

    /** Returns the name of the group that declares the columns; null for the definition itself. */
    @Nullable
    String source() {
        return null;
    }

    final <C extends Column<T, ?>> C register(C column) {
        owner().draft().add(column);
        return column;
    }

    private <V> Column.Declaration<T, V> declare(
            String name,
            Function<? super T, ? extends @Nullable V> getter,
            @Nullable BiConsumer<? super T, @Nullable V> setter) {
        owner().draft().requireOpen();
        return new Column.Declaration<>(owner(), source(), name, getter, setter);
    }

    /**
     * Declares a column that is stored as a string, of a class whose objects are made with all their values, as a record's.
     *
     * @param <V> the Java type of the values
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @param getter reads the value of an object
     * @return the column
     */
    protected final <V> StringColumn<T, V> column(
            String name, StringType<V> type, Function<? super T, ? extends @Nullable V> getter) {
        return register(new StringColumn<>(declare(name, getter, null), type));
    }

    /**
     * Declares a column that is stored as a string.
     *
     * @param <V> the Java type of the values
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @param getter reads the value of an object
     * @param setter writes the value of an object; is given null where the attribute is absent
     * @return the column
     */
    protected final <V> StringColumn<T, V> column(
            String name,
            StringType<V> type,
            Function<? super T, ? extends @Nullable V> getter,
            BiConsumer<? super T, @Nullable V> setter) {
        return register(new StringColumn<>(declare(name, getter, setter), type));
    }

    /**
     * Declares a column that is stored as a number, of a class whose objects are made with all their values, as a record's.
     *
     * @param <V> the Java type of the values
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @param getter reads the value of an object
     * @return the column
     */
    protected final <V> NumberColumn<T, V> column(
            String name, NumberType<V> type, Function<? super T, ? extends @Nullable V> getter) {
        return register(new NumberColumn<>(declare(name, getter, null), type));
    }

    /**
     * Declares a column that is stored as a number.
     *
     * @param <V> the Java type of the values
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @param getter reads the value of an object
     * @param setter writes the value of an object; is given null where the attribute is absent
     * @return the column
     */
    protected final <V> NumberColumn<T, V> column(
            String name,
            NumberType<V> type,
            Function<? super T, ? extends @Nullable V> getter,
            BiConsumer<? super T, @Nullable V> setter) {
        return register(new NumberColumn<>(declare(name, getter, setter), type));
    }

    /**
     * Declares a column that is stored as binary data, of a class whose objects are made with all their values, as a record's.
     *
     * @param <V> the Java type of the values
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @param getter reads the value of an object
     * @return the column
     */
    protected final <V> BinaryColumn<T, V> column(
            String name, BinaryType<V> type, Function<? super T, ? extends @Nullable V> getter) {
        return register(new BinaryColumn<>(declare(name, getter, null), type));
    }

    /**
     * Declares a column that is stored as binary data.
     *
     * @param <V> the Java type of the values
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @param getter reads the value of an object
     * @param setter writes the value of an object; is given null where the attribute is absent
     * @return the column
     */
    protected final <V> BinaryColumn<T, V> column(
            String name,
            BinaryType<V> type,
            Function<? super T, ? extends @Nullable V> getter,
            BiConsumer<? super T, @Nullable V> setter) {
        return register(new BinaryColumn<>(declare(name, getter, setter), type));
    }

    /**
     * Declares a column that is a truth value, of a class whose objects are made with all their values, as a record's.
     *
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @param getter reads the value of an object
     * @return the column
     */
    protected final BooleanColumn<T> column(
            String name, BooleanType type, Function<? super T, ? extends @Nullable Boolean> getter) {
        return register(new BooleanColumn<>(declare(name, getter, null), type));
    }

    /**
     * Declares a column that is a truth value.
     *
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @param getter reads the value of an object
     * @param setter writes the value of an object; is given null where the attribute is absent
     * @return the column
     */
    protected final BooleanColumn<T> column(
            String name,
            BooleanType type,
            Function<? super T, ? extends @Nullable Boolean> getter,
            BiConsumer<? super T, @Nullable Boolean> setter) {
        return register(new BooleanColumn<>(declare(name, getter, setter), type));
    }

    /**
     * Declares a column that is a set, of a class whose objects are made with all their values, as a record's.
     *
     * @param <E> the Java type of the elements
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @param getter reads the value of an object
     * @return the column
     */
    protected final <E> SetColumn<T, E> column(
            String name, SetType<E> type, Function<? super T, ? extends @Nullable Set<E>> getter) {
        return register(new SetColumn<>(declare(name, getter, null), type));
    }

    /**
     * Declares a column that is a set.
     *
     * @param <E> the Java type of the elements
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @param getter reads the value of an object
     * @param setter writes the value of an object; is given null where the attribute is absent
     * @return the column
     */
    protected final <E> SetColumn<T, E> column(
            String name,
            SetType<E> type,
            Function<? super T, ? extends @Nullable Set<E>> getter,
            BiConsumer<? super T, @Nullable Set<E>> setter) {
        return register(new SetColumn<>(declare(name, getter, setter), type));
    }

    /**
     * Declares a column that is a list, of a class whose objects are made with all their values, as a record's.
     *
     * @param <E> the Java type of the elements
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @param getter reads the value of an object
     * @return the column
     */
    protected final <E> ListColumn<T, E> column(
            String name, ListType<E> type, Function<? super T, ? extends @Nullable List<E>> getter) {
        return register(new ListColumn<>(declare(name, getter, null), type));
    }

    /**
     * Declares a column that is a list.
     *
     * @param <E> the Java type of the elements
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @param getter reads the value of an object
     * @param setter writes the value of an object; is given null where the attribute is absent
     * @return the column
     */
    protected final <E> ListColumn<T, E> column(
            String name,
            ListType<E> type,
            Function<? super T, ? extends @Nullable List<E>> getter,
            BiConsumer<? super T, @Nullable List<E>> setter) {
        return register(new ListColumn<>(declare(name, getter, setter), type));
    }

    /**
     * Declares a column that is a map, of a class whose objects are made with all their values, as a record's.
     *
     * @param <E> the Java type of the values
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @param getter reads the value of an object
     * @return the column
     */
    protected final <E> MapColumn<T, E> column(
            String name, MapType<E> type, Function<? super T, ? extends @Nullable Map<String, E>> getter) {
        return register(new MapColumn<>(declare(name, getter, null), type));
    }

    /**
     * Declares a column that is a map.
     *
     * @param <E> the Java type of the values
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @param getter reads the value of an object
     * @param setter writes the value of an object; is given null where the attribute is absent
     * @return the column
     */
    protected final <E> MapColumn<T, E> column(
            String name,
            MapType<E> type,
            Function<? super T, ? extends @Nullable Map<String, E>> getter,
            BiConsumer<? super T, @Nullable Map<String, E>> setter) {
        return register(new MapColumn<>(declare(name, getter, setter), type));
    }

    /**
     * Declares a column that is a document, of a class whose objects are made with all their values, as a record's.
     *
     * @param <D> the class of the document
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @param getter reads the value of an object
     * @return the column
     */
    protected final <D> DocumentColumn<T, D> column(
            String name, DocumentType<D> type, Function<? super T, ? extends @Nullable D> getter) {
        return register(new DocumentColumn<>(declare(name, getter, null), type));
    }

    /**
     * Declares a column that is a document.
     *
     * @param <D> the class of the document
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @param getter reads the value of an object
     * @param setter writes the value of an object; is given null where the attribute is absent
     * @return the column
     */
    protected final <D> DocumentColumn<T, D> column(
            String name,
            DocumentType<D> type,
            Function<? super T, ? extends @Nullable D> getter,
            BiConsumer<? super T, @Nullable D> setter) {
        return register(new DocumentColumn<>(declare(name, getter, setter), type));
    }

    /**
     * Declares a column that holds anything, of a class whose objects are made with all their values, as a record's.
     *
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @param getter reads the value of an object
     * @return the column
     */
    protected final DynamicColumn<T> column(
            String name, DynamicType type, Function<? super T, ? extends @Nullable Object> getter) {
        return register(new DynamicColumn<>(declare(name, getter, null), type));
    }

    /**
     * Declares a column that holds anything.
     *
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @param getter reads the value of an object
     * @param setter writes the value of an object; is given null where the attribute is absent
     * @return the column
     */
    protected final DynamicColumn<T> column(
            String name,
            DynamicType type,
            Function<? super T, ? extends @Nullable Object> getter,
            BiConsumer<? super T, @Nullable Object> setter) {
        return register(new DynamicColumn<>(declare(name, getter, setter), type));
    }
}
