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

/** Connects a search of several models of one table with their engine. Thread-safe. */
final class SharedSearches<T> implements SearchContext<T> {

    private final Engine engine;
    private final ModelDefinition<? extends T> asked;
    private final Supplier<List<BoundModel<? extends T>>> models;
    private volatile @Nullable List<BoundModel<? extends T>> readers;

    /**
     * Creates a context.
     *
     * @param asked the model whose columns the condition of the search names
     * @param models binds the models and returns them
     */
    SharedSearches(Engine engine, ModelDefinition<? extends T> asked, Supplier<List<BoundModel<? extends T>>> models) {
        this.engine = engine;
        this.asked = asked;
        this.models = models;
    }

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
        List<BoundModel<? extends T>> known = readers;
        if (known == null) {
            known = models.get();
            readers = known;
        }
        return known;
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
