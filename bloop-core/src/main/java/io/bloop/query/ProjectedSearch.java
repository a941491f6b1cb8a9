package io.bloop.query;

import io.bloop.model.ProjectionDefinition;
import io.bloop.type.StoredItem;
import java.util.function.Function;

/**
 * A query or a scan whose results are objects of a projection.
 *
 * <p>No listener is called for its results, which are no objects of the model. Immutable and thread-safe.
 *
 * @param <T> the class of the model's objects
 * @param <P> the class of the projection's objects
 * @see Search#as
 * @since 0.1.0
 */
public sealed class ProjectedSearch<T, P> extends Retrieval<T, P> permits ProjectedScan {

    private final ProjectionDefinition<T, P> projection;

    ProjectedSearch(Plan<T> plan, boolean query, ProjectionDefinition<T, P> projection) {
        super(plan, query);
        this.projection = projection;
    }

    @Override
    final Function<StoredItem, P> loader(Plan<T> plan) {
        return plan.loader(projection);
    }
}
