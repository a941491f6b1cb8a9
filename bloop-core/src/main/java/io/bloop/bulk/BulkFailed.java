package io.bloop.bulk;

import io.bloop.BloopException;
import io.bloop.request.Target;
import java.util.List;

/**
 * Signals that a call with many objects has stopped, with the objects that are not known to be written.
 *
 * <p>Every object that was handed over is either counted by {@link #done()} or among {@link #left()}; objects further
 * on in an iterator were never taken. The cause says why. Immutable; the objects that it carries are the caller's.
 *
 * @since 0.1.0
 */
public final class BulkFailed extends BloopException {

    private static final long serialVersionUID = 1L;

    private final String operation;
    private final Target target;
    private final long done;
    private final transient List<?> left;

    /**
     * Creates the failure of a bulk call.
     *
     * @param operation the name of the operation
     * @param target the models and their tables
     * @param done the number of objects that were finished
     * @param left the objects that were not finished
     * @param cause the first failure
     */
    public BulkFailed(String operation, Target target, long done, List<?> left, Throwable cause) {
        super(
                operation + " of " + target + " stopped: " + done + " objects are done, and " + left.size()
                        + " are not known to be; see left(), and give them again once the cause is gone. "
                        + reason(cause),
                cause);
        this.operation = operation;
        this.target = target;
        this.done = done;
        this.left = List.copyOf(left);
    }

    /** Messages of others, such as a listener or a validator, may hold values. */
    private static String reason(Throwable cause) {
        if (cause instanceof BloopException known) {
            return String.valueOf(known.getMessage());
        }
        return "The cause is a " + cause.getClass().getName() + ".";
    }

    /**
     * Returns what was called.
     *
     * @return the name, such as {@code replaceAll}
     */
    public String operation() {
        return operation;
    }

    /**
     * Returns what it was about.
     *
     * @return models and tables
     */
    public Target target() {
        return target;
    }

    /**
     * Returns the number of objects that are written or deleted.
     *
     * @return the number
     */
    public long done() {
        return done;
    }

    /**
     * Returns the objects that were taken, and are not known to be written or deleted.
     *
     * @return the objects, as they were
     */
    public List<?> left() {
        return left;
    }
}
