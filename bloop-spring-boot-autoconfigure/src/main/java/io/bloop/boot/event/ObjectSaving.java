package io.bloop.boot.event;

import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import org.springframework.core.ResolvableType;

/**
 * Published before an object is saved, inserted or replaced; an exception of a listener prevents it.
 *
 * <p>What a listener changes in the object is written with it, except for transactions, which take objects as they are when
 * they are added.
 *
 * <p>{@code @EventListener} methods get the events of one model by {@code ObjectSaving<User>}, and those of all models by {@code ObjectSaving<?>}.
 *
 * @param <T> the class of the model's objects
 * @param engine the engine
 * @param model the model
 * @param object the object
 * @since 0.1.0
 */
public record ObjectSaving<T>(Engine engine, ModelDefinition<T> model, T object) implements ModelEvent<T> {

    @Override
    public ResolvableType getResolvableType() {
        return ResolvableType.forClassWithGenerics(ObjectSaving.class, model.type());
    }
}
