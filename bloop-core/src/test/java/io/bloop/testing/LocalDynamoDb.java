package io.bloop.testing;

import io.bloop.engine.Engine;
import io.bloop.engine.EngineBuilder;
import io.bloop.wire.ItemsInterceptor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/**
 * Gives each test tables of its own in a DynamoDB Local that all tests of this JVM share, over HTTP with the real
 * client.
 *
 * <p>The tables of a test are deleted after the test: DynamoDB Local reads the descriptions of all its tables again and
 * again, which costs more than all tests together once there are hundreds of tables.
 */
public final class LocalDynamoDb implements BeforeEachCallback, AfterEachCallback {

    private static final AtomicInteger TESTS = new AtomicInteger();

    private final Set<String> tables = ConcurrentHashMap.newKeySet();
    private String prefix = "";
    private boolean fromBytes;

    /** Holds the server from its first use until the JVM ends. */
    private static final class Server {

        static final URI ENDPOINT = start();
        static final DynamoDbClient CLIENT = clientBuilder().build();
        static final DynamoDbClient CLIENT_FOR_BYTES = clientBuilder()
                .overrideConfiguration(c -> c.addExecutionInterceptor(new ItemsInterceptor()))
                .build();

        private static int freePort() throws IOException {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            }
        }

        private static URI start() {
            try {
                String port = Integer.toString(freePort());
                DynamoDBProxyServer server = ServerRunner.createServerFromCommandLineArgs(
                        new String[] {"-inMemory", "-sharedDb", "-disableTelemetry", "-port", port});
                server.start();
                return URI.create("http://localhost:" + port);
            } catch (Exception ex) {
                throw new IllegalStateException("DynamoDB Local does not start", ex);
            }
        }
    }

    /** Begins a client of the server. */
    public static DynamoDbClientBuilder clientBuilder() {
        return DynamoDbClient.builder()
                .endpointOverride(Server.ENDPOINT)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        prefix = "t" + TESTS.incrementAndGet() + "-";
        fromBytes = BothClients.Ways.areBytes(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        for (String table : tables) {
            try {
                Server.CLIENT.deleteTable(r -> r.tableName(table));
            } catch (DynamoDbException ex) {
                // never created, or protected
            }
        }
        tables.clear();
    }

    /** Returns the low-level client. */
    public DynamoDbClient client() {
        return fromBytes ? Server.CLIENT_FOR_BYTES : Server.CLIENT;
    }

    /** Returns the name that this test's engines give a table. */
    public String tableName(String name) {
        String table = prefix + name;
        tables.add(table);
        return table;
    }

    /** Begins an engine whose tables are this test's own. */
    public EngineBuilder engineBuilder() {
        return engineBuilder(client());
    }

    /** Begins an engine with another client, whose tables are this test's own. */
    public EngineBuilder engineBuilder(DynamoDbClient client) {
        EngineBuilder builder = Engine.builder(client).tableNames((model, name) -> tableName(name));
        // an intercepted client counts as somebody else's, past which items are read only where that is asked for
        return fromBytes ? builder.readFromBytes(true) : builder;
    }

    /** Returns an intercepted client of the server. */
    public InterceptedClient intercept() {
        return new InterceptedClient(client());
    }

    /**
     * Returns a client of the server over an HTTP client that faults can be laid on. It tries three times, and waits
     * three seconds for each answer.
     */
    public DynamoDbClient faultyClient(FaultyHttpClient http) {
        return faultyClient(http, Duration.ofSeconds(3));
    }

    /** Returns a client over an HTTP client that faults can be laid on, which tries three times. */
    public DynamoDbClient faultyClient(FaultyHttpClient http, Duration timeout) {
        return clientBuilder()
                .httpClient(http)
                .overrideConfiguration(c -> {
                    c.apiCallAttemptTimeout(timeout)
                            .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                    .maxAttempts(3)
                                    .circuitBreakerEnabled(false)
                                    .backoffStrategy(BackoffStrategy.retryImmediately())
                                    .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                                    .build());
                    configure(c);
                })
                .build();
    }

    /** Gives a client the interceptor of this run, if it has one. */
    public void configure(ClientOverrideConfiguration.Builder configuration) {
        if (fromBytes) {
            configuration.addExecutionInterceptor(new ItemsInterceptor());
        }
    }

    /** Reads an item as it is stored; empty if there is none. */
    public Map<String, AttributeValue> item(String table, Map<String, AttributeValue> key) {
        return client().getItem(r -> r.tableName(tableName(table)).key(key).consistentRead(true))
                .item();
    }

    /** Stores an item as it is given. */
    public void put(String table, Map<String, AttributeValue> item) {
        client().putItem(r -> r.tableName(tableName(table)).item(item));
    }

    /** Describes a table. */
    public TableDescription describe(String table) {
        return client().describeTable(r -> r.tableName(tableName(table))).table();
    }

    /** Returns a new engine whose tables are this test's own. */
    public Engine engine() {
        return engineBuilder().build();
    }
}
