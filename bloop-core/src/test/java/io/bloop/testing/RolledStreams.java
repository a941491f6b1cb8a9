package io.bloop.testing;

import io.bloop.engine.Engine;
import io.bloop.engine.EngineBuilder;
import java.time.Duration;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/**
 * Gives each test a DynamoDB Local of its own in this process, whose shards it rolls over and whose time it moves; neither
 * can be reached through a port.
 *
 * <p>One for all tests would not do: its tables keep the threads busy that move the time.
 */
public final class RolledStreams implements BeforeEachCallback, AfterEachCallback {

    private AmazonDynamoDBLocal local;

    @Override
    public void beforeEach(ExtensionContext context) {
        local = DynamoDBEmbedded.create(true);
    }

    @Override
    public void afterEach(ExtensionContext context) {
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

    /** Begins an engine. */
    public EngineBuilder engineBuilder() {
        return Engine.builder(client()).streamsClient(streamsClient());
    }
}
