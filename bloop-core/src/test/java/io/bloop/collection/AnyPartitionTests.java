package io.bloop.collection;

import static io.bloop.testing.Sales.LINE;
import static io.bloop.testing.Sales.ORDER;
import static io.bloop.testing.Sales.ORDER_WITH_LINES;
import static io.bloop.testing.Sales.SHIPMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.bloop.engine.Engine;
import io.bloop.expression.Condition;
import io.bloop.query.Query;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.Sales;
import io.bloop.testing.Sales.Line;
import io.bloop.testing.Sales.Order;
import io.bloop.testing.Sales.OrderWithLines;
import io.bloop.testing.Sales.Shipment;
import io.bloop.wire.ItemsInterceptor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Fills partitions at random, and compares the collections of them with the results of a query of the same models. */
@Tag("once")
class AnyPartitionTests {

    private static final String TABLE = "any-partition";
    private static final DynamoDbClient CLIENT = LocalDynamoDb.clientBuilder().build();
    private static final AtomicInteger PARTITIONS = new AtomicInteger();
    private static final Map<Boolean, Engine> ENGINES = new HashMap<>();

    private static Engine engine(boolean fromBytes) {
        return ENGINES.computeIfAbsent(fromBytes, key -> {
            DynamoDbClientBuilder builder = LocalDynamoDb.clientBuilder();
            if (fromBytes) {
                builder.overrideConfiguration(c -> c.addExecutionInterceptor(new ItemsInterceptor()));
            }
            Engine engine = Engine.builder(builder.build())
                    .tableNames((model, name) -> TABLE)
                    .build();
            engine.bind(Sales.models());
            return engine;
        });
    }

    /** The members of a collection as a query of the same models finds them. */
    private static @Nullable OrderWithLines grouped(List<Object> objects) {
        List<Order> orders = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        List<Shipment> shipments = new ArrayList<>();
        for (Object object : objects) {
            if (object instanceof Order order) {
                orders.add(order);
            } else if (object instanceof Line line) {
                lines.add(line);
            } else {
                shipments.add((Shipment) object);
            }
        }
        if (orders.isEmpty() || shipments.size() > 1) {
            return null;
        }
        return new OrderWithLines(orders.get(0), lines, shipments.stream().findFirst());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    @Label("P7 a collection has what a query of its models finds, in either order, with any limit and page size")
    void aCollectionIsAGroupedQuery(
            @ForAll boolean fromBytes,
            @ForAll boolean hasOrder,
            @ForAll @Size(max = 6) Set<@IntRange(max = 20) Integer> lines,
            @ForAll @IntRange(max = 2) int shipments,
            @ForAll @Size(max = 3) Set<@IntRange(max = 3) Integer> foreign,
            @ForAll boolean ascending,
            @ForAll @IntRange(min = 1, max = 12) int limit,
            @ForAll @IntRange(min = 1, max = 4) int pageSize) {
        Engine engine = engine(fromBytes);
        String id = "p" + PARTITIONS.incrementAndGet();
        if (hasOrder) {
            engine.template(ORDER).save(new Order(id, "42", Instant.EPOCH));
        }
        lines.forEach(line -> engine.template(LINE).save(new Line(id, line, "sku", null)));
        for (int i = 0; i < shipments; i++) {
            engine.template(SHIPMENT).save(new Shipment(id, "P" + i));
        }
        foreign.forEach(place -> put(id, List.of("!", "LINE", "REFUND#1", "~").get(place)));

        Condition<Order> where = ORDER.orderId.eq(id);
        Query<Object> several =
                engine.query(ORDER_WITH_LINES.models(), where).limit(limit).pageSize(pageSize);
        CollectionQuery<OrderWithLines> query =
                engine.query(ORDER_WITH_LINES, where).limit(limit).pageSize(pageSize);
        List<Object> objects = (ascending ? several : several.descending()).all();
        CollectionQuery<OrderWithLines> ordered = ascending ? query : query.descending();
        OrderWithLines expected = grouped(objects);

        if (objects.isEmpty()) {
            assertThat(ordered.find()).isEmpty();
        } else if (expected == null) {
            assertThat(catchThrowable(ordered::find)).isInstanceOf(CollectionMismatch.class);
        } else {
            assertThat(ordered.find()).isEqualTo(Optional.of(expected));
        }
    }

    private static void put(String orderId, String rangeKey) {
        CLIENT.putItem(put -> put.tableName(TABLE)
                .item(Map.of("PK", AttributeValue.fromS("ORDER#" + orderId), "SK", AttributeValue.fromS(rangeKey))));
    }
}
