package io.bloop.transaction;

import io.bloop.bound.internal.BoundModel;
import io.bloop.model.Key;
import io.bloop.read.MissingObjects;
import io.bloop.request.RequestFailed;
import io.bloop.request.Target;
import io.bloop.request.internal.Backoff;
import io.bloop.request.internal.Requests;
import io.bloop.transaction.internal.Models;
import io.bloop.type.StoredItem;
import io.bloop.write.internal.WriteGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Reads items of any models in one consistent state.
 *
 * <p>Serves one read, and is not thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactGetItems.html">TransactGetItems</a>
 * @since 0.1.0
 */
public final class ReadTransaction {

    /** One item to be read, into an object where one is given. */
    private record Part<T>(
            BoundModel<T> bound, Key<T> key, @Nullable T object) {

        TransactGetItem request() {
            return TransactGetItem.builder()
                    .get(get -> get.tableName(bound.tableName()).key(key.attributes()))
                    .build();
        }

        @Nullable
        T read(Map<String, AttributeValue> item) {
            if (item.isEmpty()) {
                return null;
            }
            StoredItem stored = StoredItem.of(item);
            return object == null ? bound.load(stored) : bound.fill(object, stored);
        }
    }

    private final Models models;
    private final Requests requests;
    private final Map<Key<?>, Part<?>> parts = new LinkedHashMap<>();

    /**
     * Begins a transaction without items.
     *
     * @param models finds the models
     * @param requests sends the request
     */
    public ReadTransaction(Models models, Requests requests) {
        this.models = models;
        this.requests = requests;
    }

    /**
     * Adds an item.
     *
     * @param <T> the class of the model's objects
     * @param key the item's key
     * @return this transaction
     * @throws InvalidTransaction if there are too many, or the same one twice
     */
    public <T> ReadTransaction find(Key<T> key) {
        return add(new Part<>(models.of(key.model()), key, null));
    }

    /**
     * Adds an object, which is loaded in place unless it is a record; a record is found by its key afterwards.
     *
     * @param <T> the class of the object
     * @param object the object, of a bound model
     * @return this transaction, which throws {@link MissingObjects} after the others were loaded if there is no item
     * @throws InvalidTransaction if there are too many, or the same item twice
     */
    public <T> ReadTransaction load(T object) {
        BoundModel<T> bound = models.of(object);
        return add(new Part<>(bound, bound.mapping().key(object, bound), object));
    }

    private ReadTransaction add(Part<?> part) {
        Key<?> key = part.key();
        if (parts.containsKey(key)) {
            throw new InvalidTransaction(key + " is in the transaction twice; once is enough.");
        }
        if (parts.size() == WriteTransaction.MOST_OPERATIONS) {
            throw new InvalidTransaction("A transaction takes at most " + WriteTransaction.MOST_OPERATIONS
                    + " operations, and " + key + " is one more; divide it.");
        }
        parts.put(key, part);
        return this;
    }

    /**
     * Reads the items; a conflict with a transaction that writes them is waited for.
     *
     * @return the objects that there are, by key
     * @throws MissingObjects if objects were to be loaded that the tables lack, after the others were loaded
     */
    public ReadResult run() {
        Map<Key<?>, Object> found = new LinkedHashMap<>();
        if (parts.isEmpty()) {
            return new ReadResult(found, target());
        }
        List<Part<?>> asked = List.copyOf(parts.values());
        TransactGetItemsRequest request = TransactGetItemsRequest.builder()
                .transactItems(asked.stream().map(Part::request).toList())
                .build();
        List<ItemResponse> answers = send(request);
        List<Part<?>> missing = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Part<?> part = asked.get(i);
            Object object = part.read(answers.get(i).item());
            if (object != null) {
                found.put(part.key(), object);
            } else if (part.object() != null) {
                missing.add(part);
            }
        }
        if (!missing.isEmpty()) {
            throw missing(missing);
        }
        return new ReadResult(found, target());
    }

    private List<ItemResponse> send(TransactGetItemsRequest request) {
        Backoff backoff = new Backoff();
        while (true) {
            try {
                return requests.transactGetItems(target(), request).responses();
            } catch (RequestFailed ex) {
                if (!isConflict(ex) || !backoff.pause("TransactGetItems", target())) {
                    throw ex;
                }
            }
        }
    }

    private static boolean isConflict(RequestFailed failure) {
        return failure.getCause() instanceof TransactionCanceledException cancelled && WriteGroup.isPassing(cancelled);
    }

    private static MissingObjects missing(List<Part<?>> parts) {
        return new MissingObjects(
                Target.joined(
                        parts.stream().map(part -> part.bound().target(null)).toList()),
                parts.stream().map(Part::object).toList(),
                parts.stream().map(part -> part.key().toString()).toList());
    }

    private Target target() {
        return Target.joined(
                parts.values().stream().map(part -> part.bound().target(null)).toList());
    }

    /**
     * Holds what a transaction has read.
     *
     * <p>Immutable; the objects are the caller's.
     *
     * @since 0.1.0
     */
    public static final class ReadResult {

        private final Map<Key<?>, Object> objects;
        private final Target target;

        private ReadResult(Map<Key<?>, Object> objects, Target target) {
            this.objects = objects;
            this.target = target;
        }

        /**
         * Returns the object of a key.
         *
         * @param <T> the class of the model's objects
         * @param key a key that was asked for
         * @return a new object
         * @throws MissingObjects if there is no such item
         */
        @SuppressWarnings("unchecked") // each object was read by the model of its key
        public <T> T get(Key<T> key) {
            Object object = objects.get(key);
            if (object == null) {
                throw new MissingObjects(target, List.of(key), List.of(key.toString()));
            }
            return (T) object;
        }

        /**
         * Tells whether an item is there.
         *
         * @param key a key that was asked for
         * @return true if it is
         */
        public boolean has(Key<?> key) {
            return objects.containsKey(key);
        }

        /**
         * Returns all objects that are there.
         *
         * @return the objects, in the order of their keys
         */
        public List<Object> all() {
            return new ArrayList<>(objects.values());
        }
    }
}
