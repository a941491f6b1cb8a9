package io.bloop.benchmarks.mapping;

import static io.bloop.benchmarks.model.OrderModel.ORDER;

import io.bloop.benchmarks.model.Order;
import io.bloop.benchmarks.model.Samples;
import io.bloop.benchmarks.wire.Answers;
import io.bloop.benchmarks.wire.CannedDynamoDb;
import io.bloop.mapping.internal.Mapping;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Prints what a loaded order takes of the heap, in a JVM that does nothing else. */
final class RememberedBytes {

    static final String OBJECT = "object ";
    static final String REMEMBERED = "remembered ";

    private static final int OBJECTS = 4_000;
    private static final String TABLE = "a table";

    private RememberedBytes() {}

    public static void main(String[] arguments) {
        Mapping<Order> mapping = new Mapping<>(ORDER.internals());
        DynamoDbClient client = CannedDynamoDb.client(new Answers().get(mapping.item(Samples.order(1))));
        List<Order> orders = new ArrayList<>(OBJECTS);
        load(client, orders);
        orders.clear();
        long before = used();
        load(client, orders);
        long loaded = used();
        orders.forEach(order -> mapping.deleted(order, order, TABLE));
        long forgotten = used();
        System.out.println(OBJECT + (forgotten - before) / orders.size());
        System.out.println(REMEMBERED + (loaded - forgotten) / orders.size());
    }

    private static void load(DynamoDbClient client, List<Order> orders) {
        for (int i = 0; i < OBJECTS; i++) {
            Map<String, AttributeValue> item =
                    client.getItem(r -> r.tableName("Order").key(Map.of())).item();
            orders.add(new Mapping<>(ORDER.internals()).read(item, TABLE));
        }
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
