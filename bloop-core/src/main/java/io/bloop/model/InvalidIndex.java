package io.bloop.model;

import io.bloop.BloopException;
import io.bloop.Suggestion;

/**
 * Thrown when a model has no index of a name.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class InvalidIndex extends BloopException {

    private static final long serialVersionUID = 1L;

    private final String model;
    private final String index;

    InvalidIndex(ModelDefinition<?> model, String index) {
        super(
                model + " has no index '" + index + "'. "
                        + Suggestion.sentence(
                                index, model.indexes().stream().map(Index::name).toList()),
                null);
        this.model = model.name();
        this.index = index;
    }

    /**
     * Returns the model that was asked.
     *
     * @return the model's name
     */
    public String model() {
        return model;
    }

    /**
     * Returns the name that was asked for.
     *
     * @return the name
     */
    public String index() {
        return index;
    }
}
