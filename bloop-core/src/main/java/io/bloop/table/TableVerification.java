package io.bloop.table;

import io.bloop.request.RequestFailed;
import io.bloop.request.Requests;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryDescription;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Asks what a table is like, and compares that with what its models want. */
final class TableVerification {

    private static final Logger LOG = LoggerFactory.getLogger(TableBinder.class);

    private final Requests requests;

    TableVerification(Requests requests) {
        this.requests = requests;
    }

    /** Describes a table; empty if there is none. */
    Optional<TableDescription> describe(TablePlan plan) {
        try {
            return Optional.of(requests.describeTable(plan.target()));
        } catch (ResourceNotFoundException ex) {
            return Optional.empty();
        }
    }

    /** Describes a table within a time; empty if there is none. */
    Optional<TableDescription> describe(TablePlan plan, Duration timeout) {
        try {
            return Optional.of(requests.describeTable(plan.target(), timeout));
        } catch (ResourceNotFoundException ex) {
            return Optional.empty();
        }
    }

    /** Compares a table as it is now, whether it is ready or not. */
    TableCheck check(TablePlan plan) {
        return describe(plan).map(found -> check(plan, found)).orElseGet(() -> missing(plan));
    }

    /** Compares a table that is described already. */
    TableCheck check(TablePlan plan, TableDescription found) {
        DifferenceCollector findings = compared(plan, found);
        compareTags(plan, found, findings);
        return findings.check(plan, found);
    }

    /** Compares a table that has just been created, of which DynamoDB does not tell the tags at once. */
    TableCheck checkCreated(TablePlan plan, TableDescription found) {
        return compared(plan, found).check(plan, found);
    }

    private DifferenceCollector compared(TablePlan plan, TableDescription found) {
        DifferenceCollector findings = new DifferenceCollector();
        TableComparison.compare(plan, found, findings);
        compareTimeToLive(plan, findings);
        compareBackups(plan, findings);
        return findings;
    }

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

    private void compareTimeToLive(TablePlan plan, DifferenceCollector findings) {
        String wanted = plan.ttl();
        if (wanted == null) {
            return;
        }
        findings.compared("ttl");
        TimeToLiveDescription found = requests.describeTimeToLive(plan.target());
        boolean enabled = found.timeToLiveStatus() == TimeToLiveStatus.ENABLED
                || found.timeToLiveStatus() == TimeToLiveStatus.ENABLING;
        if (!enabled || !wanted.equals(found.attributeName())) {
            findings.differs(
                    "ttl",
                    "attribute " + wanted,
                    enabled ? "attribute " + found.attributeName() : "disabled",
                    "Enable the table's time to live on this attribute.");
        }
    }

    private void compareBackups(TablePlan plan, DifferenceCollector findings) {
        Boolean wanted = plan.backups();
        if (wanted == null) {
            return;
        }
        boolean enabled;
        try {
            PointInTimeRecoveryDescription recovery =
                    requests.describeBackups(plan.target()).pointInTimeRecoveryDescription();
            enabled = recovery != null && recovery.pointInTimeRecoveryStatus() == PointInTimeRecoveryStatus.ENABLED;
        } catch (RequestFailed ex) {
            ignoreUnsupported(plan, "Backups", ex);
            return;
        }
        findings.compared("backups");
        if (wanted != enabled) {
            findings.differs(
                    "backups",
                    wanted ? "point-in-time recovery" : "no point-in-time recovery",
                    enabled ? "enabled" : "disabled",
                    "Change the table's point-in-time recovery, or the model's setting.");
        }
    }

    private void compareTags(TablePlan plan, TableDescription table, DifferenceCollector findings) {
        if (plan.tags().isEmpty()) {
            return;
        }
        Map<String, String> found;
        try {
            found = requests.tags(plan.target(), table.tableArn());
        } catch (RequestFailed ex) {
            ignoreUnsupported(plan, "Tags", ex);
            return;
        }
        findings.compared("tags");
        Map<String, String> expected = new TreeMap<>(plan.tags());
        expected.entrySet().removeIf(tag -> tag.getValue().equals(found.get(tag.getKey())));
        Map<String, String> actual = new TreeMap<>(found);
        actual.keySet().retainAll(expected.keySet());
        if (!expected.isEmpty()) {
            findings.differs(
                    "tags",
                    expected.toString(),
                    actual.isEmpty() ? "missing" : actual.toString(),
                    "Tag the table so, or change the model's setting.");
        }
    }

    /** DynamoDB itself knows every operation; an emulator that does not can only be believed. */
    static void ignoreUnsupported(TablePlan plan, String what, RequestFailed failure) {
        boolean unknown = failure.getCause() instanceof AwsServiceException service
                && service.awsErrorDetails() != null
                && "UnknownOperationException".equals(service.awsErrorDetails().errorCode());
        if (!unknown) {
            throw failure;
        }
        LOG.info(
                "{} of table '{}' are not compared: {} is not supported here",
                what,
                plan.tableName(),
                failure.operation());
    }
}
