package io.bloop.processor;

import java.util.Optional;
import java.util.Set;

/**
 * A class that may be written for a model, a document or a collection.
 *
 * @param scope the model, the document or the collection
 * @param writer writes the class; empty where there is nothing to write it of
 */
record GeneratedClass(ModelContext scope, Optional<? extends ClassWriter> writer) {

    /** Reads a model, a document or a collection, and finds its mistakes. */
    static GeneratedClass read(ModelContext scope) {
        return new GeneratedClass(
                scope,
                switch (scope.role()) {
                    case MODEL -> model(scope);
                    case DOCUMENT -> document(scope);
                    case PROJECTION -> ProjectionReader.read(scope).map(ProjectionWriter::new);
                    case COLLECTION -> ItemCollectionReader.read(scope);
                    case REPOSITORY -> RepositoryReader.read(scope).map(RepositoryWriter::new);
                });
    }

    private static Optional<? extends ClassWriter> model(ModelContext scope) {
        Optional<ParsedModel> parsed = ModelReader.read(scope);
        return parsed.isPresent() && Supertype.is(scope.model())
                ? Optional.of(new SupertypeWriter(SupertypeReader.read(scope)))
                : parsed.map(ModelWriter::new);
    }

    private static Optional<? extends ClassWriter> document(ModelContext scope) {
        return DocumentReader.read(scope)
                .map(members -> Subtypes.arePart(scope.model())
                        ? new PolymorphicWriter(scope)
                        : new DocumentWriter(scope, members));
    }

    /** Returns the names of the classes that others may still write, and that this one needs. */
    Set<String> needs() {
        return scope.role() == Role.COLLECTION
                ? ItemCollectionReader.models(scope)
                : new UsedDocuments(scope).reached();
    }

    /** Returns the source, or a sketch of it where there are mistakes; nothing where no class can or need be written. */
    String source() {
        boolean hasObjects = !scope.isAbstract()
                || switch (scope.role()) {
                    case MODEL -> Supertype.is(scope.model());
                    case DOCUMENT -> Subtypes.arePart(scope.model());
                    case PROJECTION, REPOSITORY -> true;
                    case COLLECTION -> false;
                };
        if (writer.isEmpty() || !hasObjects || !scope.isAccessible(scope.model())) {
            return "";
        }
        String source = scope.problems().hasErrors() ? "" : writer.get().write();
        if (scope.problems().hasErrors()) {
            source = writer.get().sketch();
        }
        return source;
    }
}
