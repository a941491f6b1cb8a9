package io.bloop.engine;

import io.bloop.bound.internal.BoundModel;
import io.bloop.model.Index;
import io.bloop.model.ModelDefinition;
import io.bloop.query.TokenSecrets;
import io.bloop.query.internal.SearchContext;
import io.bloop.request.Target;
import io.bloop.request.internal.Requests;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Connects a search of several models of one table with their engine.
 *
 * @param asked the model whose columns the condition of the search names
 * @param models binds the models and returns them
 */
record SharedSearches<T>(
        Engine engine, ModelDefinition<? extends T> asked, Supplier<List<BoundModel<? extends T>>> models)
        implements SearchContext<T> {

    @Override
    @SuppressWarnings("unchecked") // a search reads its objects by the models that claim their items
    public ModelDefinition<T> definition() {
        return (ModelDefinition<T>) asked;
    }

    @Override
    public BoundModel<T> bound() {
        return engine.bound(definition());
    }

    @Override
    public List<BoundModel<? extends T>> readers() {
        return models.get();
    }

    @Override
    public Target target(@Nullable Index<T> index) {
        return engine.target(definition(), index);
    }

    @Override
    public Requests requests() {
        return engine.requests();
    }

    @Override
    public TokenSecrets tokenSecrets() {
        return engine.tokenSecrets();
    }
}
