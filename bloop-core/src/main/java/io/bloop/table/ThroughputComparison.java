package io.bloop.table;

import io.bloop.bound.Units;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexWarmThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableWarmThroughputDescription;

/** Compares the throughput of a table and its global indexes with what models want of it. */
final class ThroughputComparison {

    private final TableDescription table;
    private final DifferenceCollector findings;

    ThroughputComparison(TableDescription table, DifferenceCollector findings) {
        this.table = table;
        this.findings = findings;
    }

    static boolean isOnDemand(TableDescription table) {
        return table.billingModeSummary() != null
                && table.billingModeSummary().billingMode() == BillingMode.PAY_PER_REQUEST;
    }

    void table(Throughput wanted) {
        TableWarmThroughputDescription warm = table.warmThroughput();
        provisioned("", "the table", wanted.provisioned(), table.provisionedThroughput());
        maximum("", "the table", wanted.maximum(), table.onDemandThroughput());
        warm(
                "",
                "the table",
                wanted.warm(),
                new Units(told(warm, w -> w.readUnitsPerSecond()), told(warm, w -> w.writeUnitsPerSecond())));
    }

    void index(String subject, Throughput wanted, GlobalSecondaryIndexDescription index) {
        GlobalSecondaryIndexWarmThroughputDescription warm = index.warmThroughput();
        provisioned(subject + " ", "the index", wanted.provisioned(), index.provisionedThroughput());
        maximum(subject + " ", "the index", wanted.maximum(), index.onDemandThroughput());
        warm(
                subject + " ",
                "the index",
                wanted.warm(),
                new Units(told(warm, w -> w.readUnitsPerSecond()), told(warm, w -> w.writeUnitsPerSecond())));
    }

    private static <D> @Nullable Long told(@Nullable D description, Function<D, @Nullable Long> units) {
        return description == null ? null : units.apply(description);
    }

    private void add(String subject, String expected, String found, String action) {
        findings.differs(subject, expected, found, action);
    }

    private void provisioned(
            String of, String what, Units wanted, @Nullable ProvisionedThroughputDescription description) {
        if (wanted.isUnset()) {
            return;
        }
        findings.compared(of + "units");
        Units found = new Units(
                told(description, d -> d.readCapacityUnits()), told(description, d -> d.writeCapacityUnits()));
        if (isOnDemand(table) || differ(wanted, found)) {
            add(
                    of + "units",
                    Printing.units(wanted, wanted),
                    isOnDemand(table) ? "on demand" : Printing.units(wanted, found),
                    "Change the units of " + what + ", or leave them out of the model.");
        }
    }

    private void maximum(String of, String what, Units wanted, @Nullable OnDemandThroughput description) {
        if (wanted.isUnset()) {
            return;
        }
        findings.compared(of + "maximum");
        Units found = new Units(
                limit(told(description, d -> d.maxReadRequestUnits())),
                limit(told(description, d -> d.maxWriteRequestUnits())));
        if (!isOnDemand(table) || differ(wanted, found)) {
            add(
                    of + "maximum",
                    Printing.units(wanted, wanted),
                    isOnDemand(table) ? Printing.units(wanted, found) : "provisioned",
                    "Change the maximum on demand of " + what + ", or leave it out of the model.");
        }
    }

    /** DynamoDB tells -1 where a maximum was taken away. */
    private static @Nullable Long limit(@Nullable Long units) {
        return units == null || units < 0 ? null : units;
    }

    private void warm(String of, String what, Units wanted, Units found) {
        // an emulator that keeps no description cannot be compared
        if (wanted.isUnset() || found.isUnset() && TableComparison.isEmulated(table)) {
            return;
        }
        findings.compared(of + "warm throughput");
        if (isBelow(found.read(), wanted.read()) || isBelow(found.write(), wanted.write())) {
            add(
                    of + "warm throughput",
                    Printing.units(wanted, wanted),
                    Printing.units(wanted, found),
                    "Raise the warm throughput of " + what + ", or leave it out of the model.");
        }
    }

    private static boolean differ(Units wanted, Units found) {
        return wanted.read() != null && !Objects.equals(wanted.read(), found.read())
                || wanted.write() != null && !Objects.equals(wanted.write(), found.write());
    }

    private static boolean isBelow(@Nullable Long found, @Nullable Long wanted) {
        return wanted != null && (found == null || found < wanted);
    }
}
