package io.bloop.boot.health;

import io.bloop.engine.Bindings;
import io.bloop.request.AccessDenied;
import io.bloop.request.RequestFailed;
import io.bloop.request.RequestThrottled;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.Status;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/**
 * The result of one request about one table.
 *
 * @param detail the table's status in DynamoDB's words, or what is wrong
 * @param indexes the status of each global index
 */
record TableHealth(Status status, String detail, Map<String, String> indexes) {

    private static final String FORBIDDEN = "AccessDeniedException";

    /**
     * Asks for a table's status.
     *
     * @param timeout bounds the request with all attempts of the SDK
     * @throws RequestFailed if DynamoDB cannot be asked at all
     */
    static TableHealth of(Bindings bindings, String table, Duration timeout) {
        try {
            return of(bindings.describe(table, timeout));
        } catch (RequestThrottled ex) {
            return new TableHealth(Status.UNKNOWN, "DescribeTable is throttled", Map.of());
        } catch (AccessDenied ex) {
            if (!isForbidden(ex)) {
                throw ex;
            }
            return new TableHealth(Status.UNKNOWN, "dynamodb:DescribeTable is not allowed", Map.of());
        }
    }

    /** What is forbidden was understood, and comes from a caller that DynamoDB knows. */
    private static boolean isForbidden(RequestFailed failure) {
        return failure.getCause() instanceof AwsServiceException answer
                && answer.awsErrorDetails() != null
                && FORBIDDEN.equals(answer.awsErrorDetails().errorCode());
    }

    private static TableHealth of(Optional<TableDescription> found) {
        if (found.isEmpty()) {
            return new TableHealth(Status.DOWN, "missing", Map.of());
        }
        TableDescription table = found.get();
        Map<String, String> indexes = new TreeMap<>();
        table.globalSecondaryIndexes().forEach(index -> indexes.put(index.indexName(), index.indexStatusAsString()));
        return new TableHealth(status(table.tableStatus()), table.tableStatusAsString(), indexes);
    }

    private static Status status(TableStatus status) {
        return switch (status) {
            // a table that is being updated serves requests, and may be so for hours
            case ACTIVE, UPDATING -> Status.UP;
            case CREATING -> Status.OUT_OF_SERVICE;
            default -> Status.DOWN;
        };
    }
}
