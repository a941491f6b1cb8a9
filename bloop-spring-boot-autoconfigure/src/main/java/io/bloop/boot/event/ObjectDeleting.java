package io.bloop.boot.event;

import io.bloop.engine.Engine;
import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/**
 * Published before an item is deleted; what a listener throws prevents it.
 *
 * <p>{@code @EventListener} methods hear of one model by {@code ObjectDeleting<User>}, and of all by {@code ObjectDeleting<?>}.
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
