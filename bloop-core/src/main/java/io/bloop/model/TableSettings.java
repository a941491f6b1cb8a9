package io.bloop.model;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Says what a model wants of its table; what is unset is left as the table has it.
 *
 * <p>Immutable and thread-safe: each method returns changed settings.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html">CreateTable</a>
 */
public final class TableSettings {

    static final TableSettings UNSET = new TableSettings(Map.of());

    private final Map<Setting<?>, Object> values;

    private TableSettings(Map<Setting<?>, Object> values) {
        this.values = values;
    }

    /** Tells one setting from another; each constant is a setting of its own. */
    private static final class Setting<V> {}

    private static final Setting<String> NAME = new Setting<>();
    private static final Setting<Billing> BILLING = new Setting<>();
    private static final Setting<Long> READ_UNITS = new Setting<>();
    private static final Setting<Long> WRITE_UNITS = new Setting<>();
    private static final Setting<Long> MOST_READ_UNITS = new Setting<>();
    private static final Setting<Long> MOST_WRITE_UNITS = new Setting<>();
    private static final Setting<Long> WARM_READ_UNITS = new Setting<>();
    private static final Setting<Long> WARM_WRITE_UNITS = new Setting<>();
    private static final Setting<StreamView> STREAM = new Setting<>();
    private static final Setting<ColumnReference> TTL = new Setting<>();
    private static final Setting<Boolean> BACKUPS = new Setting<>();
    private static final Setting<Boolean> ENCRYPTION = new Setting<>();
    private static final Setting<String> ENCRYPTION_KEY = new Setting<>();
    private static final Setting<TableClass> TABLE_CLASS = new Setting<>();
    private static final Setting<Boolean> DELETION_PROTECTION = new Setting<>();
    private static final Setting<Map<String, String>> TAGS = new Setting<>();

    private <V> TableSettings with(Setting<V> setting, @Nullable V value) {
        Map<Setting<?>, Object> changed = new HashMap<>(values);
        if (value == null) {
            changed.remove(setting);
        } else {
            changed.put(setting, value);
        }
        return new TableSettings(Map.copyOf(changed));
    }

    @SuppressWarnings("unchecked") // a setting has values of its own type alone
    private <V> @Nullable V get(Setting<V> setting) {
        return (V) values.get(setting);
    }

    /**
     * Names the table; an engine may make another name of it.
     *
     * @param name the name; the model's name unless it is set
     * @return changed settings
     */
    public TableSettings named(String name) {
        return with(NAME, name);
    }

    /**
     * Sets the billing mode.
     *
     * @param billing the mode; unset means what the table has, and provisioned when it is created
     * @return changed settings
     */
    public TableSettings billing(Billing billing) {
        return with(BILLING, billing);
    }

    /**
     * Provisions throughput.
     *
     * @param read read capacity units; null leaves them unset: what the table has, and 1 when it is created
     * @param write write capacity units; null likewise
     * @return changed settings
     */
    public TableSettings units(@Nullable Long read, @Nullable Long write) {
        return with(READ_UNITS, read).with(WRITE_UNITS, write);
    }

    /**
     * Switches the stream on.
     *
     * @param stream what the stream tells of each change
     * @return changed settings
     */
    public TableSettings stream(StreamView stream) {
        return with(STREAM, stream);
    }

    /**
     * Names the column after whose time items expire.
     *
     * @param ttl a column in epoch seconds, of the type {@link io.bloop.type.Types#TIMESTAMP} or another number
     * @return changed settings
     */
    public TableSettings ttl(NumberColumn<?, ?> ttl) {
        Objects.requireNonNull(ttl, "The column is null, as columns are above their declaration.");
        return with(TTL, ColumnReference.of(ttl));
    }

    /**
     * Names the column after whose time items expire, which may be declared elsewhere.
     *
     * @param column the name of a column in epoch seconds
     * @return changed settings
     */
    public TableSettings ttl(String column) {
        return with(TTL, ColumnReference.of(column));
    }

    /**
     * Asks for point-in-time recovery.
     *
     * @param backups whether it has to be on
     * @return changed settings
     */
    public TableSettings backups(boolean backups) {
        return with(BACKUPS, backups);
    }

    /**
     * Asks for encryption with a key of the AWS account rather than the one DynamoDB owns.
     *
     * @param encryption whether it has to be on; off takes a key away that was named before
     * @return changed settings
     */
    public TableSettings encryption(boolean encryption) {
        TableSettings changed = with(ENCRYPTION, encryption);
        return encryption ? changed : changed.with(ENCRYPTION_KEY, null);
    }

    /**
     * Asks for encryption with one key of AWS KMS.
     *
     * @param key the key's identifier, ARN or alias; an alias is not compared with what an existing table has
     * @return changed settings, encryption among them
     */
    public TableSettings encryptionKey(String key) {
        return with(ENCRYPTION_KEY, key).with(ENCRYPTION, true);
    }

    /**
     * Sets the most throughput that a table on demand may take, and cost.
     *
     * @param read the most read request units for each second, at least 1; null leaves them unset
     * @param write the most write request units for each second; null likewise
     * @return changed settings
     */
    public TableSettings onDemandMaximum(@Nullable Long read, @Nullable Long write) {
        return with(MOST_READ_UNITS, read).with(MOST_WRITE_UNITS, write);
    }

    /**
     * Sets the throughput that the table has to be ready for at once; being ready for more is fine.
     *
     * @param read read units for each second, at least 1; null leaves them unset
     * @param write write units for each second; null likewise
     * @return changed settings
     */
    public TableSettings warmThroughput(@Nullable Long read, @Nullable Long write) {
        return with(WARM_READ_UNITS, read).with(WARM_WRITE_UNITS, write);
    }

    /**
     * Sets the class of the table.
     *
     * @param tableClass the class; unset means what the table has, and standard when it is created
     * @return changed settings
     */
    public TableSettings tableClass(TableClass tableClass) {
        return with(TABLE_CLASS, tableClass);
    }

    /**
     * Asks for protection of the table against being deleted.
     *
     * @param deletionProtection whether it has to be on
     * @return changed settings
     */
    public TableSettings deletionProtection(boolean deletionProtection) {
        return with(DELETION_PROTECTION, deletionProtection);
    }

    /**
     * Adds a tag; a table may have others beside.
     *
     * @param key the tag's key
     * @param value its value
     * @return changed settings
     */
    public TableSettings tag(String key, String value) {
        Map<String, String> tags = new TreeMap<>(tags());
        tags.put(key, value);
        return with(TAGS, Collections.unmodifiableMap(tags));
    }

    /**
     * Returns the table's name.
     *
     * @return the name, or null where it is the model's
     */
    public @Nullable String name() {
        return get(NAME);
    }

    /**
     * Returns the billing mode.
     *
     * @return the mode, or null
     */
    public @Nullable Billing billing() {
        return get(BILLING);
    }

    /**
     * Returns the provisioned read capacity units.
     *
     * @return the units, or null
     */
    public @Nullable Long readUnits() {
        return get(READ_UNITS);
    }

    /**
     * Returns the provisioned write capacity units.
     *
     * @return the units, or null
     */
    public @Nullable Long writeUnits() {
        return get(WRITE_UNITS);
    }

    /**
     * Returns what the stream tells.
     *
     * @return the view, or null
     */
    public @Nullable StreamView stream() {
        return get(STREAM);
    }

    /**
     * Returns the column after whose time items expire.
     *
     * @return the column, or null
     */
    public @Nullable NumberColumn<?, ?> ttl() {
        ColumnReference ttl = get(TTL);
        return ttl == null ? null : (NumberColumn<?, ?>) ttl.column();
    }

    /**
     * Tells whether point-in-time recovery has to be on.
     *
     * @return the wish, or null
     */
    public @Nullable Boolean backups() {
        return get(BACKUPS);
    }

    /**
     * Tells whether encryption with a key of the account has to be on.
     *
     * @return the wish, or null
     */
    public @Nullable Boolean encryption() {
        return get(ENCRYPTION);
    }

    /** Returns the column after whose time items expire as it was given; null where there is none. */
    @Nullable
    ColumnReference ttlMention() {
        return get(TTL);
    }

    /** Returns these settings with the column that was meant. */
    TableSettings withTtl(NumberColumn<?, ?> column) {
        return with(TTL, ColumnReference.of(column));
    }

    /**
     * Returns the key of AWS KMS that the table is encrypted with.
     *
     * @return its identifier, ARN or alias, or null
     */
    public @Nullable String encryptionKey() {
        return get(ENCRYPTION_KEY);
    }

    /**
     * Returns the most read request units of a table on demand.
     *
     * @return the units for each second, or null
     */
    public @Nullable Long maximumReadUnits() {
        return get(MOST_READ_UNITS);
    }

    /**
     * Returns the most write request units of a table on demand.
     *
     * @return the units for each second, or null
     */
    public @Nullable Long maximumWriteUnits() {
        return get(MOST_WRITE_UNITS);
    }

    /**
     * Returns the read units that the table has to be ready for.
     *
     * @return the units for each second, or null
     */
    public @Nullable Long warmReadUnits() {
        return get(WARM_READ_UNITS);
    }

    /**
     * Returns the write units that the table has to be ready for.
     *
     * @return the units for each second, or null
     */
    public @Nullable Long warmWriteUnits() {
        return get(WARM_WRITE_UNITS);
    }

    /**
     * Returns the class of the table.
     *
     * @return the class, or null
     */
    public @Nullable TableClass tableClass() {
        return get(TABLE_CLASS);
    }

    /**
     * Tells whether the table has to be protected against being deleted.
     *
     * @return the wish, or null
     */
    public @Nullable Boolean deletionProtection() {
        return get(DELETION_PROTECTION);
    }

    /**
     * Returns the tags that the table has to have.
     *
     * @return values by key, sorted; never null
     */
    public Map<String, String> tags() {
        Map<String, String> tags = get(TAGS);
        return tags == null ? Map.of() : tags;
    }
}
