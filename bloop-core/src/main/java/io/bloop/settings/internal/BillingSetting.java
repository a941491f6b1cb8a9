package io.bloop.settings.internal;

import io.bloop.settings.Billing;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;

/** The billing mode; provisioned when a table is created without one. */
final class BillingSetting extends Setting<Billing> {

    private static final long serialVersionUID = 1L;

    BillingSetting() {
        super("billing");
    }

    @Override
    String plural() {
        return "billing modes";
    }

    @Override
    public void create(@Nullable Billing wanted, SettingValues all, CreateTableRequest.Builder request) {
        request.billingMode(wanted == Billing.ON_DEMAND ? BillingMode.PAY_PER_REQUEST : BillingMode.PROVISIONED);
    }

    @Override
    public Billing actual(DescribedTable table) {
        return table.isOnDemand() ? Billing.ON_DEMAND : Billing.PROVISIONED;
    }

    @Override
    public String printExpected(Billing wanted, @Nullable Billing actual) {
        return print(wanted);
    }

    @Override
    public String printActual(Billing wanted, @Nullable Billing actual) {
        return print(actual == null ? Billing.PROVISIONED : actual);
    }

    private static String print(Billing billing) {
        return billing == Billing.ON_DEMAND ? "on demand" : "provisioned";
    }

    @Override
    public String action(String owner) {
        return "Change the table's billing mode, or the model's setting.";
    }

    @Override
    public List<TableCall<?, ?>> changes(
            Billing wanted, @Nullable Billing actual, SettingValues all, DescribedTable table) {
        return List.of(wanted == Billing.ON_DEMAND ? onDemand(table) : provisioned(all, table));
    }

    /** Returns the request that bills a table on demand. */
    static TableCall<?, ?> onDemand(DescribedTable table) {
        return TableCall.update(table, r -> r.billingMode(BillingMode.PAY_PER_REQUEST));
    }

    /** Returns the request that bills a table as provisioned, which has to provision throughput for its indexes too. */
    static TableCall<?, ?> provisioned(SettingValues all, DescribedTable table) {
        ProvisionedThroughput throughput = ProvisionedUnits.throughput(all.get(Settings.UNITS), null);
        List<GlobalSecondaryIndexUpdate> indexes = table.table().globalSecondaryIndexes().stream()
                .map(index -> GlobalSecondaryIndexUpdate.builder()
                        .update(u -> u.indexName(index.indexName()).provisionedThroughput(throughput))
                        .build())
                .toList();
        return TableCall.update(
                table,
                r -> r.billingMode(BillingMode.PROVISIONED)
                        .provisionedThroughput(throughput)
                        .globalSecondaryIndexUpdates(indexes.isEmpty() ? null : indexes));
    }

    @Override
    public String caution(Billing wanted, @Nullable Billing actual) {
        return "It changes what the table costs, and how much it can do.";
    }
}
