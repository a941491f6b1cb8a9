package io.bloop.settings.internal;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A setting that DescribeTable does not tell, and that a table gets by a request of its own.
 *
 * <p>For the engine. Immutable and thread-safe.
 *
 * @param <V> the class of its values
 */
public abstract class SettingWithRequests<V extends Serializable> extends Setting<V> {

    private static final long serialVersionUID = 1L;

    SettingWithRequests(String name) {
        super(name);
    }

    /**
     * Returns the request that asks for the setting of a table.
     *
     * @param table the table's name
     * @param arn the table's ARN
     * @return the request
     */
    public abstract TableQuestion<?, V> question(String table, String arn);

    /**
     * Returns the request that gives a table the setting.
     *
     * @param value the value
     * @param table the table's name
     * @param arn the table's ARN
     * @return the request
     */
    public abstract TableCall<?, ?> change(V value, String table, String arn);

    /**
     * Tells whether CreateTable takes the setting.
     *
     * @return false if a new table always lacks it
     */
    public boolean isCreated() {
        return false;
    }

    /**
     * Returns the name of the setting at the beginning of a sentence.
     *
     * @return the name, such as {@code Backups}
     */
    public String title() {
        return Character.toUpperCase(name().charAt(0)) + name().substring(1);
    }

    /**
     * Says that the setting is lacking.
     *
     * @return the end of a sentence about a table, such as {@code its backups are not enabled yet}
     */
    public abstract String pending();

    /**
     * Tells whether a refusal of the change passes by itself, such as on a table that is too new.
     *
     * @param code the error code
     * @return what the change waits for, as the end of a sentence about a table; empty where waiting does not help
     */
    public Optional<String> waitsFor(String code) {
        return Optional.empty();
    }

    /**
     * Tells whether a refusal of the change says that another change is in progress, or has come first.
     *
     * @param code the error code
     * @param message the message of the service
     * @return true if the table has to be described again
     */
    public boolean isConcurrent(String code, String message) {
        return isBusy(code);
    }

    @Override
    public List<TableCall<?, ?>> changes(V wanted, @Nullable V actual, SettingValues all, DescribedTable table) {
        return List.of(change(wanted, table.table().tableName(), table.table().tableArn()));
    }

    @Override
    public final @Nullable V actual(DescribedTable table) {
        return table.answer(this);
    }

    @Override
    public boolean isComparable(V wanted, @Nullable V actual, DescribedTable table) {
        return table.isAnswered(this);
    }
}
