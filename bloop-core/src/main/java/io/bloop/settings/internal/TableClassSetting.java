package io.bloop.settings.internal;

import io.bloop.settings.TableClass;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.TableClassSummary;

/** The class of the table; standard where DynamoDB tells none. */
final class TableClassSetting extends Setting<TableClass> {

    private static final long serialVersionUID = 1L;

    TableClassSetting() {
        super("table class");
    }

    @Override
    String plural() {
        return "table classes";
    }

    @Override
    public void create(@Nullable TableClass wanted, SettingValues all, CreateTableRequest.Builder request) {
        if (wanted != null) {
            request.tableClass(print(wanted));
        }
    }

    /** An emulator that keeps no description cannot be compared. */
    @Override
    public boolean isComparable(TableClass wanted, @Nullable TableClass actual, DescribedTable table) {
        return !table.isEmulated() || table.table().tableClassSummary() != null;
    }

    @Override
    public TableClass actual(DescribedTable table) {
        TableClassSummary found = table.table().tableClassSummary();
        return found != null && print(TableClass.INFREQUENT_ACCESS).equals(found.tableClassAsString())
                ? TableClass.INFREQUENT_ACCESS
                : TableClass.STANDARD;
    }

    @Override
    public String printExpected(TableClass wanted, @Nullable TableClass actual) {
        return print(wanted);
    }

    @Override
    public String printActual(TableClass wanted, @Nullable TableClass actual) {
        return print(actual == null ? TableClass.STANDARD : actual);
    }

    private static String print(TableClass tableClass) {
        return switch (tableClass) {
            case STANDARD -> "STANDARD";
            case INFREQUENT_ACCESS -> "STANDARD_INFREQUENT_ACCESS";
        };
    }

    @Override
    public String action(String owner) {
        return "Change the table's class, or the model's setting.";
    }

    @Override
    public List<TableCall<?, ?>> changes(
            TableClass wanted, @Nullable TableClass actual, SettingValues all, DescribedTable table) {
        return List.of(TableCall.update(table, r -> r.tableClass(print(wanted))));
    }

    @Override
    public String caution(TableClass wanted, @Nullable TableClass actual) {
        return "It changes what the table costs, and DynamoDB allows two changes in 30 days.";
    }
}
