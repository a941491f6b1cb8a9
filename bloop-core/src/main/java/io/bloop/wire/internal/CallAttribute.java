package io.bloop.wire.internal;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/** What a request carries to the interceptor beside what the SDK sends. Immutable and thread-safe. */
final class CallAttribute<V> {

    private final ExecutionAttribute<V> attribute;

    /** The SDK refuses two attributes of one name, and class loaders may have a class like this each. */
    CallAttribute(Class<V> type) {
        attribute = new ExecutionAttribute<>(type.getName() + "@" + Integer.toHexString(System.identityHashCode(type)));
    }

    /** Gives a value to a request, and keeps the configuration that the request has. */
    void put(DynamoDbRequest.Builder request, V value) {
        AwsRequestOverrideConfiguration own = request.overrideConfiguration();
        AwsRequestOverrideConfiguration.Builder configuration =
                own == null ? AwsRequestOverrideConfiguration.builder() : own.toBuilder();
        request.overrideConfiguration(
                configuration.putExecutionAttribute(attribute, value).build());
    }

    @Nullable
    V of(ExecutionAttributes attributes) {
        return attributes.getAttribute(attribute);
    }

    @Nullable
    V of(AwsRequest request) {
        return request.overrideConfiguration()
                .map(configuration -> configuration.executionAttributes().getAttribute(attribute))
                .orElse(null);
    }
}
