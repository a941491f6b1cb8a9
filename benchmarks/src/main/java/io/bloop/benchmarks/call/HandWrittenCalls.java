package io.bloop.benchmarks.call;

import io.bloop.benchmarks.model.HandWritten;
import io.bloop.benchmarks.model.Order;
import io.bloop.benchmarks.model.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Calls the SDK as people do who map by hand. */
final class HandWrittenCalls implements BatchCalls {

    private final DynamoDbClient client;
    private final Order order = Samples.order(0);
    private final List<Order> many = Samples.orders(MANY);
    private final List<Order> few = Samples.orders(FEW);
    private final List<Order> batch = Samples.orders(BATCH);

    HandWrittenCalls(DynamoDbClient client) {
        this.client = client;
    }

    @Override
    public Order get() {
        return HandWritten.readOrder(client.getItem(r -> r.tableName(TABLE).key(HandWritten.key(order)))
                .item());
    }

    @Override
    public void put() {
        client.putItem(r -> r.tableName(TABLE).item(HandWritten.write(order)));
    }

    @Override
    public List<Order> query() {
        return read(client.query(r -> r.tableName(TABLE)
                        .keyConditionExpression("customer = :c")
                        .expressionAttributeValues(Map.of(":c", AttributeValue.fromS(Samples.CUSTOMER))))
                .items());
    }

    @Override
    public void update(String note) {
        order.setNote(note);
        client.updateItem(r -> r.tableName(TABLE)
                .key(HandWritten.key(order))
                .updateExpression("SET note = :n")
                .expressionAttributeValues(Map.of(":n", AttributeValue.fromS(order.getNote()))));
    }

    @Override
    public List<Order> batchGet() {
        List<Map<String, AttributeValue>> keys = new ArrayList<>(many.size());
        for (Order wanted : many) {
            keys.add(HandWritten.key(wanted));
        }
        KeysAndAttributes request = KeysAndAttributes.builder().keys(keys).build();
        return read(client.batchGetItem(r -> r.requestItems(Map.of(TABLE, request)))
                .responses()
                .getOrDefault(TABLE, List.of()));
    }

    private static List<Order> read(List<Map<String, AttributeValue>> items) {
        List<Order> orders = new ArrayList<>(items.size());
        for (Map<String, AttributeValue> item : items) {
            orders.add(HandWritten.readOrder(item));
        }
        return orders;
    }

    @Override
    public void bulkWrite() {
        List<WriteRequest> writes = new ArrayList<>(batch.size());
        for (Order written : batch) {
            writes.add(WriteRequest.builder()
                    .putRequest(p -> p.item(HandWritten.write(written)))
                    .build());
        }
        Map<String, List<WriteRequest>> pending = Map.of(TABLE, writes);
        while (!pending.isEmpty()) {
            Map<String, List<WriteRequest>> sent = pending;
            pending = client.batchWriteItem(r -> r.requestItems(sent)).unprocessedItems();
        }
    }

    @Override
    public void transaction() {
        List<TransactWriteItem> writes = new ArrayList<>(few.size());
        for (Order inserted : few) {
            writes.add(TransactWriteItem.builder()
                    .put(p -> p.tableName(TABLE)
                            .item(HandWritten.write(inserted))
                            .conditionExpression("attribute_not_exists(customer)"))
                    .build());
        }
        client.transactWriteItems(r -> r.transactItems(writes));
    }
}
