package io.bloop.boot.event;

import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import org.springframework.core.ResolvableType;

/**
 * Published after an object was saved, inserted or replaced.
 *
 * <p>{@code @EventListener} methods get the events of one model by {@code ObjectSaved<User>}, and those of all models by {@code ObjectSaved<?>}.
 *
 * @param <T> the class of the model's objects
 * @param engine the engine
 * @param model the model
 * @param object the object as the caller gets it
 * @since 0.1.0
 */
public record ObjectSaved<T>(Engine engine, ModelDefinition<T> model, T object) implements ModelEvent<T> {

    @Override
    public ResolvableType getResolvableType() {
        return ResolvableType.forClassWithGenerics(ObjectSaved.class, model.type());
    }
}
