package io.bloop.processor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Lays out the source of a generated class. */
final class SourceFile {

    private static final String GENERATED = "javax.annotation.processing.Generated";

    private final ModelContext scope;
    private final List<ModelColumn> columns;
    private final Imports imports;

    /**
     * Begins a file.
     *
     * @param own the simple names of classes and type variables inside of the generated class
     * @param fields the names of its fields
     * @param methods the names of its methods that are named after members
     */
    SourceFile(
            ModelContext scope,
            List<ModelColumn> columns,
            Set<String> own,
            Collection<String> fields,
            Collection<String> methods) {
        this.scope = scope;
        this.columns = columns;
        Imports.Scope names = new Imports.Scope(scope.generated(), own, Set.copyOf(fields), Set.copyOf(methods));
        this.imports = new Imports(scope.elements(), scope.packageName(), names);
    }

    Imports imports() {
        return imports;
    }

    /**
     * Returns the whole file.
     *
     * @param docs what the class is
     * @param superclass what it extends, with the annotated class as type argument
     * @param parts the body of the class
     */
    String write(String docs, Class<?> superclass, List<String> parts) {
        return write(docs, "extends " + imports.type(superclass) + "<" + imports.type(scope.model()) + ">", parts);
    }

    /**
     * Returns the whole file.
     *
     * @param docs what the class is
     * @param above what it extends or implements, with the keyword
     * @param parts the body of the class
     */
    String write(String docs, String above, List<String> parts) {
        String head = "/** " + docs + " */\n"
                + generated()
                + suppressed()
                + visibility()
                + "final class " + scope.generated() + " " + above + " {\n\n";
        imports.hidden().forEach(this::reportHidden);
        String packageName = scope.packageName();
        return (packageName.isEmpty() ? "" : "package " + packageName + ";\n\n")
                + imports
                + head
                + String.join("\n", parts)
                + "}\n";
    }

    private void reportHidden(String name) {
        String where = scope.packageName().isEmpty() ? "the unnamed package" : "package " + scope.packageName();
        scope.error(
                Spot.of(scope.model()),
                scope.generated() + " has to name " + name + ", which a class of " + where
                        + " hides; rename that class, or move " + scope.name() + " to another package.");
    }

    private String visibility() {
        return scope.model().getModifiers().contains(Modifier.PUBLIC) ? "public " : "";
    }

    /** Returns the constant that holds the only instance. */
    String constant(String docs) {
        String name = scope.generated();
        return "    /** " + docs + " */\n    public static final " + name + " " + Names.constant(scope.model())
                + " = new " + name + "();\n";
    }

    private String generated() {
        TypeElement generated = scope.elements().getTypeElement(GENERATED);
        // absent if the module does not read java.compiler
        return generated == null
                ? ""
                : "@" + imports.type(generated) + "(\"" + ModelProcessor.class.getName() + "\")\n";
    }

    private String suppressed() {
        boolean isDeprecated = Stream.of(
                        Stream.of(scope.model()),
                        Hierarchy.classes(scope.model()).stream().flatMap(type -> type.getEnclosedElements().stream()),
                        columns.stream()
                                .map(column -> scope.types().asElement(column.javaType()))
                                .filter(Objects::nonNull))
                .flatMap(elements -> elements)
                .anyMatch(scope.elements()::isDeprecated);
        List<String> warnings = new ArrayList<>(List.of("\"NullAway\""));
        if (isDeprecated) {
            warnings.addAll(List.of("\"deprecation\"", "\"removal\""));
        }
        if (!scope.model().getTypeParameters().isEmpty()) {
            warnings.add("\"rawtypes\"");
        }
        if (imports.hasNullOwners()) {
            warnings.add("\"static\"");
        }
        String all = warnings.size() == 1 ? warnings.get(0) : "{" + String.join(", ", warnings) + "}";
        return "@" + imports.type(SuppressWarnings.class) + "(" + all + ") // " + absent() + "\n";
    }

    private String absent() {
        return switch (scope.role()) {
            case MODEL, PROJECTION -> "an absent attribute is null, whatever the member says";
            case DOCUMENT -> "an absent member is null, whatever the class says";
            case COLLECTION -> "a member without an item is null, whatever its model says";
            case REPOSITORY -> "parameters may be null where the interface says so";
        };
    }
}
