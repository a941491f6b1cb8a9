package io.bloop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.links.LinksApplication;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbServiceClientConfiguration;

/** Of the user's client, the connection details, the properties and the embedded server, the first one wins. */
@ExtendWith(OutputCaptureExtension.class)
class ConnectionTests {

    private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
            .withUserConfiguration(LinksApplication.class)
            .withPropertyValues("bloop.bind=none");

    @Test
    void prefersConnectionDetailsToProperties(CapturedOutput output) {
        contextRunner
                .withUserConfiguration(OwnDetails.class)
                .withPropertyValues("bloop.endpoint=http://localhost:1", "bloop.region=eu-north-1")
                .run(context -> {
                    DynamoDbServiceClientConfiguration client = configuration(context.getBean(DynamoDbClient.class));
                    assertThat(client.endpointOverride()).contains(URI.create("http://localhost:2"));
                    assertThat(client.region()).isEqualTo(Region.EU_WEST_1);
                    assertThat(output)
                            .containsOnlyOnce("INFO  ClientFactory - Bloop uses DynamoDB at http://localhost:2\n");
                    assertThat(output).containsOnlyOnce("Bloop uses");
                });
    }

    @Test
    void prefersPropertiesToTheEmbeddedServer(CapturedOutput output) {
        contextRunner
                .withPropertyValues("bloop.endpoint=http://localhost:1", "bloop.region=eu-north-1")
                .run(context -> {
                    DynamoDbServiceClientConfiguration client = configuration(context.getBean(DynamoDbClient.class));
                    assertThat(client.endpointOverride()).contains(URI.create("http://localhost:1"));
                    assertThat(client.region()).isEqualTo(Region.EU_NORTH_1);
                    assertThat(output)
                            .containsOnlyOnce(
                                    "INFO  ClientFactory - Bloop uses DynamoDB at http://localhost:1 in region"
                                            + " eu-north-1 (bloop.endpoint)\n");
                    assertThat(output).containsOnlyOnce("Bloop uses");
                });
    }

    @Test
    void takesARegionAloneForTheRealDynamoDb(CapturedOutput output) {
        contextRunner.withPropertyValues("bloop.region=eu-north-1").run(context -> {
            DynamoDbServiceClientConfiguration client = configuration(context.getBean(DynamoDbClient.class));
            assertThat(client.endpointOverride()).isEmpty();
            assertThat(client.region()).isEqualTo(Region.EU_NORTH_1);
            assertThat(output)
                    .containsOnlyOnce(
                            "INFO  ClientFactory - Bloop uses DynamoDB in region eu-north-1 (bloop.region)\n");
        });
    }

    @Test
    void needsNoRegionForAnEndpointOnThisMachine() {
        for (String host : new String[] {"localhost", "dynamodb.localhost", "127.0.0.2", "[::1]"}) {
            contextRunner
                    .withPropertyValues("bloop.endpoint=http://" + host + ":8000", "bloop.region=")
                    .run(context -> assertThat(configuration(context.getBean(DynamoDbClient.class))
                                    .region())
                            .isEqualTo(Region.US_EAST_1));
        }
    }

    @Test
    void asksTheAwsDefaultChainWhereNothingIsConfigured(CapturedOutput output) {
        contextRunner
                .withPropertyValues("bloop.embedded.enabled=false")
                .withSystemProperties("aws.region=ap-south-1")
                .run(context -> {
                    assertThat(configuration(context.getBean(DynamoDbClient.class))
                                    .region())
                            .isEqualTo(Region.AP_SOUTH_1);
                    assertThat(output)
                            .containsOnlyOnce(
                                    "INFO  ClientFactory - Bloop uses DynamoDB in region ap-south-1 (AWS default chain)\n");
                });
    }

    private static DynamoDbServiceClientConfiguration configuration(DynamoDbClient client) {
        return client.serviceClientConfiguration();
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnDetails {

        @Bean
        BloopConnectionDetails ownDetails() {
            return new BloopConnectionDetails() {

                @Override
                public URI getEndpoint() {
                    return URI.create("http://localhost:2");
                }

                @Override
                public Region getRegion() {
                    return Region.EU_WEST_1;
                }
            };
        }
    }
}
