package io.bloop.settings.internal;

import io.bloop.settings.Billing;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

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
}
