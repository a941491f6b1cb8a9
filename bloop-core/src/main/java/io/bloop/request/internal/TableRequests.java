package io.bloop.request.internal;

import io.bloop.request.RequestFailed;
import io.bloop.request.RequestLimit;
import io.bloop.request.RequestObserver;
import io.bloop.request.Target;
import io.bloop.settings.internal.TableCall;
import io.bloop.wire.internal.ClientConfiguration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UntagResourceRequest;

/**
 * Sends the requests about tables as a whole, a method for each kind.
 *
 * <p>For the engine. Failures become {@link RequestFailed}, except for a table that is missing when it is described
 * and one that exists when it is created. Thread-safe.
 */
public final class TableRequests {

    private final DynamoDbClient client;
    private final RequestSender sender;
    private final @Nullable Supplier<Duration> timeLeft;

    /**
     * Creates the requests of an engine.
     *
     * @param client the SDK's client; remains the caller's to close
     * @param observers watch every request
     * @param limit the limit of the client's requests, or null
     */
    public TableRequests(DynamoDbClient client, List<RequestObserver> observers, @Nullable RequestLimit limit) {
        this(client, new RequestSender(client, observers, limit), null);
    }

    private TableRequests(DynamoDbClient client, RequestSender sender, @Nullable Supplier<Duration> timeLeft) {
        this.client = client;
        this.sender = sender;
        this.timeLeft = timeLeft;
    }

    /**
     * Returns requests that are abandoned when a time is up; a shorter time-out of the client remains.
     *
     * @param left tells the time that is left, more than nothing
     * @return requests of the same client
     */
    public TableRequests within(Supplier<Duration> left) {
        return new TableRequests(client, sender, left);
    }

    /**
     * Describes a table.
     *
     * @param target what the request is about
     * @return the description
     * @throws ResourceNotFoundException if there is no such table
     */
    public TableDescription describeTable(Target target) {
        DescribeTableRequest request =
                DescribeTableRequest.builder().tableName(target.table()).build();
        return send("DescribeTable", target, request, client::describeTable).table();
    }

    /**
     * Describes a table that has to be there.
     *
     * @param target what the request is about
     * @return the description
     * @throws io.bloop.request.TableNotFound if there is no such table
     */
    public TableDescription describeExisting(Target target) {
        DescribeTableRequest request =
                DescribeTableRequest.builder().tableName(target.table()).build();
        return sender.send(
                        Operation.ofTable("DescribeTable"),
                        target,
                        timed(request),
                        client::describeTable,
                        failure -> false)
                .table();
    }

    /**
     * Creates a table.
     *
     * @param target what the request is about
     * @param request the request
     * @throws ResourceInUseException if there is a table of that name
     */
    public void createTable(Target target, CreateTableRequest request) {
        send("CreateTable", target, request, client::createTable);
    }

    /**
     * Sends a request about a setting of a table.
     *
     * @param <R> the class of the response
     * @param target what the request is about
     * @param call the request
     * @return the response
     */
    public <R extends DynamoDbResponse> R send(Target target, TableCall<?, R> call) {
        return sendCall(target, call);
    }

    private <Q extends DynamoDbRequest, R extends DynamoDbResponse> R sendCall(Target target, TableCall<Q, R> call) {
        return send(
                call.operation(),
                target,
                call.request(),
                request -> call.sender().apply(client, request));
    }

    /**
     * Removes a tag from a table.
     *
     * @param target what the request is about
     * @param arn the table's ARN
     * @param key the tag's key
     */
    public void untag(Target target, String arn, String key) {
        UntagResourceRequest request =
                UntagResourceRequest.builder().resourceArn(arn).tagKeys(key).build();
        send("UntagResource", target, request, client::untagResource);
    }

    private <Q extends DynamoDbRequest, R> R send(String operation, Target target, Q request, Function<Q, R> call) {
        return sender.send(
                Operation.ofTable(operation),
                target,
                timed(request),
                call,
                failure -> failure instanceof ResourceNotFoundException && operation.equals("DescribeTable")
                        || failure instanceof ResourceInUseException && operation.equals("CreateTable"));
    }

    @SuppressWarnings("unchecked") // a request's builder builds a request of its kind
    private <Q extends DynamoDbRequest> Q timed(Q request) {
        if (timeLeft == null) {
            return request;
        }
        Duration left = timeLeft.get();
        Optional<AwsRequestOverrideConfiguration> own = request.overrideConfiguration();
        Duration shortest = Stream.of(own.flatMap(AwsRequestOverrideConfiguration::apiCallTimeout), ofClient())
                .flatMap(Optional::stream)
                .filter(timeout -> timeout.compareTo(left) < 0)
                .min(Duration::compareTo)
                .orElse(left);
        AwsRequestOverrideConfiguration timed = own.map(AwsRequestOverrideConfiguration::toBuilder)
                .orElseGet(AwsRequestOverrideConfiguration::builder)
                .apiCallTimeout(shortest)
                .build();
        return (Q) request.toBuilder().overrideConfiguration(timed).build();
    }

    private Optional<Duration> ofClient() {
        return ClientConfiguration.of(client).flatMap(ClientOverrideConfiguration::apiCallTimeout);
    }
}
