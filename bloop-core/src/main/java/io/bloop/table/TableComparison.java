package io.bloop.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Compares a table with its plan; what no model declares is not compared, and more than asked is fine. */
final class TableComparison {

    private final TablePlan plan;
    private final TableDescription actual;
    private final Map<String, String> types = new HashMap<>();
    private final DifferenceCollector findings;
    private final ThroughputComparison throughput;

    private TableComparison(TablePlan plan, TableDescription actual, DifferenceCollector findings) {
        this.plan = plan;
        this.actual = actual;
        this.findings = findings;
        this.throughput = new ThroughputComparison(actual, findings);
        actual.attributeDefinitions()
                .forEach(attribute -> types.put(attribute.attributeName(), attribute.attributeTypeAsString()));
    }

    /** Compares a table with its plan. */
    static TableCheck check(TablePlan plan, TableState state) {
        DifferenceCollector findings = new DifferenceCollector();
        compare(plan, state, findings);
        return findings.check(plan, state.table());
    }

    /** Returns the comparison where there is no table. */
    static TableCheck missing(TablePlan plan) {
        DifferenceCollector findings = new DifferenceCollector();
        findings.compared("table");
        findings.differs(
                "table",
                Printing.keys(plan.keys(), plan.keyAttributes()),
                "missing",
                "Create the table, or let binding create it.");
        return findings.check(plan, null);
    }

    private static void compare(TablePlan plan, TableState state, DifferenceCollector findings) {
        TableDescription actual = state.table();
        TableComparison comparison = new TableComparison(plan, actual, findings);
        comparison.keys("key schema", "the table", plan.keys(), actual.keySchema());
        plan.indexes().forEach(comparison::index);
        SettingsComparison settings = new SettingsComparison(plan, actual, findings);
        settings.billing();
        comparison.throughput.table(plan.throughput());
        settings.stream();
        settings.encryption();
        settings.tableClass();
        settings.deletionProtection();
        FurtherComparison further = new FurtherComparison(plan, state, findings);
        further.timeToLive();
        further.backups();
        further.tags();
    }

    /** Tells whether a table is an emulator's, which does not tell all that it was given; its ARNs name no AWS region. */
    static boolean isEmulated(TableDescription table) {
        return table.tableArn() != null && table.tableArn().contains(":ddblocal:");
    }

    private void add(String subject, String expected, String found, String action) {
        findings.differs(subject, expected, found, action);
    }

    private void keys(String subject, String what, List<KeySchemaElement> wanted, List<KeySchemaElement> found) {
        findings.compared(subject);
        String expected = Printing.keys(wanted, plan.keyAttributes());
        String present = Printing.keys(found, types);
        if (!expected.equals(present)) {
            add(
                    subject,
                    expected,
                    present,
                    "Keys never change: bind another table name, or recreate " + what + " with these keys.");
        }
    }

    /** What the two kinds of index descriptions have in common. */
    private record ActualIndex(
            List<KeySchemaElement> keys,
            software.amazon.awssdk.services.dynamodb.model.Projection projection,
            @Nullable GlobalSecondaryIndexDescription global) {}

    private Optional<ActualIndex> find(IndexPlan index) {
        if (index.global()) {
            return actual.globalSecondaryIndexes().stream()
                    .filter(one -> one.indexName().equals(index.storedName()))
                    .filter(one -> one.indexStatus() != IndexStatus.DELETING)
                    .findFirst()
                    .map(one -> new ActualIndex(one.keySchema(), one.projection(), one));
        }
        return actual.localSecondaryIndexes().stream()
                .filter(one -> one.indexName().equals(index.storedName()))
                .findFirst()
                .map(one -> new ActualIndex(one.keySchema(), one.projection(), null));
    }

    private void index(IndexPlan index) {
        String subject = "index " + index.storedName();
        Optional<ActualIndex> found = find(index);
        if (found.isEmpty()) {
            findings.compared(subject);
            add(
                    subject,
                    Printing.keys(index.keys()) + ", " + Printing.projection(index.projection(), index.included()),
                    "missing",
                    index.global()
                            ? "Add the global index to the table, and start again once it is ACTIVE."
                            : "Local indexes are made with the table: recreate it, or bind another table name.");
            return;
        }
        ActualIndex present = found.get();
        keys(subject, "the index", index.keys(), present.keys());
        if (!covers(index, present)) {
            add(
                    subject,
                    Printing.projection(index.projection(), index.included()),
                    Printing.projection(present.projection()),
                    "Projections never change: recreate the index with this projection, or narrow the model's.");
        }
        if (present.global() != null) {
            throughput.index(subject, index.throughput(), present.global());
        }
    }

    private boolean covers(IndexPlan index, ActualIndex present) {
        Set<String> keys = new HashSet<>();
        actual.keySchema().forEach(key -> keys.add(key.attributeName()));
        present.keys().forEach(key -> keys.add(key.attributeName()));
        return index.isCoveredBy(present.projection(), keys);
    }
}
