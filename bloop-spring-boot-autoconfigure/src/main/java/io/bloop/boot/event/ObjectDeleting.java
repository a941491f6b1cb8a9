package io.bloop.boot.event;

import io.bloop.engine.Engine;
import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/**
 * Published before an item is deleted; an exception of a listener prevents it.
 *
 * <p>{@code @EventListener} methods get the events of one model by {@code ObjectDeleting<User>}, and those of all models by {@code ObjectDeleting<?>}.
 *
 * @param <T> the class of the model's objects
 * @param engine the engine
 * @param model the model
 * @param key the item's key
 * @param object the object; null where the item is deleted by its key alone
 * @since 0.1.0
 */
public record ObjectDeleting<T>(
        Engine engine,
        ModelDefinition<T> model,
        Key<T> key,
        @Nullable T object) implements ModelEvent<T> {

    @Override
    public ResolvableType getResolvableType() {
        return ResolvableType.forClassWithGenerics(ObjectDeleting.class, model.type());
    }
}
