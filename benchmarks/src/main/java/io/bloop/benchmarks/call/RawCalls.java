package io.bloop.benchmarks.call;

import io.bloop.benchmarks.model.HandWritten;
import io.bloop.benchmarks.model.Samples;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Calls the SDK with maps that were made before, and leaves its answers as they are. */
final class RawCalls implements BatchCalls {

    private final DynamoDbClient client;
    private final Map<String, AttributeValue> item = HandWritten.write(Samples.order(0));
    private final Map<String, AttributeValue> key = HandWritten.key(Samples.order(0));
    private final Map<String, AttributeValue> customer = Map.of(":c", AttributeValue.fromS(Samples.CUSTOMER));
    private final KeysAndAttributes many = KeysAndAttributes.builder()
            .keys(Samples.orders(MANY).stream().map(HandWritten::key).toList())
            .build();
    private final List<Map<String, AttributeValue>> few =
            Samples.orders(FEW).stream().map(HandWritten::write).toList();
    private final List<Map<String, AttributeValue>> batch =
            Samples.orders(BATCH).stream().map(HandWritten::write).toList();

    RawCalls(DynamoDbClient client) {
        this.client = client;
    }

    @Override
    public Map<String, AttributeValue> get() {
        return client.getItem(r -> r.tableName(TABLE).key(key)).item();
    }

    @Override
    public void put() {
        client.putItem(r -> r.tableName(TABLE).item(item));
    }

    @Override
    public List<Map<String, AttributeValue>> query() {
        return client.query(r -> r.tableName(TABLE)
                        .keyConditionExpression("customer = :c")
                        .expressionAttributeValues(customer))
                .items();
    }

    @Override
    public void update(String note) {
        client.updateItem(r -> r.tableName(TABLE)
                .key(key)
                .updateExpression("SET note = :n")
                .expressionAttributeValues(Map.of(":n", AttributeValue.fromS(note))));
    }

    @Override
    public List<Map<String, AttributeValue>> batchGet() {
        return client.batchGetItem(r -> r.requestItems(Map.of(TABLE, many)))
                .responses()
                .getOrDefault(TABLE, List.of());
    }

    @Override
    public void bulkWrite() {
        client.batchWriteItem(r -> r.requestItems(Map.of(
                TABLE,
                batch.stream()
                        .map(order -> WriteRequest.builder()
                                .putRequest(p -> p.item(order))
                                .build())
                        .toList())));
    }

    @Override
    public void transaction() {
        client.transactWriteItems(r -> r.transactItems(few.stream()
                .map(order -> TransactWriteItem.builder()
                        .put(p -> p.tableName(TABLE).item(order).conditionExpression("attribute_not_exists(customer)"))
                        .build())
                .toList()));
    }
}
