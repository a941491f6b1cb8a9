package io.bloop.settings;

import io.bloop.InvalidArgument;
import io.bloop.expression.NumberPath;
import io.bloop.settings.internal.Setting;
import io.bloop.settings.internal.SettingValues;
import io.bloop.settings.internal.Settings;
import io.bloop.settings.internal.Tags;
import io.bloop.settings.internal.ThroughputSetting;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The settings that a model wants of its table. Unset settings are left as the table has them.
 *
 * <p>Immutable and thread-safe: each method returns changed settings.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html">CreateTable</a>
 * @since 0.1.0
 */
public final class TableSettings {

    /** Settings without any value. */
    public static final TableSettings UNSET = new TableSettings(null, null, SettingValues.NONE);

    private final @Nullable String name;
    private final @Nullable TimeToLiveColumn timeToLive;
    private final SettingValues values;

    private TableSettings(@Nullable String name, @Nullable TimeToLiveColumn timeToLive, SettingValues values) {
        this.name = name;
        this.timeToLive = timeToLive;
        this.values = values;
    }

    /**
     * The column after whose time items expire, as a definition names it.
     *
     * @param name the column's name
     * @param column the column, or null where it is given by its name alone
     */
    private record TimeToLiveColumn(String name, @Nullable NumberPath<?, ?> column) {}

    private <V extends Serializable> TableSettings with(Setting<V> setting, @Nullable V value) {
        return new TableSettings(name, timeToLive, values.with(setting, value));
    }

    private TableSettings with(ThroughputSetting setting, @Nullable Long read, @Nullable Long write) {
        Units units = new Units(read, write);
        return with(setting, units.isUnset() ? null : units);
    }

    private @Nullable Long read(ThroughputSetting setting) {
        Units units = values.get(setting);
        return units == null ? null : units.read();
    }

    private @Nullable Long write(ThroughputSetting setting) {
        Units units = values.get(setting);
        return units == null ? null : units.write();
    }

    /**
     * Returns the values of the settings, without the table's name and the time to live.
     *
     * <p>For the engine.
     *
     * @return the values
     */
    public SettingValues values() {
        return values;
    }

    /**
     * Names the table; an engine may make another name of it.
     *
     * @param name the name; the model's name unless it is set
     * @return changed settings
     */
    public TableSettings named(String name) {
        return new TableSettings(name, timeToLive, values);
    }

    /**
     * Sets the billing mode.
     *
     * @param billing the mode; unset means what the table has, and provisioned when it is created
     * @return changed settings
     */
    public TableSettings billing(Billing billing) {
        return with(Settings.BILLING, billing);
    }

    /**
     * Provisions throughput.
     *
     * @param read read capacity units; null leaves them unset: what the table has, and 1 when it is created
     * @param write write capacity units; null likewise
     * @return changed settings
     */
    public TableSettings units(@Nullable Long read, @Nullable Long write) {
        return with(Settings.UNITS, read, write);
    }

    /**
     * Switches the stream on.
     *
     * @param stream what the stream tells of each change
     * @return changed settings
     */
    public TableSettings stream(StreamView stream) {
        return with(Settings.STREAM, stream);
    }

    /**
     * Names the column after whose time items expire.
     *
     * @param ttl a column in epoch seconds, of the type {@link io.bloop.type.Types#TIMESTAMP} or another number
     * @return changed settings
     */
    public TableSettings ttl(NumberPath<?, ?> ttl) {
        InvalidArgument.required(ttl, "ttl() of a table", "ttl", "a column that is declared above");
        return new TableSettings(name, new TimeToLiveColumn(ttl.name(), ttl), values);
    }

    /**
     * Names the column after whose time items expire, which may be declared elsewhere.
     *
     * @param column the name of a column in epoch seconds
     * @return changed settings
     */
    public TableSettings ttl(String column) {
        return new TableSettings(name, new TimeToLiveColumn(column, null), values);
    }

    /**
     * Asks for point-in-time recovery.
     *
     * @param backups whether it has to be on
     * @return changed settings
     */
    public TableSettings backups(boolean backups) {
        return with(Settings.BACKUPS, backups);
    }

    /**
     * Asks for encryption with a key of the AWS account rather than the one DynamoDB owns.
     *
     * @param encryption whether it has to be on; off takes a key away that was named before
     * @return changed settings
     */
    public TableSettings encryption(boolean encryption) {
        TableSettings changed = with(Settings.ENCRYPTION, encryption);
        return encryption ? changed : changed.with(Settings.ENCRYPTION_KEY, null);
    }

    /**
     * Asks for encryption with one key of AWS KMS.
     *
     * @param key the key's identifier, ARN or alias; an alias is not compared with what an existing table has
     * @return changed settings, encryption among them
     */
    public TableSettings encryptionKey(String key) {
        return with(Settings.ENCRYPTION_KEY, key).with(Settings.ENCRYPTION, true);
    }

    /**
     * Sets the most throughput that a table on demand may take, and cost.
     *
     * @param read the most read request units for each second, at least 1; null leaves them unset
     * @param write the most write request units for each second; null likewise
     * @return changed settings
     */
    public TableSettings onDemandMaximum(@Nullable Long read, @Nullable Long write) {
        return with(Settings.MAXIMUM, read, write);
    }

    /**
     * Sets the throughput that the table has to be ready for at once; being ready for more is fine.
     *
     * @param read read units for each second, at least 1; null leaves them unset
     * @param write write units for each second; null likewise
     * @return changed settings
     */
    public TableSettings warmThroughput(@Nullable Long read, @Nullable Long write) {
        return with(Settings.WARM, read, write);
    }

    /**
     * Sets the class of the table.
     *
     * @param tableClass the class; unset means what the table has, and standard when it is created
     * @return changed settings
     */
    public TableSettings tableClass(TableClass tableClass) {
        return with(Settings.TABLE_CLASS, tableClass);
    }

    /**
     * Asks for protection of the table against being deleted.
     *
     * @param deletionProtection whether it has to be on
     * @return changed settings
     */
    public TableSettings deletionProtection(boolean deletionProtection) {
        return with(Settings.DELETION_PROTECTION, deletionProtection);
    }

    /**
     * Adds a tag; a table may have other tags too.
     *
     * @param key the tag's key
     * @param value its value
     * @return changed settings
     */
    public TableSettings tag(String key, String value) {
        Map<String, String> tags = new HashMap<>(tags());
        tags.put(key, value);
        return with(Settings.TAGS, new Tags(tags));
    }

    /**
     * Returns the table's name.
     *
     * @return the name, or null where it is the model's
     */
    public @Nullable String name() {
        return name;
    }

    /**
     * Returns the billing mode.
     *
     * @return the mode, or null
     */
    public @Nullable Billing billing() {
        return values.get(Settings.BILLING);
    }

    /**
     * Returns the provisioned read capacity units.
     *
     * @return the units, or null
     */
    public @Nullable Long readUnits() {
        return read(Settings.UNITS);
    }

    /**
     * Returns the provisioned write capacity units.
     *
     * @return the units, or null
     */
    public @Nullable Long writeUnits() {
        return write(Settings.UNITS);
    }

    /**
     * Returns the view of the stream.
     *
     * @return the view, or null
     */
    public @Nullable StreamView stream() {
        return values.get(Settings.STREAM);
    }

    /**
     * Returns the column after whose time items expire.
     *
     * @return the column, or null
     */
    public @Nullable NumberPath<?, ?> ttl() {
        return timeToLive == null ? null : timeToLive.column();
    }

    /**
     * Returns the name of the column after whose time items expire.
     *
     * @return the name, also of a column that was not looked up yet; null where there is none
     */
    public @Nullable String ttlName() {
        return timeToLive == null ? null : timeToLive.name();
    }

    /**
     * Tells whether point-in-time recovery has to be on.
     *
     * @return the wish, or null
     */
    public @Nullable Boolean backups() {
        return values.get(Settings.BACKUPS);
    }

    /**
     * Tells whether encryption with a key of the account has to be on.
     *
     * @return the wish, or null
     */
    public @Nullable Boolean encryption() {
        return values.get(Settings.ENCRYPTION);
    }

    /**
     * Returns the key of AWS KMS that the table is encrypted with.
     *
     * @return its identifier, ARN or alias, or null
     */
    public @Nullable String encryptionKey() {
        return values.get(Settings.ENCRYPTION_KEY);
    }

    /**
     * Returns the most read request units of a table on demand.
     *
     * @return the units for each second, or null
     */
    public @Nullable Long maximumReadUnits() {
        return read(Settings.MAXIMUM);
    }

    /**
     * Returns the most write request units of a table on demand.
     *
     * @return the units for each second, or null
     */
    public @Nullable Long maximumWriteUnits() {
        return write(Settings.MAXIMUM);
    }

    /**
     * Returns the read units that the table has to be ready for.
     *
     * @return the units for each second, or null
     */
    public @Nullable Long warmReadUnits() {
        return read(Settings.WARM);
    }

    /**
     * Returns the write units that the table has to be ready for.
     *
     * @return the units for each second, or null
     */
    public @Nullable Long warmWriteUnits() {
        return write(Settings.WARM);
    }

    /**
     * Returns the class of the table.
     *
     * @return the class, or null
     */
    public @Nullable TableClass tableClass() {
        return values.get(Settings.TABLE_CLASS);
    }

    /**
     * Tells whether the table has to be protected against being deleted.
     *
     * @return the wish, or null
     */
    public @Nullable Boolean deletionProtection() {
        return values.get(Settings.DELETION_PROTECTION);
    }

    /**
     * Returns the tags that the table has to have.
     *
     * @return values by key, sorted; never null
     */
    public Map<String, String> tags() {
        Tags tags = values.get(Settings.TAGS);
        return tags == null ? Map.of() : tags.values();
    }
}
