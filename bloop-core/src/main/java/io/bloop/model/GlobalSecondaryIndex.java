package io.bloop.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A global secondary index: keys of its own, up to four columns each, and units of its own.
 *
 * <p>Immutable once its model is in use, and then thread-safe.
 *
 * @param <T> the class of the model's objects
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html">Global secondary indexes</a>
 * @since 0.1.0
 */
public final class GlobalSecondaryIndex<T> extends Index<T> {

    private final List<@Nullable ColumnReference> declaredHashKeys = new ArrayList<>();
    private List<KeyColumn<T, ?>> hashKeys = List.of();
    private @Nullable Long readUnits;
    private @Nullable Long writeUnits;
    private @Nullable Long maximumReadUnits;
    private @Nullable Long maximumWriteUnits;
    private @Nullable Long warmReadUnits;
    private @Nullable Long warmWriteUnits;

    GlobalSecondaryIndex(ModelDefinition<T> model, @Nullable String source, String name, IndexProjection projection) {
        super(model, source, name, projection);
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
        addKeys(declaredHashKeys, Arrays.asList(columns));
        return this;
    }

    /**
     * Adds columns to the hash key that may be declared elsewhere, such as by the models of a shared base.
     *
     * @param columns names of one column, or up to four
     * @return this index
     * @throws IllegalStateException if the model is in use already
     */
    public GlobalSecondaryIndex<T> hashKey(String... columns) {
        addKeys(declaredHashKeys, columns);
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
     * Adds columns to the range key that may be declared elsewhere, such as by the models of a shared base.
     *
     * @param columns names of one column, or up to four
     * @return this index
     * @throws IllegalStateException if the model is in use already
     */
    public GlobalSecondaryIndex<T> rangeKey(String... columns) {
        addRangeKeys(columns);
        return this;
    }

    /**
     * Provisions throughput for the index.
     *
     * @param read read capacity units, at least 1; null leaves them unset: what the table has, and 1 when it is created
     * @param write write capacity units; null likewise
     * @return this index
     * @throws IllegalStateException if the model is in use already
     */
    public GlobalSecondaryIndex<T> units(@Nullable Long read, @Nullable Long write) {
        model().requireOpen();
        this.readUnits = read;
        this.writeUnits = write;
        return this;
    }

    /**
     * Sets the most throughput that the index may take, and cost, where its table is billed on demand.
     *
     * @param read the most read request units for each second, at least 1; null leaves them unset
     * @param write the most write request units for each second; null likewise
     * @return this index
     * @throws IllegalStateException if the model is in use already
     */
    public GlobalSecondaryIndex<T> onDemandMaximum(@Nullable Long read, @Nullable Long write) {
        model().requireOpen();
        this.maximumReadUnits = read;
        this.maximumWriteUnits = write;
        return this;
    }

    /**
     * Sets the throughput that the index has to be ready for at once.
     *
     * @param read read units for each second, at least 1; null leaves them unset
     * @param write write units for each second; null likewise
     * @return this index
     * @throws IllegalStateException if the model is in use already
     */
    public GlobalSecondaryIndex<T> warmThroughput(@Nullable Long read, @Nullable Long write) {
        model().requireOpen();
        this.warmReadUnits = read;
        this.warmWriteUnits = write;
        return this;
    }

    @Override
    public GlobalSecondaryIndex<T> storedAs(String storedName) {
        super.storedAs(storedName);
        return this;
    }

    @Override
    public List<KeyColumn<T, ?>> hashKeys() {
        model().requireClosed();
        return hashKeys;
    }

    @Override
    List<@Nullable ColumnReference> declaredHashKeys() {
        return declaredHashKeys;
    }

    @Override
    List<KeyColumn<T, ?>> ownKeys() {
        List<KeyColumn<T, ?>> keys = new ArrayList<>(hashKeys);
        keys.addAll(super.ownKeys());
        return keys;
    }

    @Override
    void resolve(List<KeyColumn<T, ?>> hash, List<KeyColumn<T, ?>> range, List<Column<T, ?>> projected) {
        super.resolve(hash, range, projected);
        hashKeys = List.copyOf(hash);
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

    /**
     * Returns the most read request units on demand.
     *
     * @return the units for each second, or null
     */
    public @Nullable Long maximumReadUnits() {
        return maximumReadUnits;
    }

    /**
     * Returns the most write request units on demand.
     *
     * @return the units for each second, or null
     */
    public @Nullable Long maximumWriteUnits() {
        return maximumWriteUnits;
    }

    /**
     * Returns the read units that the index has to be ready for.
     *
     * @return the units for each second, or null
     */
    public @Nullable Long warmReadUnits() {
        return warmReadUnits;
    }

    /**
     * Returns the write units that the index has to be ready for.
     *
     * @return the units for each second, or null
     */
    public @Nullable Long warmWriteUnits() {
        return warmWriteUnits;
    }

    @Override
    String kind() {
        return "GSI";
    }
}
