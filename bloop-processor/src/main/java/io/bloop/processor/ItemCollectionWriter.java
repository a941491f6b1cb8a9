package io.bloop.processor;

import io.bloop.collection.CollectionKey;
import io.bloop.collection.CollectionMember;
import io.bloop.collection.CollectionValues;
import io.bloop.collection.ItemCollectionDefinition;
import io.bloop.processor.ItemCollectionMember.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the source of a collection's definition. */
final class ItemCollectionWriter implements ClassWriter {

    private final ModelContext scope;
    private final List<ItemCollectionMember> members;
    private final Creation creation;
    private final SourceFile file;
    private final Imports imports;
    private final String type;

    ItemCollectionWriter(ModelContext scope, List<ItemCollectionMember> members, Creation creation) {
        this.scope = scope;
        this.members = members;
        this.creation = creation;
        List<String> fields = Stream.concat(
                        Stream.of(Names.constant(scope.model())),
                        members.stream().map(ItemCollectionMember::name))
                .toList();
        this.file = new SourceFile(scope, List.of(), Set.of(), fields, List.of());
        this.imports = file.imports();
        this.type = imports.type(scope.model());
    }

    @Override
    public String write() {
        String fields = members.stream().map(this::field).collect(Collectors.joining());
        return file.write(
                "How {@link " + type + "} is made of the items of one partition.",
                ItemCollectionDefinition.class,
                Stream.of(
                                file.constant("The definition of {@link " + type + "}, of which there is one."),
                                fields,
                                constructor(),
                                new ItemCollectionKeyWriter(members, imports, type).write(),
                                create(statement()))
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    @Override
    public String sketch() {
        return file.write(
                "Stands for a definition while its collection has mistakes.",
                ItemCollectionDefinition.class,
                List.of(
                        file.constant("The definition, without what has mistakes."),
                        constructor(),
                        "    public " + imports.type(CollectionKey.class) + "<" + type + "> key("
                                + imports.type(Object.class) + "... values) {\n        throw new "
                                + imports.type(UnsupportedOperationException.class) + "();\n    }\n",
                        create("        throw new " + imports.type(UnsupportedOperationException.class) + "();\n")));
    }

    private String field(ItemCollectionMember member) {
        String declaration = "private final " + imports.type(CollectionMember.class) + "<" + member.values(imports)
                + "> " + member.name();
        String call = member.kind().method() + "(" + scope.elements().getConstantExpression(member.name()) + ", "
                + imports.generatedConstant(member.model(), Role.MODEL) + ")";
        return Lines.field(declaration, List.of(call)) + "\n";
    }

    private String constructor() {
        return "    private " + scope.generated() + "() {\n        super(" + type + ".class);\n    }\n";
    }

    private String create(String body) {
        return "    @" + imports.type(Override.class) + "\n    protected " + type + " create("
                + imports.type(CollectionValues.class) + " values) {\n" + body + "    }\n";
    }

    private String statement() {
        String call = creation.method()
                .map(name -> imports.member(scope.model(), name, "values"))
                .orElse("new " + type);
        List<String> arguments =
                members.stream().map(ItemCollectionWriter::argument).toList();
        return Lines.call("return " + call + "(", arguments, ");") + "\n";
    }

    private static String argument(ItemCollectionMember member) {
        String value = "values.get(" + MethodsWriter.field(member.name(), "values") + ")";
        return member.kind() == Kind.NULLABLE ? value + ".orElse(null)" : value;
    }
}
