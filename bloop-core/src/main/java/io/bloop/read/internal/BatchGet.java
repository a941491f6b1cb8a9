package io.bloop.read.internal;

import io.bloop.bound.internal.BoundModel;
import io.bloop.mapping.internal.Mapping;
import io.bloop.model.Key;
import io.bloop.read.Consistency;
import io.bloop.read.UnprocessedItems;
import io.bloop.request.internal.Backoff;
import io.bloop.request.internal.ItemsResponse;
import io.bloop.request.internal.Requests;
import io.bloop.type.StoredItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * Gets many items in chunks, and asks again for those that DynamoDB has left unprocessed.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html">BatchGetItem</a>
 */
public final class BatchGet<T> {

    static final int MOST_KEYS = 100;

    private static final String OPERATION = "BatchGetItem";

    private final Requests requests;
    private final BoundModel<T> bound;
    private final Mapping<T> mapping;
    private final Consistency consistency;
    private final Asked asked;
    private final Backoff backoff;

    public BatchGet(Requests requests, BoundModel<T> bound, Consistency consistency, Backoff backoff) {
        this(requests, bound, consistency, Asked.ALL, backoff);
    }

    BatchGet(Requests requests, BoundModel<T> bound, Consistency consistency, Asked asked, Backoff backoff) {
        this.requests = requests;
        this.bound = bound;
        this.mapping = bound.mapping();
        this.consistency = consistency;
        this.asked = asked;
        this.backoff = backoff;
    }

    /** Gives each item that there is to a sink, as it comes; no more than one response is held. */
    public void fetch(Collection<Key<T>> keys, BiConsumer<Key<T>, StoredItem> sink) {
        List<Key<T>> pending = new ArrayList<>(keys);
        while (!pending.isEmpty()) {
            List<Key<T>> chunk = pending.subList(0, Math.min(MOST_KEYS, pending.size()));
            int size = chunk.size();
            ItemsResponse<BatchGetItemResponse> found = send(chunk);
            chunk.clear();
            found.items().forEach(item -> sink.accept(mapping.itemKey(item), item));
            KeysAndAttributes unprocessed = found.answer().unprocessedKeys().get(bound.tableName());
            int left = unprocessed == null ? 0 : unprocessed.keys().size();
            if (left < size) {
                // DynamoDB also leaves items beyond 16 MB, which is not throttling
                backoff.reset();
            }
            if (unprocessed != null && left > 0) {
                unprocessed.keys().forEach(key -> pending.add(mapping.itemKey(key)));
                if (!backoff.pause(OPERATION, bound.target(null))) {
                    throw new UnprocessedItems(OPERATION, bound.target(null), pending);
                }
            }
        }
    }

    private ItemsResponse<BatchGetItemResponse> send(List<Key<T>> keys) {
        KeysAndAttributes wanted = KeysAndAttributes.builder()
                .keys(keys.stream().map(Key::attributes).toList())
                .consistentRead(consistency == Consistency.STRONG ? true : null)
                .projectionExpression(asked.projection())
                .expressionAttributeNames(asked.names())
                .build();
        return requests.batchGetItem(
                bound.target(null), BatchGetItemRequest.builder().requestItems(Map.of(bound.tableName(), wanted)));
    }
}
