package io.bloop.query;

import io.bloop.BloopException;
import io.bloop.request.Target;

/**
 * Says that a continuation token does not fit the search that it was given to.
 *
 * <p>Immutable. The message never repeats the token, which comes from outside.
 */
public final class InvalidToken extends BloopException {

    private static final long serialVersionUID = 1L;

    private final Target target;

    InvalidToken(Target target, String problem) {
        super("The continuation token for " + target + " " + problem + "; start the search without one.", null);
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
