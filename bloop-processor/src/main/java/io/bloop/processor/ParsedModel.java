package io.bloop.processor;

import io.bloop.annotation.Model;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * The parts of an annotated model.
 *
 * @param scope the class
 * @param columns its columns in their order
 * @param indexes its indexes in their order
 * @param table what it wants of its table
 * @param claim the discriminator of its items; empty where it has none
 */
record ParsedModel(
        ModelContext scope,
        List<ModelColumn> columns,
        List<ModelIndex> indexes,
        ModelTable table,
        Optional<ModelClaim> claim) {

    /** Returns the columns and indexes whose fields can be written, even if they have other mistakes. */
    ParsedModel usable() {
        Set<String> taken = new HashSet<>(Set.of(Names.constant(scope.model())));
        List<ModelColumn> usableColumns = columns.stream()
                .filter(column ->
                        column.type().isPresent() && SourceVersion.isName(column.name()) && taken.add(column.name()))
                .toList();
        List<ModelIndex> usableIndexes = indexes.stream()
                .filter(index -> SourceVersion.isName(index.name()) && taken.add(index.name()))
                .toList();
        return new ParsedModel(scope, usableColumns, usableIndexes, table, claim);
    }

    /** Returns the name that the model was given. */
    Optional<String> modelName() {
        return modelName(scope);
    }

    static Optional<String> modelName(ModelContext scope) {
        return AnnotationUse.find(scope.model(), Model.class).flatMap(mark -> mark.text("value"));
    }
}
