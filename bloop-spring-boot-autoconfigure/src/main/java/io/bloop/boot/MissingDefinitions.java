package io.bloop.boot;

import io.bloop.BloopException;
import java.util.List;

/** Signals that annotated models or repositories have no definitions or implementations, since no processor wrote them. */
final class MissingDefinitions extends BloopException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // always an immutable list of strings, which is serializable
    private final List<String> models;

    MissingDefinitions(List<String> models) {
        this(
                models,
                "1 class is annotated with @Model and has no definition",
                " classes are annotated with @Model and have no definitions");
    }

    private MissingDefinitions(List<String> names, String one, String many) {
        super(
                (names.size() == 1 ? one : names.size() + many)
                        + ", which happens if the annotation processor did not run:\n  - "
                        + String.join("\n  - ", names),
                null);
        this.models = List.copyOf(names);
    }

    /** Returns the exception for interfaces that have no implementations. */
    static MissingDefinitions ofRepositories(List<String> names) {
        return new MissingDefinitions(
                names,
                "1 interface is annotated with @BloopRepository and has no implementation",
                " interfaces are annotated with @BloopRepository and have no implementations");
    }

    List<String> models() {
        return models;
    }
}
