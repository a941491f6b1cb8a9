package io.bloop.model;

import io.bloop.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Is all that the engine knows about a class: its columns, its indexes, its table, and how objects are made.
 *
 * <p>A definition is a singleton whose columns and indexes are instance fields; a shared base is an abstract
 * subclass, and gives each concrete model its own copies. For a class with setters, {@link #create} returns a new
 * object; for a record it calls the constructor with the given values:
 *
 * <pre>{@code
 * public final class LinkModel extends ModelDefinition<Link> {
 *     public static final LinkModel LINK = new LinkModel();
 *
 *     public final StringColumn<Link, String> slug =
 *             column("slug", STRING, l -> l.slug, (l, v) -> l.slug = v).hashKey();
 *
 *     private LinkModel() {
 *         super(Link.class);
 *     }
 *
 *     protected Link create(Values<Link> values) {
 *         return new Link();
 *     }
 * }
 * }</pre>
 *
 * <p>A definition never changes after its first use, which finds all of its mistakes at once ({@link InvalidModel}).
 * Thread-safe from then on.
 *
 * @param <T> the class of the model's objects
 */
public abstract non-sealed class ModelDefinition<T> extends ColumnFactory<T> {

    private final Class<T> type;
    private final String name;
    private final List<Column<T, ?>> declaredColumns = new ArrayList<>();
    private final List<Index<T>> declaredIndexes = new ArrayList<>();
    private TableSettings settings = TableSettings.UNSET;
    private volatile @Nullable Shape<T> shape;

    /**
     * Creates a definition that is named after its class.
     *
     * @param type the class of the objects
     */
    protected ModelDefinition(Class<T> type) {
        this(type, type.getSimpleName());
    }

    /**
     * Creates a definition.
     *
     * @param type the class of the objects
     * @param name the model's name, and its table's unless that is named otherwise
     */
    protected ModelDefinition(Class<T> type, String name) {
        this.type = type;
        this.name = name;
    }

    /**
     * Makes an object.
     *
     * <p>Columns with a setter are set afterwards, whatever this method has done with them, so that initial values
     * of fields are for new objects alone. Columns without one have to be asked for here.
     *
     * @param values the values of the item
     * @return a new object
     */
    protected abstract T create(Values<T> values);

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
     * Tells whether objects are made with all their values, as records are, and never set afterwards.
     *
     * @return false unless a definition that declares its columns without functions says otherwise
     */
    protected boolean isImmutable() {
        return false;
    }

    /**
     * Declares a global secondary index.
     *
     * @param name the index's name, and that in the table unless it is stored under another
     * @param projection what the index holds
     * @return the index, which still needs a hash key
     */
    protected final GlobalSecondaryIndex<T> globalIndex(String name, Projection projection) {
        requireOpen();
        GlobalSecondaryIndex<T> index = new GlobalSecondaryIndex<>(this, name, projection);
        declaredIndexes.add(index);
        return index;
    }

    /**
     * Declares a local secondary index.
     *
     * @param name the index's name, and that in the table unless it is stored under another
     * @param projection what the index holds
     * @return the index, which still needs a range key
     */
    protected final LocalSecondaryIndex<T> localIndex(String name, Projection projection) {
        requireOpen();
        LocalSecondaryIndex<T> index = new LocalSecondaryIndex<>(this, name, projection);
        declaredIndexes.add(index);
        return index;
    }

    /**
     * Says what the model wants of its table.
     *
     * @param change changes the settings so far
     */
    protected final void table(UnaryOperator<TableSettings> change) {
        requireOpen();
        settings = change.apply(settings);
    }

    @Override
    final <C extends Column<T, ?>> C register(C column) {
        declaredColumns.add(column);
        return column;
    }

    @Override
    final <V> Column.Declaration<T, V> declare(
            String name,
            Function<? super T, ? extends @Nullable V> getter,
            @Nullable BiConsumer<? super T, @Nullable V> setter) {
        requireOpen();
        return new Column.Declaration<>(this, name, getter, setter);
    }

    @Override
    @SuppressWarnings("unchecked") // the definition's switch gives each ordinal its column's type
    final <V> Column.Declaration<T, V> declare(String name) {
        int ordinal = declaredColumns.size();
        return declare(
                name,
                object -> (V) get(object, ordinal),
                isImmutable() ? null : (object, value) -> set(object, ordinal, value));
    }

    final int size() {
        return declaredColumns.size();
    }

    final void requireOpen() {
        if (shape != null) {
            throw new IllegalStateException(this + " is in use and never changes; declare it in its constructor.");
        }
    }

    private Shape<T> shape() {
        Shape<T> present = shape;
        return present != null ? present : close();
    }

    private synchronized Shape<T> close() {
        Shape<T> present = shape;
        if (present == null) {
            present = Shape.of(this, declaredColumns, declaredIndexes, settings);
            shape = present;
        }
        return present;
    }

    /**
     * Returns the class of the objects.
     *
     * @return the class
     */
    public final Class<T> type() {
        return type;
    }

    /**
     * Returns the model's name.
     *
     * @return the name; the simple name of the class unless another was given
     */
    public final String name() {
        return name;
    }

    /**
     * Returns what the model wants of its table.
     *
     * @return the settings
     */
    public final TableSettings settings() {
        shape();
        return settings;
    }

    /**
     * Returns the columns.
     *
     * @return all columns, in the order of their declaration
     * @throws InvalidModel if the definition has mistakes, as every other method that reads it
     */
    public final List<Column<T, ?>> columns() {
        return shape().columns();
    }

    /**
     * Finds a column by its name.
     *
     * @param name the column's name
     * @return the column
     * @throws IllegalArgumentException if there is none, with the nearest name
     */
    public final Column<T, ?> column(String name) {
        return findColumn(name)
                .orElseThrow(() -> new IllegalArgumentException(this + " has no column '" + name + "'. "
                        + Suggestion.sentence(
                                name, columns().stream().map(Column::name).toList())));
    }

    /**
     * Finds a column by its name.
     *
     * @param name the column's name
     * @return the column, or empty if there is none
     */
    public final Optional<Column<T, ?>> findColumn(String name) {
        return columns().stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /**
     * Returns the keys.
     *
     * @return the hash key, and the range key if there is one
     */
    public final List<Column<T, ?>> keys() {
        return shape().keys();
    }

    /**
     * Returns the hash key.
     *
     * @return the column
     */
    public final KeyColumn<T, ?> hashKey() {
        return (KeyColumn<T, ?>) shape().keys().get(0);
    }

    /**
     * Returns the range key.
     *
     * @return the column, or empty if there is none
     */
    public final Optional<KeyColumn<T, ?>> rangeKey() {
        List<Column<T, ?>> keys = shape().keys();
        return keys.size() == 1 ? Optional.empty() : Optional.of((KeyColumn<T, ?>) keys.get(1));
    }

    /**
     * Returns the secondary indexes.
     *
     * @return all indexes, in the order of their declaration
     */
    public final List<Index<T>> indexes() {
        return shape().indexes();
    }

    /**
     * Returns the global secondary indexes.
     *
     * @return the indexes, in the order of their declaration
     */
    public final List<GlobalSecondaryIndex<T>> globalIndexes() {
        List<GlobalSecondaryIndex<T>> found = new ArrayList<>();
        for (Index<T> index : indexes()) {
            if (index instanceof GlobalSecondaryIndex<T> global) {
                found.add(global);
            }
        }
        return List.copyOf(found);
    }

    /**
     * Returns the local secondary indexes.
     *
     * @return the indexes, in the order of their declaration
     */
    public final List<LocalSecondaryIndex<T>> localIndexes() {
        List<LocalSecondaryIndex<T>> found = new ArrayList<>();
        for (Index<T> index : indexes()) {
            if (index instanceof LocalSecondaryIndex<T> local) {
                found.add(local);
            }
        }
        return List.copyOf(found);
    }

    /**
     * Makes a key of the values of the key columns, for code that serves any model; a definition offers its own
     * typed method over it.
     *
     * @param values the hash key's value, and the range key's if there is one
     * @return the key
     * @throws InvalidKey if a value is missing, of the wrong class, or one too many
     */
    public final Key<T> keyOf(Object... values) {
        return mapping().keyOf(values);
    }

    /**
     * Returns what moves values between objects and items.
     *
     * @return the mapping
     */
    public final Mapping<T> mapping() {
        return shape().mapping();
    }

    /** Returns the model for people, as {@code Model[User]}. */
    @Override
    public final String toString() {
        return "Model[" + name + "]";
    }
}
