package io.bloop.bulk.internal;

import io.bloop.bound.internal.BoundModel;
import io.bloop.mapping.internal.Mapping;
import io.bloop.model.Key;
import io.bloop.read.UnprocessedItems;
import io.bloop.request.internal.Backoff;
import io.bloop.request.internal.Requests;
import io.bloop.wire.internal.WrittenItem;
import io.bloop.write.internal.Write;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Writes up to 25 objects by one request, and sends again what DynamoDB has left unprocessed.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html">BatchWriteItem</a>
 */
public final class BatchWrite<T> implements Chunk<T> {

    static final int MOST_ITEMS = 25;

    private static final String OPERATION = "BatchWriteItem";

    /** An object with its write. */
    private record Part<T>(T object, Key<T> key, Write<T> write) {}

    /**
     * A part of the request.
     *
     * @param item the item that is put, where the part has an empty one in its place
     */
    private record Sent(WriteRequest part, @Nullable WrittenItem item) {}

    private final Requests requests;
    private final BoundModel<T> bound;
    private final BiFunction<BoundModel<T>, T, Write<T>> operation;
    private final Backoff backoff;
    private final List<Part<T>> parts = new ArrayList<>();
    private final Map<Key<T>, Sent> pending = new LinkedHashMap<>();
    private final Set<Write.Identity> identities = new HashSet<>();

    /**
     * Creates an empty batch.
     *
     * @param operation prepares the write of an object, a put or a deletion
     */
    public BatchWrite(
            Requests requests, BoundModel<T> bound, BiFunction<BoundModel<T>, T, Write<T>> operation, Backoff backoff) {
        this.requests = requests;
        this.bound = bound;
        this.operation = operation;
        this.backoff = backoff;
    }

    @Override
    public void add(T object) {
        Write<T> write = operation.apply(bound, object);
        Key<T> key = key(write);
        parts.add(new Part<>(object, key, write));
        // DynamoDB refuses a key that is there twice; written one by one, the last would stay
        pending.put(key, new Sent(write.inBatch(), write.carried()));
        identities.add(write.identity());
    }

    @Override
    public List<T> objects() {
        return parts.stream().map(Part::object).toList();
    }

    @Override
    public Set<?> identities() {
        return identities;
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
                unprocessed.forEach(request -> pending.put(key(request), new Sent(request, null)));
                retried += pending.size();
                if (pending.size() < asked) {
                    backoff.reset();
                }
                if (!backoff.pause(OPERATION, bound.target(null))) {
                    return failed(retried, new UnprocessedItems(OPERATION, bound.target(null), left()));
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
        List<WriteRequest> parts = new ArrayList<>(pending.size());
        List<WrittenItem> items = new ArrayList<>(pending.size());
        for (Sent sent : pending.values()) {
            parts.add(sent.part());
            if (sent.item() != null) {
                items.add(sent.item());
            }
        }
        BatchWriteItemRequest.Builder request =
                BatchWriteItemRequest.builder().requestItems(Map.of(bound.tableName(), parts));
        return requests.batchWriteItem(bound.target(null), request, items)
                .unprocessedItems()
                .getOrDefault(bound.tableName(), List.of());
    }

    /** Returns the key of a write as what DynamoDB leaves is told by it, whichever model of a supertype writes. */
    private Key<T> key(Write<T> write) {
        return write.bound() == bound
                ? write.key()
                : bound.mapping().itemKey(write.key().attributes());
    }

    private Key<T> key(WriteRequest request) {
        Mapping<T> mapping = bound.mapping();
        return mapping.itemKey(
                request.putRequest() != null
                        ? request.putRequest().item()
                        : request.deleteRequest().key());
    }

    private List<T> left() {
        return parts.stream()
                .filter(part -> pending.containsKey(part.key()))
                .map(Part::object)
                .toList();
    }

    @Override
    public void commit(Outcome<T> outcome) {
        for (Part<T> part : parts) {
            if (!pending.containsKey(part.key())) {
                part.write().settle(Map.of());
            }
        }
    }
}
