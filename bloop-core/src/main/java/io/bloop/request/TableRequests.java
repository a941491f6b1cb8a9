package io.bloop.request;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkServiceClientConfiguration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsDescription;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.dynamodb.model.TagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.UntagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

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
     * Describes a table's time to live.
     *
     * @param target what the request is about
     * @return the description
     */
    public TimeToLiveDescription describeTimeToLive(Target target) {
        DescribeTimeToLiveRequest request =
                DescribeTimeToLiveRequest.builder().tableName(target.table()).build();
        return send("DescribeTimeToLive", target, request, client::describeTimeToLive)
                .timeToLiveDescription();
    }

    /**
     * Switches a table's time to live on.
     *
     * @param target what the request is about
     * @param attribute the attribute that holds the time
     */
    public void enableTimeToLive(Target target, String attribute) {
        UpdateTimeToLiveRequest request = UpdateTimeToLiveRequest.builder()
                .tableName(target.table())
                .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName(attribute))
                .build();
        send("UpdateTimeToLive", target, request, client::updateTimeToLive);
    }

    /**
     * Describes a table's backups.
     *
     * @param target what the request is about
     * @return the description
     */
    public ContinuousBackupsDescription describeBackups(Target target) {
        DescribeContinuousBackupsRequest request = DescribeContinuousBackupsRequest.builder()
                .tableName(target.table())
                .build();
        return send("DescribeContinuousBackups", target, request, client::describeContinuousBackups)
                .continuousBackupsDescription();
    }

    /**
     * Switches a table's point-in-time recovery on.
     *
     * @param target what the request is about
     */
    public void enableBackups(Target target) {
        UpdateContinuousBackupsRequest request = UpdateContinuousBackupsRequest.builder()
                .tableName(target.table())
                .pointInTimeRecoverySpecification(pitr -> pitr.pointInTimeRecoveryEnabled(true))
                .build();
        send("UpdateContinuousBackups", target, request, client::updateContinuousBackups);
    }

    /**
     * Lists a table's tags.
     *
     * @param target what the request is about
     * @param arn the table's ARN
     * @return values by key
     */
    public Map<String, String> tags(Target target, String arn) {
        Map<String, String> tags = new HashMap<>();
        String next = null;
        do {
            ListTagsOfResourceRequest request = ListTagsOfResourceRequest.builder()
                    .resourceArn(arn)
                    .nextToken(next)
                    .build();
            ListTagsOfResourceResponse response =
                    send("ListTagsOfResource", target, request, client::listTagsOfResource);
            response.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
            next = response.nextToken();
        } while (next != null);
        return tags;
    }

    /**
     * Adds tags to a table.
     *
     * @param target what the request is about
     * @param arn the table's ARN
     * @param tags values by key
     */
    public void tag(Target target, String arn, Map<String, String> tags) {
        TagResourceRequest request = TagResourceRequest.builder()
                .resourceArn(arn)
                .tags(tags.entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList())
                .build();
        send("TagResource", target, request, client::tagResource);
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
        try {
            SdkServiceClientConfiguration configuration = client.serviceClientConfiguration();
            // a mock has none
            return configuration == null
                    ? Optional.empty()
                    : configuration.overrideConfiguration().apiCallTimeout();
        } catch (UnsupportedOperationException ex) {
            // a client around another one need not tell its configuration
            return Optional.empty();
        }
    }
}
