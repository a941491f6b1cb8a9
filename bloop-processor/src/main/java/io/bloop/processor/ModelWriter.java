package io.bloop.processor;

import io.bloop.model.ModelDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes the source of a definition. */
final class ModelWriter {

    private final ParsedModel parsed;
    private final SourceFile file;

    ModelWriter(ParsedModel parsed) {
        this.parsed = parsed;
        List<String> fields = Stream.of(
                        Stream.of(Names.constant(parsed.scope().model())),
                        parsed.columns().stream().map(ModelColumn::name),
                        parsed.indexes().stream().map(ModelIndex::name))
                .flatMap(names -> names)
                .toList();
        this.file = new SourceFile(parsed.scope(), parsed.columns(), List.of(), fields);
    }

    String write() {
        Imports imports = file.imports();
        String type = imports.type(parsed.scope().model());
        List<String> parts = new ArrayList<>();
        parts.add(file.constant("The definition of {@link " + type + "}, of which there is one."));
        parts.addAll(new FieldsWriter(parsed, imports).write());
        parts.add(new KeyWriter(parsed, imports).write());
        parts.addAll(new MethodsWriter(parsed.scope(), parsed.columns(), imports).write());
        return file.write(
                "Is what bloop knows of {@link " + type + "}: its columns, its indexes and its table.",
                ModelDefinition.class,
                parts);
    }
}
