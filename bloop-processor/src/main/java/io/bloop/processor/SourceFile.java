package io.bloop.processor;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
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
     * @param own the simple names of classes inside of the generated one
     * @param fields the names of its fields
     */
    SourceFile(ModelContext scope, List<ModelColumn> columns, List<String> own, Collection<String> fields) {
        this.scope = scope;
        this.columns = columns;
        TypeElement outermost = scope.model();
        while (outermost.getEnclosingElement() instanceof TypeElement outer) {
            outermost = outer;
        }
        List<String> neighbours =
                List.of(scope.generated(), outermost.getSimpleName().toString());
        this.imports = new Imports(scope.elements(), scope.packageName(), neighbours, own, fields);
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
        String type = imports.type(scope.model());
        String head = "/** " + docs + " */\n"
                + generated()
                + suppressed()
                + visibility()
                + "final class " + scope.generated() + " extends " + imports.type(superclass) + "<" + type + "> {\n\n";
        String packageName = scope.packageName();
        return (packageName.isEmpty() ? "" : "package " + packageName + ";\n\n")
                + imports
                + head
                + String.join("\n", parts)
                + "}\n";
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
        // absent where a module does not read java.compiler
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
        String warnings = isDeprecated ? "{\"NullAway\", \"deprecation\", \"removal\"}" : "\"NullAway\"";
        return "@SuppressWarnings(" + warnings + ") // " + absent() + "\n";
    }

    private String absent() {
        return scope.role() == Role.MODEL
                ? "an absent attribute is null, whatever the member says"
                : "an absent member is null, whatever the class says";
    }
}
