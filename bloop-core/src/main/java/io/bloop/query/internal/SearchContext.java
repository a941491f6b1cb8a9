package io.bloop.query.internal;

import io.bloop.bound.internal.BoundModel;
import io.bloop.model.Index;
import io.bloop.model.ModelDefinition;
import io.bloop.query.TokenSecrets;
import io.bloop.request.Target;
import io.bloop.request.internal.Requests;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives the searches of one model access to their engine.
 *
 * <p>For the engine. Implementations are thread-safe.
 *
 * @param <T> the class of the model's objects
 */
public interface SearchContext<T> {

    /**
     * Returns the model that is searched.
     *
     * @return the model
     */
    ModelDefinition<T> definition();

    /**
     * Returns the model as the engine has bound it.
     *
     * @return the bound model; the first call binds it
     */
    BoundModel<T> bound();

    /**
     * Returns the models whose items the search hands out, where those are several.
     *
     * @return the models, each of the table that is searched; none where the searched model is the only one
     */
    default List<BoundModel<? extends T>> readers() {
        return List.of();
    }

    /**
     * Names the model, its table and an index, without binding the model.
     *
     * @param index the index, or null
     * @return the target
     */
    Target target(@Nullable Index<T> index);

    /**
     * Returns the requests of the engine.
     *
     * @return the requests
     */
    Requests requests();

    /**
     * Returns the secrets that encrypt continuation tokens.
     *
     * @return the secrets
     */
    TokenSecrets tokenSecrets();
}
