package io.bloop.settings.internal;

import io.bloop.settings.Units;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexWarmThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.TableWarmThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.WarmThroughput;

/** The throughput that is available at once; more of it is fine. */
final class WarmUnits extends ThroughputSetting {

    private static final long serialVersionUID = 1L;

    WarmUnits() {
        super("warm throughput", "warm ");
    }

    @Override
    public void check(Units wanted, SettingValues all, Consumer<String> problems) {
        if (wanted.isBelowOne()) {
            problems.accept("has warm throughput below 1 (" + wanted + "); the least is 1.");
        }
    }

    @Override
    public void create(@Nullable Units wanted, SettingValues all, CreateTableRequest.Builder request) {
        request.warmThroughput(throughput(wanted));
    }

    @Override
    public void create(@Nullable Units wanted, SettingValues table, GlobalSecondaryIndex.Builder index) {
        index.warmThroughput(throughput(wanted));
    }

    private static @Nullable WarmThroughput throughput(@Nullable Units wanted) {
        return wanted == null
                ? null
                : WarmThroughput.builder()
                        .readUnitsPerSecond(wanted.read())
                        .writeUnitsPerSecond(wanted.write())
                        .build();
    }

    @Override
    public Units actual(DescribedTable table) {
        TableWarmThroughputDescription warm = table.table().warmThroughput();
        return warm == null ? Units.UNSET : new Units(warm.readUnitsPerSecond(), warm.writeUnitsPerSecond());
    }

    @Override
    public Units actual(DescribedTable table, GlobalSecondaryIndexDescription index) {
        GlobalSecondaryIndexWarmThroughputDescription warm = index.warmThroughput();
        return warm == null ? Units.UNSET : new Units(warm.readUnitsPerSecond(), warm.writeUnitsPerSecond());
    }

    /** An emulator that keeps no description cannot be compared. */
    @Override
    public boolean isComparable(Units wanted, @Nullable Units actual, DescribedTable table) {
        return !table.isEmulated() || actual != null && !actual.isUnset();
    }

    @Override
    public boolean isMet(Units wanted, @Nullable Units actual) {
        Units there = actual == null ? Units.UNSET : actual;
        return !isBelow(there.read(), wanted.read()) && !isBelow(there.write(), wanted.write());
    }

    private static boolean isBelow(@Nullable Long found, @Nullable Long wanted) {
        return wanted != null && (found == null || found < wanted);
    }

    @Override
    public String printActual(Units wanted, @Nullable Units actual) {
        return print(wanted, actual == null ? Units.UNSET : actual);
    }

    @Override
    public String action(String owner) {
        return "Raise the warm throughput of " + owner + ", or leave it out of the model.";
    }

    @Override
    public boolean isTaken(boolean onDemand) {
        return true;
    }

    @Override
    public List<TableCall<?, ?>> changes(
            Units wanted, @Nullable Units actual, SettingValues all, DescribedTable table) {
        return List.of(TableCall.update(table, r -> r.warmThroughput(throughput(raised(wanted, actual)))));
    }

    @Override
    public List<TableCall<?, ?>> changes(
            Units wanted, @Nullable Units actual, SettingValues all, DescribedTable table, String index) {
        return List.of(updateIndex(table, index, u -> u.warmThroughput(throughput(raised(wanted, actual)))));
    }

    /** DynamoDB never lowers a side. */
    private static Units raised(Units wanted, @Nullable Units actual) {
        Units there = actual == null ? Units.UNSET : actual;
        return new Units(higher(wanted.read(), there.read()), higher(wanted.write(), there.write()));
    }

    private static @Nullable Long higher(@Nullable Long wanted, @Nullable Long there) {
        return isBelow(there, wanted) ? wanted : there;
    }

    @Override
    public String caution(Units wanted, @Nullable Units actual) {
        return "It costs money once, and cannot be lowered again.";
    }
}
