package io.bloop.benchmarks.wire;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a canned DynamoDB answers, by operation. Not thread-safe until it is in use. */
public final class Answers {

    private final Map<String, byte[]> bodies = new HashMap<>();

    /** Creates answers that say nothing but that a write has happened. */
    public Answers() {
        for (String operation : List.of("PutItem", "UpdateItem", "TransactWriteItems")) {
            answer(operation, "{}");
        }
        answer("BatchWriteItem", "{\"UnprocessedItems\":{}}");
    }

    /**
     * Answers GetItem.
     *
     * @param item the item
     * @return these answers
     */
    public Answers get(Map<String, AttributeValue> item) {
        return answer("GetItem", "{\"Item\":" + WireJson.item(item) + "}");
    }

    /**
     * Answers UpdateItem as a request does that asks for the whole new item.
     *
     * @param item the item
     * @return these answers
     */
    public Answers updated(Map<String, AttributeValue> item) {
        return answer("UpdateItem", "{\"Attributes\":" + WireJson.item(item) + "}");
    }

    /**
     * Answers Query with one page.
     *
     * @param items the items
     * @return these answers
     */
    public Answers query(List<Map<String, AttributeValue>> items) {
        return answer(
                "Query",
                "{\"Count\":" + items.size() + ",\"Items\":" + array(items) + ",\"ScannedCount\":" + items.size()
                        + "}");
    }

    /**
     * Answers BatchGetItem.
     *
     * @param table the table of all items
     * @param items the items
     * @return these answers
     */
    public Answers batchGet(String table, List<Map<String, AttributeValue>> items) {
        return answer(
                "BatchGetItem", "{\"Responses\":{\"" + table + "\":" + array(items) + "},\"UnprocessedKeys\":{}}");
    }

    private static String array(List<Map<String, AttributeValue>> items) {
        return items.stream().map(WireJson::item).collect(Collectors.joining(",", "[", "]"));
    }

    private Answers answer(String operation, String body) {
        bodies.put(operation, body.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    byte[] to(String operation) {
        byte[] body = bodies.get(operation);
        if (body == null) {
            throw new IllegalArgumentException("There is no answer to " + operation + "; put one in the can.");
        }
        return body;
    }
}
