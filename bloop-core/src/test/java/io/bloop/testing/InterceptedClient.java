package io.bloop.testing;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.TagResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UntagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.UntagResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveResponse;

/**
 * Records what is sent to a real client, and answers in its place what DynamoDB Local cannot: statuses on the way,
 * backups, encryption, tags, throttling.
 */
public final class InterceptedClient {

    private final DynamoDbClient real;
    private final DynamoDbClient client;
    private final List<DynamoDbRequest> requests = new CopyOnWriteArrayList<>();
    private final Map<Class<?>, Answer<DynamoDbRequest, Object>> answers = new ConcurrentHashMap<>();
    private volatile int last = Integer.MAX_VALUE;
    private volatile Consumer<DynamoDbRequest> before = request -> {};

    /**
     * Answers one kind of request.
     *
     * @param <Q> the request
     * @param <R> the response
     */
    @FunctionalInterface
    public interface Answer<Q, R> {

        /** Answers a request, alone or with the help of the real client. */
        R answer(Q request, Function<Q, R> real);
    }

    public InterceptedClient(DynamoDbClient real) {
        this.real = real;
        this.client = (DynamoDbClient) Proxy.newProxyInstance(
                DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class}, this::invoke);
    }

    /** Returns the client to give to an engine. */
    public DynamoDbClient client() {
        return client;
    }

    /** Returns the requests so far, in the order in which they were sent. */
    public List<DynamoDbRequest> requests() {
        return List.copyOf(requests);
    }

    /** Returns the requests of one kind so far. */
    public <Q extends DynamoDbRequest> List<Q> requests(Class<Q> kind) {
        return requests.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Returns the names of the operations so far, as {@code UpdateItem}. */
    public List<String> operations() {
        return requests.stream()
                .map(request -> request.getClass().getSimpleName().replace("Request", ""))
                .toList();
    }

    /** Fails all requests after the next ones, as if the process had ended. */
    public InterceptedClient endingAfter(int requests) {
        last = requests;
        return this;
    }

    /** Calls a function before each request, which is not sent if the function throws. */
    public InterceptedClient before(Consumer<DynamoDbRequest> function) {
        before = function;
        return this;
    }

    /** Forgets the requests so far. */
    public void clear() {
        requests.clear();
    }

    public InterceptedClient describeTable(Answer<DescribeTableRequest, DescribeTableResponse> answer) {
        return on(DescribeTableRequest.class, answer);
    }

    /** Changes the descriptions of tables that exist. */
    public InterceptedClient describing(Function<TableDescription, TableDescription> change) {
        return describeTable((request, sent) -> DescribeTableResponse.builder()
                .table(change.apply(sent.apply(request).table()))
                .build());
    }

    public InterceptedClient createTable(Answer<CreateTableRequest, CreateTableResponse> answer) {
        return on(CreateTableRequest.class, answer);
    }

    public InterceptedClient updateTable(Answer<UpdateTableRequest, UpdateTableResponse> answer) {
        return on(UpdateTableRequest.class, answer);
    }

    public InterceptedClient query(Answer<QueryRequest, QueryResponse> answer) {
        return on(QueryRequest.class, answer);
    }

    public InterceptedClient describeBackups(
            Answer<DescribeContinuousBackupsRequest, DescribeContinuousBackupsResponse> answer) {
        return on(DescribeContinuousBackupsRequest.class, answer);
    }

    public InterceptedClient updateBackups(
            Answer<UpdateContinuousBackupsRequest, UpdateContinuousBackupsResponse> answer) {
        return on(UpdateContinuousBackupsRequest.class, answer);
    }

    public InterceptedClient updateTimeToLive(Answer<UpdateTimeToLiveRequest, UpdateTimeToLiveResponse> answer) {
        return on(UpdateTimeToLiveRequest.class, answer);
    }

    public InterceptedClient describeTimeToLive(Answer<DescribeTimeToLiveRequest, DescribeTimeToLiveResponse> answer) {
        return on(DescribeTimeToLiveRequest.class, answer);
    }

    public InterceptedClient tagResource(Answer<TagResourceRequest, TagResourceResponse> answer) {
        return on(TagResourceRequest.class, answer);
    }

    public InterceptedClient untagResource(Answer<UntagResourceRequest, UntagResourceResponse> answer) {
        return on(UntagResourceRequest.class, answer);
    }

    public InterceptedClient listTags(Answer<ListTagsOfResourceRequest, ListTagsOfResourceResponse> answer) {
        return on(ListTagsOfResourceRequest.class, answer);
    }

    public InterceptedClient batchGetItem(Answer<BatchGetItemRequest, BatchGetItemResponse> answer) {
        return on(BatchGetItemRequest.class, answer);
    }

    public InterceptedClient batchWriteItem(Answer<BatchWriteItemRequest, BatchWriteItemResponse> answer) {
        return on(BatchWriteItemRequest.class, answer);
    }

    public InterceptedClient scan(Answer<ScanRequest, ScanResponse> answer) {
        return on(ScanRequest.class, answer);
    }

    public InterceptedClient transactWriteItems(Answer<TransactWriteItemsRequest, TransactWriteItemsResponse> answer) {
        return on(TransactWriteItemsRequest.class, answer);
    }

    public InterceptedClient transactGetItems(Answer<TransactGetItemsRequest, TransactGetItemsResponse> answer) {
        return on(TransactGetItemsRequest.class, answer);
    }

    public InterceptedClient updateItem(Answer<UpdateItemRequest, UpdateItemResponse> answer) {
        return on(UpdateItemRequest.class, answer);
    }

    @SuppressWarnings("unchecked") // requests are answered by what was given for their class
    private <Q extends DynamoDbRequest, R> InterceptedClient on(Class<Q> kind, Answer<Q, R> answer) {
        answers.put(kind, (Answer<DynamoDbRequest, Object>) (Answer<?, ?>) answer);
        return this;
    }

    private Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
        if (args != null && args.length == 1 && args[0] instanceof Consumer<?>) {
            // builds the request and comes back with it
            return InvocationHandler.invokeDefault(proxy, method, args);
        }
        if (args == null || args.length != 1 || !(args[0] instanceof DynamoDbRequest request)) {
            return call(method, args);
        }
        if (requests.size() >= last) {
            throw new IllegalStateException("the process has ended");
        }
        requests.add(request);
        before.accept(request);
        Answer<DynamoDbRequest, Object> answer = answers.get(request.getClass());
        return answer == null ? call(method, args) : answer.answer(request, sent -> callUnchecked(method, sent));
    }

    private Object callUnchecked(Method method, DynamoDbRequest request) {
        try {
            return call(method, request);
        } catch (RuntimeException | Error ex) {
            throw ex;
        } catch (Throwable ex) {
            throw new IllegalStateException(ex);
        }
    }

    private Object call(Method method, Object... args) throws Throwable {
        try {
            return method.invoke(real, args);
        } catch (InvocationTargetException ex) {
            throw ex.getCause();
        }
    }
}
