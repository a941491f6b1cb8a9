package io.bloop.settings.internal;

import io.bloop.settings.Billing;
import io.bloop.settings.Units;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;

/** The provisioned throughput, which is paid for beforehand. */
final class ProvisionedUnits extends ThroughputSetting {

    private static final long serialVersionUID = 1L;

    /** The units of what no model wants units of. */
    private static final Units LEAST = new Units(1L, 1L);

    ProvisionedUnits() {
        super("units", "");
    }

    @Override
    public void check(Units wanted, SettingValues all, Consumer<String> problems) {
        if (wanted.isBelowOne()) {
            problems.accept("has units below 1 (" + wanted + "); the least is 1.");
        }
        if (all.get(Settings.BILLING) == Billing.ON_DEMAND) {
            problems.accept("has units (" + wanted + "), and the table is billed on demand; leave the units out.");
        }
    }

    @Override
    public void create(@Nullable Units wanted, SettingValues all, CreateTableRequest.Builder request) {
        request.provisionedThroughput(throughput(wanted, all));
    }

    @Override
    public void create(@Nullable Units wanted, SettingValues table, GlobalSecondaryIndex.Builder index) {
        index.provisionedThroughput(throughput(wanted, table));
    }

    private static @Nullable ProvisionedThroughput throughput(@Nullable Units wanted, SettingValues table) {
        return table.get(Settings.BILLING) == Billing.ON_DEMAND ? null : throughput(wanted, (Units) null);
    }

    /** Returns the throughput with what is there, and 1, in place of what no model wants. */
    static ProvisionedThroughput throughput(@Nullable Units wanted, @Nullable Units there) {
        Units units = (wanted == null ? Units.UNSET : wanted)
                .or(there == null ? Units.UNSET : there)
                .or(LEAST);
        return ProvisionedThroughput.builder()
                .readCapacityUnits(units.read())
                .writeCapacityUnits(units.write())
                .build();
    }

    @Override
    public @Nullable Units actual(DescribedTable table) {
        return actual(table, table.table().provisionedThroughput());
    }

    @Override
    public @Nullable Units actual(DescribedTable table, GlobalSecondaryIndexDescription index) {
        return actual(table, index.provisionedThroughput());
    }

    private static @Nullable Units actual(
            DescribedTable table, @Nullable ProvisionedThroughputDescription description) {
        if (table.isOnDemand()) {
            return null;
        }
        return description == null
                ? Units.UNSET
                : new Units(description.readCapacityUnits(), description.writeCapacityUnits());
    }

    @Override
    public String printActual(Units wanted, @Nullable Units actual) {
        return actual == null ? "on demand" : print(wanted, actual);
    }

    @Override
    public String action(String owner) {
        return "Change the units of " + owner + ", or leave them out of the model.";
    }

    @Override
    public boolean isTaken(boolean onDemand) {
        return !onDemand;
    }

    @Override
    public List<TableCall<?, ?>> changes(
            Units wanted, @Nullable Units actual, SettingValues all, DescribedTable table) {
        return List.of(
                table.isOnDemand()
                        ? BillingSetting.provisioned(all, table)
                        : TableCall.update(table, r -> r.provisionedThroughput(throughput(wanted, actual))));
    }

    @Override
    public List<TableCall<?, ?>> changes(
            Units wanted, @Nullable Units actual, SettingValues all, DescribedTable table, String index) {
        TableCall<?, ?> change = updateIndex(table, index, u -> u.provisionedThroughput(throughput(wanted, actual)));
        return table.isOnDemand() ? List.of(BillingSetting.provisioned(all, table), change) : List.of(change);
    }
}
