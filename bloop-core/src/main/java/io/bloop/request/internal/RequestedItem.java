package io.bloop.request.internal;

import io.bloop.wire.internal.RequestItems;
import io.bloop.wire.internal.WrittenItem;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Finds the item that a request is about, if it is about one alone. */
final class RequestedItem {

    private RequestedItem() {}

    /** Returns attributes that include those of the key; null where the request is about no item or about several. */
    static @Nullable Map<String, AttributeValue> of(AwsRequest request) {
        if (request instanceof GetItemRequest get) {
            return get.key();
        }
        if (request instanceof UpdateItemRequest update) {
            return update.key();
        }
        if (request instanceof DeleteItemRequest delete) {
            return delete.key();
        }
        return request instanceof PutItemRequest put ? put(put, put.item()) : ofGroup(request);
    }

    /** Returns the item of the only put of a request, which may carry it beside the put. */
    private static Map<String, AttributeValue> put(AwsRequest request, Map<String, AttributeValue> item) {
        WrittenItem carried = only(RequestItems.of(request));
        return carried == null ? item : carried.attributes();
    }

    private static @Nullable Map<String, AttributeValue> ofGroup(AwsRequest request) {
        if (request instanceof BatchGetItemRequest batch) {
            KeysAndAttributes wanted = only(batch.requestItems().values());
            return wanted == null ? null : only(wanted.keys());
        }
        if (request instanceof BatchWriteItemRequest batch) {
            List<WriteRequest> writes = only(batch.requestItems().values());
            WriteRequest write = writes == null ? null : only(writes);
            return write == null ? null : of(request, write);
        }
        if (request instanceof TransactGetItemsRequest transaction) {
            TransactGetItem get = only(transaction.transactItems());
            return get == null ? null : get.get().key();
        }
        TransactWriteItem write =
                request instanceof TransactWriteItemsRequest transaction ? only(transaction.transactItems()) : null;
        return write == null ? null : of(request, write);
    }

    private static Map<String, AttributeValue> of(AwsRequest request, WriteRequest write) {
        return write.putRequest() == null
                ? write.deleteRequest().key()
                : put(request, write.putRequest().item());
    }

    private static Map<String, AttributeValue> of(AwsRequest request, TransactWriteItem write) {
        if (write.put() != null) {
            return put(request, write.put().item());
        }
        if (write.update() != null) {
            return write.update().key();
        }
        return write.delete() == null
                ? write.conditionCheck().key()
                : write.delete().key();
    }

    private static <E> @Nullable E only(Collection<E> all) {
        return all.size() == 1 ? all.iterator().next() : null;
    }
}
