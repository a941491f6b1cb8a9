package io.bloop.boot;

import io.bloop.boot.BloopProperties.Http;
import io.bloop.request.RequestLimit;
import io.bloop.wire.ItemsInterceptor;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** Makes the SDK's client, and logs its connection. */
final class ClientFactory {

    private static final Logger LOG = LoggerFactory.getLogger(ClientFactory.class);

    static final String BEAN = "bloopDynamoDbClient";

    private ClientFactory() {}

    static DynamoDbClient create(
            BloopConnectionDetails details,
            Http http,
            ObjectProvider<DynamoDbClientBuilderCustomizer> customizers,
            RequestLimits limits) {
        DynamoDbClientBuilder builder = DynamoDbClient.builder();
        AtomicBoolean pooled = HttpClients.apply(builder, http);
        Region region = details.getRegion();
        builder.region(region == null ? DefaultRegion.get() : region);
        URI endpoint = details.getEndpoint();
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        AwsCredentialsProvider credentials = details.getCredentialsProvider();
        if (credentials != null) {
            builder.credentialsProvider(credentials);
        }
        DynamoDbClientBuilder customized = CustomizedBuilder.of(builder);
        customizers.orderedStream().forEach(customizer -> customizer.customize(customized));
        // last, since a customizer replaces earlier settings
        builder.overrideConfiguration(builder.overrideConfiguration().toBuilder()
                .addExecutionInterceptor(new ItemsInterceptor())
                .build());
        LOG.info("Bloop uses {}", details.getDescription());
        DynamoDbClient client = builder.build();
        if (pooled.get()) {
            limits.put(client, RequestLimit.of(http.maxConnections()));
        }
        return client;
    }
}
