package io.bloop.boot.embedded;

import io.bloop.boot.BloopConnectionDetails;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** The connection to the embedded server, which takes any region and any alphanumeric credentials. */
record EmbeddedConnection(EmbeddedDynamoDb server) implements BloopConnectionDetails {

    @Override
    public URI getEndpoint() {
        return URI.create("http://" + EmbeddedDynamoDb.HOST + ":" + server.port());
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
        return "the embedded " + server;
    }
}
