package io.bloop.processor;

import io.bloop.type.DocumentType;
import io.bloop.type.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the source of a document's type, and in it of its paths. */
final class DocumentWriter implements ClassWriter {

    private final ModelContext scope;
    private final List<ModelColumn> members;
    private final SourceFile file;
    private final Imports imports;
    private final PlaceWriter place;
    private final String type;

    DocumentWriter(ModelContext scope, List<ModelColumn> members) {
        this.scope = scope;
        this.members = members;
        this.file = PlaceWriter.file(scope, members);
        this.imports = file.imports();
        this.place = new PlaceWriter(scope, members, imports);
        this.type = imports.type(scope.model());
    }

    @Override
    public String write() {
        List<String> parts = new ArrayList<>();
        parts.add(file.constant("The type of {@link " + type + "}, of which there is one."));
        parts.addAll(fields());
        parts.addAll(new MethodsWriter(scope, members, imports).write());
        parts.add(place.write(List.of()));
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
                place.write(List.of()));
        return file.write("Stands for a type while its document has mistakes.", DocumentType.class, parts);
    }

    private List<String> fields() {
        String fields = members.stream()
                .map(member -> Lines.field(
                                "private final " + imports.type(Member.class) + "<" + type + ", "
                                        + imports.type(scope.boxed(member.storedType())) + "> " + member.name(),
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
        String property =
                member.storedName().equals(member.name()) ? "" : ".property(" + scope.text(member.name()) + ")";
        String initial = InitialReader.isKept(member) ? ".keepInitial()" : "";
        return "member(" + scope.text(member.storedName()) + ", " + later + code(member) + ")" + property + initial;
    }

    private String code(ModelColumn member) {
        return member.type().orElseThrow().code().print(imports) + DefaultValue.code(scope, member, imports);
    }
}
