package io.bloop.item;

import io.bloop.model.Key;
import io.bloop.request.Requests;
import io.bloop.table.BoundModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * Gets many items in chunks, and asks again for those that DynamoDB has left unprocessed.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html">BatchGetItem</a>
 */
final class BatchGet<T> {

    private static final int MOST_KEYS = 100;

    private final Requests requests;
    private final BoundModel<T> bound;
    private final Consistency consistency;

    BatchGet(Requests requests, BoundModel<T> bound, Consistency consistency) {
        this.requests = requests;
        this.bound = bound;
        this.consistency = consistency;
    }

    /** Returns the items that there are, by key. */
    Map<Key<T>, Map<String, AttributeValue>> fetch(Set<Key<T>> keys) {
        Map<Map<String, AttributeValue>, Key<T>> byAttributes = new HashMap<>();
        keys.forEach(key -> byAttributes.put(key.attributes(), key));
        Map<Key<T>, Map<String, AttributeValue>> items = new HashMap<>();
        List<Map<String, AttributeValue>> pending =
                new ArrayList<>(keys.stream().map(Key::attributes).toList());
        Backoff backoff = new Backoff();
        while (!pending.isEmpty()) {
            List<Map<String, AttributeValue>> chunk = pending.subList(0, Math.min(MOST_KEYS, pending.size()));
            BatchGetItemResponse answer = send(chunk);
            chunk.clear();
            for (Map<String, AttributeValue> item : answer.responses().getOrDefault(bound.tableName(), List.of())) {
                Key<T> key = byAttributes.get(keyOf(item));
                if (key != null) {
                    items.put(key, item);
                }
            }
            KeysAndAttributes left = answer.unprocessedKeys().get(bound.tableName());
            if (left == null || left.keys().isEmpty()) {
                backoff.reset();
            } else {
                pending.addAll(left.keys());
                if (!backoff.pause()) {
                    throw new UnprocessedItems(
                            "BatchGetItem",
                            bound.target(null),
                            pending.stream().map(byAttributes::get).toList());
                }
            }
        }
        return items;
    }

    private BatchGetItemResponse send(List<Map<String, AttributeValue>> keys) {
        KeysAndAttributes wanted = KeysAndAttributes.builder()
                .keys(List.copyOf(keys))
                .consistentRead(consistency == Consistency.STRONG ? true : null)
                .build();
        return requests.batchGetItem(
                bound.target(null),
                BatchGetItemRequest.builder()
                        .requestItems(Map.of(bound.tableName(), wanted))
                        .build());
    }

    private Map<String, AttributeValue> keyOf(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> key = new HashMap<>();
        bound.definition().keys().forEach(column -> {
            AttributeValue value = item.get(column.attribute());
            if (value != null) {
                key.put(column.attribute(), value);
            }
        });
        return key;
    }
}
