package io.bloop.engine;

import io.bloop.BloopException;
import java.io.Serializable;
import java.util.List;

/**
 * Signals that tables would have names that DynamoDB does not allow.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class InvalidTableName extends BloopException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // always an immutable list of serializable records
    private final List<Name> names;

    /**
     * A name that is not allowed.
     *
     * @param model the model's name
     * @param given the name of the table in the settings, or else the model's name
     * @param tableName the name that the engine has made of it
     * @param problem what is wrong with it, as the end of a sentence whose subject is the name
     * @since 0.1.0
     */
    public record Name(String model, String given, String tableName, String problem) implements Serializable {

        /** Returns what is wrong, as a sentence. */
        @Override
        public String toString() {
            return "The table name '" + tableName + "' of model " + model + " " + problem + ".";
        }
    }

    InvalidTableName(List<Name> names) {
        super(
                String.join(" ", names.stream().map(Name::toString).toList())
                        + " Name the table otherwise in the model's settings, or let the engine name it otherwise.",
                null);
        this.names = List.copyOf(names);
    }

    /**
     * Returns the names that are not allowed.
     *
     * @return a name for each model concerned, at least one
     */
    public List<Name> names() {
        return names;
    }
}
