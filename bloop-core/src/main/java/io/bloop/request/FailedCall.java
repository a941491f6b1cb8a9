package io.bloop.request;

import io.bloop.type.AttributeValues;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * A request that has failed.
 *
 * @param operation the API operation
 * @param target the models, the table and the index
 * @param key the printed key of the item, or null where the request is about no single item
 */
record FailedCall(String operation, Target target, @Nullable String key) {

    static FailedCall of(String operation, Target target, DynamoDbRequest request) {
        return new FailedCall(operation, target, key(target, request));
    }

    private static @Nullable String key(Target target, DynamoDbRequest request) {
        Map<String, AttributeValue> item = item(request);
        return item == null || target.keyColumns().isEmpty()
                ? null
                : AttributeValues.printKey(target.models(), target.keyColumns(), item);
    }

    /** Returns attributes that include those of the key. */
    private static @Nullable Map<String, AttributeValue> item(DynamoDbRequest request) {
        if (request instanceof GetItemRequest get) {
            return get.key();
        }
        if (request instanceof UpdateItemRequest update) {
            return update.key();
        }
        if (request instanceof DeleteItemRequest delete) {
            return delete.key();
        }
        return request instanceof PutItemRequest put ? put.item() : null;
    }

    /** Returns the request for people, as {@code GetItem of User(id=S "1") in table 'users'}. */
    @Override
    public String toString() {
        return operation + " of " + (key == null ? target.toString() : target.toString(key));
    }
}
