package io.bloop.processor;

import io.bloop.model.ProjectionDefinition;
import io.bloop.model.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Writes the source of a projection. */
final class ProjectionWriter implements ClassWriter {

    /** The record that an interface is implemented by. */
    private static final String ROW = "Row";

    private final ParsedProjection parsed;
    private final ModelContext scope;
    private final SourceFile file;
    private final Imports imports;
    private final String type;

    ProjectionWriter(ParsedProjection parsed) {
        this.parsed = parsed;
        this.scope = parsed.scope();
        this.file = new SourceFile(
                scope,
                List.of(),
                isInterface() ? Set.of(ROW) : Set.of(),
                List.of(Names.constant(scope.model())),
                List.of());
        this.imports = file.imports();
        this.type = imports.type(scope.model());
    }

    private boolean isInterface() {
        return scope.model().getKind() == ElementKind.INTERFACE;
    }

    @Override
    public String write() {
        TypeElement model = parsed.model().orElseThrow();
        String owner = imports.type(model);
        List<String> paths =
                parsed.members().stream().map(this::path).distinct().toList();
        String head = "super(" + type + ".class, " + constant(model) + ", " + imports.member(List.class, "of") + "(";
        List<String> parts = new ArrayList<>();
        parts.add(file.constant("The projection to {@link " + type + "}, of which there is one."));
        parts.add("    private " + scope.generated() + "() {\n" + Lines.call(head, paths, "));") + "\n    }\n");
        parts.add(create(
                owner,
                Lines.call(
                        "return new " + (isInterface() ? ROW : type) + "(",
                        parsed.members().stream().map(this::value).toList(),
                        ");")));
        if (isInterface()) {
            parts.add(row());
        }
        return file.write("What bloop reads of {@link " + owner + "} into {@link " + type + "}.", above(owner), parts);
    }

    @Override
    public String sketch() {
        Optional<TypeElement> model = parsed.model();
        if (model.isEmpty()) {
            return "";
        }
        String owner = imports.type(model.get());
        List<String> parts = List.of(
                file.constant("The projection, without what has mistakes."),
                "    private " + scope.generated() + "() {\n        super(" + type + ".class, " + constant(model.get())
                        + ", " + imports.member(List.class, "of") + "());\n    }\n",
                create(owner, "        throw new " + imports.type(IllegalStateException.class) + "();"));
        return file.write("Stands for a projection while its class has mistakes.", above(owner), parts);
    }

    private String above(String owner) {
        return "extends " + imports.type(ProjectionDefinition.class) + "<" + owner + ", " + type + ">";
    }

    private String create(String owner, String statement) {
        return "    @" + imports.type(Override.class) + "\n    public " + type + " create(" + imports.type(Values.class)
                + "<" + owner + "> values) {\n" + statement + "\n    }\n";
    }

    private String constant(TypeElement model) {
        return imports.generatedConstant(model, Role.MODEL);
    }

    private String path(ProjectedMember member) {
        return Stream.concat(
                        Stream.of(constant(parsed.model().orElseThrow())),
                        member.source().orElseThrow().path().stream())
                .collect(Collectors.joining("."));
    }

    private String value(ProjectedMember member) {
        ModelColumn from = member.source().orElseThrow().last();
        TypeMirror to = member.type();
        boolean isOptional = TypeNames.held(to).isPresent() && !from.isOptional();
        boolean isPrimitive =
                to.getKind().isPrimitive() && from.javaType().getKind().isPrimitive();
        boolean isRequired = !to.getKind().isPrimitive()
                && TypeNames.held(to).isEmpty()
                && Nullness.refusesNull(member.element(), member.element(), false);
        String value = from.member(
                imports,
                (isRequired ? "values.required(" : "values.get(") + path(member)
                        + (isPrimitive ? ", " + Zero.of(from.javaType()) : "") + ")");
        return isOptional ? imports.member(Optional.class, "ofNullable") + "(" + value + ")" : value;
    }

    /** Returns the record that implements an interface. */
    private String row() {
        String components = parsed.members().stream()
                .map(member -> imports.type(member.type()) + " " + member.name())
                .collect(Collectors.joining(", "));
        String getters = parsed.members().stream()
                .filter(member -> !member.getter().equals(member.name()))
                .map(member -> "\n        @" + imports.type(Override.class) + "\n        public "
                        + imports.type(member.type()) + " " + member.getter() + "() {\n            return "
                        + member.name() + ";\n        }\n")
                .collect(Collectors.joining());
        return "    private record " + ROW + "(" + components + ") implements " + type + " {"
                + (getters.isEmpty() ? "}\n" : "\n" + getters + "    }\n");
    }
}
