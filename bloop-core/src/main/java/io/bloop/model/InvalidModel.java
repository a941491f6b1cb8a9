package io.bloop.model;

import io.bloop.BloopException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Signals that a model is defined in a way that cannot work, with all of its problems.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class InvalidModel extends BloopException {

    private static final long serialVersionUID = 1L;

    private final String model;

    @SuppressWarnings("serial") // always an immutable list of strings, which is serializable
    private final List<String> problems;

    /**
     * Creates an exception.
     *
     * @param model the model's name
     * @param problems what is wrong, a sentence each
     */
    public InvalidModel(String model, List<String> problems) {
        this(model, problems, null);
    }

    private InvalidModel(String model, List<String> problems, @Nullable Throwable cause) {
        super(message(model, problems), cause);
        this.model = model;
        this.problems = List.copyOf(problems);
    }

    /**
     * Joins the problems of several models.
     *
     * @param invalid what was found of each, at least one
     * @return one exception that tells of all of them
     */
    public static InvalidModel joined(List<InvalidModel> invalid) {
        if (invalid.size() == 1) {
            return invalid.get(0);
        }
        return new InvalidModel(
                String.join(", ", invalid.stream().map(InvalidModel::model).toList()),
                invalid.stream()
                        .flatMap(one -> one.problems().stream().map(problem -> one.model() + ": " + problem))
                        .toList(),
                null);
    }

    private static String message(String model, List<String> problems) {
        return "Model " + model + " is not valid (" + problems.size()
                + (problems.size() == 1 ? " problem" : " problems") + "):\n  - " + String.join("\n  - ", problems);
    }

    /**
     * Returns the model's name.
     *
     * @return the name
     */
    public String model() {
        return model;
    }

    /**
     * Returns what is wrong.
     *
     * @return a sentence each
     */
    public List<String> problems() {
        return problems;
    }
}
