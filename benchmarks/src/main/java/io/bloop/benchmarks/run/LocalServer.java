package io.bloop.benchmarks.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** A DynamoDB Local in a process of its own, in memory. */
public final class LocalServer implements AutoCloseable {

    private static final String MAIN_CLASS = "software.amazon.dynamodb.services.local.main.ServerRunner";

    private final String endpoint;
    private final JavaProcess process;

    /**
     * Starts a server.
     *
     * @throws IOException if it does not start
     */
    public LocalServer() throws IOException {
        String port = Integer.toString(freePort());
        this.endpoint = "http://localhost:" + port;
        this.process = JavaProcess.startSilent(List.of(
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                MAIN_CLASS,
                "-inMemory",
                "-sharedDb",
                "-disableTelemetry",
                "-port",
                port));
        try (DynamoDbClient client = builder(endpoint)
                .overrideConfiguration(c -> c.retryStrategy(r -> r.maxAttempts(20)))
                .build()) {
            client.listTables();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /**
     * Returns where it listens.
     *
     * @return the endpoint of this server
     */
    public String endpoint() {
        return endpoint;
    }

    /**
     * Makes a client.
     *
     * @param endpoint the endpoint of a server
     * @return a new client, for the caller to close
     */
    public static DynamoDbClient client(String endpoint) {
        return builder(endpoint).build();
    }

    private static DynamoDbClientBuilder builder(String endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create(endpoint))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
    }

    @Override
    public void close() {
        process.close();
    }
}
