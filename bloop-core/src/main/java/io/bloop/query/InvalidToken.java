package io.bloop.query;

import io.bloop.BloopException;
import io.bloop.request.Target;
import org.jspecify.annotations.Nullable;

/**
 * Signals a continuation token that does not fit the search that it was given to.
 *
 * <p>Immutable. The message never repeats the token, which comes from outside.
 *
 * @since 0.1.0
 */
public final class InvalidToken extends BloopException {

    private static final long serialVersionUID = 1L;

    private final Target target;

    InvalidToken(Target target, String problem) {
        this(target, problem, null);
    }

    InvalidToken(Target target, String problem, @Nullable Throwable cause) {
        super("The continuation token for " + target + " " + problem + "; start the search without one.", cause);
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
