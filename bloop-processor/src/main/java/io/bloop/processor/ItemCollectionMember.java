package io.bloop.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * A member of an annotated collection.
 *
 * @param parameter what the collection is made with
 * @param kind how many objects it has
 * @param parsed the model of the objects; empty where the model has mistakes that leave nothing of it
 */
record ItemCollectionMember(Creation.Parameter parameter, Kind kind, TypeElement model, Optional<ParsedModel> parsed) {

    /** Names how many objects a member has, and how it is declared. */
    enum Kind {
        REQUIRED("required"),
        NULLABLE("optional"),
        OPTIONAL("optional"),
        LIST("list");

        private final String method;

        Kind(String method) {
            this.method = method;
        }

        /** Returns the name of the method of a definition that declares such a member. */
        String method() {
            return method;
        }
    }

    String name() {
        return parameter.name();
    }

    String modelName() {
        return model.getSimpleName().toString();
    }

    Spot spot() {
        return Spot.of(parameter.element());
    }

    /** Spells the class of the member's values. */
    String values(Imports imports) {
        String type = imports.type(model);
        return switch (kind) {
            case REQUIRED -> type;
            case NULLABLE, OPTIONAL -> imports.type(Optional.class) + "<" + type + ">";
            case LIST -> imports.type(List.class) + "<" + type + ">";
        };
    }
}
