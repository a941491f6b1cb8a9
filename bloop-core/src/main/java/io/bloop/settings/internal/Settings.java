package io.bloop.settings.internal;

import io.bloop.settings.Billing;
import io.bloop.settings.StreamView;
import io.bloop.settings.TableClass;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of tables.
 *
 * <p>For the engine. A new setting is a class of its own and a constant here. Thread-safe.
 */
public final class Settings {

    /** The billing mode. */
    public static final Setting<Billing> BILLING = new BillingSetting();

    /** The provisioned throughput. */
    public static final ThroughputSetting UNITS = new ProvisionedUnits();

    /** The most throughput on demand. */
    public static final ThroughputSetting MAXIMUM = new OnDemandMaximum();

    /** The throughput that is available at once. */
    public static final ThroughputSetting WARM = new WarmUnits();

    /** The view of the stream. */
    public static final Setting<StreamView> STREAM = new StreamSetting();

    /** Encryption with a key of the account. */
    public static final Setting<Boolean> ENCRYPTION = new EncryptionSetting();

    /** The key of the encryption. */
    public static final Setting<String> ENCRYPTION_KEY = new EncryptionKeySetting();

    /** The class of the table. */
    public static final Setting<TableClass> TABLE_CLASS = new TableClassSetting();

    /** Protection against deletion. */
    public static final Setting<Boolean> DELETION_PROTECTION = new DeletionProtection();

    /** The attribute after whose time items expire. */
    public static final SettingWithRequests<String> TIME_TO_LIVE = new TimeToLive();

    /** Point-in-time recovery. */
    public static final SettingWithRequests<Boolean> BACKUPS = new Backups();

    /** The tags. */
    public static final SettingWithRequests<Tags> TAGS = new TagsSetting();

    private static final List<Setting<?>> ALL = List.of(
            BILLING,
            UNITS,
            MAXIMUM,
            WARM,
            STREAM,
            ENCRYPTION,
            ENCRYPTION_KEY,
            TABLE_CLASS,
            DELETION_PROTECTION,
            TIME_TO_LIVE,
            BACKUPS,
            TAGS);

    private static final List<SettingWithRequests<?>> WITH_REQUESTS = withRequests(ALL);

    private Settings() {}

    private static List<SettingWithRequests<?>> withRequests(List<Setting<?>> all) {
        List<SettingWithRequests<?>> found = new ArrayList<>();
        for (Setting<?> setting : all) {
            if (setting instanceof SettingWithRequests<?> own) {
                found.add(own);
            }
        }
        return List.copyOf(found);
    }

    /**
     * Returns all settings.
     *
     * @return the settings in the order in which reports show them
     */
    public static List<Setting<?>> all() {
        return ALL;
    }

    /**
     * Returns the settings that global indexes have too.
     *
     * @return the settings in the order in which reports show them
     */
    public static List<ThroughputSetting> ofIndexes() {
        return List.of(UNITS, MAXIMUM, WARM);
    }

    /**
     * Returns the settings that have requests of their own.
     *
     * @return the settings in the order in which reports show them
     */
    public static List<SettingWithRequests<?>> withRequests() {
        return WITH_REQUESTS;
    }

    public static Setting<?> named(String name) {
        return ALL.stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static String printEnabled(@Nullable Boolean enabled) {
        return Boolean.TRUE.equals(enabled) ? "enabled" : "disabled";
    }
}
