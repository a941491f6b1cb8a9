package io.bloop.boot;

import io.bloop.boot.BloopProperties.Http;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbServiceClientConfiguration;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClientBuilder;

/**
 * Makes a client for streams with the endpoint, region and credentials of a client for tables.
 *
 * <p>Makes each at its first use, so that applications that read no stream have none. Thread-safe.
 */
final class StreamsClients implements AutoCloseable {

    private final Http http;
    private final List<DynamoDbStreamsClientBuilderCustomizer> customizers;
    private final Map<DynamoDbClient, DynamoDbStreamsClient> clients = new IdentityHashMap<>();

    StreamsClients(Http http, List<DynamoDbStreamsClientBuilderCustomizer> customizers) {
        this.http = http;
        this.customizers = customizers;
    }

    /** Returns the client for streams of the tables that another client reads. */
    synchronized DynamoDbStreamsClient beside(DynamoDbClient client) {
        return clients.computeIfAbsent(client, this::create);
    }

    private DynamoDbStreamsClient create(DynamoDbClient client) {
        DynamoDbServiceClientConfiguration configuration = client.serviceClientConfiguration();
        DynamoDbStreamsClientBuilder builder = DynamoDbStreamsClient.builder();
        HttpClients.apply(builder, http);
        builder.region(configuration.region()).credentialsProvider(configuration.credentialsProvider());
        configuration.endpointOverride().ifPresent(builder::endpointOverride);
        customizers.forEach(customizer -> customizer.customize(builder));
        return builder.build();
    }

    @Override
    public synchronized void close() {
        clients.values().forEach(DynamoDbStreamsClient::close);
        clients.clear();
    }
}
