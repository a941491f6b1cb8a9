package io.bloop.processor;

import io.bloop.expression.DocumentPath;
import io.bloop.expression.Path;
import io.bloop.type.DocumentType;
import io.bloop.type.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the source of a document's type, and in it of its paths. */
final class DocumentWriter implements ClassWriter {

    /** The name of the class of the paths. */
    static final String PLACE = "Place";

    /** The type variable of the paths, for the class of the model's objects. */
    private static final String OWNER = "M";

    private final ModelContext scope;
    private final List<ModelColumn> members;
    private final SourceFile file;
    private final Imports imports;
    private final String type;

    DocumentWriter(ModelContext scope, List<ModelColumn> members) {
        this.scope = scope;
        this.members = members;
        List<String> fields = Stream.concat(
                        Stream.of(Names.constant(scope.model())),
                        members.stream().map(ModelColumn::name))
                .toList();
        List<String> methods = members.stream()
                .filter(member -> Recursion.isEndless(scope, member))
                .map(ModelColumn::name)
                .toList();
        this.file = new SourceFile(scope, members, Set.of(PLACE, OWNER), fields, methods);
        this.imports = file.imports();
        this.type = imports.type(scope.model());
    }

    @Override
    public String write() {
        List<String> parts = new ArrayList<>();
        parts.add(file.constant("The type of {@link " + type + "}, of which there is one."));
        parts.addAll(fields());
        parts.addAll(new MethodsWriter(scope, members, imports).write());
        parts.add(place());
        return file.write(
                "How {@link " + type + "} is stored in a column or in another document.", DocumentType.class, parts);
    }

    @Override
    public String sketch() {
        List<ModelColumn> usable = DocumentReader.usable(scope, members);
        return usable.equals(members) ? sketched() : new DocumentWriter(scope, usable).sketched();
    }

    private String sketched() {
        List<String> parts = List.of(
                file.constant("The type, without what has mistakes."),
                constructor(),
                new MethodsWriter(scope, members, imports).sketch(),
                place());
        return file.write("Stands for a type while its document has mistakes.", DocumentType.class, parts);
    }

    private List<String> fields() {
        String fields = members.stream()
                .map(member -> Lines.field(
                                "private final " + imports.type(Member.class) + "<" + type + ", "
                                        + imports.type(scope.boxed(member.javaType())) + "> " + member.name(),
                                List.of(declaration(member)))
                        + "\n")
                .collect(Collectors.joining());
        return members.isEmpty() ? List.of(constructor()) : List.of(fields, constructor());
    }

    private String constructor() {
        return "    private " + scope.generated() + "() {\n        super(" + type + ".class);\n    }\n";
    }

    private String declaration(ModelColumn member) {
        String later = Recursion.leadsBack(scope, member) ? "() -> " : "";
        String property = member.storedName().equals(member.name()) ? "" : ".property(" + text(member.name()) + ")";
        return "member(" + text(member.storedName()) + ", " + later + code(member) + ")" + property;
    }

    private String code(ModelColumn member) {
        return member.type().orElseThrow().code().print(imports) + DefaultValue.code(scope, member, imports);
    }

    private String place() {
        String path = imports.type(Path.class) + "<" + OWNER + ", " + type + ">";
        String fields = members.stream()
                .filter(member -> !Recursion.isEndless(scope, member))
                .map(this::field)
                .collect(Collectors.joining());
        String methods = members.stream()
                .filter(member -> Recursion.isEndless(scope, member))
                .map(this::method)
                .collect(Collectors.joining());
        return "    /**\n     * A place that holds a {@link " + type + "}, with a path for each of its members.\n"
                + "     *\n     * @param <" + OWNER + "> the class of the model's objects\n     */\n"
                + "    public static final class " + PLACE + "<" + OWNER + "> extends "
                + imports.type(DocumentPath.class)
                + "<" + OWNER + ", " + type + "> {\n\n" + fields + (fields.isEmpty() ? "" : "\n")
                + "        /**\n         * Creates the paths of a place.\n         *\n"
                + "         * @param place where the document is\n         */\n        public " + PLACE + "(" + path
                + " place) {\n            super(place);\n        }\n" + methods + "    }\n";
    }

    private String field(ModelColumn member) {
        String declaration = "public final " + pathType(member) + " " + member.name();
        return Lines.field("        ", declaration, path(member)) + "\n";
    }

    private String method(ModelColumn member) {
        return "\n        /**\n         * Returns the path of the member " + member.name() + ", which leads to another "
                + scope.name() + ".\n         *\n         * @return the path\n         */\n        public "
                + pathType(member) + " " + member.name() + "() {\n            return " + String.join("", path(member))
                + ";\n        }\n";
    }

    private String pathType(ModelColumn member) {
        StoredType stored = member.type().orElseThrow();
        String argument = stored.kind() == Kind.BOOLEAN
                ? imports.type(scope.boxed(member.javaType()))
                : imports.type(stored.argument());
        if (stored.kind() == Kind.DYNAMIC) {
            return imports.type(stored.kind().path()) + "<" + OWNER + ">";
        }
        return stored.nesting()
                .map(nesting -> nesting.type(imports, OWNER))
                .orElseGet(() -> imports.type(stored.kind().path()) + "<" + OWNER + ", " + argument + ">");
    }

    private List<String> path(ModelColumn member) {
        StoredType stored = member.type().orElseThrow();
        String place =
                "member(" + text(member.storedName()) + ", " + stored.code().print(imports) + ")";
        return stored.nesting().map(nesting -> nesting.path(imports, place)).orElse(List.of(place));
    }

    private String text(String value) {
        return scope.elements().getConstantExpression(value);
    }
}
