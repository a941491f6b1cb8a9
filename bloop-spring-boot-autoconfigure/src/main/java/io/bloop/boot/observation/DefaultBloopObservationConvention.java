package io.bloop.boot.observation;

import io.bloop.boot.ServerAddress;
import io.bloop.boot.observation.BloopObservationDocumentation.HighCardinalityKeyNames;
import io.bloop.boot.observation.BloopObservationDocumentation.LowCardinalityKeyNames;
import io.bloop.request.Outcome;
import io.bloop.request.Target;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.common.docs.KeyName;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Names observations as the OpenTelemetry semantic conventions for databases do.
 *
 * <p>Each key has a method of its own to override. Stateless and thread-safe.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/db/dynamodb/">OpenTelemetry: DynamoDB</a>
 * @since 0.1.0
 */
public class DefaultBloopObservationConvention implements BloopObservationConvention {

    private static final String NAME = "db.client.operation.duration";
    private static final String SYSTEM = "aws.dynamodb";

    /** Creates the convention. */
    public DefaultBloopObservationConvention() {}

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public String getContextualName(BloopObservationContext context) {
        Target target = context.getTarget();
        return target.parts().isEmpty() ? context.getOperation() + " " + target.table() : context.getOperation();
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(BloopObservationContext context) {
        return KeyValues.of(
                systemName(context),
                operationName(context),
                collectionName(context),
                indexName(context),
                model(context),
                serverAddress(context),
                serverPort(context),
                errorType(context));
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(BloopObservationContext context) {
        List<KeyValue> known = Stream.of(
                        region(context),
                        tableNames(context),
                        consumedCapacity(context),
                        count(context),
                        scannedCount(context),
                        retries(context),
                        responseStatusCode(context),
                        requestId(context))
                .filter(key -> !key.getValue().equals(KeyValue.NONE_VALUE))
                .toList();
        return KeyValues.of(known);
    }

    /**
     * Makes {@code db.system.name}.
     *
     * @param context the request
     * @return the key with its value
     */
    protected KeyValue systemName(BloopObservationContext context) {
        return LowCardinalityKeyNames.DB_SYSTEM_NAME.withValue(SYSTEM);
    }

    /**
     * Makes {@code db.operation.name}.
     *
     * @param context the request
     * @return the key with its value
     */
    protected KeyValue operationName(BloopObservationContext context) {
        return LowCardinalityKeyNames.DB_OPERATION_NAME.withValue(context.getOperation());
    }

    /**
     * Makes {@code db.collection.name}.
     *
     * @param context the request
     * @return the key with its value
     */
    protected KeyValue collectionName(BloopObservationContext context) {
        return value(LowCardinalityKeyNames.DB_COLLECTION_NAME, Tables.single(context.getTarget()));
    }

    /**
     * Makes {@code aws.dynamodb.index_name}.
     *
     * @param context the request
     * @return the key with its value
     */
    protected KeyValue indexName(BloopObservationContext context) {
        return value(LowCardinalityKeyNames.INDEX_NAME, context.getTarget().index());
    }

    /**
     * Makes {@code bloop.model}.
     *
     * @param context the request
     * @return the key with its value
     */
    protected KeyValue model(BloopObservationContext context) {
        return LowCardinalityKeyNames.MODEL.withValue(context.getTarget().models());
    }

    /**
     * Makes {@code server.address}.
     *
     * @param context the request
     * @return the key with its value
     */
    protected KeyValue serverAddress(BloopObservationContext context) {
        ServerAddress server = context.getServer();
        return value(LowCardinalityKeyNames.SERVER_ADDRESS, server == null ? null : server.host());
    }

    /**
     * Makes {@code server.port}.
     *
     * @param context the request
     * @return the key with its value
     */
    protected KeyValue serverPort(BloopObservationContext context) {
        ServerAddress server = context.getServer();
        return value(
                LowCardinalityKeyNames.SERVER_PORT, server == null || server.isDefaultPort() ? null : server.port());
    }

    /**
     * Makes {@code error.type}.
     *
     * @param context the request
     * @return the key with its value
     */
    protected KeyValue errorType(BloopObservationContext context) {
        SdkException failure = failure(context);
        return value(LowCardinalityKeyNames.ERROR_TYPE, failure == null ? null : ErrorTypes.of(failure));
    }

    /**
     * Makes {@code cloud.region}.
     *
     * @param context the request
     * @return the key with its value, {@code none} to leave it out
     */
    protected KeyValue region(BloopObservationContext context) {
        ServerAddress server = context.getServer();
        return value(HighCardinalityKeyNames.CLOUD_REGION, server == null ? null : server.region());
    }

    /**
     * Makes {@code aws.dynamodb.table_names}.
     *
     * @param context the request
     * @return the key with its value, {@code none} to leave it out
     */
    protected KeyValue tableNames(BloopObservationContext context) {
        List<String> tables = Tables.all(context.getTarget());
        return value(HighCardinalityKeyNames.TABLE_NAMES, tables.size() == 1 ? null : String.join(",", tables));
    }

    /**
     * Makes {@code aws.dynamodb.consumed_capacity}.
     *
     * @param context the request
     * @return the key with its value, {@code none} to leave it out
     */
    protected KeyValue consumedCapacity(BloopObservationContext context) {
        Outcome outcome = context.getOutcome();
        return value(
                HighCardinalityKeyNames.CONSUMED_CAPACITY,
                outcome == null || outcome.capacity().isEmpty() ? null : CapacityJson.of(outcome.capacity()));
    }

    /**
     * Makes {@code aws.dynamodb.count}.
     *
     * @param context the request
     * @return the key with its value, {@code none} to leave it out
     */
    protected KeyValue count(BloopObservationContext context) {
        Outcome outcome = context.getOutcome();
        return value(
                HighCardinalityKeyNames.COUNT,
                outcome == null || outcome.failure() != null || isOfTable(context) ? null : outcome.items());
    }

    /**
     * Makes {@code aws.dynamodb.scanned_count}.
     *
     * @param context the request
     * @return the key with its value, {@code none} to leave it out
     */
    protected KeyValue scannedCount(BloopObservationContext context) {
        Outcome outcome = context.getOutcome();
        boolean searched =
                context.getOperation().equals("Query") || context.getOperation().equals("Scan");
        return value(
                HighCardinalityKeyNames.SCANNED_COUNT,
                outcome == null || outcome.failure() != null || !searched ? null : outcome.scanned());
    }

    /**
     * Makes {@code bloop.retries}.
     *
     * @param context the request
     * @return the key with its value, {@code none} to leave it out
     */
    protected KeyValue retries(BloopObservationContext context) {
        Outcome outcome = context.getOutcome();
        return value(
                HighCardinalityKeyNames.RETRIES, outcome == null || outcome.retries() == 0 ? null : outcome.retries());
    }

    /**
     * Makes {@code db.response.status_code}.
     *
     * @param context the request
     * @return the key with its value, {@code none} to leave it out
     */
    protected KeyValue responseStatusCode(BloopObservationContext context) {
        return value(
                HighCardinalityKeyNames.DB_RESPONSE_STATUS_CODE,
                failure(context) instanceof AwsServiceException answer ? ErrorTypes.of(answer) : null);
    }

    /**
     * Makes {@code aws.request_id}.
     *
     * @param context the request
     * @return the key with its value, {@code none} to leave it out
     */
    protected KeyValue requestId(BloopObservationContext context) {
        return value(
                HighCardinalityKeyNames.REQUEST_ID,
                failure(context) instanceof AwsServiceException answer ? answer.requestId() : null);
    }

    private static @Nullable SdkException failure(BloopObservationContext context) {
        Outcome outcome = context.getOutcome();
        return outcome == null ? null : outcome.failure();
    }

    /** Operations of tables have no items. */
    private static boolean isOfTable(BloopObservationContext context) {
        Outcome outcome = context.getOutcome();
        return outcome != null && outcome.capacity().isEmpty() && outcome.items() == 0;
    }

    private static KeyValue value(KeyName key, @Nullable Object value) {
        return key.withValue(value == null ? KeyValue.NONE_VALUE : value.toString());
    }
}
