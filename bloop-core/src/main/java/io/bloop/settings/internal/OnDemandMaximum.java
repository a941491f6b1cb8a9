package io.bloop.settings.internal;

import io.bloop.settings.Billing;
import io.bloop.settings.Units;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;

/** The most throughput that is taken, and paid for, on demand. */
final class OnDemandMaximum extends ThroughputSetting {

    private static final long serialVersionUID = 1L;

    OnDemandMaximum() {
        super("maximum", "maximum ");
    }

    @Override
    public void check(Units wanted, SettingValues all, Consumer<String> problems) {
        if (wanted.isBelowOne()) {
            problems.accept("has a maximum on demand below 1 (" + wanted + "); the least is 1.");
        }
        if (all.get(Settings.BILLING) != Billing.ON_DEMAND) {
            problems.accept("has a maximum on demand (" + wanted
                    + "), and the table is not billed on demand; bill it so, or leave the maximum out.");
        }
    }

    @Override
    public void create(@Nullable Units wanted, SettingValues all, CreateTableRequest.Builder request) {
        request.onDemandThroughput(throughput(wanted));
    }

    @Override
    public void create(@Nullable Units wanted, SettingValues table, GlobalSecondaryIndex.Builder index) {
        index.onDemandThroughput(throughput(wanted));
    }

    private static @Nullable OnDemandThroughput throughput(@Nullable Units wanted) {
        return wanted == null
                ? null
                : OnDemandThroughput.builder()
                        .maxReadRequestUnits(wanted.read())
                        .maxWriteRequestUnits(wanted.write())
                        .build();
    }

    @Override
    public @Nullable Units actual(DescribedTable table) {
        return actual(table, table.table().onDemandThroughput());
    }

    @Override
    public @Nullable Units actual(DescribedTable table, GlobalSecondaryIndexDescription index) {
        return actual(table, index.onDemandThroughput());
    }

    private static @Nullable Units actual(DescribedTable table, @Nullable OnDemandThroughput throughput) {
        if (!table.isOnDemand()) {
            return null;
        }
        return throughput == null
                ? Units.UNSET
                : new Units(limit(throughput.maxReadRequestUnits()), limit(throughput.maxWriteRequestUnits()));
    }

    /** DynamoDB tells -1 where a maximum was taken away. */
    private static @Nullable Long limit(@Nullable Long units) {
        return units == null || units < 0 ? null : units;
    }

    @Override
    public String printActual(Units wanted, @Nullable Units actual) {
        return actual == null ? "provisioned" : print(wanted, actual);
    }

    @Override
    public String action(String owner) {
        return "Change the maximum on demand of " + owner + ", or leave it out of the model.";
    }

    @Override
    public boolean isTaken(boolean onDemand) {
        return onDemand;
    }

    @Override
    public List<TableCall<?, ?>> changes(
            Units wanted, @Nullable Units actual, SettingValues all, DescribedTable table) {
        return onDemand(table, TableCall.update(table, r -> r.onDemandThroughput(throughput(merged(wanted, actual)))));
    }

    @Override
    public List<TableCall<?, ?>> changes(
            Units wanted, @Nullable Units actual, SettingValues all, DescribedTable table, String index) {
        return onDemand(
                table, updateIndex(table, index, u -> u.onDemandThroughput(throughput(merged(wanted, actual)))));
    }

    private static List<TableCall<?, ?>> onDemand(DescribedTable table, TableCall<?, ?> change) {
        return table.isOnDemand() ? List.of(change) : List.of(BillingSetting.onDemand(table), change);
    }

    private static Units merged(Units wanted, @Nullable Units actual) {
        return actual == null ? wanted : wanted.or(actual);
    }
}
