package io.bloop.table;

import io.bloop.request.AccessDenied;
import io.bloop.request.RequestFailed;
import io.bloop.request.TableNotFound;
import io.bloop.request.TableRequests;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryDescription;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Asks DynamoDB for all about a table that its plan mentions. */
final class TableReader {

    private static final Logger LOG = LoggerFactory.getLogger(TableBinder.class);

    private final TableRequests requests;

    TableReader(TableRequests requests) {
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

    /** Completes the description of a table. */
    TableState state(TablePlan plan, TableDescription table) {
        TableState state = stateWithoutTags(plan, table);
        return new TableState(table, state.timeToLive(), state.backups(), plannedTags(plan, table));
    }

    /** Completes the description of a table whose tags DynamoDB may not list yet. */
    TableState stateWithoutTags(TablePlan plan, TableDescription table) {
        return new TableState(
                table, plan.ttl() == null ? null : requests.describeTimeToLive(plan.target()), backups(plan), null);
    }

    private @Nullable Boolean backups(TablePlan plan) {
        if (plan.backups() == null) {
            return null;
        }
        try {
            PointInTimeRecoveryDescription recovery =
                    requests.describeBackups(plan.target()).pointInTimeRecoveryDescription();
            return recovery != null && recovery.pointInTimeRecoveryStatus() == PointInTimeRecoveryStatus.ENABLED;
        } catch (RequestFailed ex) {
            ignoreUnsupported(plan, "Backups", ex);
            return null;
        }
    }

    private @Nullable Map<String, String> plannedTags(TablePlan plan, TableDescription table) {
        if (plan.tags().isEmpty()) {
            return null;
        }
        try {
            return requests.tags(plan.target(), table.tableArn());
        } catch (RequestFailed ex) {
            ignoreUnsupported(plan, "Tags", ex);
            return null;
        }
    }

    /** Lists the tags of a table whatever its plan; null where the server or the account does not allow that. */
    @Nullable
    Map<String, String> tags(TablePlan plan, TableDescription table) {
        try {
            return requests.tags(plan.target(), table.tableArn());
        } catch (TableNotFound ex) {
            // tags of a new table may not be known yet
            return Map.of();
        } catch (RequestFailed ex) {
            if (ex instanceof AccessDenied || isUnsupported(ex)) {
                return null;
            }
            throw ex;
        }
    }

    /** DynamoDB itself knows every operation; an emulator that does not can only be believed. */
    static void ignoreUnsupported(TablePlan plan, String what, RequestFailed failure) {
        if (!isUnsupported(failure)) {
            throw failure;
        }
        LOG.info(
                "{} of table '{}' are not compared: {} is not supported here",
                what,
                plan.tableName(),
                failure.operation());
    }

    static boolean isUnsupported(RequestFailed failure) {
        return "UnknownOperationException".equals(code(failure));
    }

    /** Returns the error code of the service; empty where it did not answer. */
    static String code(RequestFailed failure) {
        return failure.getCause() instanceof AwsServiceException service && service.awsErrorDetails() != null
                ? String.valueOf(service.awsErrorDetails().errorCode())
                : "";
    }
}
