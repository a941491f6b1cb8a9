package io.bloop.boot.event;

import io.bloop.engine.Engine;
import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/**
 * Published after an item was deleted, or there was none.
 *
 * <p>{@code @EventListener} methods get the events of one model by {@code ObjectDeleted<User>}, and those of all models by {@code ObjectDeleted<?>}.
 *
 * @param <T> the class of the model's objects
 * @param engine the engine
 * @param model the model
 * @param key the item's key
 * @param object the object; null where the item was deleted by its key alone
 * @since 0.1.0
 */
public record ObjectDeleted<T>(
        Engine engine,
        ModelDefinition<T> model,
        Key<T> key,
        @Nullable T object) implements ModelEvent<T> {

    @Override
    public ResolvableType getResolvableType() {
        return ResolvableType.forClassWithGenerics(ObjectDeleted.class, model.type());
    }
}
