package io.bloop.migration;

import static io.bloop.migration.Person.PERSON;
import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.engine.Engine;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** Processes that end between any two requests, at writes that race with them and responses that are lost. */
@Timeout(120)
class AnyEndTests {

    private static final int ITEMS = 24;

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final Map<String, Long> visits = new HashMap<>();
    private final Map<String, String> mails = new HashMap<>();

    private void write(String id, Random random) {
        String mail = "mail " + random.nextInt();
        DynamoDbClient client = dynamoDb.client();
        // as a new release writes: the attribute that is there
        for (String attribute : List.of("mail", "email")) {
            try {
                client.updateItem(r -> r.tableName(dynamoDb.tableName("people"))
                        .key(Map.of("id", fromS(id)))
                        .updateExpression("ADD visits :one SET " + attribute + " = :mail")
                        .conditionExpression("attribute_exists(" + attribute + ")")
                        .expressionAttributeValues(Map.of(":one", fromN("1"), ":mail", fromS(mail))));
                visits.merge(id, 1L, Long::sum);
                mails.put(id, mail);
                return;
            } catch (ConditionalCheckFailedException ex) {
                // the other one is there
            }
        }
        throw new IllegalStateException(id + " has neither");
    }

    private DynamoDbClient unreliable(Random random, int requests) {
        InterceptedClient client = dynamoDb.intercept().endingAfter(requests);
        client.updateItem((request, sent) -> {
            synchronized (random) {
                boolean isItem = request.tableName().equals(dynamoDb.tableName("people"));
                if (isItem && random.nextInt(3) == 0) {
                    write(request.key().get("id").s(), random);
                }
                UpdateItemResponse response = sent.apply(request);
                if (random.nextInt(10) == 0) {
                    throw SdkClientException.create("the response was lost");
                }
                return response;
            }
        });
        return client.client();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("U6 wherever processes end, every item is migrated once, and no write is lost")
    void anyEnd(long seed) {
        Random random = new Random(seed);
        dynamoDb.engine().bind(List.of(PERSON));
        for (int i = 0; i < ITEMS; i++) {
            String id = "p" + i;
            visits.put(id, 0L);
            mails.put(id, "first " + i);
            dynamoDb.put("people", Map.of("id", fromS(id), "mail", fromS("first " + i), "visits", fromN("0")));
        }
        boolean marks = seed % 2 == 0;
        ItemMigration<Person> rename = ItemMigration.of(
                "rename",
                PERSON,
                item -> marks || item.attribute("mail").isPresent()
                        ? item.rename("mail", "email").set("times", times(item))
                        : item.unchanged());
        ItemMigration<Person> migration = marks ? rename.marking("marks") : rename;

        for (int end = 0; end < 5; end++) {
            DynamoDbClient client = unreliable(random, 6 + random.nextInt(60));
            Engine engine = dynamoDb.engineBuilder(client).build();
            try {
                build(engine).run(migration);
            } catch (IllegalStateException ex) {
                assertThat(ex).hasMessageContaining("the process has ended");
            }
        }
        MigrationProgress progress = build(dynamoDb.engine()).run(migration);

        assertThat(progress.state()).isEqualTo(MigrationState.DONE);
        visits.forEach((id, count) -> {
            Map<String, AttributeValue> item = dynamoDb.item("people", Map.of("id", fromS(id)));
            assertThat(item)
                    .as("%s, seed %d", id, seed)
                    .doesNotContainKey("mail")
                    .containsEntry("times", fromN("1"))
                    .containsEntry("email", fromS(mails.get(id)))
                    .containsEntry("visits", fromN("" + count));
        });
    }

    private static AttributeValue times(MigratedItem<Person> item) {
        return fromN(""
                + (item.attribute("times")
                                .map(value -> Long.parseLong(value.n()))
                                .orElse(0L)
                        + 1));
    }

    private static Migrations build(Engine engine) {
        return engine.migrations()
                .segments(3)
                .threads(2)
                .lease(Duration.ofSeconds(1))
                .build();
    }
}
