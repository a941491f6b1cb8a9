package io.bloop.processor;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/** Writes the implementation of a repository. */
final class RepositoryWriter implements ClassWriter {

    private static final int WIDTH = 120;

    private final ParsedRepository parsed;
    private final ModelContext scope;
    private final SourceFile file;
    private final Imports imports;
    private final String type;

    RepositoryWriter(ParsedRepository parsed) {
        this.parsed = parsed;
        this.scope = parsed.scope();
        this.file = new SourceFile(scope, List.of(), Set.of(), List.of("template"), List.of());
        this.imports = file.imports();
        this.type = imports.type(scope.model());
    }

    @Override
    public String write() {
        TypeElement model = parsed.model().orElseThrow();
        String template = imports.type(BloopTemplate.class) + "<" + imports.type(model) + ">";
        List<String> parts = new ArrayList<>();
        parts.add("    private final " + template + " template;\n");
        parts.add(constructor(
                "        this.template = engine.template(" + imports.generatedConstant(model, Role.MODEL) + ");\n"));
        parsed.written().forEach(one -> parts.add(method(one.method(), statement(one))));
        return file.write(
                "Reads and writes objects of {@link " + imports.type(model) + "} in the ways that {@link " + type
                        + "} declares.",
                "implements " + type,
                parts);
    }

    @Override
    public String sketch() {
        List<String> parts = new ArrayList<>();
        parts.add(constructor(""));
        parsed.methods().stream()
                .filter(method -> method.element().getTypeParameters().isEmpty())
                .forEach(method -> parts.add(
                        method(method, "        throw new " + imports.type(IllegalStateException.class) + "();\n")));
        boolean isWhole = parsed.methods().stream()
                .allMatch(method -> method.element().getTypeParameters().isEmpty());
        return isWhole ? file.write("Stands for a repository while it has mistakes.", "implements " + type, parts) : "";
    }

    private String constructor(String statement) {
        String visibility = scope.model().getModifiers().contains(Modifier.PUBLIC) ? "public " : "";
        return "    /**\n     * Creates a repository.\n     *\n     * @param engine reads and writes\n     */\n    "
                + visibility + scope.generated() + "(" + imports.type(Engine.class) + " engine) {\n" + statement
                + "    }\n";
    }

    private String method(RepositoryMethod method, String statement) {
        String parameters = method.parameters().stream()
                .map(parameter -> imports.type(parameter.type()) + " " + parameter.name())
                .collect(Collectors.joining(", "));
        return "    @" + imports.type(Override.class) + "\n    public " + result(method) + " " + method.name() + "("
                + parameters + ") {\n" + statement + "    }\n";
    }

    private String result(RepositoryMethod method) {
        return method.result().getKind() == TypeKind.VOID ? "void" : imports.type(method.result());
    }

    private String statement(RepositoryMethod.Written one) {
        List<String> calls = one.body().calls(imports);
        String head = one.method().result().getKind() == TypeKind.VOID ? "        " : "        return ";
        String line = head + String.join("", calls) + ";";
        return (line.length() <= WIDTH ? line : head + String.join("\n                ", calls) + ";") + "\n";
    }
}
