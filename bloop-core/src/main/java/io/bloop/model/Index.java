package io.bloop.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Is a secondary index of a model's table.
 *
 * <p>Immutable once its model is in use, and then thread-safe.
 *
 * @param <T> the class of the model's objects
 */
public abstract sealed class Index<T> permits GlobalSecondaryIndex, LocalSecondaryIndex {

    private final ModelDefinition<T> model;
    private final String name;
    private final Projection projection;
    private final List<KeyColumn<T, ?>> rangeKeys = new ArrayList<>();
    private String storedName;
    private boolean namesNull;

    Index(ModelDefinition<T> model, String name, Projection projection) {
        this.model = model;
        this.name = name;
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

    final void addRangeKeys(List<? extends KeyColumn<T, ?>> columns) {
        addKeys(rangeKeys, columns);
    }

    final void addKeys(List<KeyColumn<T, ?>> keys, List<? extends KeyColumn<T, ?>> columns) {
        model.requireOpen();
        // fields that are declared further down are still null
        columns.stream().filter(Objects::nonNull).forEach(keys::add);
        namesNull |= columns.stream().anyMatch(Objects::isNull);
    }

    final boolean namesNull() {
        return namesNull || projection.columns().stream().anyMatch(Objects::isNull);
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
     * @return the projection as declared
     */
    public final Projection projection() {
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
        return List.copyOf(rangeKeys);
    }

    /**
     * Returns the columns that a query of this index can ask for.
     *
     * @return the columns of the projection, with the keys of the table and of the index, in the model's order
     */
    public Set<Column<T, ?>> columns() {
        Set<Object> held = new LinkedHashSet<>(projection.columns());
        held.addAll(hashKeys());
        held.addAll(rangeKeys);
        Set<Column<T, ?>> columns = new LinkedHashSet<>();
        for (Column<T, ?> column : model.columns()) {
            if (projection.kind() == Projection.Kind.ALL || column.isKey() || held.contains(column)) {
                columns.add(column);
            }
        }
        return Collections.unmodifiableSet(columns);
    }

    abstract String kind();

    /** Returns the index for people, as {@code GSI[User.by_email=keys]}. */
    @Override
    public final String toString() {
        String held = projection.kind() == Projection.Kind.INCLUDE
                ? projection.columns().stream().map(Column::name).toList().toString()
                : projection.kind().name().toLowerCase(Locale.ROOT);
        return kind() + "[" + model.name() + "." + name + "=" + held + "]";
    }
}
