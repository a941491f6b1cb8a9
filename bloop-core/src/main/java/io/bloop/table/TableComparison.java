package io.bloop.table;

import io.bloop.model.Billing;
import io.bloop.model.Projection;
import io.bloop.model.StreamView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.SSEDescription;
import software.amazon.awssdk.services.dynamodb.model.SSEStatus;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Compares a table with its plan; what no model declares is not compared, and more than asked is fine. */
final class TableComparison {

    private final TablePlan plan;
    private final TableDescription actual;
    private final Map<String, String> types = new HashMap<>();
    private final Findings findings;

    private TableComparison(TablePlan plan, TableDescription actual, Findings findings) {
        this.plan = plan;
        this.actual = actual;
        this.findings = findings;
        actual.attributeDefinitions()
                .forEach(attribute -> types.put(attribute.attributeName(), attribute.attributeTypeAsString()));
    }

    static void compare(TablePlan plan, TableDescription actual, Findings findings) {
        TableComparison comparison = new TableComparison(plan, actual, findings);
        comparison.keys("key schema", "the table", plan.keys(), actual.keySchema());
        plan.indexes().forEach(comparison::index);
        comparison.billing();
        comparison.units("units", "the table", plan.units(), actual.provisionedThroughput());
        comparison.stream();
        comparison.encryption();
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
            @Nullable ProvisionedThroughputDescription throughput) {}

    private Optional<ActualIndex> find(IndexPlan index) {
        if (index.global()) {
            return actual.globalSecondaryIndexes().stream()
                    .filter(one -> one.indexName().equals(index.storedName()))
                    .filter(one -> one.indexStatus() != IndexStatus.DELETING)
                    .findFirst()
                    .map(one -> new ActualIndex(one.keySchema(), one.projection(), one.provisionedThroughput()));
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
        if (present.throughput() != null) {
            units(subject + " units", "the index", index.units(), present.throughput());
        }
    }

    private boolean covers(IndexPlan index, ActualIndex present) {
        ProjectionType type = present.projection().projectionType();
        if (type == ProjectionType.ALL) {
            return true;
        }
        if (index.projection() == Projection.Kind.ALL) {
            return false;
        }
        Set<String> missing = new TreeSet<>(index.includedBeside(actual.keySchema()));
        missing.removeAll(present.projection().nonKeyAttributes());
        return missing.isEmpty();
    }

    private boolean isOnDemand() {
        return actual.billingModeSummary() != null
                && actual.billingModeSummary().billingMode() == BillingMode.PAY_PER_REQUEST;
    }

    private void billing() {
        Billing wanted = plan.billing();
        if (wanted == null) {
            return;
        }
        findings.compared("billing");
        if ((wanted == Billing.ON_DEMAND) != isOnDemand()) {
            add(
                    "billing",
                    wanted == Billing.ON_DEMAND ? "on demand" : "provisioned",
                    isOnDemand() ? "on demand" : "provisioned",
                    "Change the table's billing mode, or the model's setting.");
        }
    }

    private void units(String subject, String what, Units wanted, @Nullable ProvisionedThroughputDescription found) {
        if (wanted.isUnset()) {
            return;
        }
        findings.compared(subject);
        Long read = found == null ? null : found.readCapacityUnits();
        Long write = found == null ? null : found.writeCapacityUnits();
        boolean differs = wanted.read() != null && !wanted.read().equals(read)
                || wanted.write() != null && !wanted.write().equals(write);
        if (isOnDemand() || differs) {
            add(
                    subject,
                    Printing.units(wanted, wanted.read(), wanted.write()),
                    isOnDemand() ? "on demand" : Printing.units(wanted, read, write),
                    "Change the units of " + what + ", or leave them out of the model.");
        }
    }

    private void stream() {
        StreamView wanted = plan.stream();
        if (wanted == null) {
            return;
        }
        findings.compared("stream");
        StreamSpecification found = actual.streamSpecification();
        boolean enabled = found != null && Boolean.TRUE.equals(found.streamEnabled());
        StreamViewType present = enabled ? found.streamViewType() : null;
        boolean covered = present != null
                && (wanted == StreamView.KEYS
                        || present == StreamViewType.NEW_AND_OLD_IMAGES
                        || present == TableCreation.viewType(wanted));
        if (!covered) {
            add(
                    "stream",
                    TableCreation.viewType(wanted).toString(),
                    present == null ? "disabled" : present.toString(),
                    "Enable the table's stream with this view type, or change the model's setting.");
        }
    }

    private void encryption() {
        Boolean wanted = plan.encryption();
        // an emulator that keeps no description cannot be compared; its ARNs name no AWS region
        boolean emulated = actual.tableArn() != null && actual.tableArn().contains(":ddblocal:");
        if (wanted == null || emulated) {
            return;
        }
        findings.compared("encryption");
        SSEDescription found = actual.sseDescription();
        // DynamoDB describes a key of the account alone; while that changes, the encryption is on
        boolean enabled =
                found != null && (found.status() == SSEStatus.ENABLED || found.status() == SSEStatus.UPDATING);
        if (wanted != enabled) {
            add(
                    "encryption",
                    wanted ? "enabled" : "disabled",
                    enabled ? "enabled" : "disabled",
                    "Change the table's encryption, or the model's setting.");
        }
    }
}
