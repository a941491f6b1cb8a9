package io.bloop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ParameterizedStatement;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;

/** Runs DynamoDB Local with the class path of this module: an excluded library that is needed fails here. */
@SuppressWarnings("unchecked") // arrays of the SDK's consumers
class DynamoDbLocalTests {

    @Test
    void theEmbeddedDatabaseRunsWithTheDependenciesOfThisModule() {
        AmazonDynamoDBLocal database = DynamoDBEmbedded.create(null, true);
        try {
            callAll(database.dynamoDbClient(), database.dynamoDbStreamsClient());
            database.triggerShardRollovers();
        } finally {
            database.shutdownNow();
        }
    }

    @Test
    void theServerRunsWithTheDependenciesOfThisModule() throws Exception {
        String port = freePort();
        DynamoDBProxyServer server = ServerRunner.createServerFromCommandLineArgs(
                new String[] {"-inMemory", "-sharedDb", "-disableTelemetry", "-cors", "*", "-port", port});
        server.start();
        URI endpoint = URI.create("http://localhost:" + port);
        StaticCredentialsProvider credentials =
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
        try (DynamoDbClient client = DynamoDbClient.builder()
                        .endpointOverride(endpoint)
                        .region(Region.US_EAST_1)
                        .credentialsProvider(credentials)
                        .build();
                DynamoDbStreamsClient streams = DynamoDbStreamsClient.builder()
                        .endpointOverride(endpoint)
                        .region(Region.US_EAST_1)
                        .credentialsProvider(credentials)
                        .build()) {
            callAll(client, streams);
        } finally {
            server.stop();
        }
    }

    @Test
    void noUnneededLibraryIsOnTheClassPath() {
        assertThat(jars())
                .anyMatch(jar -> jar.startsWith("DynamoDBLocal-"))
                .anyMatch(jar -> jar.startsWith("sqlite4java-"))
                .noneMatch(jar -> jar.matches("(mockito-core|netty|url-connection-client|dynamodb-enhanced"
                        + "|cognitoidentityprovider|log4j-core|ion-java|jakarta.transaction|jetty-client|jetty-alpn"
                        + "|kotlin-stdlib-jdk|lib?sqlite4java-(linux|osx|win)).*"));
    }

    @Test
    void theAwsSdkHasOneVersion() {
        assertThat(Stream.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                        .filter(path -> path.replace('\\', '/').contains("/software/amazon/awssdk/"))
                        .map(path -> new File(path).getParentFile().getName())
                        .distinct())
                .hasSize(1);
    }

    private static List<String> jars() {
        return Stream.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                .map(path -> new File(path).getName())
                .toList();
    }

    private static String freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.toString(free.getLocalPort());
        }
    }

    /** Calls each kind of operation once: expressions, PartiQL, transactions, streams and changes of the table. */
    private static void callAll(DynamoDbClient client, DynamoDbStreamsClient streams) {
        createTable(client);
        for (int i = 0; i < 3; i++) {
            Map<String, AttributeValue> item = item(i);
            client.putItem(r -> r.tableName("notes").item(item));
        }
        expressions(client);
        partiQl(client);
        transaction(client);
        timeToLive(client);
        addIndex(client);
        assertThat(records(client, streams)).isGreaterThan(3);
        client.deleteTable(r -> r.tableName("notes"));
    }

    private static void createTable(DynamoDbClient client) {
        client.createTable(r -> r.tableName("notes")
                .attributeDefinitions(
                        a -> a.attributeName("noteOwner").attributeType(ScalarAttributeType.S),
                        a -> a.attributeName("id").attributeType(ScalarAttributeType.N),
                        a -> a.attributeName("topic").attributeType(ScalarAttributeType.S))
                .keySchema(
                        k -> k.attributeName("noteOwner").keyType(KeyType.HASH),
                        k -> k.attributeName("id").keyType(KeyType.RANGE))
                .globalSecondaryIndexes(g -> g.indexName("byTopic")
                        .keySchema(k -> k.attributeName("topic").keyType(KeyType.HASH))
                        .projection(p -> p.projectionType(ProjectionType.ALL)))
                .streamSpecification(s -> s.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES))
                .billingMode(BillingMode.PAY_PER_REQUEST));
    }

    private static Map<String, AttributeValue> item(int id) {
        return Map.of(
                "noteOwner",
                AttributeValue.fromS("ann"),
                "id",
                AttributeValue.fromN(Integer.toString(id)),
                "topic",
                AttributeValue.fromS("work"),
                "tagNames",
                AttributeValue.fromSs(List.of("a", "b")),
                "body",
                AttributeValue.fromM(Map.of("noteLines", AttributeValue.fromL(List.of(AttributeValue.fromN("1"))))));
    }

    private static Map<String, AttributeValue> key(int id) {
        return Map.of("noteOwner", AttributeValue.fromS("ann"), "id", AttributeValue.fromN(Integer.toString(id)));
    }

    private static void expressions(DynamoDbClient client) {
        assertThat(client.updateItem(r -> r.tableName("notes")
                                .key(key(1))
                                .updateExpression(
                                        "SET revision = if_not_exists(revision, :one) + :one,"
                                                + " body.noteLines[0] = :two REMOVE nothing ADD readCount :one DELETE tagNames :label")
                                .conditionExpression("attribute_exists(id) AND (size(tagNames) > :one OR"
                                        + " begins_with(topic, :work)) AND NOT id IN (:two)")
                                .expressionAttributeValues(Map.of(
                                        ":one",
                                        AttributeValue.fromN("1"),
                                        ":two",
                                        AttributeValue.fromN("2"),
                                        ":work",
                                        AttributeValue.fromS("work"),
                                        ":label",
                                        AttributeValue.fromSs(List.of("a"))))
                                .returnValues(ReturnValue.ALL_NEW))
                        .attributes())
                .containsEntry("revision", AttributeValue.fromN("2"));
        assertThat(client.query(r -> r.tableName("notes")
                                .indexName("byTopic")
                                .keyConditionExpression("topic = :work")
                                .filterExpression("id BETWEEN :one AND :two")
                                .projectionExpression("id, body.noteLines[0]")
                                .expressionAttributeValues(Map.of(
                                        ":one",
                                        AttributeValue.fromN("1"),
                                        ":two",
                                        AttributeValue.fromN("2"),
                                        ":work",
                                        AttributeValue.fromS("work"))))
                        .count())
                .isEqualTo(2);
        assertThatThrownBy(() -> client.putItem(
                        r -> r.tableName("notes").item(item(1)).conditionExpression("attribute_not_exists(id)")))
                .isInstanceOf(ConditionalCheckFailedException.class);
    }

    private static void partiQl(DynamoDbClient client) {
        client.executeStatement(
                r -> r.statement(
                        "INSERT INTO notes VALUE {'noteOwner':'bob','id':1,'tagNames':<<'x'>>,'pieces':[1,2.50,true,null,{'a':'b'}]}"));
        assertThat(client.executeStatement(
                                r -> r.statement("SELECT id, pieces[1] FROM notes WHERE noteOwner = ? AND id > 0")
                                        .parameters(AttributeValue.fromS("bob")))
                        .items())
                .hasSize(1);
        client.executeStatement(
                r -> r.statement("UPDATE notes SET score = 5 REMOVE pieces[0] WHERE noteOwner = 'bob' AND id = 1"));
        assertThat(client.batchExecuteStatement(
                                r -> r.statements(
                                        s -> s.statement(
                                                "SELECT * FROM notes WHERE noteOwner = 'bob' AND id = 1 AND begins_with(noteOwner, 'b')")))
                        .responses())
                .hasSize(1);
        client.executeTransaction(r -> r.transactStatements(ParameterizedStatement.builder()
                .statement("DELETE FROM notes WHERE noteOwner = 'bob' AND id = 1")
                .build()));
    }

    private static void transaction(DynamoDbClient client) {
        client.transactWriteItems(r -> r.transactItems(
                TransactWriteItem.builder()
                        .put(p -> p.tableName("notes").item(item(9)))
                        .build(),
                TransactWriteItem.builder()
                        .conditionCheck(c -> c.tableName("notes")
                                .key(key(1))
                                .conditionExpression("attribute_exists(id) AND attribute_type(id, :number)")
                                .expressionAttributeValues(Map.of(":number", AttributeValue.fromS("N"))))
                        .build()));
    }

    private static void timeToLive(DynamoDbClient client) {
        client.updateTimeToLive(r -> r.tableName("notes")
                .timeToLiveSpecification(t -> t.attributeName("expires").enabled(true)));
    }

    private static void addIndex(DynamoDbClient client) {
        client.updateTable(r -> r.tableName("notes")
                .attributeDefinitions(
                        a -> a.attributeName("noteOwner").attributeType(ScalarAttributeType.S),
                        a -> a.attributeName("id").attributeType(ScalarAttributeType.N),
                        a -> a.attributeName("score").attributeType(ScalarAttributeType.N))
                .globalSecondaryIndexUpdates(u -> u.create(g -> g.indexName("byRank")
                        .keySchema(k -> k.attributeName("score").keyType(KeyType.HASH))
                        .projection(p -> p.projectionType(ProjectionType.KEYS_ONLY)))));
    }

    private static int records(DynamoDbClient client, DynamoDbStreamsClient streams) {
        String stream = client.describeTable(r -> r.tableName("notes")).table().latestStreamArn();
        String shard = streams.describeStream(r -> r.streamArn(stream))
                .streamDescription()
                .shards()
                .get(0)
                .shardId();
        String iterator = streams.getShardIterator(
                        r -> r.streamArn(stream).shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
        return streams.getRecords(r -> r.shardIterator(iterator)).records().size();
    }
}
