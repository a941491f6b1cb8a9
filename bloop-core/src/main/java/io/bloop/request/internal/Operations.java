package io.bloop.request.internal;

import io.bloop.request.internal.Operation.Counts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Makes the kinds of requests that touch items.
 *
 * <p>Each when it is sent, so that a JVM does not make the functions of all of them before the first.
 */
final class Operations {

    private static final ReturnConsumedCapacity WANTED = ReturnConsumedCapacity.INDEXES;

    static Operation<GetItemRequest, ItemsResponse<GetItemResponse>> getItem() {
        return new Operation<>(
                "GetItem",
                request -> request.toBuilder().returnConsumedCapacity(WANTED).build(),
                (request, found) ->
                        Counts.of(found.items().size(), listed(found.answer().consumedCapacity())));
    }

    static Operation<BatchGetItemRequest, ItemsResponse<BatchGetItemResponse>> batchGetItem() {
        return new Operation<>(
                "BatchGetItem",
                request -> request.toBuilder().returnConsumedCapacity(WANTED).build(),
                (request, found) ->
                        Counts.of(found.items().size(), found.answer().consumedCapacity()));
    }

    static Operation<BatchWriteItemRequest, BatchWriteItemResponse> batchWriteItem() {
        return new Operation<>(
                "BatchWriteItem",
                request -> request.toBuilder().returnConsumedCapacity(WANTED).build(),
                (request, answer) -> Counts.of(
                        total(request.requestItems()) - total(answer.unprocessedItems()), answer.consumedCapacity()));
    }

    static Operation<PutItemRequest, PutItemResponse> putItem() {
        return new Operation<>(
                "PutItem",
                request -> request.toBuilder().returnConsumedCapacity(WANTED).build(),
                (request, answer) -> Counts.of(1, listed(answer.consumedCapacity())));
    }

    static Operation<UpdateItemRequest, UpdateItemResponse> updateItem() {
        return new Operation<>(
                "UpdateItem",
                request -> request.toBuilder().returnConsumedCapacity(WANTED).build(),
                (request, answer) -> Counts.of(1, listed(answer.consumedCapacity())));
    }

    static Operation<DeleteItemRequest, DeleteItemResponse> deleteItem() {
        return new Operation<>(
                "DeleteItem",
                request -> request.toBuilder().returnConsumedCapacity(WANTED).build(),
                (request, answer) -> Counts.of(1, listed(answer.consumedCapacity())));
    }

    static Operation<QueryRequest, ItemsResponse<QueryResponse>> query() {
        return new Operation<>(
                "Query",
                request -> request.toBuilder().returnConsumedCapacity(WANTED).build(),
                (request, found) -> new Counts(
                        found.answer().count(),
                        found.answer().scannedCount(),
                        listed(found.answer().consumedCapacity())));
    }

    static Operation<ScanRequest, ItemsResponse<ScanResponse>> scan() {
        return new Operation<>(
                "Scan",
                request -> request.toBuilder().returnConsumedCapacity(WANTED).build(),
                (request, found) -> new Counts(
                        found.answer().count(),
                        found.answer().scannedCount(),
                        listed(found.answer().consumedCapacity())));
    }

    static Operation<TransactWriteItemsRequest, TransactWriteItemsResponse> transactWriteItems() {
        return new Operation<>(
                "TransactWriteItems",
                request -> request.toBuilder().returnConsumedCapacity(WANTED).build(),
                (request, answer) -> Counts.of(request.transactItems().size(), answer.consumedCapacity()));
    }

    static Operation<TransactGetItemsRequest, TransactGetItemsResponse> transactGetItems() {
        return new Operation<>(
                "TransactGetItems",
                request -> request.toBuilder().returnConsumedCapacity(WANTED).build(),
                (request, answer) -> Counts.of(
                        (int) answer.responses().stream()
                                .filter(item -> !item.item().isEmpty())
                                .count(),
                        answer.consumedCapacity()));
    }

    private Operations() {}

    private static List<ConsumedCapacity> listed(@Nullable ConsumedCapacity capacity) {
        return capacity == null ? List.of() : List.of(capacity);
    }

    private static int total(Map<String, ? extends Collection<?>> byTable) {
        return byTable.values().stream().mapToInt(Collection::size).sum();
    }
}
