package io.bloop.boot.compose;

import io.bloop.boot.BloopConnectionDetails;
import java.net.URI;
import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionDetailsFactory;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** Connects to a service of Docker Compose that serves DynamoDB at one port and takes the credentials it is given. */
abstract class ComposeConnection extends DockerComposeConnectionDetailsFactory<BloopConnectionDetails> {

    private final String product;
    private final int port;

    ComposeConnection(String[] images, String product, int port) {
        super(images, "software.amazon.awssdk.services.dynamodb.DynamoDbClient");
        this.product = product;
        this.port = port;
    }

    @Override
    protected BloopConnectionDetails getDockerComposeConnectionDetails(DockerComposeConnectionSource source) {
        return new Details(source.getRunningService(), product, port);
    }

    private static final class Details extends DockerComposeConnectionDetails implements BloopConnectionDetails {

        private final URI endpoint;
        private final Region region;
        private final AwsCredentialsProvider credentials;
        private final String product;

        Details(RunningService service, String product, int port) {
            super(service);
            this.endpoint = URI.create(
                    "http://" + service.host() + ":" + service.ports().get(port));
            this.region = Region.of(service.env().getOrDefault("AWS_DEFAULT_REGION", Region.US_EAST_1.id()));
            this.credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create(
                    service.env().getOrDefault("AWS_ACCESS_KEY_ID", "local"),
                    service.env().getOrDefault("AWS_SECRET_ACCESS_KEY", "local")));
            this.product = product;
        }

        @Override
        public URI getEndpoint() {
            return endpoint;
        }

        @Override
        public Region getRegion() {
            return region;
        }

        @Override
        public AwsCredentialsProvider getCredentialsProvider() {
            return credentials;
        }

        @Override
        public String getDescription() {
            return product + " at " + endpoint + " (Docker Compose)";
        }
    }
}
