package io.bloop.engine;

import io.bloop.bound.internal.BoundModel;
import io.bloop.model.InvalidModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Refuses models that would share a table only because their classes have the same simple name. */
final class Namesakes {

    private Namesakes() {}

    /**
     * Checks models that are to be bound.
     *
     * @param fresh the models
     * @param bound the models that the engine has bound before
     * @throws InvalidModel if one of them would share its table by chance
     */
    static void check(Collection<BoundModel<?>> fresh, Collection<BoundModel<?>> bound) {
        Map<String, BoundModel<?>> byTable = new HashMap<>();
        for (BoundModel<?> model : bound) {
            if (isNamedByItsClass(model)) {
                byTable.put(model.tableName(), model);
            }
        }
        List<InvalidModel> invalid = new ArrayList<>();
        for (BoundModel<?> model : fresh) {
            if (isNamedByItsClass(model)) {
                BoundModel<?> other = byTable.putIfAbsent(model.tableName(), model);
                if (other != null && areNamesakes(model, other)) {
                    invalid.add(refused(model, other));
                }
            }
        }
        if (!invalid.isEmpty()) {
            throw InvalidModel.joined(invalid);
        }
    }

    private static boolean isNamedByItsClass(BoundModel<?> model) {
        return model.settings().name() == null;
    }

    /** Several definitions of one class may share its table, and so may models that the engine's own names join. */
    private static boolean areNamesakes(BoundModel<?> model, BoundModel<?> other) {
        return model.definition().name().equals(other.definition().name())
                && model.definition().type() != other.definition().type();
    }

    private static InvalidModel refused(BoundModel<?> model, BoundModel<?> other) {
        return new InvalidModel(
                model.definition().name(),
                List.of("Classes " + other.definition().type().getName() + " and "
                        + model.definition().type().getName() + " have the same simple name, and only so their models"
                        + " would share table '" + model.tableName() + "'. Name the table of each model; models share a"
                        + " table where both name it."));
    }
}
