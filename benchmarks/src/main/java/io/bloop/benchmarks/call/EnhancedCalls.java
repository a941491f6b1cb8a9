package io.bloop.benchmarks.call;

import io.bloop.benchmarks.model.Order;
import io.bloop.benchmarks.model.Samples;
import java.util.List;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.model.BatchWriteResult;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.ReadBatch;
import software.amazon.awssdk.enhanced.dynamodb.model.TransactPutItemEnhancedRequest;
import software.amazon.awssdk.enhanced.dynamodb.model.WriteBatch;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Calls the Enhanced Client, whose way to store one changed member is to store all. */
final class EnhancedCalls implements BatchCalls {

    private static final Expression FREE =
            Expression.builder().expression("attribute_not_exists(customer)").build();

    private final DynamoDbEnhancedClient client;
    private final DynamoDbTable<Order> table;
    private final Order order = Samples.order(0);
    private final List<Order> many = Samples.orders(MANY);
    private final List<Order> few = Samples.orders(FEW);
    private final List<Order> batch = Samples.orders(BATCH);

    EnhancedCalls(DynamoDbClient client, TableSchema<Order> schema) {
        this.client = DynamoDbEnhancedClient.builder().dynamoDbClient(client).build();
        this.table = this.client.table(TABLE, schema);
    }

    @Override
    public Order get() {
        return table.getItem(key(order));
    }

    private static Key key(Order order) {
        return Key.builder()
                .partitionValue(order.getCustomer())
                .sortValue(order.getId().toString())
                .build();
    }

    @Override
    public void put() {
        table.putItem(order);
    }

    @Override
    public List<Order> query() {
        return table.query(QueryConditional.keyEqualTo(k -> k.partitionValue(Samples.CUSTOMER))).items().stream()
                .toList();
    }

    @Override
    public void update(String note) {
        order.setNote(note);
        table.updateItem(order);
    }

    @Override
    public boolean isUpdateAnswered() {
        return true;
    }

    @Override
    public List<Order> batchGet() {
        ReadBatch.Builder<Order> batch = ReadBatch.builder(Order.class).mappedTableResource(table);
        for (Order wanted : many) {
            batch.addGetItem(key(wanted));
        }
        ReadBatch orders = batch.build();
        return client.batchGetItem(r -> r.readBatches(orders)).resultsForTable(table).stream()
                .toList();
    }

    @Override
    public void bulkWrite() {
        WriteBatch.Builder<Order> writes = WriteBatch.builder(Order.class).mappedTableResource(table);
        for (Order written : batch) {
            writes.addPutItem(written);
        }
        WriteBatch pending = writes.build();
        BatchWriteResult result = client.batchWriteItem(r -> r.writeBatches(pending));
        if (!result.unprocessedPutItemsForTable(table).isEmpty()) {
            throw new IllegalStateException("Everything is processed here.");
        }
    }

    @Override
    public void transaction() {
        client.transactWriteItems(r -> {
            for (Order inserted : few) {
                r.addPutItem(
                        table,
                        TransactPutItemEnhancedRequest.builder(Order.class)
                                .item(inserted)
                                .conditionExpression(FREE)
                                .build());
            }
        });
    }
}
