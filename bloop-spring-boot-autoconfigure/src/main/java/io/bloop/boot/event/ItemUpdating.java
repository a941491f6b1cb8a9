package io.bloop.boot.event;

import io.bloop.bound.UpdateAction;
import io.bloop.engine.Engine;
import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import java.util.List;
import org.springframework.core.ResolvableType;

/**
 * Published before an item is updated by a request; an exception of a listener prevents it.
 *
 * <p>{@code @EventListener} methods get the events of one model by {@code ItemUpdating<User>}, and those of all models by {@code ItemUpdating<?>}.
 *
 * @param <T> the class of the model's objects
 * @param engine the engine
 * @param model the model
 * @param key the item's key
 * @param actions the actions whose values are known before DynamoDB applies them, in order: all but those that depend on
 *     what the item holds, such as a sum
 * @since 0.1.0
 */
public record ItemUpdating<T>(Engine engine, ModelDefinition<T> model, Key<T> key, List<UpdateAction<T>> actions)
        implements ModelEvent<T> {

    /**
     * Copies the actions.
     *
     * @param engine the engine
     * @param model the model
     * @param key the item's key
     * @param actions the actions whose values are known before DynamoDB applies them
     */
    public ItemUpdating {
        actions = List.copyOf(actions);
    }

    @Override
    public ResolvableType getResolvableType() {
        return ResolvableType.forClassWithGenerics(ItemUpdating.class, model.type());
    }
}
