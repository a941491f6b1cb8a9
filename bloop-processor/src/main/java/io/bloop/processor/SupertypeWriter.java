package io.bloop.processor;

import io.bloop.model.IndexProjection;
import io.bloop.model.SupertypeDefinition;
import io.bloop.processor.ParsedSupertype.SharedColumn;
import io.bloop.processor.ParsedSupertype.SharedIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the source of the definition of a supertype. */
final class SupertypeWriter implements ClassWriter {

    private final ParsedSupertype parsed;

    SupertypeWriter(ParsedSupertype parsed) {
        this.parsed = parsed;
    }

    @Override
    public String write() {
        ModelContext scope = parsed.scope();
        List<ModelColumn> columns =
                parsed.columns().stream().map(SharedColumn::column).toList();
        List<String> fields = Stream.of(
                        Stream.of(Names.constant(scope.model())),
                        parsed.columns().stream().map(SharedColumn::name),
                        parsed.indexes().stream().map(SharedIndex::name))
                .flatMap(names -> names)
                .toList();
        SourceFile file = new SourceFile(scope, columns, Set.of(), fields, List.of());
        Imports imports = file.imports();
        FieldsWriter writer = new FieldsWriter(
                new ParsedModel(
                        scope,
                        columns,
                        List.of(),
                        new ModelTable(Optional.empty(), Optional.empty()),
                        Optional.empty()),
                imports);
        String type = imports.type(scope.model());
        List<String> parts = new ArrayList<>();
        parts.add(file.constant("The definition of {@link " + type + "}, of which there is one."));
        addUnlessEmpty(
                parts,
                parsed.columns().stream().map(column -> column(column, writer)).collect(Collectors.joining()));
        addUnlessEmpty(
                parts,
                parsed.indexes().stream()
                        .map(index -> index(index, writer, imports))
                        .collect(Collectors.joining()));
        parts.add(constructor(imports));
        return file.write(
                "What the models of {@link " + type + "} have in common: columns, indexes and a table.",
                SupertypeDefinition.class,
                parts);
    }

    private static void addUnlessEmpty(List<String> parts, String part) {
        if (!part.isEmpty()) {
            parts.add(part);
        }
    }

    /** The fields are the same, whatever mistakes there are. */
    @Override
    public String sketch() {
        return write();
    }

    private String text(String value) {
        return parsed.scope().elements().getConstantExpression(value);
    }

    private String column(SharedColumn column, FieldsWriter writer) {
        List<String> calls = new ArrayList<>();
        calls.add(column.template()
                .map(template -> "template(" + text(column.name()) + ", " + text(template) + ")")
                .orElseGet(() -> "column(" + text(column.name()) + ", " + writer.code(column.column()) + ")"));
        calls.addAll(column.calls());
        return writer.column(column.column(), calls);
    }

    private String index(SharedIndex index, FieldsWriter writer, Imports imports) {
        ModelIndex declared = index.index();
        List<String> calls = new ArrayList<>();
        String projection = imports.member(IndexProjection.class, index.projectsAll() ? "ALL" : "KEYS");
        calls.add((declared.isGlobal() ? "globalIndex" : "localIndex") + "(" + text(index.name()) + ", " + projection
                + ")");
        if (!declared.storedName().equals(index.name())) {
            calls.add(".storedAs(" + text(declared.storedName()) + ")");
        }
        if (declared.isGlobal()) {
            calls.add(".hashKey(" + String.join(", ", index.hashKeys()) + ")");
        }
        if (!index.rangeKeys().isEmpty()) {
            calls.add(".rangeKey(" + String.join(", ", index.rangeKeys()) + ")");
        }
        return writer.index(index.name(), declared.isGlobal(), calls);
    }

    private String constructor(Imports imports) {
        ModelContext scope = parsed.scope();
        String type = imports.type(scope.model());
        String name =
                ParsedModel.modelName(scope).map(given -> text(given) + ", ").orElse("");
        String models = parsed.models().stream()
                .map(model -> imports.generatedConstant(model, Role.MODEL))
                .collect(Collectors.joining(",\n                "));
        return "    private " + scope.generated() + "() {\n        super(" + type + ".class, " + name
                + imports.type(List.class) + ".of(\n                " + models + "));\n    }\n";
    }
}
