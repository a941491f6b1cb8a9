package io.bloop.collection;

import io.bloop.InvalidArgument;
import io.bloop.expression.Condition;
import io.bloop.model.Index;
import org.jspecify.annotations.Nullable;

/**
 * The hash key of one collection. A definition offers its own typed method that makes one.
 *
 * <p>Immutable, equal by its components, and thread-safe.
 *
 * @param <C> the class of the collection
 * @param collection the collection
 * @param index the index that has the hash key; null for the table
 * @param where the condition on the hash key, of columns of one of the collection's models
 * @since 0.1.0
 */
public record CollectionKey<C>(
        ItemCollectionDefinition<C> collection, @Nullable Index<?> index, Condition<?> where) {

    /**
     * Creates a key.
     *
     * @param collection the collection
     * @param index the index that has the hash key; null for the table
     * @param where the condition on the hash key
     * @throws InvalidArgument if the collection or the condition is null
     */
    public CollectionKey {
        InvalidArgument.required(collection, "CollectionKey", "collection", "a collection");
        InvalidArgument.required(where, "CollectionKey", "where", "a condition on the keys");
    }

    /** Returns the key for people, as {@code OrderWithLines where (orderId = S "1001")}. */
    @Override
    public String toString() {
        return collection.name() + " where " + where;
    }
}
