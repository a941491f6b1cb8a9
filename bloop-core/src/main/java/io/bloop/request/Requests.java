package io.bloop.request;

import io.bloop.type.StoredItem;
import io.bloop.wire.AttributeNames;
import io.bloop.wire.ResponseItems;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsDescription;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/**
 * Sends every request of an engine, a method for each kind.
 *
 * <p>For the engine. Failures become {@link RequestFailed}, but for the answers that callers ask for: an unmet
 * condition, and in table operations a table that is missing, is there already, or cannot be asked that here.
 * Thread-safe.
 */
public final class Requests {

    private final DynamoDbClient client;
    private final Tasks tasks;
    private final Observed observed;
    private final boolean offered;
    private final Map<String, AttributeNames> names = new ConcurrentHashMap<>();

    /**
     * Creates the requests of an engine.
     *
     * @param client the SDK's client; remains the caller's to close
     * @param observers watch every request
     */
    public Requests(DynamoDbClient client, List<RequestObserver> observers) {
        this(client, observers, Tasks.PLAIN);
    }

    /**
     * Creates the requests of an engine.
     *
     * @param client the SDK's client; remains the caller's to close
     * @param observers watch every request
     * @param tasks runs what is sent side by side
     */
    public Requests(DynamoDbClient client, List<RequestObserver> observers, Tasks tasks) {
        this.client = client;
        this.tasks = tasks;
        this.observed = new Observed(client, observers);
        this.offered = ResponseItems.areOfferedBy(client);
    }

    /**
     * Returns where requests are sent from that go side by side.
     *
     * @return the engine's tasks
     */
    public Tasks tasks() {
        return tasks;
    }

    /**
     * Gets one item.
     *
     * @param target what the request is about
     * @param request the request, ready to be built
     * @return the answer
     */
    public ItemsResponse<GetItemResponse> getItem(Target target, GetItemRequest.Builder request) {
        return read(
                Operations.getItem(),
                target,
                request,
                GetItemRequest.Builder::build,
                client::getItem,
                answer -> answer.hasItem() ? List.of(answer.item()) : List.of(),
                ResponseItems::items);
    }

    /**
     * Gets up to 100 items of one table.
     *
     * @param target what the request is about
     * @param request the request, ready to be built
     * @return the answer
     */
    public ItemsResponse<BatchGetItemResponse> batchGetItem(Target target, BatchGetItemRequest.Builder request) {
        return read(
                Operations.batchGetItem(),
                target,
                request,
                BatchGetItemRequest.Builder::build,
                client::batchGetItem,
                answer -> answer.responses().getOrDefault(target.table(), List.of()),
                items -> items.items(target.table()));
    }

    /**
     * Puts and deletes up to 25 items.
     *
     * @param target what the request is about
     * @param request the request
     * @return the answer
     */
    public BatchWriteItemResponse batchWriteItem(Target target, BatchWriteItemRequest request) {
        return send(Operations.batchWriteItem(), target, request, client::batchWriteItem);
    }

    /**
     * Puts one item.
     *
     * @param target what the request is about
     * @param request the request
     * @return the answer
     * @throws ConditionalCheckFailedException if the condition is not met
     */
    public PutItemResponse putItem(Target target, PutItemRequest request) {
        return send(Operations.putItem(), target, request, client::putItem);
    }

    /**
     * Updates one item.
     *
     * @param target what the request is about
     * @param request the request
     * @return the answer
     * @throws ConditionalCheckFailedException if the condition is not met
     */
    public UpdateItemResponse updateItem(Target target, UpdateItemRequest request) {
        return send(Operations.updateItem(), target, request, client::updateItem);
    }

    /**
     * Deletes one item.
     *
     * @param target what the request is about
     * @param request the request
     * @return the answer
     * @throws ConditionalCheckFailedException if the condition is not met
     */
    public DeleteItemResponse deleteItem(Target target, DeleteItemRequest request) {
        return send(Operations.deleteItem(), target, request, client::deleteItem);
    }

    /**
     * Queries one page.
     *
     * @param target what the request is about
     * @param request the request, ready to be built
     * @return the answer
     */
    public ItemsResponse<QueryResponse> query(Target target, QueryRequest.Builder request) {
        return read(
                Operations.query(),
                target,
                request,
                QueryRequest.Builder::build,
                client::query,
                QueryResponse::items,
                ResponseItems::items);
    }

    /**
     * Scans one page.
     *
     * @param target what the request is about
     * @param request the request, ready to be built
     * @return the answer
     */
    public ItemsResponse<ScanResponse> scan(Target target, ScanRequest.Builder request) {
        return read(
                Operations.scan(),
                target,
                request,
                ScanRequest.Builder::build,
                client::scan,
                ScanResponse::items,
                ResponseItems::items);
    }

    /**
     * Writes up to 100 items together.
     *
     * @param target what the request is about
     * @param request the request
     * @throws TransactionCanceledException if it was cancelled
     */
    public void transactWriteItems(Target target, TransactWriteItemsRequest request) {
        send(Operations.transactWriteItems(), target, request, client::transactWriteItems);
    }

    /**
     * Gets up to 100 items as they are at one moment.
     *
     * @param target what the request is about
     * @param request the request
     * @return the answer
     */
    public TransactGetItemsResponse transactGetItems(Target target, TransactGetItemsRequest request) {
        return send(Operations.transactGetItems(), target, request, client::transactGetItems);
    }

    /**
     * Describes a table.
     *
     * @param target what the request is about
     * @return the description
     * @throws ResourceNotFoundException if there is no such table
     */
    public TableDescription describeTable(Target target) {
        return describeTable(
                target, DescribeTableRequest.builder().tableName(target.table()).build());
    }

    /**
     * Describes a table within a time.
     *
     * @param target what the request is about
     * @param timeout bounds the request with all attempts of the SDK
     * @return the description
     * @throws ResourceNotFoundException if there is no such table
     */
    public TableDescription describeTable(Target target, Duration timeout) {
        return describeTable(
                target,
                DescribeTableRequest.builder()
                        .tableName(target.table())
                        .overrideConfiguration(override -> override.apiCallTimeout(timeout))
                        .build());
    }

    private TableDescription describeTable(Target target, DescribeTableRequest request) {
        return send(Operation.ofTable("DescribeTable"), target, request, client::describeTable)
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
        send(Operation.ofTable("CreateTable"), target, request, client::createTable);
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
        return send(Operation.ofTable("DescribeTimeToLive"), target, request, client::describeTimeToLive)
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
        send(Operation.ofTable("UpdateTimeToLive"), target, request, client::updateTimeToLive);
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
        return send(Operation.ofTable("DescribeContinuousBackups"), target, request, client::describeContinuousBackups)
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
        send(Operation.ofTable("UpdateContinuousBackups"), target, request, client::updateContinuousBackups);
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
            ListTagsOfResourceResponse answer =
                    send(Operation.ofTable("ListTagsOfResource"), target, request, client::listTagsOfResource);
            answer.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
            next = answer.nextToken();
        } while (next != null);
        return tags;
    }

    /** Takes the builder, since asking for items of a request that is built would build it once more. */
    private <B extends DynamoDbRequest.Builder, Q extends DynamoDbRequest, R extends DynamoDbResponse>
            ItemsResponse<R> read(
                    Operation<Q, ItemsResponse<R>> operation,
                    Target target,
                    B request,
                    Function<B, Q> build,
                    Function<Q, R> call,
                    Function<R, List<Map<String, AttributeValue>>> received,
                    Function<ResponseItems, List<StoredItem>> taken) {
        ResponseItems items = offered ? askedForBy(request, target) : null;
        return send(operation, target, build.apply(request), sent -> {
            R answer = call.apply(sent);
            return items != null && items.isTaken()
                    ? new ItemsResponse<>(answer, taken.apply(items))
                    : new ItemsResponse<>(answer, StoredItem.all(received.apply(answer)));
        });
    }

    private ResponseItems askedForBy(DynamoDbRequest.Builder request, Target target) {
        ResponseItems items = new ResponseItems(names.computeIfAbsent(target.table(), table -> new AttributeNames()));
        items.askedForBy(request);
        return items;
    }

    /**
     * Tells whether an earlier attempt of a write whose condition was not met may have been applied, so that the
     * condition may be unmet for that very reason.
     *
     * @param failure says that the condition was not met
     * @return true if the SDK has tried again after an attempt that was not refused
     */
    public static boolean isInDoubt(ConditionalCheckFailedException failure) {
        return Applied.byAnEarlierAttempt(failure);
    }

    private <Q extends DynamoDbRequest, R> R send(
            Operation<Q, R> operation, Target target, Q request, Function<Q, R> call) {
        try {
            return observed.send(operation, target, request, call);
        } catch (SdkException ex) {
            if (isAskedFor(operation.name(), ex)) {
                throw ex;
            }
            throw Failures.of(operation.name(), target, ex);
        }
    }

    private static boolean isAskedFor(String operation, SdkException answer) {
        return answer instanceof ConditionalCheckFailedException
                || answer instanceof TransactionCanceledException && operation.equals("TransactWriteItems")
                || operation.endsWith("Table")
                        && (answer instanceof ResourceNotFoundException || answer instanceof ResourceInUseException);
    }
}
