package io.bloop.read.internal;

import io.bloop.InvalidArgument;
import io.bloop.bound.internal.BoundModel;
import io.bloop.model.Key;
import io.bloop.model.ProjectionDefinition;
import io.bloop.read.Consistency;
import io.bloop.read.MissingObjects;
import io.bloop.request.ForeignItem;
import io.bloop.request.internal.Backoff;
import io.bloop.request.internal.Requests;
import io.bloop.type.StoredItem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/**
 * Reads objects of one bound model by their keys.
 *
 * <p>For the engine; users call its templates, which say what each method does. Thread-safe; the objects are not.
 *
 * @param <T> the class of the model's objects
 */
public final class Reads<T> {

    private final Requests requests;
    private final BoundModel<T> bound;

    /**
     * Creates the reads of a model.
     *
     * @param requests sends the requests
     * @param bound the bound model
     */
    public Reads(Requests requests, BoundModel<T> bound) {
        this.requests = requests;
        this.bound = bound;
    }

    /**
     * Finds an object by its key.
     *
     * @param key the key
     * @param consistency which writes to see
     * @return a new object, or empty if there is none
     */
    public Optional<T> find(Key<T> key, Consistency consistency) {
        return find(key, consistency, Asked.ALL, bound::load);
    }

    /**
     * Finds an object of a projection by its key.
     *
     * @param <P> the class of the object
     * @param key the key
     * @param consistency which writes to see
     * @param projection says what is asked for
     * @return a new object, or empty if there is no item
     */
    public <P> Optional<P> find(Key<T> key, Consistency consistency, ProjectionDefinition<T, P> projection) {
        return find(key, consistency, Asked.of(bound, projection), item -> projected(item, projection));
    }

    /**
     * Tells whether there is an item with a key.
     *
     * @param key the key
     * @param consistency which writes to see
     * @return true if there is one
     */
    public boolean exists(Key<T> key, Consistency consistency) {
        Optional<Boolean> found = find(key, consistency, Asked.keys(bound), item -> {
            bound.claim().require(item);
            return true;
        });
        return found.isPresent();
    }

    private <R> Optional<R> find(Key<T> key, Consistency consistency, Asked asked, Function<StoredItem, R> loader) {
        Arguments arguments = new Arguments("find");
        arguments.requireKey("key", key);
        arguments.require(consistency);
        return Optional.ofNullable(item(key, consistency, asked)).map(loader);
    }

    private <P> P projected(StoredItem item, ProjectionDefinition<T, P> projection) {
        bound.claim().require(item);
        return bound.mapping().project(item, projection);
    }

    private @Nullable StoredItem item(Key<T> key, Consistency consistency, Asked asked) {
        List<StoredItem> items = requests.getItem(
                        bound.target(null),
                        GetItemRequest.builder()
                                .tableName(bound.tableName())
                                .key(key.attributes())
                                .consistentRead(consistency == Consistency.STRONG ? true : null)
                                .projectionExpression(asked.projection())
                                .expressionAttributeNames(asked.names()))
                .items();
        return items.isEmpty() ? null : items.get(0);
    }

    /**
     * Loads an object by the key that it has.
     *
     * @param object the object
     * @param consistency which writes to see
     * @return the object, or another one of a record
     */
    public T load(T object, Consistency consistency) {
        Arguments arguments = new Arguments("load");
        arguments.requireObject("object", object);
        arguments.require(consistency);
        BoundModel<T> model = bound.of(object);
        Key<T> key = model.mapping().key(object, model);
        StoredItem item = item(key, consistency, Asked.ALL);
        if (item == null) {
            throw new MissingObjects(model.target(null), List.of(object), List.of(key.toString()));
        }
        return model.fill(object, item);
    }

    /**
     * Finds objects by their keys.
     *
     * @param keys the keys
     * @param consistency which writes to see
     * @return new objects in the order of the keys, those that are missing left out
     */
    public List<T> findAll(Collection<Key<T>> keys, Consistency consistency) {
        return findAll(keys, consistency, Asked.ALL, bound::load);
    }

    /**
     * Finds objects of a projection by their keys.
     *
     * @param <P> the class of the objects
     * @param keys the keys
     * @param consistency which writes to see
     * @param projection says what is asked for
     * @return new objects in the order of the keys, those that are missing left out
     */
    public <P> List<P> findAll(
            Collection<Key<T>> keys, Consistency consistency, ProjectionDefinition<T, P> projection) {
        return findAll(keys, consistency, Asked.of(bound, projection), item -> projected(item, projection));
    }

    private <R> List<R> findAll(
            Collection<Key<T>> keys, Consistency consistency, Asked asked, Function<StoredItem, R> loader) {
        Arguments arguments = new Arguments("findAll");
        InvalidArgument.required(keys, arguments.method(), "keys", "a collection of keys");
        arguments.require(consistency);
        Set<Key<T>> distinct = new LinkedHashSet<>(keys);
        distinct.forEach((Object key) -> arguments.requireKey("keys", key));
        return each(distinct.iterator(), consistency, asked, loader).toList();
    }

    /**
     * Finds objects by their keys as they are asked for, chunk by chunk.
     *
     * @param keys the keys; the same one twice in a chunk is asked for once, and found twice
     * @param consistency which writes to see
     * @return new objects in the order of the keys, those that are missing left out; a stream without anything to close
     */
    public Stream<T> findEach(Iterable<Key<T>> keys, Consistency consistency) {
        Arguments arguments = new Arguments("findEach");
        InvalidArgument.required(keys, arguments.method(), "keys", "an iterable of keys");
        arguments.require(consistency);
        Iterator<?> given = keys.iterator();
        Iterator<Key<T>> checked = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return given.hasNext();
            }

            @Override
            public Key<T> next() {
                return arguments.requireKey("keys", given.next());
            }
        };
        return each(checked, consistency, Asked.ALL, bound::load);
    }

    private <R> Stream<R> each(
            Iterator<Key<T>> keys, Consistency consistency, Asked asked, Function<StoredItem, R> loader) {
        Iterator<List<R>> chunks = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return keys.hasNext();
            }

            @Override
            public List<R> next() {
                return found(keys, batch(consistency, asked), loader);
            }
        };
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(chunks, Spliterator.ORDERED | Spliterator.NONNULL), false)
                .flatMap(List::stream);
    }

    private <R> List<R> found(Iterator<Key<T>> keys, BatchGet<T> batch, Function<StoredItem, R> loader) {
        List<Key<T>> chunk = new ArrayList<>();
        do {
            chunk.add(keys.next());
        } while (chunk.size() < BatchGet.MOST_KEYS && keys.hasNext());
        Map<Key<T>, StoredItem> items = new HashMap<>();
        batch.fetch(new LinkedHashSet<>(chunk), items::put);
        return chunk.stream()
                .map(items::get)
                .filter(Objects::nonNull)
                .map(loader)
                .toList();
    }

    /**
     * Loads objects by the keys that they have.
     *
     * @param objects the objects
     * @param consistency which writes to see
     * @return the objects, or others of records
     */
    public List<T> loadAll(Collection<T> objects, Consistency consistency) {
        Arguments arguments = new Arguments("loadAll");
        InvalidArgument.required(objects, arguments.method(), "objects", "a collection of objects");
        objects.forEach((Object object) -> arguments.requireObject("objects", object));
        arguments.require(consistency);
        Map<Key<T>, List<T>> wanted = new LinkedHashMap<>();
        objects.forEach(object ->
                wanted.computeIfAbsent(key(object), key -> new ArrayList<>()).add(object));
        Map<T, T> loaded = new IdentityHashMap<>();
        List<ForeignItem> foreign = new ArrayList<>();
        batch(consistency, Asked.ALL).fetch(wanted.keySet(), (key, item) -> {
            for (T object : wanted.getOrDefault(key, List.of())) {
                BoundModel<T> model = bound.of(object);
                if (model.claim().admits(item)) {
                    loaded.computeIfAbsent(object, taken -> model.fill(taken, item));
                } else {
                    foreign.add(model.claim().foreign(item, null));
                }
            }
        });
        if (!foreign.isEmpty()) {
            throw foreign.get(0);
        }
        Set<T> told = Collections.newSetFromMap(new IdentityHashMap<>());
        List<T> missing = objects.stream()
                .filter(object -> !loaded.containsKey(object) && told.add(object))
                .toList();
        if (!missing.isEmpty()) {
            List<String> keys = missing.stream()
                    .map(object -> {
                        BoundModel<T> model = bound.of(object);
                        return model.mapping().key(object, model).toString();
                    })
                    .toList();
            throw new MissingObjects(bound.target(null), missing, keys);
        }
        return objects.stream()
                .map(object -> Objects.requireNonNull(loaded.get(object)))
                .toList();
    }

    /** Returns the key of an object as a key of the model that is read. */
    private Key<T> key(T object) {
        BoundModel<T> model = bound.of(object);
        Key<T> key = model.mapping().key(object, model);
        return model == bound ? key : bound.mapping().itemKey(key.attributes());
    }

    private BatchGet<T> batch(Consistency consistency, Asked asked) {
        return new BatchGet<>(requests, bound, consistency, asked, new Backoff());
    }

    /** Checks the arguments of one method. */
    private final class Arguments {

        private final String method;

        Arguments(String method) {
            this.method = method + "() of " + bound.definition().name();
        }

        String method() {
            return method;
        }

        @SuppressWarnings("unchecked") // a key of the definition is a key of its objects
        Key<T> requireKey(String argument, @Nullable Object key) {
            if (key instanceof Key<?> known && known.model() == bound.definition()) {
                return (Key<T>) key;
            }
            String found = key instanceof Key<?> ? key + " of another definition" : found(key);
            throw new InvalidArgument(
                    method, argument, "a key of " + bound.definition().name(), found);
        }

        void requireObject(String argument, @Nullable Object object) {
            Class<T> type = bound.definition().type();
            if (!type.isInstance(object)) {
                throw new InvalidArgument(method, argument, "an object of " + type.getName(), found(object));
            }
        }

        void require(@Nullable Consistency consistency) {
            InvalidArgument.required(consistency, method, "consistency", "EVENTUAL or STRONG");
        }

        private String found(@Nullable Object value) {
            return value == null ? "null" : "an object of " + value.getClass().getName();
        }
    }
}
