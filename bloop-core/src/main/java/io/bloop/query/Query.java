package io.bloop.query;

import io.bloop.expression.Condition;
import io.bloop.model.Index;
import io.bloop.query.internal.SearchContext;

/**
 * Finds the items of one hash key, in the order of the range key.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> the class of the model's objects
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.html">Query</a>
 * @since 0.1.0
 */
public final class Query<T> extends Search<T, Query<T>> {

    /**
     * Creates a query of the table that still needs a condition on its keys.
     *
     * @param context the model and its engine
     */
    public Query(SearchContext<T> context) {
        this(Plan.ofTable(context));
    }

    /**
     * Creates a query of an index that still needs a condition on its keys.
     *
     * @param context the model and its engine
     * @param index an index of the model
     * @throws InvalidSearch if the index is null or belongs to another model
     */
    public Query(SearchContext<T> context, Index<T> index) {
        this(Plan.ofIndex(context, index));
    }

    private Query(Plan<T> plan) {
        super(plan, true);
    }

    @Override
    Query<T> with(Plan<T> plan) {
        return new Query<>(plan);
    }

    /**
     * Sets the condition on the keys: equality on the hash key, and at most one condition on the range key.
     *
     * @param condition the condition, joined by "and" with those before
     * @return a changed query
     * @throws InvalidSearch if the condition is null
     */
    public Query<T> where(Condition<T> condition) {
        if (condition == null) {
            throw plan().invalid("where() needs a condition on the keys, and is given null.");
        }
        return with(plan().where(condition));
    }

    /**
     * Orders the results from the least range key to the greatest, which is the default.
     *
     * @return a changed query
     */
    public Query<T> ascending() {
        return with(plan().ordered(true));
    }

    /**
     * Orders the results from the greatest range key to the least.
     *
     * @return a changed query
     */
    public Query<T> descending() {
        return with(plan().ordered(false));
    }
}
