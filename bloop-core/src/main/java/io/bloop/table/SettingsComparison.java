package io.bloop.table;

import io.bloop.model.Billing;
import io.bloop.model.StreamView;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.SSEDescription;
import software.amazon.awssdk.services.dynamodb.model.SSEStatus;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableClass;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Compares the settings of a table as a whole with what models want of them. */
final class SettingsComparison {

    private final TablePlan plan;
    private final TableDescription actual;
    private final DifferenceCollector findings;

    SettingsComparison(TablePlan plan, TableDescription actual, DifferenceCollector findings) {
        this.plan = plan;
        this.actual = actual;
        this.findings = findings;
    }

    private void add(String subject, String expected, String found, String action) {
        findings.differs(subject, expected, found, action);
    }

    void billing() {
        Billing wanted = plan.billing();
        if (wanted == null) {
            return;
        }
        findings.compared("billing");
        boolean onDemand = ThroughputComparison.isOnDemand(actual);
        if ((wanted == Billing.ON_DEMAND) != onDemand) {
            add(
                    "billing",
                    wanted == Billing.ON_DEMAND ? "on demand" : "provisioned",
                    onDemand ? "on demand" : "provisioned",
                    "Change the table's billing mode, or the model's setting.");
        }
    }

    void stream() {
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

    void encryption() {
        Boolean wanted = plan.encryption();
        if (wanted == null || TableComparison.isEmulated(actual)) {
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
        } else if (enabled) {
            encryptionKey(found.kmsMasterKeyArn());
        }
    }

    private void encryptionKey(@Nullable String found) {
        String wanted = plan.encryptionKey();
        // what an alias stands for is known to KMS alone
        if (wanted == null || wanted.startsWith("alias/") || wanted.contains(":alias/")) {
            return;
        }
        findings.compared("encryption key");
        if (found == null || !found.equals(wanted) && !found.endsWith(":key/" + wanted)) {
            add(
                    "encryption key",
                    wanted,
                    found == null ? "not told" : found,
                    "Change the key that the table is encrypted with, or the model's setting.");
        }
    }

    void tableClass() {
        io.bloop.model.TableClass wanted = plan.tableClass();
        // an emulator that keeps no description cannot be compared
        if (wanted == null || actual.tableClassSummary() == null && TableComparison.isEmulated(actual)) {
            return;
        }
        findings.compared("table class");
        TableClass expected = TableCreation.tableClass(wanted);
        TableClass found = actual.tableClassSummary() == null
                ? TableClass.STANDARD
                : actual.tableClassSummary().tableClass();
        if (expected != found) {
            add(
                    "table class",
                    expected.toString(),
                    found.toString(),
                    "Change the table's class, or the model's setting.");
        }
    }

    void deletionProtection() {
        Boolean wanted = plan.deletionProtection();
        if (wanted == null) {
            return;
        }
        findings.compared("deletion protection");
        boolean enabled = Boolean.TRUE.equals(actual.deletionProtectionEnabled());
        if (wanted != enabled) {
            add(
                    "deletion protection",
                    wanted ? "enabled" : "disabled",
                    enabled ? "enabled" : "disabled",
                    "Change the table's deletion protection, or the model's setting.");
        }
    }
}
