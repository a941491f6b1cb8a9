package io.bloop.boot;

import io.bloop.BloopException;
import java.util.List;

/** Signals that annotated models or repositories have no definitions or implementations, since no processor wrote them. */
final class MissingDefinitions extends BloopException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // always an immutable list of strings, which is serializable
    private final List<String> models;

    MissingDefinitions(List<String> models) {
        this(models, message("class", "classes", "@Model", "definition", models));
    }

    private MissingDefinitions(List<String> names, String message) {
        super(message, null);
        this.models = List.copyOf(names);
    }

    /** Returns the exception for interfaces that have no implementations. */
    static MissingDefinitions ofRepositories(List<String> names) {
        return new MissingDefinitions(
                names, message("interface", "interfaces", "@BloopRepository", "implementation", names));
    }

    private static String message(String kind, String kinds, String annotation, String generated, List<String> models) {
        String what = models.size() == 1
                ? "1 " + kind + " is annotated with " + annotation + " and has no " + generated
                : models.size() + " " + kinds + " are annotated with " + annotation + " and have no " + generated + "s";
        return what + ", which happens if the annotation processor did not run:\n  - " + String.join("\n  - ", models);
    }

    List<String> models() {
        return models;
    }
}
