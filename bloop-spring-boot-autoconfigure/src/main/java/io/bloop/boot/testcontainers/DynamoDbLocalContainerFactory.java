package io.bloop.boot.testcontainers;

import io.bloop.boot.BloopConnectionDetails;
import java.net.URI;
import java.util.List;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;
import org.testcontainers.containers.Container;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** Connects to a container of the image {@code amazon/dynamodb-local}, which takes any region and credentials. */
final class DynamoDbLocalContainerFactory
        extends ContainerConnectionDetailsFactory<Container<?>, BloopConnectionDetails> {

    private static final int PORT = 8000;

    DynamoDbLocalContainerFactory() {
        super(List.of("amazon/dynamodb-local"), "software.amazon.awssdk.services.dynamodb.DynamoDbClient");
    }

    @Override
    protected BloopConnectionDetails getContainerConnectionDetails(ContainerConnectionSource<Container<?>> source) {
        return new Details(source);
    }

    private static final class Details extends ContainerConnectionDetails<Container<?>>
            implements BloopConnectionDetails {

        Details(ContainerConnectionSource<Container<?>> source) {
            super(source);
        }

        @Override
        public URI getEndpoint() {
            return URI.create(
                    "http://" + getContainer().getHost() + ":" + getContainer().getMappedPort(PORT));
        }

        @Override
        public Region getRegion() {
            return Region.US_EAST_1;
        }

        @Override
        public AwsCredentialsProvider getCredentialsProvider() {
            return StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
        }

        @Override
        public String getDescription() {
            return "DynamoDB Local at " + getEndpoint() + " (Testcontainers)";
        }
    }
}
