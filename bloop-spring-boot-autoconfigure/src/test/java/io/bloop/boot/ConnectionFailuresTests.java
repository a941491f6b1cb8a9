package io.bloop.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.sun.net.httpserver.HttpServer;
import io.bloop.boot.notes.NotesScan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.mockito.stubbing.OngoingStubbing;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

class ConnectionFailuresTests {

    @Test
    @DisabledIfEnvironmentVariable(named = "AWS_REGION", matches = ".+")
    void tellsWhereToSetARegion() {
        FailedStart expected = new FailedStart(
                "Bloop cannot connect to DynamoDB: neither bloop.region nor the AWS default chain names a region.",
                "Set bloop.region, or the environment variable AWS_REGION. To develop without AWS, add"
                        + " io.bloop:bloop-dynamodb-local to the class path.");
        withoutAwsSettings(() -> {
            assertThat(FailedStart.of(Notes.class, "--bloop.embedded.enabled=false"))
                    .isEqualTo(expected);
            assertThat(FailedStart.of(Notes.class, "--bloop.endpoint=https://dynamodb.example.org"))
                    .isEqualTo(expected);
        });
    }

    @Test
    void tellsWhereToSetCredentials() {
        assertThat(FailedStart.of(NoCredentials.class))
                .isEqualTo(new FailedStart(
                        "DescribeTable of Note in table 'Note' was not sent: the AWS default chain has no credentials.",
                        "Set the environment variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a profile in"
                                + " AWS_PROFILE. DynamoDB Local accepts any values, such as 'local' for both."));
    }

    @Test
    void namesTheEndpointThatDoesNotAnswer() throws IOException {
        String endpoint = "http://localhost:" + closedPort();
        assertThat(FailedStart.of(Unreachable.class, "--bloop.endpoint=" + endpoint, "--endpoint=" + endpoint))
                .isEqualTo(new FailedStart(
                        "DescribeTable of Note in table 'Note' was not answered: Connect to " + endpoint
                                + " failed: Connection refused.",
                        "Start what is to answer at " + endpoint + ", or correct bloop.endpoint."));
    }

    @Test
    @DisplayName("E2 an endpoint that accepts and never answers is named when the bind time-out is over")
    void namesTheEndpointThatIsSilent() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            String endpoint = "http://localhost:" + silent.getLocalPort();
            FailedStart failed = FailedStart.of(
                    Unreachable.class,
                    "--bloop.endpoint=" + endpoint,
                    "--endpoint=" + endpoint,
                    "--bloop.bind-timeout=3s");

            assertThat(failed.description())
                    .matches("DescribeTable of Note in table 'Note' was not answered in time: Client execution did not"
                            + " complete before the specified timeout configuration: \\d+ millis");
            assertThat(failed.action())
                    .isEqualTo(
                            "Start what is to answer at " + endpoint + ", or correct bloop.endpoint. If it only needs"
                                    + " longer, set bloop.bind-timeout to a longer time.");
        }
    }

    @Test
    @DisplayName("E5 an endpoint that is not DynamoDB is named with the status of its answer")
    void namesTheEndpointThatIsNotDynamoDb() throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            byte[] page = "<html><body>Not here</body></html>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(404, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        other.start();
        try {
            String endpoint = "http://localhost:" + other.getAddress().getPort();
            assertThat(FailedStart.of(Unreachable.class, "--bloop.endpoint=" + endpoint, "--endpoint=" + endpoint))
                    .isEqualTo(new FailedStart(
                            "DescribeTable of Note in table 'Note' failed: status 404 without an error code. The response"
                                    + " does not come from DynamoDB: check the endpoint, and every proxy or gateway on the"
                                    + " way.",
                            "Start what is to answer at " + endpoint + ", or correct bloop.endpoint."));
        } finally {
            other.stop(0);
        }
    }

    @Test
    void namesTheActionThatIsNotAllowed() {
        assertThat(FailedStart.of(Denied.class))
                .isEqualTo(new FailedStart(
                        "DescribeTable of Note in table 'Note' failed: AccessDeniedException: not authorized. Allow the"
                                + " action dynamodb:DescribeTable on the table to these credentials.",
                        "Allow what is denied, or start without binding: bloop.bind=none."));
    }

    @Test
    void tellsThatATableIsNotReadyInTime() {
        assertThat(FailedStart.of(NeverReady.class, "--bloop.bind-timeout=50ms"))
                .isEqualTo(
                        new FailedStart(
                                "Table 'Note' is not ready after 50ms: the table is CREATING.",
                                "Start again once it is ACTIVE, or set bloop.bind-timeout to a longer time. With"
                                        + " bloop.index-wait=go-on, the start does not wait for indexes that are being filled."));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void withoutAwsSettings(Runnable test) {
        Map<String, String> settings = Map.of(
                "aws.configFile", "absent", "aws.sharedCredentialsFile", "absent", "aws.disableEc2Metadata", "true");
        settings.forEach(System::setProperty);
        try {
            test.run();
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }

    @EnableAutoConfiguration
    @Import(NotesScan.class)
    static class Notes {}

    record Connection(URI endpoint, AwsCredentialsProvider credentials) implements BloopConnectionDetails {

        @Override
        public URI getEndpoint() {
            return endpoint;
        }

        @Override
        public Region getRegion() {
            return Region.US_EAST_1;
        }

        @Override
        public AwsCredentialsProvider getCredentialsProvider() {
            return credentials;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Notes.class)
    static class NoCredentials {

        @Bean
        BloopConnectionDetails connection() {
            ProfileFile empty = ProfileFile.aggregator().build();
            return new Connection(
                    URI.create("http://localhost:1"),
                    AwsCredentialsProviderChain.of(ProfileCredentialsProvider.builder()
                            .profileFile(empty)
                            .build()));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Notes.class)
    static class Unreachable {

        @Bean
        BloopConnectionDetails connection(@Value("${endpoint}") URI endpoint) {
            return new Connection(
                    endpoint, StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Notes.class)
    static class Denied {

        @Bean
        DynamoDbClient client() {
            AwsErrorDetails details = AwsErrorDetails.builder()
                    .errorCode("AccessDeniedException")
                    .errorMessage("not authorized")
                    .build();
            DynamoDbClient client = mock(DynamoDbClient.class);
            describeTable(client)
                    .thenThrow(
                            DynamoDbException.builder().awsErrorDetails(details).build());
            return client;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(Notes.class)
    static class NeverReady {

        @Bean
        DynamoDbClient client() {
            DynamoDbClient client = mock(DynamoDbClient.class);
            describeTable(client)
                    .thenReturn(DescribeTableResponse.builder()
                            .table(table -> table.tableStatus(TableStatus.CREATING))
                            .build());
            return client;
        }
    }

    private static OngoingStubbing<DescribeTableResponse> describeTable(DynamoDbClient client) {
        return when(client.describeTable(any(DescribeTableRequest.class)));
    }
}
