package io.bloop.engine;

import io.bloop.bound.internal.BoundModel;
import io.bloop.model.Index;
import io.bloop.model.ModelDefinition;
import io.bloop.model.SupertypeDefinition;
import io.bloop.query.TokenSecrets;
import io.bloop.query.internal.SearchContext;
import io.bloop.request.Target;
import io.bloop.request.internal.Requests;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Connects the searches of one model with their engine. */
record ModelSearches<T>(Engine engine, ModelDefinition<T> definition) implements SearchContext<T> {

    @Override
    public BoundModel<T> bound() {
        return engine.bound(definition);
    }

    @Override
    public List<BoundModel<? extends T>> readers() {
        return definition instanceof SupertypeDefinition<?> ? bound().members() : List.of();
    }

    @Override
    public Target target(@Nullable Index<T> index) {
        return engine.target(definition, index);
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
