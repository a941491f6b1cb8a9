package io.bloop.processor;

import io.bloop.model.ModelDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Writes the source of a definition. */
final class ModelWriter {

    private static final String GENERATED = "javax.annotation.processing.Generated";

    private final ParsedModel parsed;
    private final TypeElement model;
    private final Imports imports;

    ModelWriter(ParsedModel parsed) {
        this.parsed = parsed;
        this.model = parsed.scope().model();
        String constant = Names.constant(model);
        List<String> fields = Stream.of(
                        Stream.of(constant),
                        parsed.columns().stream().map(ModelColumn::name),
                        parsed.indexes().stream().map(ModelIndex::name))
                .flatMap(names -> names)
                .toList();
        TypeElement outermost = model;
        while (outermost.getEnclosingElement() instanceof TypeElement outer) {
            outermost = outer;
        }
        List<String> own =
                List.of(Names.definition(model), outermost.getSimpleName().toString());
        this.imports = new Imports(parsed.scope().elements(), parsed.scope().packageName(), own, fields);
    }

    String write() {
        String type = imports.type(model);
        String name = Names.definition(model);
        List<String> parts = new ArrayList<>();
        parts.add("    /** The definition of {@link " + type + "}, of which there is one. */\n    public static final "
                + name + " " + Names.constant(model) + " = new " + name + "();\n");
        parts.addAll(new FieldsWriter(parsed, imports).write());
        parts.addAll(new MethodsWriter(parsed, imports).write());
        String head = "/** Is what bloop knows of {@link " + type + "}: its columns, its indexes and its table. */\n"
                + generated()
                + suppressed()
                + (model.getModifiers().contains(Modifier.PUBLIC) ? "public " : "")
                + "final class " + name + " extends " + imports.type(ModelDefinition.class) + "<" + type + "> {\n\n";
        String packageName = parsed.scope().packageName();
        return (packageName.isEmpty() ? "" : "package " + packageName + ";\n\n")
                + imports
                + head
                + String.join("\n", parts)
                + "}\n";
    }

    private String generated() {
        TypeElement generated = parsed.scope().elements().getTypeElement(GENERATED);
        // absent where a module does not read java.compiler
        return generated == null
                ? ""
                : "@" + imports.type(generated) + "(\"" + ModelProcessor.class.getName() + "\")\n";
    }

    private String suppressed() {
        boolean isDeprecated = Stream.of(
                        Stream.of(model),
                        Hierarchy.classes(model).stream().flatMap(type -> type.getEnclosedElements().stream()),
                        parsed.columns().stream()
                                .map(column -> parsed.scope().types().asElement(column.javaType()))
                                .filter(Objects::nonNull))
                .flatMap(elements -> elements)
                .anyMatch(parsed.scope().elements()::isDeprecated);
        String warnings = isDeprecated ? "{\"NullAway\", \"deprecation\", \"removal\"}" : "\"NullAway\"";
        return "@SuppressWarnings(" + warnings + ") // an absent attribute is null, whatever the member says\n";
    }
}
