package io.bloop.boot;

import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** Makes the SDK's client, and says in the log what it is connected to. */
final class ClientFactory {

    private static final Logger LOG = LoggerFactory.getLogger(ClientFactory.class);

    static final String BEAN = "bloopDynamoDbClient";

    private ClientFactory() {}

    static DynamoDbClient create(BloopConnectionDetails details) {
        DynamoDbClientBuilder builder = DynamoDbClient.builder();
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
        LOG.info("Bloop uses {}", details.getDescription());
        return builder.build();
    }

    /** Says in the log which bean is used, where it is none of ours. */
    static void announce(ListableBeanFactory beanFactory) {
        if (!beanFactory.containsBean(BEAN)) {
            String[] names = BeanFactoryUtils.beanNamesForTypeIncludingAncestors(beanFactory, DynamoDbClient.class);
            LOG.info("Bloop uses the application's DynamoDbClient '{}'", String.join("', '", names));
        }
    }
}
