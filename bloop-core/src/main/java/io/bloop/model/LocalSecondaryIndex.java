package io.bloop.model;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A local secondary index: the table's hash key with another range key.
 *
 * <p>Immutable once its model is in use, and then thread-safe.
 *
 * @param <T> the class of the model's objects
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html">Local secondary indexes</a>
 * @since 0.1.0
 */
public final class LocalSecondaryIndex<T> extends Index<T> {

    private boolean strict = true;

    LocalSecondaryIndex(ModelDefinition<T> model, @Nullable String source, String name, IndexProjection projection) {
        super(model, source, name, projection);
    }

    /**
     * Sets the range key.
     *
     * @param column the column
     * @return this index
     * @throws IllegalStateException if the model is in use already
     */
    public LocalSecondaryIndex<T> rangeKey(KeyColumn<T, ?> column) {
        addRangeKeys(Collections.singletonList(column));
        return this;
    }

    /**
     * Sets the range key to a column that may be declared elsewhere, such as by the models of a shared base.
     *
     * @param column the column's name
     * @return this index
     * @throws IllegalStateException if the model is in use already
     */
    public LocalSecondaryIndex<T> rangeKey(String column) {
        addRangeKeys(column);
        return this;
    }

    /**
     * Lets searches select and filter by columns that the index does not hold.
     *
     * <p>A search that does so costs a read of the table for each item. A search without {@code select} returns the
     * columns that the index holds.
     *
     * @return this index
     * @throws IllegalStateException if the model is in use already
     */
    public LocalSecondaryIndex<T> notStrict() {
        model().requireOpen();
        strict = false;
        return this;
    }

    @Override
    public LocalSecondaryIndex<T> storedAs(String storedName) {
        super.storedAs(storedName);
        return this;
    }

    /**
     * Tells whether queries are held to the columns of the projection.
     *
     * @return true unless said otherwise
     */
    public boolean isStrict() {
        return strict;
    }

    @Override
    public List<KeyColumn<T, ?>> hashKeys() {
        return List.of(model().hashKey());
    }

    @Override
    List<@Nullable ColumnReference> declaredHashKeys() {
        return List.of();
    }

    @Override
    public Set<Column<T, ?>> columns() {
        return strict ? super.columns() : Collections.unmodifiableSet(new LinkedHashSet<>(model().columns()));
    }

    @Override
    String kind() {
        return "LSI";
    }
}
