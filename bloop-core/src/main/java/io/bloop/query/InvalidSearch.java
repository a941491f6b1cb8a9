package io.bloop.query;

import io.bloop.BloopException;
import io.bloop.request.Target;
import org.jspecify.annotations.Nullable;

/**
 * Signals a query or scan that cannot be asked in this way; the message shows the right form.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public final class InvalidSearch extends BloopException {

    private static final long serialVersionUID = 1L;

    private final Target target;

    InvalidSearch(Target target, String problem) {
        this(target, problem, null);
    }

    InvalidSearch(Target target, String problem, @Nullable Throwable cause) {
        super("Cannot search " + target + ": " + problem, cause);
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
