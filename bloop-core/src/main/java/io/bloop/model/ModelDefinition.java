package io.bloop.model;

import io.bloop.model.internal.ModelInternals;
import io.bloop.settings.TableSettings;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * All that the engine knows about a class: its columns, its indexes, its table, and how objects are made.
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
 *             column("slug", STRING).getter(l -> l.slug).setter((l, v) -> l.slug = v).hashKey();
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
 * @since 0.1.0
 */
public abstract non-sealed class ModelDefinition<T> extends ObjectAccess<T> {

    private final Class<T> type;
    private final String name;

    @SuppressWarnings("this-escape") // the draft stores the reference, and calls no method before the first use
    private final Draft<T> draft = new Draft<>(this);

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
     * @param type the class of the objects, without type arguments: {@code Map.class} for objects that are maps
     * @param name the model's name, and its table's unless that is named otherwise
     */
    @SuppressWarnings("unchecked") // a class has no type arguments
    protected ModelDefinition(Class<? super T> type, String name) {
        this.type = (Class<T>) type;
        this.name = name;
    }

    /**
     * Makes an object.
     *
     * <p>Columns with a setter are set afterwards, whatever this method has done with them, so that initial values
     * of fields are for new objects alone, unless a column is declared with {@link Column#keepInitial}. Columns without
     * one have to be asked for here.
     *
     * @param values the values of the item
     * @return a new object
     */
    protected abstract T create(Values<T> values);

    /**
     * Makes an object whose columns that are declared with {@link Column#keepInitial} have their initial values.
     *
     * <p>It is called where such an attribute is absent, and unless {@link #create} has already made the object. A definition
     * whose {@code create} asks for such a column overrides this, and calls a constructor without it.
     *
     * @param values the values of the item, of which those columns may not be asked for
     * @return a new object, of which nothing but initial values is used
     */
    protected T createInitial(Values<T> values) {
        return create(values);
    }

    /**
     * Tells the model's items from those of other models of its table by a text in an attribute.
     *
     * <p>The attribute is no column. Every write that can create an item stores the first text. An item that has one of
     * the others, such as the former name of a renamed class, belongs to the model too, and keeps its text until it is
     * replaced.
     *
     * @param attribute the name of the attribute, stored as S
     * @param value the text that is written and read
     * @param aliases further texts that are only read
     * @throws IllegalStateException if the model is in use already
     */
    protected final void discriminator(String attribute, String value, String... aliases) {
        List<String> values = new ArrayList<>();
        values.add(value);
        values.addAll(List.of(aliases));
        draft.claim(new Discriminator(attribute, values));
    }

    /**
     * Tells the model's items from those of other models by a predicate, for tables that somebody else has designed.
     *
     * <p>The predicate sees the attributes that are named, and no others. If all of them are keys of the table, the key
     * alone decides. Otherwise DynamoDB cannot evaluate the claim itself: searches read the items of other models and pass
     * over them, and a write first reads these attributes of its item, and depends on what it has read.
     *
     * @param claimed takes the named attributes that the item has, and returns true if the item belongs to the model;
     *     thread-safe
     * @param attributes the names of the attributes as they are stored, at least one
     * @throws IllegalStateException if the model is in use already
     */
    protected final void claimedBy(Predicate<? super Map<String, AttributeValue>> claimed, String... attributes) {
        draft.claim(new PredicateClaim(List.of(attributes), claimed));
    }

    /**
     * Returns what decides which items of the table belong to the model.
     *
     * @return the claim, which is open unless the definition declares one
     */
    public final Claim claim() {
        return shape().claim();
    }

    /**
     * Returns the models whose objects and items this one stands for.
     *
     * @return this model alone; the models of a {@link SupertypeDefinition}, which are no supertypes themselves
     */
    public final List<ModelDefinition<? extends T>> models() {
        return members();
    }

    /** Returns the models that {@link #models()} says. */
    List<ModelDefinition<? extends T>> members() {
        return List.of(this);
    }

    /** Returns what claims the items where the definition declares nothing of it. */
    Claim impliedClaim(List<Column<T, ?>> keys) {
        return TemplateClaim.of(keys);
    }

    /** Returns what is wanted of the table where the definition has declared some settings. */
    TableSettings impliedSettings(TableSettings declared) {
        return declared;
    }

    /** Finds the mistakes that only this kind of definition can have. */
    void check(List<Column<T, ?>> columns, List<Index<T>> indexes, Consumer<String> problems) {}

    @Override
    final ModelDefinition<T> owner() {
        return this;
    }

    final Draft<T> draft() {
        return draft;
    }

    final void requireOpen() {
        draft.requireOpen();
    }

    final void requireClosed() {
        draft.requireClosed();
    }

    private ResolvedDefinition<T> shape() {
        return draft.shape();
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
        return shape().settings();
    }

    /**
     * Finds the column that settings of an environment name.
     *
     * <p>For the engine.
     *
     * @param settings the settings, of which the time to live may be given by its name
     * @return the settings with a column of this model
     * @throws InvalidModel if there is no such column, or it holds no number
     */
    public final TableSettings resolved(TableSettings settings) {
        List<String> problems = new ArrayList<>();
        TableSettings resolved = new Resolution<>(this, columns(), problems::add).resolve(settings);
        if (!problems.isEmpty()) {
            throw new InvalidModel(name, problems);
        }
        return resolved;
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
     * @throws InvalidColumn if there is none, with the nearest name
     */
    public final Column<T, ?> column(String name) {
        return findColumn(name).orElseThrow(() -> InvalidColumn.unknown(this, name));
    }

    @SuppressWarnings("unchecked") // the types are of the same values
    private <V> Column<T, V> typed(String name, Type<V> type) {
        Column<T, ?> column = column(name);
        if (!column.type().isLike(type)) {
            throw InvalidColumn.ofAnotherType(column, type);
        }
        return (Column<T, V>) column;
    }

    /**
     * Finds a column that is stored as a string.
     *
     * @param <V> the Java type of the values
     * @param name the column's name
     * @param type the type that the column is declared with, or another one of the same values and stored form
     * @return the column
     * @throws InvalidColumn if there is none, with the nearest name, or if its type is another
     */
    public final <V> StringColumn<T, V> typedColumn(String name, StringType<V> type) {
        return (StringColumn<T, V>) typed(name, type);
    }

    /**
     * Finds a column that is stored as a number.
     *
     * @param <V> the Java type of the values
     * @param name the column's name
     * @param type the type that the column is declared with, or another one of the same values and stored form
     * @return the column
     * @throws InvalidColumn if there is none, with the nearest name, or if its type is another
     */
    public final <V> NumberColumn<T, V> typedColumn(String name, NumberType<V> type) {
        return (NumberColumn<T, V>) typed(name, type);
    }

    /**
     * Finds a column that is stored as binary data.
     *
     * @param <V> the Java type of the values
     * @param name the column's name
     * @param type the type that the column is declared with, or another one of the same values and stored form
     * @return the column
     * @throws InvalidColumn if there is none, with the nearest name, or if its type is another
     */
    public final <V> BinaryColumn<T, V> typedColumn(String name, BinaryType<V> type) {
        return (BinaryColumn<T, V>) typed(name, type);
    }

    /**
     * Finds a column that is a truth value.
     *
     * @param name the column's name
     * @param type the type that the column is declared with, or another one of the same values and stored form
     * @return the column
     * @throws InvalidColumn if there is none, with the nearest name, or if its type is another
     */
    public final BooleanColumn<T> typedColumn(String name, BooleanType type) {
        return (BooleanColumn<T>) typed(name, type);
    }

    /**
     * Finds a column that is a set.
     *
     * @param <E> the Java type of the elements
     * @param name the column's name
     * @param type the type that the column is declared with, or another one of the same values and stored form
     * @return the column
     * @throws InvalidColumn if there is none, with the nearest name, or if its type is another
     */
    public final <E> SetColumn<T, E> typedColumn(String name, SetType<E> type) {
        return (SetColumn<T, E>) typed(name, type);
    }

    /**
     * Finds a column that is a list.
     *
     * @param <E> the Java type of the elements
     * @param name the column's name
     * @param type the type that the column is declared with, or another one of the same values and stored form
     * @return the column
     * @throws InvalidColumn if there is none, with the nearest name, or if its type is another
     */
    public final <E> ListColumn<T, E> typedColumn(String name, ListType<E> type) {
        return (ListColumn<T, E>) typed(name, type);
    }

    /**
     * Finds a column that is a map.
     *
     * @param <K> the Java type of the keys
     * @param <E> the Java type of the values
     * @param name the column's name
     * @param type the type that the column is declared with, or another one of the same values and stored form
     * @return the column
     * @throws InvalidColumn if there is none, with the nearest name, or if its type is another
     */
    public final <K, E> MapColumn<T, K, E> typedColumn(String name, MapType<K, E> type) {
        return (MapColumn<T, K, E>) typed(name, type);
    }

    /**
     * Finds a column that is a document.
     *
     * @param <D> the class of the document
     * @param name the column's name
     * @param type the type that the column is declared with, or another one of the same values and stored form
     * @return the column
     * @throws InvalidColumn if there is none, with the nearest name, or if its type is another
     */
    public final <D> DocumentColumn<T, D> typedColumn(String name, DocumentType<D> type) {
        return (DocumentColumn<T, D>) typed(name, type);
    }

    /**
     * Finds a column that holds anything.
     *
     * @param name the column's name
     * @param type the type that the column is declared with, or another one of the same values and stored form
     * @return the column
     * @throws InvalidColumn if there is none, with the nearest name, or if its type is another
     */
    public final DynamicColumn<T> typedColumn(String name, DynamicType type) {
        return (DynamicColumn<T>) typed(name, type);
    }

    /**
     * Finds a column by its name and a type whose kind the compiler does not know.
     *
     * @param <V> the Java type of the values
     * @param name the column's name
     * @param type the type that the column is declared with, or another one of the same values and stored form
     * @return the column, which is of the kind of the type
     * @throws InvalidColumn if there is none, with the nearest name, or if its type is another
     */
    public final <V> Column<T, V> typedColumn(String name, Type<V> type) {
        return typed(name, type);
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
     * Finds a column by the name of its attribute.
     *
     * @param attribute the name as it is stored
     * @return the column, or empty if there is none
     */
    public final Optional<Column<T, ?>> findStoredColumn(String attribute) {
        return columns().stream()
                .filter(column -> column.attribute().equals(attribute))
                .findFirst();
    }

    /**
     * Returns what a search of the table can ask for, like {@link Index#projection()} for an index.
     *
     * @return {@link IndexProjection#ALL}
     */
    public final IndexProjection projection() {
        return IndexProjection.ALL;
    }

    /**
     * Prints an object for people; its values are in it.
     *
     * @param object the object
     * @return one line with the columns that are set, such as {@code User(id=1, email=a@b.c)}
     */
    public final String print(T object) {
        return shape().print(object);
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
     * Finds an index by its name.
     *
     * @param name the name that the model gives the index
     * @return the index
     * @throws InvalidIndex if there is none, with the nearest name
     */
    public final Index<T> index(String name) {
        return findIndex(name).orElseThrow(() -> new InvalidIndex(this, name));
    }

    /**
     * Finds an index by its name.
     *
     * @param name the name that the model gives the index
     * @return the index, or empty if there is none
     */
    public final Optional<Index<T>> findIndex(String name) {
        return indexes().stream().filter(index -> index.name().equals(name)).findFirst();
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
     * Makes a key of the values of the key columns, for code that serves any model. A generated definition has a typed
     * method besides.
     *
     * @param values the hash key's value, and the range key's if there is one
     * @return the key
     * @throws InvalidKey if a value is missing, of the wrong class, or one too many
     */
    public final Key<T> keyOf(Object... values) {
        return shape().keyOf(values);
    }

    /**
     * Returns the internals of the definition, for the engine.
     *
     * @return the internals
     */
    public final ModelInternals<T> internals() {
        return shape();
    }

    /** Returns the model for people, such as {@code Model[User]}. */
    @Override
    public final String toString() {
        return "Model[" + name + "]";
    }
}
