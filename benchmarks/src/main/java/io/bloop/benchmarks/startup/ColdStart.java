package io.bloop.benchmarks.startup;

import io.bloop.benchmarks.model.Contestant;
import io.bloop.benchmarks.model.HandWritten;
import io.bloop.benchmarks.model.Samples;
import io.bloop.benchmarks.wire.Answers;
import io.bloop.benchmarks.wire.CannedDynamoDb;
import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import io.bloop.table.BindMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Prepares all models and gets one item, in a JVM that has done nothing before: the argument is a contestant. */
final class ColdStart {

    /** What is printed after the first answer. */
    static final String ANSWERED = "answered";

    private ColdStart() {}

    public static void main(String[] arguments) {
        Map<String, AttributeValue> item = HandWritten.write(Samples.order(0));
        DynamoDbClient client = CannedDynamoDb.client(new Answers().get(item));
        ModelSource models = ModelSource.find();
        Object found = switch (Contestant.valueOf(arguments[0])) {
            case RAW_SDK -> Raw.get(client);
            case BLOOP -> Bloop.get(client, models.definitions());
            case ENHANCED_BEAN -> Enhanced.get(client, models.beans());
            default -> throw new IllegalArgumentException("Not a contestant here: " + arguments[0]);
        };
        System.out.println(
                ANSWERED + " " + Objects.requireNonNull(found).getClass().getSimpleName());
    }

    // Classes of their own, so that no JVM loads what its contestant does not use.

    private static final class Raw {

        static Object get(DynamoDbClient client) {
            return client.getItem(r -> r.tableName("Order").key(HandWritten.key(Samples.CUSTOMER, Samples.id(0))))
                    .item();
        }
    }

    private static final class Bloop {

        static Object get(DynamoDbClient client, List<ModelDefinition<?>> models) {
            Engine engine = Engine.builder(client).bindMode(BindMode.NONE).build();
            engine.bind(models);
            return get(engine, models.get(0));
        }

        private static <T> T get(Engine engine, ModelDefinition<T> model) {
            return engine.template(model)
                    .find(model.keyOf(Samples.CUSTOMER, Samples.id(0)))
                    .orElseThrow();
        }
    }

    private static final class Enhanced {

        static Object get(DynamoDbClient client, List<Class<?>> beans) {
            DynamoDbEnhancedClient enhanced =
                    DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
            List<DynamoDbTable<?>> tables = new ArrayList<>();
            for (Class<?> bean : beans) {
                tables.add(enhanced.table(bean.getSimpleName(), TableSchema.fromBean(bean)));
            }
            return tables.get(0)
                    .getItem(Key.builder()
                            .partitionValue(Samples.CUSTOMER)
                            .sortValue(Samples.id(0).toString())
                            .build());
        }
    }
}
