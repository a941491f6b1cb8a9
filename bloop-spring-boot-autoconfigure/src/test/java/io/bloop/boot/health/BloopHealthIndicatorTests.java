package io.bloop.boot.health;

import static io.bloop.boot.links.DailyVisitsModel.DAILY_VISITS;
import static io.bloop.boot.links.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.LocalDynamoDb;
import io.bloop.boot.ServerAddress;
import io.bloop.engine.Engine;
import io.bloop.engine.TableNames;
import io.bloop.table.BindMode;
import io.bloop.testing.InterceptedClient;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

class BloopHealthIndicatorTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final String prefix = LocalDynamoDb.prefix();
    private final InterceptedClient client = new InterceptedClient(LocalDynamoDb.client());

    private Engine engine(DynamoDbClient sender, BindMode mode) {
        return Engine.builder(sender)
                .tableNames(TableNames.template(prefix + "{table_name}"))
                .bindMode(mode)
                .build();
    }

    private Engine bound() {
        Engine engine = engine(client.client(), BindMode.CREATE);
        engine.bind(List.of(LINK, DAILY_VISITS));
        client.clear();
        return engine;
    }

    private static Health health(Engine engine) {
        return new BloopHealthIndicator(engine, server -> false, TIMEOUT).health();
    }

    @Test
    void tellsEveryTableByOneRequestEach() {
        Engine engine = bound();

        Health health = health(engine);

        assertThat(health.getStatus()).isEqualTo(Status.UP);
        assertThat(health.getDetails())
                .isEqualTo(Map.of(
                        "server",
                        "remote",
                        "endpoint",
                        ServerAddress.of(LocalDynamoDb.client()).orElseThrow().toString(),
                        "region",
                        "us-east-1",
                        "tables",
                        Map.of(
                                prefix + "DailyVisits",
                                Map.of("status", "ACTIVE"),
                                prefix + "Link",
                                Map.of("status", "ACTIVE", "indexes", Map.of("byOwner", "ACTIVE")))));
        assertThat(client.operations()).containsExactly("DescribeTable", "DescribeTable");
    }

    @Test
    void tellsWhetherTheServerIsEmbedded() {
        Health health =
                new BloopHealthIndicator(bound(), server -> server.host().equals("127.0.0.1"), TIMEOUT).health();

        assertThat(health.getDetails()).containsEntry("server", "embedded");
    }

    @Test
    void isDownWhereATableIsGone() {
        Engine engine = bound();
        LocalDynamoDb.client().deleteTable(r -> r.tableName(prefix + "DailyVisits"));

        Health health = health(engine);

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(tables(health))
                .containsEntry(prefix + "DailyVisits", Map.of("status", "missing"))
                .containsKey(prefix + "Link");
    }

    @Test
    void goesByTheWorstTable() {
        Engine engine = bound();
        for (Map.Entry<TableStatus, Status> expected : Map.of(
                        TableStatus.ACTIVE, Status.UP,
                        TableStatus.UPDATING, Status.UP,
                        TableStatus.CREATING, Status.OUT_OF_SERVICE,
                        TableStatus.DELETING, Status.DOWN,
                        TableStatus.INACCESSIBLE_ENCRYPTION_CREDENTIALS, Status.DOWN,
                        TableStatus.ARCHIVED, Status.DOWN)
                .entrySet()) {
            client.describing(table -> table.tableName().endsWith("Link")
                    ? table.toBuilder().tableStatus(expected.getKey()).build()
                    : table);

            Health health = health(engine);

            assertThat(health.getStatus()).as(expected.getKey().toString()).isEqualTo(expected.getValue());
            assertThat(tables(health).get(prefix + "Link"))
                    .containsEntry("status", expected.getKey().toString());
        }
    }

    @Test
    void isUnknownWhereTablesMayNotBeDescribed() {
        Engine engine = engine(client.client(), BindMode.NONE);
        engine.bind(List.of(DAILY_VISITS));
        refuse("AccessDeniedException");

        Health health = health(engine);

        assertThat(health.getStatus()).isEqualTo(Status.UNKNOWN);
        assertThat(tables(health))
                .containsEntry(prefix + "DailyVisits", Map.of("status", "dynamodb:DescribeTable is not allowed"));
    }

    @Test
    void isUnknownWhereDescriptionsAreThrottled() {
        Engine engine = engine(client.client(), BindMode.NONE);
        engine.bind(List.of(DAILY_VISITS));
        refuse("ThrottlingException");

        Health health = health(engine);

        assertThat(health.getStatus()).isEqualTo(Status.UNKNOWN);
        assertThat(tables(health))
                .containsEntry(prefix + "DailyVisits", Map.of("status", "DescribeTable is throttled"));
    }

    @Test
    void isDownWhereTheCredentialsHaveExpired() {
        Engine engine = engine(client.client(), BindMode.NONE);
        engine.bind(List.of(DAILY_VISITS));
        refuse("ExpiredTokenException");

        Health health = health(engine);

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails().get("error").toString()).contains("ExpiredTokenException");
    }

    private void refuse(String code) {
        client.describeTable((request, real) -> {
            throw DynamoDbException.builder()
                    .statusCode(400)
                    .awsErrorDetails(AwsErrorDetails.builder()
                            .errorCode(code)
                            .errorMessage("no")
                            .build())
                    .build();
        });
    }

    @Test
    void isDownAtTheFirstTableForWhichThereIsNoAnswer() {
        DynamoDbClient nowhere = DynamoDbClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:1"))
                .region(Region.EU_NORTH_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
        Engine engine = engine(nowhere, BindMode.NONE);
        engine.bind(List.of(LINK, DAILY_VISITS));

        Health health = health(engine);

        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails())
                .containsEntry("endpoint", "http://127.0.0.1:1")
                .containsEntry("region", "eu-north-1")
                .containsKey("error")
                .containsEntry("tables", Map.of());
    }

    @Test
    void isDownInTimeWhereTheConnectionIsRefusedAgainAndAgain() {
        Engine engine = engine(client("http://127.0.0.1:1"), BindMode.NONE);
        engine.bind(List.of(LINK));

        assertDownInTime(engine, "Link");
    }

    @Test
    void isDownInTimeWhereAnEndpointAcceptsAndNeverAnswers() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Engine engine = engine(client("http://127.0.0.1:" + silent.getLocalPort()), BindMode.NONE);
            engine.bind(List.of(LINK));

            assertDownInTime(engine, "Link");
        }
    }

    @Test
    void isDownInTimeWhereAClientKeepsNoTimeOut() throws Exception {
        Engine engine = bound();
        CountDownLatch ended = new CountDownLatch(1);
        client.describeTable((request, real) -> {
            if (request.tableName().endsWith("DailyVisits")) {
                return real.apply(request);
            }
            try {
                Thread.sleep(60_000);
                throw new AssertionError("nobody has stopped it");
            } catch (InterruptedException ex) {
                ended.countDown();
                throw AbortedException.create("interrupted", ex);
            }
        });

        Health health = assertDownInTime(engine, "Link");

        assertThat(tables(health)).containsOnlyKeys(prefix + "DailyVisits");
        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private Health assertDownInTime(Engine engine, String table) {
        long start = System.nanoTime();
        Health health = new BloopHealthIndicator(engine, server -> false, Duration.ofMillis(400)).health();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails())
                .containsEntry(
                        "error",
                        "java.util.concurrent.TimeoutException: DynamoDB has not answered for table '" + prefix + table
                                + "' within 400 ms. See management.health.bloop.timeout.");
        return health;
    }

    /** Tries again for much longer than a check may take. */
    private static DynamoDbClient client(String endpoint) {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create(endpoint))
                .region(Region.EU_NORTH_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(200)
                        .circuitBreakerEnabled(false)
                        .backoffStrategy(BackoffStrategy.fixedDelay(Duration.ofMillis(100)))
                        .build()))
                .build();
    }

    @Test
    void isUnknownWhereNothingIsBound() {
        assertThat(health(engine(client.client(), BindMode.CREATE)).getStatus()).isEqualTo(Status.UNKNOWN);
        assertThat(client.operations()).isEmpty();
    }

    @SuppressWarnings("unchecked") // the indicator's own form
    private static Map<String, Map<String, Object>> tables(Health health) {
        return (Map<String, Map<String, Object>>) health.getDetails().get("tables");
    }
}
