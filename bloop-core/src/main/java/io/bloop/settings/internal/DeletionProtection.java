package io.bloop.settings.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** Protection of the table against being deleted. */
final class DeletionProtection extends Setting<Boolean> {

    private static final long serialVersionUID = 1L;

    DeletionProtection() {
        super("deletion protection");
    }

    @Override
    public void create(@Nullable Boolean wanted, SettingValues all, CreateTableRequest.Builder request) {
        if (Boolean.TRUE.equals(wanted)) {
            request.deletionProtectionEnabled(true);
        }
    }

    @Override
    public Boolean actual(DescribedTable table) {
        return Boolean.TRUE.equals(table.table().deletionProtectionEnabled());
    }

    @Override
    public String printExpected(Boolean wanted, @Nullable Boolean actual) {
        return Settings.printEnabled(wanted);
    }

    @Override
    public String printActual(Boolean wanted, @Nullable Boolean actual) {
        return Settings.printEnabled(actual);
    }

    @Override
    public String action(String owner) {
        return "Change the table's deletion protection, or the model's setting.";
    }

    @Override
    public @Nullable Boolean lacking(Boolean wanted, @Nullable Boolean actual) {
        return wanted && !Boolean.TRUE.equals(actual) ? wanted : null;
    }

    @Override
    public List<TableCall<?, ?>> changes(
            Boolean wanted, @Nullable Boolean actual, SettingValues all, DescribedTable table) {
        return List.of(TableCall.update(table, r -> r.deletionProtectionEnabled(wanted)));
    }

    @Override
    public String caution(Boolean wanted, @Nullable Boolean actual) {
        return "It takes protection away.";
    }
}
