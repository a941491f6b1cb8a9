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
import io.bloop.type.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes columns: the kind of the type is the kind of the column.
 *
 * <p>A column gets its functions afterwards: {@code column("slug", STRING).getter(l -> l.slug).setter((l, v) -> l.slug =
 * v)}. The definition itself reads and writes the values of a column that has no functions, by {@link ModelDefinition#get}
 * and {@link ModelDefinition#set}.
 */
abstract sealed class ColumnFactory<T> permits IndexFactory {

    abstract ModelDefinition<T> owner();

    /** Returns the name of the group that declares the columns; null for the definition itself. */
    @Nullable
    String source() {
        return null;
    }

    private <C extends Column<T, ?>> C register(C column) {
        if (column.type() == null) {
            throw new InvalidModel(
                    owner().name(),
                    List.of("Column '" + column.name()
                            + "' has the type null, because the type is unknown "
                            + "or is declared further down; give it a type."));
        }
        owner().draft().add(column);
        return column;
    }

    private Column.Declaration<T> declare(String name) {
        Draft<T> draft = owner().draft();
        draft.requireOpen();
        return new Column.Declaration<>(owner(), source(), name, draft.size());
    }

    /**
     * Declares a column that is stored as a string.
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
     * Declares a column that is stored as a number.
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
     * Declares a column that is stored as binary data.
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
     * Declares a column that is a truth value.
     *
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @return the column
     */
    protected final BooleanColumn<T> column(String name, BooleanType type) {
        return register(new BooleanColumn<>(declare(name), type));
    }

    /**
     * Declares a column that is a set.
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
     * Declares a column that is a list.
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
     * Declares a column that is a map.
     *
     * @param <K> the Java type of the keys
     * @param <E> the Java type of the values
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @return the column
     */
    protected final <K, E> MapColumn<T, K, E> column(String name, MapType<K, E> type) {
        return register(new MapColumn<>(declare(name), type));
    }

    /**
     * Declares a column that is a document.
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
     * Declares a column that holds anything.
     *
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @return the column
     */
    protected final DynamicColumn<T> column(String name, DynamicType type) {
        return register(new DynamicColumn<>(declare(name), type));
    }

    /**
     * Declares a key that is made of other columns, such as {@code template("SK", "ORDER#{orderId}").rangeKey()}.
     *
     * <p>The key is a column without a field: it is written with every write of an object, and never assigned. A part is a
     * column that is stored as a string, or a whole number with the width of its digits, such as in {@code LINE#{line:5}}.
     * Where a part has no value, there is no key: an item is left out of an index.
     *
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param template literal text, with the names of columns in braces
     * @return the column, which still has to be made a key of the table or of an index
     * @see KeyTemplate
     */
    protected final StringColumn<T, String> template(String name, String template) {
        KeyTemplate<T> form = new KeyTemplate<>(template);
        StringColumn<T, String> column = register(new StringColumn<>(declare(name), form.type()));
        column.compose(form);
        return column;
    }

    /**
     * Declares a column of a type whose kind the compiler does not know, such as one that a configuration names.
     *
     * @param <V> the Java type of the values
     * @param name the column's name, and the attribute's unless it is stored under another
     * @param type how values are stored
     * @return the column, which is of the kind of the type: a {@link StringColumn} for a {@link StringType}, and so on
     */
    protected final <V> Column<T, V> column(String name, Type<V> type) {
        return register(Column.of(declare(name), type));
    }
}
