package io.bloop.transaction;

import io.bloop.item.MissingObjects;
import io.bloop.model.Key;
import io.bloop.request.Requests;
import io.bloop.request.Target;
import io.bloop.table.BoundModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;

/**
 * Reads items of any models as they are at one moment.
 *
 * <p>Serves one read, and is not thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactGetItems.html">TransactGetItems</a>
 */
public final class ReadTransaction {

    /** Is one item to be read. */
    private record Part<T>(BoundModel<T> bound, Key<T> key) {

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
            T object = bound.definition().mapping().read(item, bound);
            bound.events().afterLoad(object);
            return object;
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
        if (parts.containsKey(key)) {
            throw new InvalidTransaction(key + " is in the transaction twice; once is enough.");
        }
        if (parts.size() == WriteTransaction.MOST_OPERATIONS) {
            throw new InvalidTransaction("A transaction takes at most " + WriteTransaction.MOST_OPERATIONS
                    + " operations, and " + key + " is one more; divide it.");
        }
        parts.put(key, new Part<>(models.of(key.model()), key));
        return this;
    }

    /**
     * Reads the items.
     *
     * @return the objects that there are, by key
     */
    public Found run() {
        Map<Key<?>, Object> found = new LinkedHashMap<>();
        if (parts.isEmpty()) {
            return new Found(found, target());
        }
        List<Part<?>> asked = List.copyOf(parts.values());
        TransactGetItemsRequest request = TransactGetItemsRequest.builder()
                .transactItems(asked.stream().map(Part::request).toList())
                .build();
        List<ItemResponse> answers =
                requests.transactGetItems(target(), request).responses();
        for (int i = 0; i < asked.size(); i++) {
            Object object = asked.get(i).read(answers.get(i).item());
            if (object != null) {
                found.put(asked.get(i).key(), object);
            }
        }
        return new Found(found, target());
    }

    private Target target() {
        return Target.joined(
                parts.values().stream().map(part -> part.bound().target(null)).toList());
    }

    /**
     * Holds what a transaction has read.
     *
     * <p>Immutable; the objects are the caller's.
     */
    public static final class Found {

        private final Map<Key<?>, Object> objects;
        private final Target target;

        private Found(Map<Key<?>, Object> objects, Target target) {
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
