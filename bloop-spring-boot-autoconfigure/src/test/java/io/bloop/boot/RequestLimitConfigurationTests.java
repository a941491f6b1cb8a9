package io.bloop.boot;

import static io.bloop.boot.links.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.bloop.boot.links.Link;
import io.bloop.boot.links.LinksApplication;
import io.bloop.engine.Engine;
import io.bloop.engine.EngineBuilder;
import io.bloop.request.RequestLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Timeout(180)
class RequestLimitConfigurationTests {

    private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
            .withUserConfiguration(LinksApplication.class)
            .withPropertyValues("bloop.bind=none", "bloop.endpoint=http://localhost:1");

    private static EngineBuilder configured(ApplicationContext context, DynamoDbClient client) {
        return context.getBean(EngineBuilderConfigurer.class).configure(Engine.builder(client));
    }

    @Test
    @DisplayName("E23 the limit of requests is the number of connections")
    void sizesTheLimitToThePool() {
        contextRunner.run(context -> assertThat(configured(context, context.getBean(DynamoDbClient.class))
                        .requestLimit()
                        .orElseThrow()
                        .max())
                .isEqualTo(50));
        contextRunner
                .withPropertyValues("bloop.http.max-connections=7")
                .run(context -> assertThat(configured(context, context.getBean(DynamoDbClient.class))
                                .requestLimit()
                                .orElseThrow()
                                .max())
                        .isEqualTo(7));
    }

    @Test
    @DisplayName(
            "E23 all engines of the auto-configured client share its limit, and engines of other clients have none")
    void sharesTheLimitAmongEnginesOfOneClient() {
        contextRunner.run(context -> {
            DynamoDbClient client = context.getBean(DynamoDbClient.class);
            assertThat(configured(context, client).requestLimit().orElseThrow())
                    .isSameAs(configured(context, client).requestLimit().orElseThrow());
            assertThat(configured(context, mock(DynamoDbClient.class)).requestLimit())
                    .isEmpty();
        });
    }

    @Test
    @DisplayName("E23 a client of the application has no limit, unless the application sets one")
    void leavesAClientOfTheApplicationAlone() {
        contextRunner
                .withBean("ownClient", DynamoDbClient.class, () -> mock(DynamoDbClient.class))
                .run(context -> assertThat(configured(context, context.getBean(DynamoDbClient.class))
                                .requestLimit())
                        .isEmpty());
        contextRunner
                .withBean("ownClient", DynamoDbClient.class, () -> mock(DynamoDbClient.class))
                .withUserConfiguration(OwnLimit.class)
                .run(context -> assertThat(configured(context, context.getBean(DynamoDbClient.class))
                                .requestLimit()
                                .orElseThrow()
                                .max())
                        .isEqualTo(200));
    }

    static Stream<Arguments> otherHttpClients() {
        return Stream.of(
                Arguments.of("httpClientBuilder", (DynamoDbClientBuilderCustomizer) builder ->
                        builder.httpClientBuilder(Apache5HttpClient.builder().maxConnections(200))),
                Arguments.of("httpClient", (DynamoDbClientBuilderCustomizer)
                        builder -> builder.httpClient(Apache5HttpClient.create())),
                Arguments.of("httpClient in a chain", (DynamoDbClientBuilderCustomizer)
                        builder -> builder.dualstackEnabled(false).httpClient(Apache5HttpClient.create())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherHttpClients")
    @DisplayName("E23 another HTTP client, whose connections are not known, replaces the default and has no limit")
    void leavesAnotherHttpClientAlone(String way, DynamoDbClientBuilderCustomizer customizer) {
        contextRunner
                .withBean(DynamoDbClientBuilderCustomizer.class, () -> customizer)
                .run(context -> assertThat(configured(context, context.getBean(DynamoDbClient.class))
                                .requestLimit())
                        .isEmpty());
    }

    @Test
    @DisplayName("E23 a customizer that sets both kinds of HTTP client is refused by the SDK as ever")
    void leavesContradictionsToTheSdk() {
        contextRunner
                .withBean(
                        DynamoDbClientBuilderCustomizer.class,
                        () -> builder -> builder.httpClient(Apache5HttpClient.create())
                                .httpClientBuilder(Apache5HttpClient.builder()))
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("The httpClient and the httpClientBuilder can't both be configured."));
    }

    @Test
    @DisplayName("E23 two hundred threads share two connections of the application, and every request succeeds")
    void manyThreadsShareFewConnections() {
        new ApplicationContextRunner()
                .withUserConfiguration(LinksApplication.class)
                .withPropertyValues(
                        "bloop.endpoint="
                                + ServerAddress.of(LocalDynamoDb.client()).orElseThrow(),
                        "bloop.table-name-template=" + LocalDynamoDb.prefix() + "{table_name}",
                        "bloop.http.max-connections=2",
                        "bloop.http.connection-acquisition-timeout=100ms")
                .withSystemProperties("aws.accessKeyId=local", "aws.secretAccessKey=local")
                .run(context -> {
                    Engine engine = context.getBean(Engine.class);
                    engine.template(LINK).save(new Link("docs", "ada"));
                    List<FutureTask<Boolean>> all = new ArrayList<>();
                    for (int i = 0; i < 200; i++) {
                        FutureTask<Boolean> task = new FutureTask<>(
                                () -> engine.template(LINK).find("docs").isPresent());
                        all.add(task);
                        new Thread(task).start();
                    }
                    for (FutureTask<Boolean> task : all) {
                        assertThat(task.get()).isTrue();
                    }
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnLimit {

        @Bean
        EngineBuilderCustomizer requestLimit() {
            return builder -> builder.requestLimit(RequestLimit.of(200));
        }
    }
}
