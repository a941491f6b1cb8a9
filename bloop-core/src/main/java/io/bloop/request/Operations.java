package io.bloop.request;

import io.bloop.request.Operation.Counts;
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

/** Holds the kinds of requests that touch items. */
final class Operations {

    private static final ReturnConsumedCapacity WANTED = ReturnConsumedCapacity.INDEXES;

    static final Operation<GetItemRequest, Found<GetItemResponse>> GET_ITEM = new Operation<>(
            "GetItem",
            request -> request.toBuilder().returnConsumedCapacity(WANTED).build(),
            (request, found) ->
                    Counts.of(found.items().size(), listed(found.answer().consumedCapacity())));

    static final Operation<BatchGetItemRequest, Found<BatchGetItemResponse>> BATCH_GET_ITEM = new Operation<>(
            "BatchGetItem",
            request -> request.toBuilder().returnConsumedCapacity(WANTED).build(),
            (request, found) -> Counts.of(found.items().size(), found.answer().consumedCapacity()));

    static final Operation<BatchWriteItemRequest, BatchWriteItemResponse> BATCH_WRITE_ITEM = new Operation<>(
            "BatchWriteItem",
            request -> request.toBuilder().returnConsumedCapacity(WANTED).build(),
            (request, answer) -> Counts.of(
                    total(request.requestItems()) - total(answer.unprocessedItems()), answer.consumedCapacity()));

    static final Operation<PutItemRequest, PutItemResponse> PUT_ITEM = new Operation<>(
            "PutItem",
            request -> request.toBuilder().returnConsumedCapacity(WANTED).build(),
            (request, answer) -> Counts.of(1, listed(answer.consumedCapacity())));

    static final Operation<UpdateItemRequest, UpdateItemResponse> UPDATE_ITEM = new Operation<>(
            "UpdateItem",
            request -> request.toBuilder().returnConsumedCapacity(WANTED).build(),
            (request, answer) -> Counts.of(1, listed(answer.consumedCapacity())));

    static final Operation<DeleteItemRequest, DeleteItemResponse> DELETE_ITEM = new Operation<>(
            "DeleteItem",
            request -> request.toBuilder().returnConsumedCapacity(WANTED).build(),
            (request, answer) -> Counts.of(1, listed(answer.consumedCapacity())));

    static final Operation<QueryRequest, Found<QueryResponse>> QUERY = new Operation<>(
            "Query",
            request -> request.toBuilder().returnConsumedCapacity(WANTED).build(),
            (request, found) -> new Counts(
                    found.answer().count(),
                    found.answer().scannedCount(),
                    listed(found.answer().consumedCapacity())));

    static final Operation<ScanRequest, Found<ScanResponse>> SCAN = new Operation<>(
            "Scan",
            request -> request.toBuilder().returnConsumedCapacity(WANTED).build(),
            (request, found) -> new Counts(
                    found.answer().count(),
                    found.answer().scannedCount(),
                    listed(found.answer().consumedCapacity())));

    static final Operation<TransactWriteItemsRequest, TransactWriteItemsResponse> TRANSACT_WRITE_ITEMS =
            new Operation<>(
                    "TransactWriteItems",
                    request ->
                            request.toBuilder().returnConsumedCapacity(WANTED).build(),
                    (request, answer) -> Counts.of(request.transactItems().size(), answer.consumedCapacity()));

    static final Operation<TransactGetItemsRequest, TransactGetItemsResponse> TRANSACT_GET_ITEMS = new Operation<>(
            "TransactGetItems",
            request -> request.toBuilder().returnConsumedCapacity(WANTED).build(),
            (request, answer) -> Counts.of(
                    (int) answer.responses().stream()
                            .filter(item -> !item.item().isEmpty())
                            .count(),
                    answer.consumedCapacity()));

    private Operations() {}

    private static List<ConsumedCapacity> listed(@Nullable ConsumedCapacity capacity) {
        return capacity == null ? List.of() : List.of(capacity);
    }

    private static int total(Map<String, ? extends Collection<?>> byTable) {
        return byTable.values().stream().mapToInt(Collection::size).sum();
    }
}
