package io.bloop.boot.testcontainers;

import io.bloop.boot.BloopConnectionDetails;
import java.net.URI;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionDetailsFactory;
import org.springframework.boot.testcontainers.service.connection.ContainerConnectionSource;
import org.testcontainers.localstack.LocalStackContainer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** Connects to a container of LocalStack. */
final class LocalStackContainerFactory
        extends ContainerConnectionDetailsFactory<LocalStackContainer, BloopConnectionDetails> {

    LocalStackContainerFactory() {
        super(ANY_CONNECTION_NAME, "software.amazon.awssdk.services.dynamodb.DynamoDbClient");
    }

    @Override
    protected BloopConnectionDetails getContainerConnectionDetails(
            ContainerConnectionSource<LocalStackContainer> source) {
        return new Details(source);
    }

    private static final class Details extends ContainerConnectionDetails<LocalStackContainer>
            implements BloopConnectionDetails {

        Details(ContainerConnectionSource<LocalStackContainer> source) {
            super(source);
        }

        @Override
        public URI getEndpoint() {
            return getContainer().getEndpoint();
        }

        @Override
        public Region getRegion() {
            return Region.of(getContainer().getRegion());
        }

        @Override
        public AwsCredentialsProvider getCredentialsProvider() {
            return StaticCredentialsProvider.create(AwsBasicCredentials.create(
                    getContainer().getAccessKey(), getContainer().getSecretKey()));
        }

        @Override
        public String getDescription() {
            return "LocalStack at " + getEndpoint() + " (Testcontainers)";
        }
    }
}
