package io.bloop.processor;

import io.bloop.annotation.Model;
import java.util.List;
import java.util.Optional;

/**
 * Is all that was read of an annotated model.
 *
 * @param scope the class
 * @param columns its columns in their order
 * @param indexes its indexes in their order
 * @param table what it wants of its table
 */
record ParsedModel(ModelContext scope, List<ModelColumn> columns, List<ModelIndex> indexes, ModelTable table) {

    /** Returns the name that the model was given. */
    Optional<String> modelName() {
        return AnnotationUse.find(scope.model(), Model.class).flatMap(mark -> mark.text("value"));
    }
}
