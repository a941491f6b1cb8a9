package io.bloop.migration;

import io.bloop.model.ModelDefinition;
import java.util.Optional;
import java.util.function.Function;

/** A migration made of a function. */
record FunctionMigration<T>(
        String id,
        ModelDefinition<T> model,
        Function<MigratedItem<T>, ItemChange<T>> function,
        boolean takesUnclaimed,
        Optional<String> mark)
        implements ItemMigration<T> {

    @Override
    public ItemChange<T> migrate(MigratedItem<T> item) {
        return function.apply(item);
    }
}
