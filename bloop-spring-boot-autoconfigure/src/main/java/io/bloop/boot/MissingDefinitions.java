package io.bloop.boot;

import io.bloop.BloopException;
import java.util.List;

/** Signals that annotated models have no definitions, since no processor wrote them. */
final class MissingDefinitions extends BloopException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // always an immutable list of strings, which is serializable
    private final List<String> models;

    MissingDefinitions(List<String> models) {
        super(message(models), null);
        this.models = List.copyOf(models);
    }

    private static String message(List<String> models) {
        String what = models.size() == 1
                ? "1 class is annotated with @Model and has no definition"
                : models.size() + " classes are annotated with @Model and have no definitions";
        return what + ", which happens if the annotation processor did not run:\n  - " + String.join("\n  - ", models);
    }

    List<String> models() {
        return models;
    }
}
