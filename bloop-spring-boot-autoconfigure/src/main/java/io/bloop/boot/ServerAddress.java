package io.bloop.boot;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsServiceClientConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Where a client sends its requests.
 *
 * @param scheme {@code https} or {@code http}
 * @param host the host name
 * @param port the port, never the one that merely stands for a default
 * @param region the AWS region
 * @since 0.1.0
 */
public record ServerAddress(String scheme, String host, int port, String region) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /**
     * Finds the address of a client.
     *
     * @param client the client
     * @return its endpoint, or that of its region; empty where the client does not say
     */
    public static Optional<ServerAddress> of(DynamoDbClient client) {
        AwsServiceClientConfiguration configuration;
        try {
            configuration = client.serviceClientConfiguration();
        } catch (UnsupportedOperationException ex) {
            return Optional.empty();
        }
        if (configuration == null || configuration.region() == null) {
            return Optional.empty();
        }
        Region region = configuration.region();
        URI endpoint = configuration.endpointOverride().orElseGet(() -> ofRegion(region));
        return Optional.of(new ServerAddress(endpoint.getScheme(), endpoint.getHost(), port(endpoint), region.id()));
    }

    private static URI ofRegion(Region region) {
        return URI.create("https://" + DynamoDbClient.serviceMetadata().endpointFor(region));
    }

    private static int port(URI endpoint) {
        if (endpoint.getPort() != -1) {
            return endpoint.getPort();
        }
        return endpoint.getScheme().equals("http") ? HTTP : HTTPS;
    }

    /**
     * Tells whether the port is that of DynamoDB in the AWS cloud.
     *
     * @return true for 443
     */
    public boolean isDefaultPort() {
        return port == HTTPS;
    }

    /** Returns the address as a URL. */
    @Override
    public String toString() {
        boolean implied = port == (scheme.equals("http") ? HTTP : HTTPS);
        return scheme + "://" + host + (implied ? "" : ":" + port);
    }
}
