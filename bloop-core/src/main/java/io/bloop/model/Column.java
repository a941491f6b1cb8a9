package io.bloop.model;

import io.bloop.expression.Path;
import io.bloop.rule.ManagedColumn;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Is a typed place of a model: a value of the object, an attribute of the item.
 *
 * <p>The subclasses are the kinds of columns; a kind has the operations that DynamoDB has for it. Immutable once its
 * model is in use, and then thread-safe.
 *
 * @param <T> the class of the model's objects
 * @param <V> the Java type of the values
 */
public abstract sealed class Column<T, V> implements Path<T, V>
        permits StringColumn,
                NumberColumn,
                BinaryColumn,
                BooleanColumn,
                SetColumn,
                ListColumn,
                MapColumn,
                DocumentColumn,
                DynamicColumn {

    private final Declaration<T, V> declaration;
    private int ordinal;
    private String attribute;
    private @Nullable KeyRole role;
    private boolean hasTwoRoles;
    private final Set<ManagedColumn> stamps = EnumSet.noneOf(ManagedColumn.class);

    Column(Declaration<T, V> declaration) {
        this.declaration = declaration;
        this.attribute = declaration.name();
    }

    /** What a column is declared with. */
    record Declaration<T, V>(
            ModelDefinition<T> model,
            @Nullable String source,
            String name,
            Function<? super T, ? extends @Nullable V> getter,
            @Nullable BiConsumer<? super T, @Nullable V> setter) {}

    /**
     * Returns the column that a path is.
     *
     * @param <T> the class of the model's objects
     * @param path a column, or the path of a column that holds a document, or documents
     * @return the column
     * @throws IllegalArgumentException if the path leads inside of a column
     */
    public static <T> Column<T, ?> of(Path<T, ?> path) {
        if (path.place() instanceof Column<T, ?> column) {
            return column;
        }
        throw new IllegalArgumentException(
                "'" + path.name() + "' is inside of a column, where a whole column is asked for; name the column.");
    }

    /**
     * Gives the column another name in the table.
     *
     * @param attribute the name of the attribute
     * @return this column
     * @throws IllegalStateException if the model is in use already
     */
    public Column<T, V> storedAs(String attribute) {
        model().requireOpen();
        this.attribute = attribute;
        return this;
    }

    final void become(KeyRole role) {
        model().requireOpen();
        hasTwoRoles |= this.role != null && this.role != role;
        this.role = role;
    }

    final void become(ManagedColumn stamp) {
        model().requireOpen();
        stamps.add(stamp);
    }

    /**
     * Returns the model that the column belongs to.
     *
     * @return the model
     */
    public final ModelDefinition<T> model() {
        return declaration.model();
    }

    @Override
    public final String name() {
        return declaration.name();
    }

    @Override
    public final String qualifiedName() {
        return model().name() + "." + name();
    }

    @Override
    public final String attribute() {
        return attribute;
    }

    /**
     * Tells whether the column is the table's hash key.
     *
     * @return true if it is
     */
    public final boolean isHashKey() {
        return role == KeyRole.HASH;
    }

    /**
     * Tells whether the column is the table's range key.
     *
     * @return true if it is
     */
    public final boolean isRangeKey() {
        return role == KeyRole.RANGE;
    }

    /**
     * Tells whether the column is the version of the items.
     *
     * @return true if it is
     */
    public final boolean isVersion() {
        return stamps.contains(ManagedColumn.VERSION);
    }

    /** Returns the name of the group that has declared the column; null where the definition itself has. */
    final @Nullable String source() {
        return declaration.source();
    }

    final boolean isKey() {
        return role != null;
    }

    final boolean hasTwoRoles() {
        return hasTwoRoles;
    }

    final Set<ManagedColumn> stamps() {
        return stamps;
    }

    /** Gives the column its place among those that the model has at last. */
    final void stand(int ordinal) {
        this.ordinal = ordinal;
    }

    /** Returns the column's place among the model's. */
    final int ordinal() {
        return ordinal;
    }

    final boolean hasSetter() {
        return declaration.setter() != null;
    }

    final @Nullable V get(T object) {
        try {
            return declaration.getter().apply(object);
        } catch (Exception ex) {
            throw model().mapping().writer().failed(ex, this, object);
        }
    }

    /** Returns the value for a message, which has to come about whatever the object's code does. */
    final @Nullable V peek(T object) {
        try {
            return declaration.getter().apply(object);
        } catch (Exception ex) {
            return null;
        }
    }

    @SuppressWarnings("unchecked") // values stand at the ordinal of the column whose type has read them
    final void set(T object, @Nullable Object value) {
        BiConsumer<? super T, @Nullable V> setter = declaration.setter();
        if (setter != null) {
            setter.accept(object, (V) value);
        }
    }

    /** Returns the column for people, as {@code Column[User.id=hash]}. */
    @Override
    public final String toString() {
        String key = isHashKey() ? "=hash" : isRangeKey() ? "=range" : "";
        return "Column[" + model().name() + "." + name() + key + "]";
    }
}
