package io.bloop.bulk;

import io.bloop.bound.BoundModel;
import io.bloop.model.Key;
import io.bloop.model.Mapping;
import io.bloop.read.UnprocessedItems;
import io.bloop.request.Backoff;
import io.bloop.request.Requests;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Writes up to 25 objects by one request, and sends again what DynamoDB has left unprocessed.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html">BatchWriteItem</a>
 */
final class BatchWrite<T> implements Chunk<T> {

    static final int MOST_ITEMS = 25;

    /** Makes the part of a request that writes one object. */
    @FunctionalInterface
    interface Part<T> {
        Written<T> of(BoundModel<T> bound, T object);
    }

    /** Is an object, with what writes it and what to do afterwards. */
    record Written<T>(T object, Key<T> key, WriteRequest request, Runnable commit) {}

    private final Requests requests;
    private final BoundModel<T> bound;
    private final Part<T> part;
    private final Backoff backoff;
    private final List<Written<T>> parts = new ArrayList<>();
    private final Map<Key<T>, WriteRequest> pending = new LinkedHashMap<>();
    private final Set<Key<T>> keys = new HashSet<>();

    BatchWrite(Requests requests, BoundModel<T> bound, Part<T> part, Backoff backoff) {
        this.requests = requests;
        this.bound = bound;
        this.part = part;
        this.backoff = backoff;
    }

    @Override
    public void add(T object) {
        Written<T> written = part.of(bound, object);
        parts.add(written);
        // DynamoDB refuses a key that is there twice; written one by one, the last would stay
        pending.put(written.key(), written.request());
        keys.add(written.key());
    }

    @Override
    public List<T> objects() {
        return parts.stream().map(Written::object).toList();
    }

    @Override
    public Set<?> identities() {
        return keys;
    }

    @Override
    public boolean isFull() {
        return parts.size() == MOST_ITEMS;
    }

    @Override
    public Outcome<T> send() {
        int retried = 0;
        try {
            while (true) {
                int asked = pending.size();
                List<WriteRequest> unprocessed = unprocessed();
                pending.clear();
                if (unprocessed.isEmpty()) {
                    return new Outcome<>(List.of(), retried, null);
                }
                unprocessed.forEach(request -> pending.put(key(request), request));
                retried += pending.size();
                if (pending.size() < asked) {
                    backoff.reset();
                }
                if (!backoff.pause()) {
                    return failed(retried, new UnprocessedItems("BatchWriteItem", bound.target(null), left()));
                }
            }
        } catch (RuntimeException ex) {
            return failed(retried, ex);
        }
    }

    private Outcome<T> failed(int retried, RuntimeException failure) {
        return new Outcome<>(left(), retried, failure);
    }

    private List<WriteRequest> unprocessed() {
        BatchWriteItemRequest request = BatchWriteItemRequest.builder()
                .requestItems(Map.of(bound.tableName(), List.copyOf(pending.values())))
                .build();
        return requests.batchWriteItem(bound.target(null), request)
                .unprocessedItems()
                .getOrDefault(bound.tableName(), List.of());
    }

    private Key<T> key(WriteRequest request) {
        Mapping<T> mapping = bound.definition().mapping();
        return mapping.itemKey(
                request.putRequest() != null
                        ? request.putRequest().item()
                        : request.deleteRequest().key());
    }

    private List<T> left() {
        return parts.stream()
                .filter(written -> pending.containsKey(written.key()))
                .map(Written::object)
                .toList();
    }

    @Override
    public void commit(Outcome<T> outcome) {
        for (Written<T> written : parts) {
            if (!pending.containsKey(written.key())) {
                written.commit().run();
            }
        }
    }
}
