package io.bloop.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says what a model wants of its table; what is unset is left as the table has it.
 *
 * <p>Immutable and thread-safe: each method returns changed settings.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html">CreateTable</a>
 */
public final class TableSettings {

    static final TableSettings UNSET = new TableSettings(null, null, null, null, null, null, null, null);

    private final @Nullable String name;
    private final @Nullable Billing billing;
    private final @Nullable Long readUnits;
    private final @Nullable Long writeUnits;
    private final @Nullable StreamView stream;
    private final @Nullable NumberColumn<?, ?> ttl;
    private final @Nullable Boolean backups;
    private final @Nullable Boolean encryption;

    private TableSettings(
            @Nullable String name,
            @Nullable Billing billing,
            @Nullable Long readUnits,
            @Nullable Long writeUnits,
            @Nullable StreamView stream,
            @Nullable NumberColumn<?, ?> ttl,
            @Nullable Boolean backups,
            @Nullable Boolean encryption) {
        this.name = name;
        this.billing = billing;
        this.readUnits = readUnits;
        this.writeUnits = writeUnits;
        this.stream = stream;
        this.ttl = ttl;
        this.backups = backups;
        this.encryption = encryption;
    }

    /**
     * Names the table; an engine may make another name of it.
     *
     * @param name the name; the model's name unless it is set
     * @return changed settings
     */
    public TableSettings named(String name) {
        return new TableSettings(name, billing, readUnits, writeUnits, stream, ttl, backups, encryption);
    }

    /**
     * Sets the billing mode.
     *
     * @param billing the mode; unset means what the table has, and provisioned when it is created
     * @return changed settings
     */
    public TableSettings billing(Billing billing) {
        return new TableSettings(name, billing, readUnits, writeUnits, stream, ttl, backups, encryption);
    }

    /**
     * Provisions throughput.
     *
     * @param read read capacity units; null leaves them unset: what the table has, and 1 when it is created
     * @param write write capacity units; null likewise
     * @return changed settings
     */
    public TableSettings units(@Nullable Long read, @Nullable Long write) {
        return new TableSettings(name, billing, read, write, stream, ttl, backups, encryption);
    }

    /**
     * Switches the stream on.
     *
     * @param stream what the stream tells of each change
     * @return changed settings
     */
    public TableSettings stream(StreamView stream) {
        return new TableSettings(name, billing, readUnits, writeUnits, stream, ttl, backups, encryption);
    }

    /**
     * Names the column after whose time items expire.
     *
     * @param ttl a column in epoch seconds, of the type {@link io.bloop.type.Types#TIMESTAMP} or another number
     * @return changed settings
     */
    public TableSettings ttl(NumberColumn<?, ?> ttl) {
        Objects.requireNonNull(ttl, "The column is null, as columns are above their declaration.");
        return new TableSettings(name, billing, readUnits, writeUnits, stream, ttl, backups, encryption);
    }

    /**
     * Asks for point-in-time recovery.
     *
     * @param backups whether it has to be on
     * @return changed settings
     */
    public TableSettings backups(boolean backups) {
        return new TableSettings(name, billing, readUnits, writeUnits, stream, ttl, backups, encryption);
    }

    /**
     * Asks for encryption with a key of the AWS account rather than the one DynamoDB owns.
     *
     * @param encryption whether it has to be on
     * @return changed settings
     */
    public TableSettings encryption(boolean encryption) {
        return new TableSettings(name, billing, readUnits, writeUnits, stream, ttl, backups, encryption);
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
        return billing;
    }

    /**
     * Returns the provisioned read capacity units.
     *
     * @return the units, or null
     */
    public @Nullable Long readUnits() {
        return readUnits;
    }

    /**
     * Returns the provisioned write capacity units.
     *
     * @return the units, or null
     */
    public @Nullable Long writeUnits() {
        return writeUnits;
    }

    /**
     * Returns what the stream tells.
     *
     * @return the view, or null
     */
    public @Nullable StreamView stream() {
        return stream;
    }

    /**
     * Returns the column after whose time items expire.
     *
     * @return the column, or null
     */
    public @Nullable NumberColumn<?, ?> ttl() {
        return ttl;
    }

    /**
     * Tells whether point-in-time recovery has to be on.
     *
     * @return the wish, or null
     */
    public @Nullable Boolean backups() {
        return backups;
    }

    /**
     * Tells whether encryption with a key of the account has to be on.
     *
     * @return the wish, or null
     */
    public @Nullable Boolean encryption() {
        return encryption;
    }
}
