package io.bloop.query;

import io.bloop.BloopException;
import io.bloop.request.Target;

/**
 * Says that a query or scan cannot be asked in this way, and shows the right form.
 *
 * <p>Immutable.
 */
public final class InvalidSearch extends BloopException {

    private static final long serialVersionUID = 1L;

    private final Target target;

    InvalidSearch(Target target, String problem) {
        super("Cannot search " + target + ": " + problem, null);
        this.target = target;
    }

    /**
     * Returns what was searched.
     *
     * @return model, table and index
     */
    public Target target() {
        return target;
    }
}
