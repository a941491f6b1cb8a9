package io.bloop.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bloop.engine.Engine;
import io.bloop.request.NoAnswer;
import io.bloop.request.RequestObserver;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.SilentServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

@Timeout(60)
class BindTimeoutTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private static List<ThingModel> models(int number) {
        List<ThingModel> models = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            String name = "Thing" + i;
            models.add(new ThingModel(name, t -> t.named(name)));
        }
        return models;
    }

    private static DynamoDbClient client(SilentServer server, Consumer<ClientOverrideConfiguration.Builder> more) {
        return LocalDynamoDb.clientBuilder()
                .endpointOverride(server.endpoint())
                .overrideConfiguration(more)
                .build();
    }

    private static NoAnswer bindFails(DynamoDbClient client, Duration timeout, int models) {
        Engine engine = Engine.builder(client).bindTimeout(timeout).build();
        return catchThrowableOfType(NoAnswer.class, () -> engine.bind(models(models)));
    }

    @Test
    @DisplayName("E2 an endpoint that accepts and never answers holds the binding no longer than its time-out")
    void boundsItsRequests() throws IOException {
        try (SilentServer server = new SilentServer();
                DynamoDbClient client = client(server, c -> {})) {
            long start = System.nanoTime();

            NoAnswer failed = bindFails(client, Duration.ofSeconds(3), 1);

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(2_900), Duration.ofSeconds(10));
            assertThat(failed).hasCauseInstanceOf(ApiCallTimeoutException.class);
            assertThat(failed.operation()).isEqualTo("DescribeTable");
        }
    }

    @Test
    @DisplayName("E2 many tables at an endpoint that never answers take no longer than one")
    void boundsTheRequestsOfManyTables() throws IOException {
        try (SilentServer server = new SilentServer();
                DynamoDbClient client = client(server, c -> {})) {
            long start = System.nanoTime();

            NoAnswer failed = bindFails(client, Duration.ofSeconds(3), 60);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(12));
            assertThat(failed.getSuppressed()).hasSizeLessThan(16);
        }
    }

    @Test
    @DisplayName("E2 a shorter time-out of the client remains")
    void keepsAShorterTimeoutOfTheClient() throws IOException {
        try (SilentServer server = new SilentServer();
                DynamoDbClient client = client(server, c -> c.apiCallTimeout(Duration.ofMillis(500)))) {
            NoAnswer failed = bindFails(client, Duration.ofMinutes(2), 1);

            assertThat(failed).hasMessageContaining("500 millis");
        }
    }

    @Test
    @DisplayName("E2 the time-out of a request is added to what else is configured for it")
    void addsToTheConfiguration() {
        InterceptedClient client = dynamoDb.intercept();
        RequestObserver observer = (operation, target) -> outcome -> {};
        dynamoDb.engineBuilder(client.client())
                .observer(observer)
                .bindTimeout(Duration.ofSeconds(30))
                .build()
                .bind(models(1));

        assertThat(client.requests(DynamoDbRequest.class)).isNotEmpty().allSatisfy(request -> {
            AwsRequestOverrideConfiguration configuration =
                    request.overrideConfiguration().orElseThrow();
            assertThat(configuration.apiCallTimeout().orElseThrow())
                    .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(30));
            assertThat(configuration.metricPublishers()).hasSize(1);
        });
    }

    @Test
    @DisplayName("E2 what is asked of a table outside of binding has the client's time-out")
    void leavesOtherRequests() {
        InterceptedClient client = dynamoDb.intercept();
        Engine engine = dynamoDb.engineBuilder(client.client()).build();
        engine.bind(models(1));
        client.clear();

        engine.bindings().check(dynamoDb.tableName("Thing0"));

        assertThat(client.requests(DynamoDbRequest.class))
                .isNotEmpty()
                .allSatisfy(
                        request -> assertThat(request.overrideConfiguration()).isEmpty());
    }
}
