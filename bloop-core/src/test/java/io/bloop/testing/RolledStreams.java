package io.bloop.testing;

import io.bloop.engine.Engine;
import io.bloop.engine.EngineBuilder;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/**
 * Gives the tests of a class a DynamoDB Local of their own in this process, whose shards they roll over and whose time they
 * move; neither can be reached through a port.
 */
public final class RolledStreams implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private static final AtomicInteger TESTS = new AtomicInteger();

    private AmazonDynamoDBLocal local;
    private String prefix = "";

    @Override
    public void beforeAll(ExtensionContext context) {
        local = DynamoDBEmbedded.create(true);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        prefix = "s" + TESTS.incrementAndGet() + "-";
    }

    @Override
    public void afterAll(ExtensionContext context) {
        local.shutdownNow();
    }

    public DynamoDbClient client() {
        return local.dynamoDbClient();
    }

    public DynamoDbStreamsClient streamsClient() {
        return local.dynamoDbStreamsClient();
    }

    /** Closes the shards of all streams, and opens a child of each. */
    public void rollOver() {
        local.triggerShardRollovers();
    }

    /** Makes all records, iterators and shards older. */
    public void age(Duration time) {
        local.dilateEventTimes(time.toMillis());
    }

    /** Returns the name that this test's engines give a table. */
    public String tableName(String name) {
        return prefix + name;
    }

    /** Begins an engine whose tables are this test's own. */
    public EngineBuilder engineBuilder() {
        return Engine.builder(client()).streamsClient(streamsClient()).tableNames((model, name) -> tableName(name));
    }
}
