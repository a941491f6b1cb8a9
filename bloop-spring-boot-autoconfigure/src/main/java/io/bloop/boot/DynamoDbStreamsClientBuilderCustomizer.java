package io.bloop.boot;

import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClientBuilder;

/**
 * Changes the builder of the auto-configured {@code DynamoDbStreamsClient}, after endpoint, region and credentials are set.
 *
 * <p>All beans of this type are applied in their order; clients of the application's own are not changed. A private endpoint
 * that serves tables alone, such as a VPC endpoint, is replaced by that of the streams here.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface DynamoDbStreamsClientBuilderCustomizer {

    /**
     * Changes the builder.
     *
     * @param builder the builder
     */
    void customize(DynamoDbStreamsClientBuilder builder);
}
