package io.bloop.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.Mockito.mock;

import io.awspring.cloud.autoconfigure.dynamodb.DynamoDbAutoConfiguration;
import io.bloop.boot.links.LinkModel;
import io.bloop.boot.links.LinksApplication;
import io.bloop.engine.Engine;
import io.bloop.wire.ItemsInterceptor;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Which client the engine sends its requests by, where another starter brings one too. */
@ExtendWith(OutputCaptureExtension.class)
class ClientChoiceTests {

    private static final String NOWHERE = "http://localhost:1";

    private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
            .withUserConfiguration(LinksApplication.class)
            .withPropertyValues("bloop.bind=none")
            .withSystemProperties("aws.accessKeyId=local", "aws.secretAccessKey=local");

    private final ApplicationContextRunner besideSpringCloudAws =
            contextRunner.withConfiguration(AutoConfigurations.of(DynamoDbAutoConfiguration.class));

    @Test
    void prefersTheClientOfSpringCloudAwsToTheEmbeddedServer(CapturedOutput output) {
        besideSpringCloudAws.run(context -> {
            assertThat(context).hasNotFailed().doesNotHaveBean("embeddedDynamoDb");
            assertThat(output)
                    .containsOnlyOnce(
                            "INFO  ClientChoice - Bloop uses the DynamoDbClient 'dynamoDbClient' of another starter\n")
                    .containsOnlyOnce("Bloop uses");
            assertThat(endpointOfTheEngine(context)).isEqualTo("http://localhost:3");
        });
    }

    @Test
    void prefersPropertiesToTheClientOfSpringCloudAws(CapturedOutput output) {
        besideSpringCloudAws.withPropertyValues("bloop.endpoint=" + NOWHERE).run(context -> {
            assertThat(output)
                    .containsOnlyOnce(
                            "Bloop uses DynamoDB at http://localhost:1 in region us-east-1 (bloop.endpoint)\n")
                    .containsOnlyOnce("Bloop uses");
            assertThat(endpointOfTheEngine(context)).isEqualTo(NOWHERE);
        });
    }

    @Test
    void prefersConnectionDetailsToTheClientOfSpringCloudAws(CapturedOutput output) {
        besideSpringCloudAws
                .withBean(BloopConnectionDetails.class, () -> new BloopConnectionDetails() {
                    @Override
                    public URI getEndpoint() {
                        return URI.create("http://localhost:2");
                    }
                })
                .withSystemProperties("aws.region=eu-west-1")
                .run(context -> {
                    assertThat(output)
                            .containsOnlyOnce("Bloop uses DynamoDB at http://localhost:2\n")
                            .containsOnlyOnce("Bloop uses");
                    assertThat(context).hasNotFailed();
                });
    }

    @Test
    void leavesTheClientOfSpringCloudAwsToThoseWhoInjectAClient() {
        besideSpringCloudAws
                .withPropertyValues("bloop.endpoint=" + NOWHERE)
                .run(context ->
                        assertThat(context.getBean(DynamoDbClient.class)).isSameAs(context.getBean("dynamoDbClient")));
    }

    @Test
    void prefersTheApplicationsClientToEverything(CapturedOutput output) {
        besideSpringCloudAws
                .withUserConfiguration(OwnClient.class)
                .withPropertyValues("bloop.endpoint=" + NOWHERE)
                .run(context -> {
                    assertThat(context).getBeanNames(DynamoDbClient.class).containsExactly("ownClient");
                    assertThat(output).containsOnlyOnce("Bloop uses the application's DynamoDbClient 'ownClient'");
                });
    }

    @Test
    void passesOverAClientThatIsForAQualifierOnly(CapturedOutput output) {
        contextRunner
                .withUserConfiguration(ArchiveClient.class)
                .withPropertyValues("bloop.endpoint=" + NOWHERE)
                .run(context -> {
                    assertThat(endpointOfTheEngine(context)).isEqualTo(NOWHERE);
                    assertThat(output).containsOnlyOnce("Bloop uses");
                });
    }

    @Test
    void letsBeansChangeTheBuilderInTheirOrder() {
        contextRunner
                .withUserConfiguration(Customizers.class)
                .withPropertyValues("bloop.endpoint=" + NOWHERE)
                .run(context -> assertThat(context.getBean(DynamoDbClient.class)
                                .serviceClientConfiguration()
                                .overrideConfiguration()
                                .apiCallTimeout())
                        .contains(Duration.ofSeconds(2)));
    }

    @Test
    void letsItemsBeMappedFromBytesWhateverACustomizerSets() {
        contextRunner
                .withUserConfiguration(Customizers.class)
                .withPropertyValues("bloop.endpoint=" + NOWHERE)
                .run(context -> assertThat(context.getBean(DynamoDbClient.class)
                                .serviceClientConfiguration()
                                .overrideConfiguration()
                                .executionInterceptors())
                        .hasAtLeastOneElementOfType(ItemsInterceptor.class));
    }

    @Test
    void setsNoTimeOutsOfCalls() {
        contextRunner.withPropertyValues("bloop.endpoint=" + NOWHERE).run(context -> {
            var configuration = context.getBean(DynamoDbClient.class)
                    .serviceClientConfiguration()
                    .overrideConfiguration();
            assertThat(configuration.apiCallTimeout()).isEmpty();
            assertThat(configuration.apiCallAttemptTimeout()).isEmpty();
        });
    }

    /** Asks by a request of the engine that nobody answers. */
    private static String endpointOfTheEngine(ApplicationContext context) {
        Throwable failure = catchThrowable(
                () -> context.getBean(Engine.class).template(LinkModel.LINK).find("curl"));
        return String.valueOf(NestedExceptionUtils.getRootCause(failure))
                .replaceAll("(?s).*localhost:(\\d+).*", "http://localhost:$1");
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnClient {

        @Bean
        DynamoDbClient ownClient() {
            return mock(DynamoDbClient.class);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class ArchiveClient {

        @Bean(defaultCandidate = false)
        DynamoDbClient archiveClient() {
            return mock(DynamoDbClient.class);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Customizers {

        @Bean
        @Order(2)
        DynamoDbClientBuilderCustomizer second() {
            return builder -> builder.overrideConfiguration(c -> c.apiCallTimeout(Duration.ofSeconds(2)));
        }

        @Bean
        @Order(1)
        DynamoDbClientBuilderCustomizer first() {
            return builder -> builder.overrideConfiguration(c -> c.apiCallTimeout(Duration.ofSeconds(1)));
        }
    }
}
