package io.bloop.collection;

import io.bloop.BloopException;
import java.util.List;

/**
 * Signals a collection that is defined in a way that cannot work, with all of its problems.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class InvalidCollection extends BloopException {

    private static final long serialVersionUID = 1L;

    private final String collection;

    @SuppressWarnings("serial") // always an immutable list of strings, which is serializable
    private final List<String> problems;

    InvalidCollection(String collection, List<String> problems) {
        super(
                "Collection " + collection + " is not valid (" + problems.size()
                        + (problems.size() == 1 ? " problem" : " problems") + "):\n  - "
                        + String.join("\n  - ", problems),
                null);
        this.collection = collection;
        this.problems = List.copyOf(problems);
    }

    /**
     * Returns the collection's name.
     *
     * @return the name
     */
    public String collection() {
        return collection;
    }

    /**
     * Returns the problems.
     *
     * @return a sentence each
     */
    public List<String> problems() {
        return problems;
    }
}
