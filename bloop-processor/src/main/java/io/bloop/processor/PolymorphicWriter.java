package io.bloop.processor;

import io.bloop.expression.StringPath;
import io.bloop.type.PolymorphicType;
import io.bloop.type.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/** Writes the source of the type of an abstract document, which is stored by its subtypes. */
final class PolymorphicWriter implements ClassWriter {

    private final ModelContext scope;
    private final List<TypeElement> subtypes;
    private final PlaceWriter place;
    private final SourceFile file;
    private final Imports imports;
    private final String type;

    PolymorphicWriter(ModelContext scope) {
        this.scope = scope;
        this.subtypes = Subtypes.of(scope.model());
        List<ModelColumn> members = Subtypes.common(scope);
        this.file = PlaceWriter.file(scope, members);
        this.imports = file.imports();
        this.place = new PlaceWriter(scope, members, imports);
        this.type = imports.type(scope.model());
    }

    @Override
    public String write() {
        List<String> parts = new ArrayList<>();
        parts.add(file.constant("The type of {@link " + type + "}, of which there is one."));
        parts.add(constructor(subtypes.stream().map(this::named).collect(Collectors.joining())));
        parts.add(place.write(
                Stream.concat(Stream.of(discriminator()), subtypes.stream().map(this::narrowed))
                        .toList()));
        return file.write(
                "How {@link " + type + "} is stored in a column or in another document: by its subtypes.",
                PolymorphicType.class,
                parts);
    }

    @Override
    public String sketch() {
        List<String> parts =
                List.of(file.constant("The type, without what has mistakes."), constructor(""), place.write(List.of()));
        return file.write("Stands for a type while its document has mistakes.", PolymorphicType.class, parts);
    }

    private String constructor(String named) {
        return "    private " + scope.generated() + "() {\n        super(" + type + ".class, "
                + scope.text(Subtypes.discriminator(scope.model())) + ");\n" + named + "    }\n";
    }

    private String named(TypeElement subtype) {
        String names = Subtypes.names(subtype).stream().map(scope::text).collect(Collectors.joining(", "));
        return "        subtype(" + imports.generatedConstant(subtype, Role.DOCUMENT) + ", " + names + ");\n";
    }

    private String discriminator() {
        String path =
                imports.type(StringPath.class) + "<" + PlaceWriter.OWNER + ", " + imports.type(String.class) + ">";
        return "\n        /**\n         * Returns the path of the member that says of which subtype the document is.\n"
                + "         *\n         * @return the path\n         */\n        public " + path
                + " discriminator() {\n"
                + "            return member(" + scope.text(Subtypes.discriminator(scope.model())) + ", "
                + imports.constant(Types.class, "STRING") + ");\n        }\n";
    }

    private String narrowed(TypeElement subtype) {
        String path = imports.generated(subtype, Role.DOCUMENT) + "." + PlaceWriter.PLACE;
        String constant = imports.generatedConstant(subtype, Role.DOCUMENT);
        return "\n        /**\n         * Returns the paths of the members that a {@link " + imports.type(subtype)
                + "} has here.\n         *\n         * @return the paths, at which other documents have nothing\n"
                + "         */\n        public " + path + "<" + PlaceWriter.OWNER + "> as" + name(subtype) + "() {\n"
                + "            return new " + path + "<>(as(" + Names.constant(scope.model()) + ".only(" + constant
                + ")));\n        }\n";
    }

    private String name(TypeElement subtype) {
        boolean isUnique = subtypes.stream()
                        .filter(other -> other.getSimpleName().equals(subtype.getSimpleName()))
                        .count()
                == 1;
        String generated = Names.generated(subtype, Role.DOCUMENT);
        return isUnique
                ? subtype.getSimpleName().toString()
                : generated.substring(
                        0, generated.length() - Role.DOCUMENT.suffix().length());
    }
}
