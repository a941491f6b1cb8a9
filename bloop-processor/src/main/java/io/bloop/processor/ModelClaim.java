package io.bloop.processor;

import io.bloop.annotation.Discriminator;
import java.util.List;
import java.util.Optional;

/**
 * The text that distinguishes the items of a model from those of other models.
 *
 * @param mark the annotation that names its attribute
 * @param attribute the attribute
 * @param values the texts, the one that is written first
 */
record ModelClaim(AnnotationUse mark, String attribute, List<String> values) {

    /** Reads the claim of a model; empty where it has no discriminator. */
    static Optional<ModelClaim> read(ModelContext scope, Optional<String> modelName) {
        return AnnotationUse.inherited(scope.model(), Discriminator.class).map(mark -> {
            List<String> given = mark.texts("value");
            if (!given.isEmpty() && !mark.element().equals(scope.model())) {
                scope.error(
                        Spot.of(scope.model()),
                        scope.name() + " inherits " + mark + " of "
                                + mark.element().getSimpleName()
                                + ", and its texts with it; leave them out there, and give each model its own.");
            }
            String attribute = mark.text("attribute").orElse("");
            return new ModelClaim(mark, attribute, given.isEmpty() ? List.of(modelName.orElseGet(scope::name)) : given);
        });
    }
}
