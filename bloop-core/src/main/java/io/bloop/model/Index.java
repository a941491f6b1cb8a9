package io.bloop.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A secondary index of a model's table.
 *
 * <p>Immutable once its model is in use, and then thread-safe.
 *
 * @param <T> the class of the model's objects
 * @since 0.1.0
 */
public abstract sealed class Index<T> permits GlobalSecondaryIndex, LocalSecondaryIndex {

    private final ModelDefinition<T> model;
    private final String name;
    private final @Nullable String source;
    private final List<@Nullable ColumnReference> declaredRangeKeys = new ArrayList<>();
    private String storedName;
    private IndexProjection projection;
    private List<KeyColumn<T, ?>> rangeKeys = List.of();

    Index(ModelDefinition<T> model, @Nullable String source, String name, IndexProjection projection) {
        this.model = model;
        this.name = name;
        this.source = source;
        this.storedName = name;
        this.projection = projection;
    }

    /**
     * Gives the index another name in the table.
     *
     * @param storedName the name of the index
     * @return this index
     * @throws IllegalStateException if the model is in use already
     */
    public Index<T> storedAs(String storedName) {
        model.requireOpen();
        this.storedName = storedName;
        return this;
    }

    final void addRangeKeys(List<? extends @Nullable KeyColumn<T, ?>> columns) {
        addKeys(declaredRangeKeys, columns);
    }

    final void addRangeKeys(String... columns) {
        addKeys(declaredRangeKeys, columns);
    }

    final void addKeys(List<@Nullable ColumnReference> keys, List<? extends @Nullable KeyColumn<T, ?>> columns) {
        model.requireOpen();
        // fields that are declared further down are still null; the definition's check says so
        for (KeyColumn<T, ?> column : columns) {
            keys.add(column == null ? null : ColumnReference.of((Column<?, ?>) column));
        }
    }

    final void addKeys(List<@Nullable ColumnReference> keys, String... columns) {
        model.requireOpen();
        for (String column : columns) {
            keys.add(ColumnReference.of(column));
        }
    }

    /** Returns the name of the group that has declared the index; null where the definition itself has. */
    final @Nullable String source() {
        return source;
    }

    final List<@Nullable ColumnReference> declaredRangeKeys() {
        return declaredRangeKeys;
    }

    /** Returns the columns of the hash key as they were declared; none where it is the table's. */
    abstract List<@Nullable ColumnReference> declaredHashKeys();

    final IndexProjection declaredProjection() {
        return projection;
    }

    /** Returns the keys that the index has of its own, before its model is in use too. */
    List<KeyColumn<T, ?>> ownKeys() {
        return rangeKeys;
    }

    /** Sets the columns that the declaration refers to. */
    void resolve(List<KeyColumn<T, ?>> hash, List<KeyColumn<T, ?>> range, List<Column<T, ?>> projected) {
        rangeKeys = List.copyOf(range);
        if (projection.kind() == IndexProjection.Kind.INCLUDE) {
            projection = IndexProjection.resolved(projected);
        }
    }

    /**
     * Returns the model that the index belongs to.
     *
     * @return the model
     */
    public final ModelDefinition<T> model() {
        return model;
    }

    /**
     * Returns the name that the model gives the index.
     *
     * @return the name
     */
    public final String name() {
        return name;
    }

    /**
     * Returns the name of the index in the table.
     *
     * @return the name
     */
    public final String storedName() {
        return storedName;
    }

    /**
     * Returns what the index holds.
     *
     * @return the projection as declared, with the columns that were given by name
     */
    public final IndexProjection projection() {
        model.requireClosed();
        return projection;
    }

    /**
     * Returns the hash key's columns.
     *
     * @return one column, or up to four of a global index
     */
    public abstract List<KeyColumn<T, ?>> hashKeys();

    /**
     * Returns the range key's columns.
     *
     * @return none, one, or up to four of a global index
     */
    public final List<KeyColumn<T, ?>> rangeKeys() {
        model.requireClosed();
        return rangeKeys;
    }

    /**
     * Returns the columns that a query of this index can ask for.
     *
     * @return the projected columns; all columns of the model where a local index is not strict
     */
    public Set<Column<T, ?>> columns() {
        return projectedColumns();
    }

    /**
     * Returns the columns that the index holds.
     *
     * @return the columns of the projection, with the keys of the table and of the index, and the columns in these keys alone, in the model's order
     */
    public final Set<Column<T, ?>> projectedColumns() {
        model.requireClosed();
        Set<Object> held = new LinkedHashSet<>(projection.columns());
        held.addAll(hashKeys());
        held.addAll(rangeKeys);
        Set<Column<T, ?>> columns = new LinkedHashSet<>();
        for (Column<T, ?> column : model.columns()) {
            if (projection.kind() == IndexProjection.Kind.ALL
                    || column.isKey()
                    || column.isKeyOnly()
                    || held.contains(column)) {
                columns.add(column);
            }
        }
        return Collections.unmodifiableSet(columns);
    }

    abstract String kind();

    /** Returns the index for people, such as {@code GSI[User.by_email=keys]}. */
    @Override
    public final String toString() {
        return kind() + "[" + model.name() + "." + name + "=" + projection + "]";
    }
}
