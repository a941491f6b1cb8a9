package io.bloop.request.internal;

import io.bloop.request.Target;
import io.bloop.type.AttributeValues;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A request that has failed.
 *
 * @param operation the API operation
 * @param target the models, the table and the index
 * @param key the printed key of the item, or null where the request is about no single item
 */
public record FailedCall(
        String operation, Target target, @Nullable String key) {

    static FailedCall of(String operation, Target target, AwsRequest request) {
        return new FailedCall(operation, target, key(target, request));
    }

    private static @Nullable String key(Target target, AwsRequest request) {
        Map<String, AttributeValue> item = RequestedItem.of(request);
        return item == null || target.keyColumns().isEmpty()
                ? null
                : AttributeValues.printKey(target.models(), target.keyColumns(), item);
    }

    /** Returns the request for people, such as {@code GetItem of User(id=S "1") in table 'users'}. */
    @Override
    public String toString() {
        return operation + " of " + (key == null ? target.toString() : target.toString(key));
    }
}
