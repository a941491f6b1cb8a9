package io.bloop.boot;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/**
 * Supplies the connection to DynamoDB for the auto-configured client.
 *
 * <p>A bean of this type takes precedence over properties and over the embedded DynamoDB Local. Implementations are
 * thread-safe.
 *
 * @since 0.1.0
 */
public interface BloopConnectionDetails extends ConnectionDetails {

    /**
     * Returns the endpoint.
     *
     * @return the endpoint, or null for that of the region
     */
    default @Nullable URI getEndpoint() {
        return null;
    }

    /**
     * Returns the region.
     *
     * @return the region, or null for that of the AWS default chain
     */
    default @Nullable Region getRegion() {
        return null;
    }

    /**
     * Returns the credentials.
     *
     * @return the credentials, or null for those of the AWS default chain
     */
    default @Nullable AwsCredentialsProvider getCredentialsProvider() {
        return null;
    }

    /**
     * Says in words what is connected to, for the log; holds no credentials.
     *
     * @return words that go on after "Bloop uses"
     */
    default String getDescription() {
        return getEndpoint() == null ? "DynamoDB" : "DynamoDB at " + getEndpoint();
    }
}
