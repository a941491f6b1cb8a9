package io.bloop.processor;

import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Writes the source of a definition. */
final class ModelWriter implements ClassWriter {

    private final ParsedModel parsed;

    ModelWriter(ParsedModel parsed) {
        this.parsed = parsed;
    }

    private static SourceFile file(ParsedModel parsed) {
        List<String> fields = Stream.of(
                        Stream.of(Names.constant(parsed.scope().model())),
                        parsed.columns().stream().map(ModelColumn::name),
                        parsed.indexes().stream().map(ModelIndex::name))
                .flatMap(names -> names)
                .toList();
        return new SourceFile(parsed.scope(), parsed.columns(), Set.of(), fields, List.of());
    }

    @Override
    public String write() {
        SourceFile file = file(parsed);
        Imports imports = file.imports();
        String type = imports.type(parsed.scope().model());
        List<String> parts = new ArrayList<>();
        parts.add(file.constant("The definition of {@link " + type + "}, of which there is one."));
        parts.addAll(new FieldsWriter(parsed, imports).write());
        parts.add(new KeyWriter(parsed, imports).write());
        parts.addAll(new MethodsWriter(parsed.scope(), parsed.columns(), imports).write());
        return file.write(
                "What bloop knows of {@link " + type + "}: its columns, its indexes and its table.",
                ModelDefinition.class,
                parts);
    }

    @Override
    public String sketch() {
        ParsedModel usable = parsed.usable();
        SourceFile file = file(usable);
        Imports imports = file.imports();
        String type = imports.type(usable.scope().model());
        List<String> parts = new ArrayList<>();
        parts.add(file.constant("The definition, without what has mistakes."));
        parts.addAll(new FieldsWriter(usable, imports).sketch());
        parts.add("    public " + imports.type(Key.class) + "<" + type + "> key(" + imports.type(Object.class)
                + "... values) {\n        return keyOf(values);\n    }\n");
        parts.add(new MethodsWriter(usable.scope(), usable.columns(), imports).sketch());
        return file.write("Stands for a definition while its model has mistakes.", ModelDefinition.class, parts);
    }
}
