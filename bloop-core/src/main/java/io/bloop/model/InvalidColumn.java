package io.bloop.model;

import io.bloop.BloopException;
import io.bloop.Suggestion;
import io.bloop.expression.Path;
import io.bloop.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a name, a type or a path does not lead to a column.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class InvalidColumn extends BloopException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String model;
    private final String column;

    private InvalidColumn(@Nullable String model, String column, String message) {
        super(message, null);
        this.model = model;
        this.column = column;
    }

    static InvalidColumn unknown(ModelDefinition<?> model, String column) {
        return new InvalidColumn(
                model.name(),
                column,
                model + " has no column '" + column + "'. "
                        + Suggestion.sentence(
                                column,
                                model.columns().stream().map(Column::name).toList()));
    }

    static InvalidColumn ofAnotherType(Column<?, ?> column, Type<?> type) {
        return new InvalidColumn(
                column.model().name(),
                column.name(),
                column + " is of the type " + column.type() + " ("
                        + column.type().tag() + "), and not " + type + " (" + type.tag()
                        + "); ask for it with the type that it is declared with.");
    }

    static InvalidColumn notInKey(ModelDefinition<?> model, String column) {
        return new InvalidColumn(
                model.name(),
                column,
                "The key of " + model.name() + " does not hold '" + column
                        + "'; ask for a key column, or for a part of its " + "template.");
    }

    static InvalidColumn inside(Path<?, ?> path) {
        return new InvalidColumn(
                null,
                path.name(),
                "'" + path.name() + "' is inside of a column, where a whole column is asked for; name the column.");
    }

    /**
     * Returns the model that has no such column.
     *
     * @return the model's name; null where a path was given
     */
    public @Nullable String model() {
        return model;
    }

    /**
     * Returns what was asked for.
     *
     * @return the name of a column, or of a place inside of one
     */
    public String column() {
        return column;
    }
}
