package io.bloop.request.internal;

import io.bloop.request.RequestFailed;
import io.bloop.request.RequestLimit;
import io.bloop.request.RequestObserver;
import io.bloop.request.Target;
import io.bloop.type.StoredItem;
import io.bloop.wire.internal.AttributeNames;
import io.bloop.wire.internal.Interceptors;
import io.bloop.wire.internal.RequestItems;
import io.bloop.wire.internal.ResponseItems;
import io.bloop.wire.internal.WrittenItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Sends the requests of an engine about items, a method for each kind.
 *
 * <p>For the engine. Failures become {@link RequestFailed}, except for the responses that callers ask for: an unmet
 * condition, and a transaction that was cancelled. Thread-safe.
 */
public final class Requests {

    private final DynamoDbClient client;
    private final List<RequestObserver> observers;
    private final @Nullable RequestLimit limit;
    private final RequestSender sender;
    private final Tasks tasks;
    private final Interceptors interceptors;
    private final Map<String, AttributeNames> names = new ConcurrentHashMap<>();

    /**
     * Creates the requests of an engine without a limit.
     *
     * @param client the SDK's client; remains the caller's to close
     * @param observers watch every request
     */
    public Requests(DynamoDbClient client, List<RequestObserver> observers) {
        this(client, observers, null, Interceptors.of(client, null), Tasks.PLAIN);
    }

    /**
     * Creates the requests of an engine.
     *
     * @param client the SDK's client; remains the caller's to close
     * @param observers watch every request
     * @param limit the limit of the client's requests, or null
     * @param readFromBytes whether items are read from the bytes of responses; null where the interceptors of the client
     *     decide
     * @param tasks runs what is sent side by side
     */
    public Requests(
            DynamoDbClient client,
            List<RequestObserver> observers,
            @Nullable RequestLimit limit,
            @Nullable Boolean readFromBytes,
            Tasks tasks) {
        this(client, observers, limit, Interceptors.of(client, readFromBytes), tasks);
    }

    private Requests(
            DynamoDbClient client,
            List<RequestObserver> observers,
            @Nullable RequestLimit limit,
            Interceptors interceptors,
            Tasks tasks) {
        this.client = client;
        this.observers = List.copyOf(observers);
        this.limit = limit;
        this.sender = new RequestSender(client, this.observers, limit);
        this.interceptors = interceptors;
        this.tasks = tasks;
    }

    /**
     * Tells the observers of items that a search has passed over, since no bound model claims them.
     *
     * @param operation the API operation
     * @param target what was searched
     * @param items the number of items, at least 1
     */
    public void skipped(String operation, Target target, int items) {
        observers.forEach(observer -> Observed.quietly(observer, told -> told.skipped(operation, target, items)));
    }

    /**
     * Returns the same requests, which one more observer watches.
     *
     * @param observer watches every request that is sent through what is returned
     * @return other requests of the same client and limit
     */
    public Requests observedBy(RequestObserver observer) {
        List<RequestObserver> more = new ArrayList<>(observers);
        more.add(observer);
        return new Requests(client, more, limit, interceptors, tasks);
    }

    /**
     * Tells whether puts may carry their items as bytes.
     *
     * @return false if the SDK has to have the items itself
     */
    public boolean areBytesTaken() {
        return interceptors.write();
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
     * @return the response
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
     * @return the response
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
     * @param request the request, ready to be built
     * @param items the items of its puts, which have an empty one each; none where they have them themselves
     * @return the response
     */
    public BatchWriteItemResponse batchWriteItem(
            Target target, BatchWriteItemRequest.Builder request, List<WrittenItem> items) {
        RequestItems.carry(request, items);
        return send(Operations.batchWriteItem(), target, request.build(), client::batchWriteItem);
    }

    /**
     * Puts one item.
     *
     * @param target what the request is about
     * @param request the request, ready to be built
     * @param items the item, where the request has an empty one; none where it has it itself
     * @return the response
     * @throws ConditionalCheckFailedException if the condition is not met
     */
    public PutItemResponse putItem(Target target, PutItemRequest.Builder request, List<WrittenItem> items) {
        RequestItems.carry(request, items);
        return send(Operations.putItem(), target, request.build(), client::putItem);
    }

    /**
     * Updates one item.
     *
     * @param target what the request is about
     * @param request the request
     * @return the response
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
     * @return the response
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
     * @return the response
     */
    public ItemsResponse<QueryResponse> query(Target target, QueryRequest.Builder request) {
        return search(
                target,
                () -> read(
                        Operations.query(),
                        target,
                        request,
                        QueryRequest.Builder::build,
                        client::query,
                        QueryResponse::items,
                        ResponseItems::items));
    }

    /**
     * Scans one page.
     *
     * @param target what the request is about
     * @param request the request, ready to be built
     * @return the response
     */
    public ItemsResponse<ScanResponse> scan(Target target, ScanRequest.Builder request) {
        return search(
                target,
                () -> read(
                        Operations.scan(),
                        target,
                        request,
                        ScanRequest.Builder::build,
                        client::scan,
                        ScanResponse::items,
                        ResponseItems::items));
    }

    /** An emulator answers with a server error where DynamoDB says that it still fills the index. */
    private <R> R search(Target target, Supplier<R> search) {
        try {
            return search.get();
        } catch (RequestFailed ex) {
            if (target.index() != null && Failures.isServerError(ex) && isBeingFilled(target, target.index())) {
                throw Failures.indexNotReady(ex);
            }
            throw ex;
        }
    }

    private boolean isBeingFilled(Target target, String index) {
        DescribeTableRequest request =
                DescribeTableRequest.builder().tableName(target.table()).build();
        try {
            DescribeTableResponse answer =
                    send(Operation.ofTable("DescribeTable"), target, request, client::describeTable);
            return answer.table().globalSecondaryIndexes().stream()
                    .anyMatch(found -> index.equals(found.indexName()) && found.indexStatus() == IndexStatus.CREATING);
        } catch (RequestFailed ex) {
            // the failure of the search says more
            return false;
        }
    }

    /**
     * Writes up to 100 items together.
     *
     * @param target what the request is about
     * @param request the request, ready to be built
     * @param items the items of its puts, which have an empty one each; none where they have them themselves
     * @throws TransactionCanceledException if it was cancelled
     */
    public void transactWriteItems(Target target, TransactWriteItemsRequest.Builder request, List<WrittenItem> items) {
        RequestItems.carry(request, items);
        send(Operations.transactWriteItems(), target, request.build(), client::transactWriteItems);
    }

    /**
     * Gets up to 100 items as they are at one moment.
     *
     * @param target what the request is about
     * @param request the request
     * @return the response
     */
    public TransactGetItemsResponse transactGetItems(Target target, TransactGetItemsRequest request) {
        return send(Operations.transactGetItems(), target, request, client::transactGetItems);
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
        ResponseItems items = interceptors.read() ? askedForBy(request, target) : null;
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

    /**
     * Makes the exception of a request that has failed, for what callers have asked for and cannot use.
     *
     * @param operation the operation
     * @param target what the request was about
     * @param cause the SDK's exception
     * @return an exception that says what was tried
     */
    public RequestFailed failure(String operation, Target target, SdkException cause) {
        return Failures.of(new FailedCall(operation, target, null), cause);
    }

    private <Q extends DynamoDbRequest, R> R send(
            Operation<Q, R> operation, Target target, Q request, Function<Q, R> call) {
        return sender.send(operation, target, request, call, failure -> isAskedFor(operation.name(), failure));
    }

    private static boolean isAskedFor(String operation, SdkException answer) {
        return answer instanceof ConditionalCheckFailedException
                || answer instanceof TransactionCanceledException && operation.equals("TransactWriteItems");
    }
}
