package io.bloop.processor;

import io.bloop.expression.DocumentPath;
import io.bloop.expression.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the class of the paths of a document's members. */
final class PlaceWriter {

    /** The name of the class. */
    static final String PLACE = "Place";

    /** The name of the method that returns the function which makes its instances. */
    static final String PLACES = "places";

    /** Its type variable, for the class of the model's objects. */
    static final String OWNER = "M";

    private final ModelContext scope;
    private final List<ModelColumn> members;
    private final Imports imports;
    private final String type;

    PlaceWriter(ModelContext scope, List<ModelColumn> members, Imports imports) {
        this.scope = scope;
        this.members = members;
        this.imports = imports;
        this.type = imports.type(scope.model());
    }

    /** Begins the file of a document that has such a class. */
    static SourceFile file(ModelContext scope, List<ModelColumn> members) {
        List<String> fields = Stream.concat(
                        Stream.of(Names.constant(scope.model())),
                        members.stream().map(ModelColumn::name))
                .toList();
        List<String> methods = members.stream()
                .filter(member -> Recursion.isEndless(scope, member))
                .map(ModelColumn::name)
                .toList();
        return new SourceFile(scope, members, Set.of(PLACE, OWNER), fields, methods);
    }

    /**
     * Returns the class, and before it the method that returns the function.
     *
     * @param more further methods of it
     */
    String write(List<String> more) {
        String path = imports.type(Path.class) + "<" + OWNER + ", " + type + ">";
        String fields = members.stream()
                .filter(member -> !Recursion.isEndless(scope, member))
                .map(this::field)
                .collect(Collectors.joining());
        String methods = members.stream()
                .filter(member -> Recursion.isEndless(scope, member))
                .map(this::method)
                .collect(Collectors.joining());
        return places(path) + "\n    /**\n     * A place that holds a {@link " + type
                + "}, with a path for each of its members.\n"
                + "     *\n     * @param <" + OWNER + "> the class of the model's objects\n     */\n"
                + "    public static final class " + PLACE + "<" + OWNER + "> extends "
                + imports.type(DocumentPath.class)
                + "<" + OWNER + ", " + type + "> {\n\n" + fields + (fields.isEmpty() ? "" : "\n")
                + "        /**\n         * Creates the paths of a place.\n         *\n"
                + "         * @param place where the document is\n         */\n        public " + PLACE + "(" + path
                + " place) {\n            super(place);\n        }\n" + methods + String.join("", more) + "    }\n";
    }

    // a reference to the constructor in each model would be a class in each model
    private String places(String path) {
        return "    /**\n     * Returns the function that makes the paths of a place, which is the same for all models.\n"
                + "     *\n     * @param <" + OWNER + "> the class of the model's objects\n"
                + "     * @return the function\n     */\n    public static <" + OWNER + "> "
                + imports.type(Function.class) + "<" + path + ", " + PLACE + "<" + OWNER + ">> " + PLACES
                + "() {\n        return " + PLACE + "::new;\n    }\n";
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
        if (stored.kind() == Kind.DYNAMIC) {
            return imports.type(stored.kind().path()) + "<" + OWNER + ">";
        }
        return stored.nesting()
                .map(nesting -> nesting.type(imports, OWNER))
                .orElseGet(() -> imports.type(stored.kind().path()) + "<" + OWNER + stored.arguments(imports) + ">");
    }

    private List<String> path(ModelColumn member) {
        StoredType stored = member.type().orElseThrow();
        String place = "member(" + scope.text(member.storedName()) + ", "
                + stored.code().print(imports) + ")";
        return stored.nesting().map(nesting -> nesting.path(imports, place)).orElse(List.of(place));
    }
}
