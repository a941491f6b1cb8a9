package io.bloop.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

class ServerAddressTests {

    private static DynamoDbClientBuilder builder(String region) {
        return DynamoDbClient.builder()
                .region(Region.of(region))
                .credentialsProvider(AnonymousCredentialsProvider.create());
    }

    @ParameterizedTest
    @CsvSource({
        "eu-west-1, https://dynamodb.eu-west-1.amazonaws.com",
        "cn-north-1, https://dynamodb.cn-north-1.amazonaws.com.cn"
    })
    void aClientOfARegionGoesToTheEndpointOfTheRegion(String region, String expected) {
        try (DynamoDbClient client = builder(region).build()) {
            ServerAddress address = ServerAddress.of(client).orElseThrow();
            assertThat(address).hasToString(expected);
            assertThat(address.region()).isEqualTo(region);
            assertThat(address.isDefaultPort()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8000, localhost, 8000, false",
        "http://localhost, localhost, 80, false",
        "https://dynamodb.example, dynamodb.example, 443, true"
    })
    void anEndpointOfItsOwnComesBeforeTheRegion(String endpoint, String host, int port, boolean isDefault) {
        try (DynamoDbClient client =
                builder("eu-west-1").endpointOverride(URI.create(endpoint)).build()) {
            ServerAddress address = ServerAddress.of(client).orElseThrow();
            assertThat(address.host()).isEqualTo(host);
            assertThat(address.port()).isEqualTo(port);
            assertThat(address.isDefaultPort()).isEqualTo(isDefault);
            assertThat(address).hasToString(endpoint);
        }
    }

    @Test
    void aClientThatDoesNotSayHasNoAddress() {
        DynamoDbClient silent = mock(DynamoDbClient.class);
        assertThat(ServerAddress.of(silent)).isEmpty();
        given(silent.serviceClientConfiguration()).willThrow(UnsupportedOperationException.class);
        assertThat(ServerAddress.of(silent)).isEmpty();
    }
}
