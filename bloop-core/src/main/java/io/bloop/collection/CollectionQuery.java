package io.bloop.collection;

import io.bloop.InvalidArgument;
import io.bloop.expression.Condition;
import io.bloop.model.Index;
import io.bloop.query.InvalidSearch;
import io.bloop.query.Query;
import io.bloop.query.Results;
import io.bloop.query.Unclaimed;
import io.bloop.request.Target;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a collection of the items of one hash key.
 *
 * <p>Immutable and thread-safe: each method that changes it returns another, and each that runs it starts anew.
 *
 * @param <C> the class of the collection
 * @since 0.1.0
 */
public final class CollectionQuery<C> {

    private final ItemCollectionDefinition<C> collection;
    private final Target target;
    private final Condition<?> where;
    private final Query<Object> query;

    /**
     * Creates a query that reads the whole partition.
     *
     * <p>For the engine.
     *
     * @param collection the collection
     * @param target what is queried
     * @param index the index that is queried; null for the table
     * @param where the condition on the keys
     * @param query the query of all models of the collection, with that condition
     * @throws InvalidArgument if the models never have one hash key there
     */
    public CollectionQuery(
            ItemCollectionDefinition<C> collection,
            Target target,
            @Nullable Index<?> index,
            Condition<?> where,
            Query<Object> query) {
        this(collection, target, where, query);
        requireOnePartition(index == null ? null : index.storedName());
    }

    private CollectionQuery(
            ItemCollectionDefinition<C> collection, Target target, Condition<?> where, Query<Object> query) {
        this.collection = collection;
        this.target = target;
        this.where = where;
        this.query = query;
    }

    private void requireOnePartition(@Nullable String index) {
        Partitions.divided(collection.models(), index).ifPresent(keys -> {
            throw new InvalidArgument(
                    "query() of " + collection,
                    "index",
                    "one in which the models of the collection can have the same hash key",
                    (index == null ? "missing; in the table, " : "'" + index + "', in which ") + keys);
        });
    }

    private CollectionQuery<C> with(Query<Object> changed) {
        return new CollectionQuery<>(collection, target, where, changed);
    }

    /**
     * Reads the items from the least range key to the greatest, which is the default.
     *
     * @return a changed query
     */
    public CollectionQuery<C> ascending() {
        return with(query.ascending());
    }

    /**
     * Reads the items from the greatest range key to the least: lists have this order, and a limit keeps the greatest.
     *
     * @return a changed query
     */
    public CollectionQuery<C> descending() {
        return with(query.descending());
    }

    /**
     * Ends after a number of items of the collection, whatever members they belong to.
     *
     * @param items the most items, at least 1
     * @return a changed query
     * @throws InvalidSearch if the number is below 1
     */
    public CollectionQuery<C> limit(int items) {
        return with(query.limit(items));
    }

    /**
     * Bounds the items that DynamoDB reads in one request.
     *
     * @param items the most items of one request, at least 1; a mebibyte of them unless it is set
     * @return a changed query
     * @throws InvalidSearch if the number is below 1
     */
    public CollectionQuery<C> pageSize(int items) {
        return with(query.pageSize(items));
    }

    /**
     * Sees every write that succeeded before; costs twice the read units.
     *
     * @return a changed query, which is refused on a global index when it runs
     */
    public CollectionQuery<C> consistent() {
        return with(query.consistent());
    }

    /**
     * Says what to do with items that no bound model of the table claims.
     *
     * @param unclaimed what to do; {@link Unclaimed#SKIP} unless it is set
     * @return a changed query
     * @throws InvalidSearch if the choice is null
     */
    public CollectionQuery<C> onUnclaimed(Unclaimed unclaimed) {
        return with(query.onUnclaimed(unclaimed));
    }

    /**
     * Goes on after the last item of an earlier page.
     *
     * @param token the token of an earlier page of the same query; null starts at the beginning
     * @return a changed query, which throws {@link io.bloop.query.InvalidToken} when it runs with a token that does not fit
     */
    public CollectionQuery<C> from(@Nullable String token) {
        return with(query.from(token));
    }

    /**
     * Runs the query and makes a collection of its items, over as many responses as it takes, up to the limit.
     *
     * @return the collection; empty where there is no item of any of its members
     * @throws CollectionMismatch if there is no item for a required member, or two for one that is no list
     * @throws InvalidSearch if the query cannot be asked in this way
     */
    public Optional<C> find() {
        return page().collection();
    }

    /**
     * Runs the query and makes a collection of one page of its items: as many as the limit allows.
     *
     * <p>The following pages have further items of the same lists. Single members have their object on one page alone,
     * so that a collection which is read by pages declares them as optional or nullable.
     *
     * @return the collection of the page, and the token that goes on after it
     * @throws CollectionMismatch if the page has no item for a required member, or two for one that is no list
     * @throws InvalidSearch if the query cannot be asked in this way
     * @throws io.bloop.query.InvalidToken if the token does not fit
     */
    public CollectionPage<C> page() {
        Results<Object> results = query.results();
        FoundItems<C> found = new FoundItems<>(collection, target);
        while (results.hasNext()) {
            found.add(results);
        }
        return new CollectionPage<>(
                results.count() == 0 ? Optional.empty() : Optional.of(found.make(where)),
                results.token(),
                results.count(),
                results.scanned(),
                results.skipped());
    }
}
