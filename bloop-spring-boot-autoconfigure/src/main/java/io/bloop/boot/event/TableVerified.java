package io.bloop.boot.event;

import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import org.springframework.core.ResolvableType;

/**
 * Published after a table was found to match its models, once for each of them.
 *
 * <p>{@code @EventListener} methods get the events of one model by {@code TableVerified<User>}, and those of all models by {@code TableVerified<?>}.
 *
 * @param <T> the class of the model's objects
 * @param engine the engine
 * @param model the model
 * @param table the name of the table
 * @since 0.1.0
 */
public record TableVerified<T>(Engine engine, ModelDefinition<T> model, String table) implements ModelEvent<T> {

    @Override
    public ResolvableType getResolvableType() {
        return ResolvableType.forClassWithGenerics(TableVerified.class, model.type());
    }
}
