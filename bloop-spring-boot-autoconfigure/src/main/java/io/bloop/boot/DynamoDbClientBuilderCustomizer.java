package io.bloop.boot;

import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * Changes the builder of the auto-configured {@code DynamoDbClient}, after the connection is set.
 *
 * <p>All beans of this type are applied in their order; clients of the application's own are not changed. Another HTTP
 * client, set by {@code httpClient} or {@code httpClientBuilder}, replaces the default one: then {@code bloop.http} has no effect, and
 * an {@link EngineBuilderCustomizer} sets the {@link io.bloop.request.RequestLimit} that fits. With an interceptor that is
 * added here, items are left to the SDK, so that the interceptor sees them, unless {@code bloop.read-from-bytes} is true.
 *
 * @since 0.1.0
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
