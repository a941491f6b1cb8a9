package io.bloop.boot.event;

import io.bloop.engine.Engine;
import io.bloop.model.Column;
import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/**
 * Is published before an item is updated by a request; what a listener throws prevents it.
 *
 * <p>{@code @EventListener} methods hear of one model by {@code ItemUpdating<User>}, and of all by {@code ItemUpdating<?>}.
 *
 * @param <T> the class of the model's objects
 * @param engine the engine
 * @param model the model
 * @param key the item's key
 * @param values the values that whole columns are known to get, null for those that it removes
 */
public record ItemUpdating<T>(
        Engine engine,
        ModelDefinition<T> model,
        Key<T> key,
        Map<? extends Column<?, ?>, ? extends @Nullable Object> values)
        implements ModelEvent<T> {

    @Override
    public ResolvableType getResolvableType() {
        return ResolvableType.forClassWithGenerics(ItemUpdating.class, model.type());
    }
}
