package io.bloop.boot.event;

import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import org.springframework.core.ResolvableType;

/**
 * Published before a table is created, once for each model that is bound to it; an exception of a listener fails the
 * binding.
 *
 * <p>{@code @EventListener} methods get the events of one model by {@code TableCreating<User>}, and those of all models by {@code TableCreating<?>}.
 *
 * @param <T> the class of the model's objects
 * @param engine the engine
 * @param model the model
 * @param table the name of the table
 * @since 0.1.0
 */
public record TableCreating<T>(Engine engine, ModelDefinition<T> model, String table) implements ModelEvent<T> {

    @Override
    public ResolvableType getResolvableType() {
        return ResolvableType.forClassWithGenerics(TableCreating.class, model.type());
    }
}
