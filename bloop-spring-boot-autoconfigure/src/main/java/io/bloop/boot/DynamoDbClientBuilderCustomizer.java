package io.bloop.boot;

import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * Changes the builder of the auto-configured {@code DynamoDbClient}, after the connection is set.
 *
 * <p>All beans of this type are applied in their order; clients of the application's own are not changed. Another HTTP
 * client is set by {@code httpClientBuilder}, which replaces the default one. An interceptor that is added here sees the
 * responses to the engine's reads without their items, which an {@link io.bloop.wire.ItemsInterceptor} has taken.
 */
@FunctionalInterface
public interface DynamoDbClientBuilderCustomizer {

    /**
     * Changes the builder.
     *
     * @param builder the builder
     */
    void customize(DynamoDbClientBuilder builder);
}
