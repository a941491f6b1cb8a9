package io.bloop.engine;

import io.bloop.InvalidArgument;
import io.bloop.model.Key;
import io.bloop.model.ProjectionDefinition;
import io.bloop.read.Consistency;
import io.bloop.read.internal.Reads;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds items of one model by their keys, as objects of a projection.
 *
 * <p>A read of a projection takes as many read units as one of the whole item, and sends less over the network. Thread-safe.
 *
 * @param <T> the class of the model's objects
 * @param <P> the class of the projection's objects
 * @see BloopTemplate#as
 * @since 0.1.0
 */
public final class ProjectedTemplate<T, P> {

    private final ProjectionDefinition<T, P> projection;
    private final Supplier<Reads<T>> reads;

    ProjectedTemplate(ProjectionDefinition<T, P> projection, Supplier<Reads<T>> reads) {
        this.projection = projection;
        this.reads = reads;
    }

    /**
     * Finds an object by the values of its key.
     *
     * @param key the hash key's value, and the range key's if there is one
     * @return a new object, or empty if there is no item
     * @throws io.bloop.model.InvalidKey if the values do not fit the key columns
     */
    public Optional<P> find(Object... key) {
        return find(projection.model().keyOf(key));
    }

    /**
     * Finds an object by its key, as {@link #find(Key, Consistency)} with {@link Consistency#EVENTUAL}.
     *
     * @param key the key
     * @return a new object, or empty if there is no item
     */
    public Optional<P> find(Key<T> key) {
        return find(key, Consistency.EVENTUAL);
    }

    /**
     * Finds an object by its key.
     *
     * @param key the key
     * @param consistency which writes to see
     * @return a new object, or empty if there is no item
     * @throws InvalidArgument if an argument is null, or a key of another model
     * @throws io.bloop.request.ForeignItem if the item belongs to another model of the table
     * @throws io.bloop.type.InvalidValue if an attribute does not fit its column
     */
    public Optional<P> find(Key<T> key, Consistency consistency) {
        return reads.get().find(key, consistency, projection);
    }

    /**
     * Finds many objects by their keys, as {@link #findAll(Collection, Consistency)} with {@link Consistency#EVENTUAL}.
     *
     * @param keys the keys
     * @return new objects in the order of the keys, those that are missing left out
     */
    public List<P> findAll(Collection<Key<T>> keys) {
        return findAll(keys, Consistency.EVENTUAL);
    }

    /**
     * Finds many objects by their keys, in batches.
     *
     * @param keys the keys; the same key twice counts once
     * @param consistency which writes to see
     * @return new objects in the order of the keys, those that are missing left out
     * @throws io.bloop.read.UnprocessedItems if DynamoDB keeps leaving some unprocessed
     */
    public List<P> findAll(Collection<Key<T>> keys, Consistency consistency) {
        return reads.get().findAll(keys, consistency, projection);
    }
}
