package io.bloop.request;

import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsDescription;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
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
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Sends every request of an engine, a method for each kind.
 *
 * <p>For the engine. Failures become {@link RequestFailed}, but for the answers that callers ask for: an unmet
 * condition, and in table operations a table that is missing, is there already, or cannot be asked that here.
 * Thread-safe.
 */
public final class Requests {

    private final DynamoDbClient client;

    /**
     * Creates the requests of an engine.
     *
     * @param client the SDK's client; remains the caller's to close
     */
    public Requests(DynamoDbClient client) {
        this.client = client;
    }

    /**
     * Gets one item.
     *
     * @param target what the request is about
     * @param request the request
     * @return the answer
     */
    public GetItemResponse getItem(Target target, GetItemRequest request) {
        return send("GetItem", target, () -> client.getItem(request));
    }

    /**
     * Gets up to 100 items.
     *
     * @param target what the request is about
     * @param request the request
     * @return the answer
     */
    public BatchGetItemResponse batchGetItem(Target target, BatchGetItemRequest request) {
        return send("BatchGetItem", target, () -> client.batchGetItem(request));
    }

    /**
     * Puts and deletes up to 25 items.
     *
     * @param target what the request is about
     * @param request the request
     * @return the answer
     */
    public BatchWriteItemResponse batchWriteItem(Target target, BatchWriteItemRequest request) {
        return send("BatchWriteItem", target, () -> client.batchWriteItem(request));
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
        return send("PutItem", target, () -> client.putItem(request));
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
        return send("UpdateItem", target, () -> client.updateItem(request));
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
        return send("DeleteItem", target, () -> client.deleteItem(request));
    }

    /**
     * Queries one page.
     *
     * @param target what the request is about
     * @param request the request
     * @return the answer
     */
    public QueryResponse query(Target target, QueryRequest request) {
        return send("Query", target, () -> client.query(request));
    }

    /**
     * Scans one page.
     *
     * @param target what the request is about
     * @param request the request
     * @return the answer
     */
    public ScanResponse scan(Target target, ScanRequest request) {
        return send("Scan", target, () -> client.scan(request));
    }

    /**
     * Writes up to 100 items together.
     *
     * @param target what the request is about
     * @param request the request
     * @throws TransactionCanceledException if it was cancelled
     */
    public void transactWriteItems(Target target, TransactWriteItemsRequest request) {
        send("TransactWriteItems", target, () -> client.transactWriteItems(request));
    }

    /**
     * Gets up to 100 items as they are at one moment.
     *
     * @param target what the request is about
     * @param request the request
     * @return the answer
     */
    public TransactGetItemsResponse transactGetItems(Target target, TransactGetItemsRequest request) {
        return send("TransactGetItems", target, () -> client.transactGetItems(request));
    }

    /**
     * Describes a table.
     *
     * @param target what the request is about
     * @return the description
     * @throws ResourceNotFoundException if there is no such table
     */
    public TableDescription describeTable(Target target) {
        return send(
                "DescribeTable",
                target,
                () -> client.describeTable(r -> r.tableName(target.table())).table());
    }

    /**
     * Creates a table.
     *
     * @param target what the request is about
     * @param request the request
     * @throws ResourceInUseException if there is a table of that name
     */
    public void createTable(Target target, CreateTableRequest request) {
        send("CreateTable", target, () -> client.createTable(request));
    }

    /**
     * Describes a table's time to live.
     *
     * @param target what the request is about
     * @return the description
     */
    public TimeToLiveDescription describeTimeToLive(Target target) {
        return send(
                "DescribeTimeToLive",
                target,
                () -> client.describeTimeToLive(r -> r.tableName(target.table()))
                        .timeToLiveDescription());
    }

    /**
     * Switches a table's time to live on.
     *
     * @param target what the request is about
     * @param attribute the attribute that holds the time
     */
    public void enableTimeToLive(Target target, String attribute) {
        send(
                "UpdateTimeToLive",
                target,
                () -> client.updateTimeToLive(r -> r.tableName(target.table())
                        .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName(attribute))));
    }

    /**
     * Describes a table's backups.
     *
     * @param target what the request is about
     * @return the description
     */
    public ContinuousBackupsDescription describeBackups(Target target) {
        return send(
                "DescribeContinuousBackups",
                target,
                () -> client.describeContinuousBackups(r -> r.tableName(target.table()))
                        .continuousBackupsDescription());
    }

    /**
     * Switches a table's point-in-time recovery on.
     *
     * @param target what the request is about
     */
    public void enableBackups(Target target) {
        send(
                "UpdateContinuousBackups",
                target,
                () -> client.updateContinuousBackups(r -> r.tableName(target.table())
                        .pointInTimeRecoverySpecification(pitr -> pitr.pointInTimeRecoveryEnabled(true))));
    }

    private <R> R send(String operation, Target target, Supplier<R> call) {
        try {
            return call.get();
        } catch (ConditionalCheckFailedException | ResourceNotFoundException | ResourceInUseException ex) {
            if (ex instanceof ConditionalCheckFailedException || operation.endsWith("Table")) {
                throw ex;
            }
            throw Failures.of(operation, target, ex);
        } catch (TransactionCanceledException ex) {
            if (operation.equals("TransactWriteItems")) {
                throw ex;
            }
            throw Failures.of(operation, target, ex);
        } catch (SdkException ex) {
            throw Failures.of(operation, target, ex);
        }
    }
}
