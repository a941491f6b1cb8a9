package io.bloop.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is a global secondary index: keys of its own, up to four columns each, and units of its own.
 *
 * <p>Immutable once its model is in use, and then thread-safe.
 *
 * @param <T> the class of the model's objects
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html">Global secondary indexes</a>
 */
public final class GlobalSecondaryIndex<T> extends Index<T> {

    private final List<KeyColumn<T, ?>> hashKeys = new ArrayList<>();
    private @Nullable Long readUnits;
    private @Nullable Long writeUnits;

    GlobalSecondaryIndex(ModelDefinition<T> model, String name, Projection projection) {
        super(model, name, projection);
    }

    /**
     * Adds to the hash key; a query gives each of its columns a value.
     *
     * @param columns one column, or up to four
     * @return this index
     * @throws IllegalStateException if the model is in use already
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final GlobalSecondaryIndex<T> hashKey(KeyColumn<T, ?>... columns) {
        addKeys(hashKeys, Arrays.asList(columns));
        return this;
    }

    /**
     * Adds to the range key; a query may restrict its columns from the left.
     *
     * @param columns one column, or up to four
     * @return this index
     * @throws IllegalStateException if the model is in use already
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final GlobalSecondaryIndex<T> rangeKey(KeyColumn<T, ?>... columns) {
        addRangeKeys(Arrays.asList(columns));
        return this;
    }

    /**
     * Provisions throughput for the index.
     *
     * @param read read capacity units, at least 1
     * @param write write capacity units, at least 1
     * @return this index
     * @throws IllegalStateException if the model is in use already
     */
    public GlobalSecondaryIndex<T> units(long read, long write) {
        model().requireOpen();
        this.readUnits = read;
        this.writeUnits = write;
        return this;
    }

    @Override
    public GlobalSecondaryIndex<T> storedAs(String storedName) {
        super.storedAs(storedName);
        return this;
    }

    @Override
    public List<KeyColumn<T, ?>> hashKeys() {
        return List.copyOf(hashKeys);
    }

    /**
     * Returns the provisioned read capacity units.
     *
     * @return the units; null means what the table has
     */
    public @Nullable Long readUnits() {
        return readUnits;
    }

    /**
     * Returns the provisioned write capacity units.
     *
     * @return the units; null means what the table has
     */
    public @Nullable Long writeUnits() {
        return writeUnits;
    }

    @Override
    String kind() {
        return "GSI";
    }
}
