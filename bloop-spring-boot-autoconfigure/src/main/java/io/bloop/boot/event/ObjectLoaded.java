package io.bloop.boot.event;

import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import org.springframework.core.ResolvableType;

/**
 * Published after an object was loaded: by its key, by a search, or in place.
 *
 * <p>{@code @EventListener} methods get the events of one model by {@code ObjectLoaded<User>}, and those of all models by {@code ObjectLoaded<?>}.
 *
 * @param <T> the class of the model's objects
 * @param engine the engine
 * @param model the model
 * @param object the object
 * @since 0.1.0
 */
public record ObjectLoaded<T>(Engine engine, ModelDefinition<T> model, T object) implements ModelEvent<T> {

    @Override
    public ResolvableType getResolvableType() {
        return ResolvableType.forClassWithGenerics(ObjectLoaded.class, model.type());
    }
}
