package io.bloop.stream;

import io.bloop.BloopException;
import io.bloop.request.Target;
import org.jspecify.annotations.Nullable;

/**
 * Signals a token that does not fit the stream that it was given to.
 *
 * <p>Immutable. The message never repeats the token, which comes from outside.
 *
 * @since 0.1.0
 */
public final class InvalidStreamToken extends BloopException {

    private static final long serialVersionUID = 1L;

    private final Target target;

    InvalidStreamToken(Target target, String problem, @Nullable Throwable cause) {
        super("The stream token for " + target + " " + problem + "; open the stream at another position.", cause);
        this.target = target;
    }

    /**
     * Returns what was to be read.
     *
     * @return model and table
     */
    public Target target() {
        return target;
    }
}
