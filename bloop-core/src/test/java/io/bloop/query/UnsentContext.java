package io.bloop.query;

import io.bloop.bound.internal.BoundModel;
import io.bloop.model.Index;
import io.bloop.model.ModelDefinition;
import io.bloop.query.internal.SearchContext;
import io.bloop.request.Target;
import io.bloop.request.internal.Requests;
import java.util.Map;

/** The context of searches that are never sent. */
record UnsentContext<T>(BoundModel<T> bound, TokenSecrets tokenSecrets) implements SearchContext<T> {

    /** Returns the context of a table. */
    static <T> UnsentContext<T> of(ModelDefinition<T> model, String table, TokenSecrets secrets) {
        return new UnsentContext<>(new BoundModel<>(model, table, model.settings(), Map.of()), secrets);
    }

    @Override
    public ModelDefinition<T> definition() {
        return bound.definition();
    }

    @Override
    public Target target(Index<T> index) {
        return bound.target(index);
    }

    @Override
    public Requests requests() {
        throw new UnsupportedOperationException();
    }
}
