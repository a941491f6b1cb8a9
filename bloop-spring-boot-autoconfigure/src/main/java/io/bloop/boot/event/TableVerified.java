package io.bloop.boot.event;

import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import org.springframework.core.ResolvableType;

/**
 * Published after a table was compared with what its models want and has it all, once for each of them.
 *
 * <p>{@code @EventListener} methods hear of one model by {@code TableVerified<User>}, and of all by {@code TableVerified<?>}.
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
