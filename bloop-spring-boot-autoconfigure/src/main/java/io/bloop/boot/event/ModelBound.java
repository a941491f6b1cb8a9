package io.bloop.boot.event;

import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import org.springframework.core.ResolvableType;

/**
 * Published after a model was bound, with or without a look at its table.
 *
 * <p>{@code @EventListener} methods get the events of one model by {@code ModelBound<User>}, and those of all models by {@code ModelBound<?>}.
 *
 * @param <T> the class of the model's objects
 * @param engine the engine
 * @param model the model
 * @since 0.1.0
 */
public record ModelBound<T>(Engine engine, ModelDefinition<T> model) implements ModelEvent<T> {

    @Override
    public ResolvableType getResolvableType() {
        return ResolvableType.forClassWithGenerics(ModelBound.class, model.type());
    }
}
