package io.bloop.model;

import io.bloop.expression.Condition;

/**
 * Holds the conditions that any model can be asked for.
 *
 * <p>Stateless and thread-safe.
 *
 * @since 0.1.0
 */
public final class Conditions {

    private Conditions() {}

    /**
     * Requires that no item exists under the key that is written: {@code onlyIf(ifNotExists(LINK))}.
     *
     * @param <T> the class of the model's objects
     * @param model the model
     * @return the condition that each column of the key is absent
     */
    public static <T> Condition<T> ifNotExists(ModelDefinition<T> model) {
        Condition<T> condition = Condition.empty();
        for (Column<T, ?> key : model.keys()) {
            condition = condition.and(key.notExists());
        }
        return condition;
    }
}
