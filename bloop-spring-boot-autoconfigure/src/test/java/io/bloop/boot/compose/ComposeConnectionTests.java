package io.bloop.boot.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import io.bloop.boot.BloopConnectionDetails;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;
import org.springframework.boot.docker.compose.core.ConnectionPorts;
import org.springframework.boot.docker.compose.core.ImageReference;
import org.springframework.boot.docker.compose.core.RunningService;
import org.springframework.boot.docker.compose.service.connection.DockerComposeConnectionSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.regions.Region;

class ComposeConnectionTests {

    @Test
    void connectsToAServiceOfDynamoDbLocal() {
        BloopConnectionDetails details = details("amazon/dynamodb-local:2.6.1", Map.of());
        assertThat(details.getEndpoint()).isEqualTo(URI.create("http://docker.example:18000"));
        assertThat(details.getRegion()).isEqualTo(Region.US_EAST_1);
        assertThat(credentials(details).accessKeyId()).isEqualTo("local");
        assertThat(details.getDescription())
                .isEqualTo("DynamoDB Local at http://docker.example:18000 (Docker Compose)");
    }

    @Test
    void takesRegionAndCredentialsOfTheService() {
        BloopConnectionDetails details = details(
                "localstack/localstack",
                Map.of(
                        "AWS_DEFAULT_REGION",
                        "eu-west-1",
                        "AWS_ACCESS_KEY_ID",
                        "key",
                        "AWS_SECRET_ACCESS_KEY",
                        "secret"));
        assertThat(details.getEndpoint()).isEqualTo(URI.create("http://docker.example:14566"));
        assertThat(details.getRegion()).isEqualTo(Region.EU_WEST_1);
        assertThat(credentials(details).accessKeyId()).isEqualTo("key");
        assertThat(credentials(details).secretAccessKey()).isEqualTo("secret");
        assertThat(details.getDescription()).isEqualTo("LocalStack at http://docker.example:14566 (Docker Compose)");
    }

    @Test
    void takesAnImageOfAnotherNameByItsLabel() {
        RunningService service = service("registry.example/own-dynamodb", Map.of());
        given(service.labels())
                .willReturn(Map.of("org.springframework.boot.service-connection", "amazon/dynamodb-local"));
        assertThat(found(service)).containsOnlyKeys(BloopConnectionDetails.class);
    }

    @Test
    void leavesOtherServicesAlone() {
        assertThat(found(service("redis", Map.of()))).isEmpty();
    }

    private static AwsCredentials credentials(BloopConnectionDetails details) {
        return Objects.requireNonNull(details.getCredentialsProvider()).resolveCredentials();
    }

    private static BloopConnectionDetails details(String image, Map<String, String> environment) {
        return (BloopConnectionDetails)
                Objects.requireNonNull(found(service(image, environment)).get(BloopConnectionDetails.class));
    }

    private static Map<Class<?>, ConnectionDetails> found(RunningService service) {
        DockerComposeConnectionSource source = mock(DockerComposeConnectionSource.class);
        given(source.getRunningService()).willReturn(service);
        return new ConnectionDetailsFactories(null).getConnectionDetails(source, false);
    }

    private static RunningService service(String image, Map<String, String> environment) {
        RunningService service = mock(RunningService.class);
        ConnectionPorts ports = mock(ConnectionPorts.class);
        given(ports.get(anyInt())).willAnswer(call -> 10_000 + call.<Integer>getArgument(0));
        given(ports.getAll()).willReturn(List.of());
        given(service.image()).willReturn(ImageReference.of(image));
        given(service.host()).willReturn("docker.example");
        given(service.ports()).willReturn(ports);
        given(service.env()).willReturn(environment);
        given(service.labels()).willReturn(Map.of());
        return service;
    }
}
