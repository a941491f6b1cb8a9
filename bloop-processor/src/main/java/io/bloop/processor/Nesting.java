package io.bloop.processor;

import io.bloop.expression.ElementsPath;
import io.bloop.expression.MembersPath;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Spells the path of a document, or of a list or a map that holds documents at any depth. */
interface Nesting {

    /**
     * Returns the type of the path.
     *
     * @param owner the class of the model's objects, or the type variable for it
     */
    String type(Imports imports, String owner);

    /** Returns the expression that makes the path of the place, in parts that may stand on lines of their own. */
    List<String> path(Imports imports, String place);

    /**
     * Returns the function that makes the path of the place.
     *
     * @param depth in how many lists and maps the place is
     */
    String function(Imports imports, int depth);

    /** A document, whose path is generated with its type. */
    record OfDocument(TypeElement document) implements Nesting {

        private String name(Imports imports) {
            return imports.generated(document, Role.DOCUMENT) + "." + PlaceWriter.PLACE;
        }

        @Override
        public String type(Imports imports, String owner) {
            return name(imports) + "<" + owner + ">";
        }

        @Override
        public List<String> path(Imports imports, String place) {
            return List.of("new " + name(imports) + "<>(" + place + ")");
        }

        @Override
        public String function(Imports imports, int depth) {
            return imports.generatedMember(document, Role.DOCUMENT, PlaceWriter.PLACES) + "()";
        }
    }

    /** A list or a map. */
    record OfCollection(Kind kind, List<TypeMirror> arguments, Nesting element) implements Nesting {

        private Class<?> path() {
            return kind == Kind.LIST ? ElementsPath.class : MembersPath.class;
        }

        private String name(Imports imports) {
            return imports.type(path());
        }

        @Override
        public String type(Imports imports, String owner) {
            String types = arguments.stream()
                    .map(argument -> imports.type(argument) + ", ")
                    .collect(Collectors.joining());
            return name(imports) + "<" + owner + ", " + types + element.type(imports, owner) + ">";
        }

        @Override
        public List<String> path(Imports imports, String place) {
            return List.of("new " + name(imports) + "<>(", place + ", ", element.function(imports, 1) + ")");
        }

        @Override
        public String function(Imports imports, int depth) {
            String place = (kind == Kind.LIST ? "list" : "map") + (depth == 1 ? "" : depth);
            return place + " -> " + imports.member(path(), "in") + "(" + place + ", "
                    + element.function(imports, depth + 1) + ")";
        }
    }
}
