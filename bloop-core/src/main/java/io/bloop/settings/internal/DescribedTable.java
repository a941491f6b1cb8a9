package io.bloop.settings.internal;

import java.io.Serializable;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/**
 * A table as DynamoDB describes it, with the settings that DescribeTable does not tell.
 *
 * <p>For the engine. Immutable and thread-safe.
 */
public final class DescribedTable {

    private final TableDescription table;
    private final Map<SettingWithRequests<?>, Optional<Serializable>> answers;

    /**
     * Creates the description of a table without the settings that have requests of their own.
     *
     * @param table the description
     */
    public DescribedTable(TableDescription table) {
        this(table, Map.of());
    }

    private DescribedTable(TableDescription table, Map<SettingWithRequests<?>, Optional<Serializable>> answers) {
        this.table = table;
        this.answers = answers;
    }

    /**
     * Adds the value of a setting that has requests of its own.
     *
     * @param <V> the class of the value
     * @param setting the setting
     * @param value the value, or null where the table has none
     * @return a description with the value
     */
    public <V extends Serializable> DescribedTable with(SettingWithRequests<V> setting, @Nullable V value) {
        Map<SettingWithRequests<?>, Optional<Serializable>> more = new HashMap<>(answers);
        more.put(setting, Optional.ofNullable(value));
        return new DescribedTable(table, Collections.unmodifiableMap(more));
    }

    /**
     * Replaces the description of DescribeTable.
     *
     * @param description the description
     * @return a description with the values of the same settings
     */
    public DescribedTable with(TableDescription description) {
        return new DescribedTable(description, answers);
    }

    /**
     * Tells how the table is billed after an update.
     *
     * @param update an update of the billing mode
     * @return a description with the mode and the throughput of the update
     */
    public DescribedTable billed(UpdateTableRequest update) {
        ProvisionedThroughput units = update.provisionedThroughput();
        ProvisionedThroughputDescription described = units == null
                ? null
                : ProvisionedThroughputDescription.builder()
                        .readCapacityUnits(units.readCapacityUnits())
                        .writeCapacityUnits(units.writeCapacityUnits())
                        .build();
        return with(table.copy(t ->
                t.billingModeSummary(b -> b.billingMode(update.billingMode())).provisionedThroughput(described)));
    }

    /**
     * Returns the description of DescribeTable.
     *
     * @return the description
     */
    public TableDescription table() {
        return table;
    }

    /**
     * Tells whether DynamoDB was asked for a setting that has requests of its own, and could tell.
     *
     * @param setting the setting
     * @return true if {@link #answer} tells its value
     */
    public boolean isAnswered(SettingWithRequests<?> setting) {
        return answers.containsKey(setting);
    }

    /**
     * Returns the value of a setting that has requests of its own.
     *
     * @param <V> the class of the value
     * @param setting the setting
     * @return the value, or null
     */
    @SuppressWarnings("unchecked") // a setting has values of its own class alone
    public <V extends Serializable> @Nullable V answer(SettingWithRequests<V> setting) {
        return (V) answers.getOrDefault(setting, Optional.empty()).orElse(null);
    }

    /**
     * Tells whether the table is an emulator's, which does not tell all that it was given.
     *
     * @return true if its ARN names no AWS region
     */
    public boolean isEmulated() {
        return table.tableArn() != null && table.tableArn().contains(":ddblocal:");
    }

    /**
     * Tells whether the table is billed on demand.
     *
     * @return false if its throughput is provisioned
     */
    public boolean isOnDemand() {
        return table.billingModeSummary() != null
                && table.billingModeSummary().billingMode() == BillingMode.PAY_PER_REQUEST;
    }
}
