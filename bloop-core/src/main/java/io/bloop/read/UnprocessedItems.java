package io.bloop.read;

import io.bloop.BloopException;
import io.bloop.request.Target;
import java.util.List;

/**
 * Signals that DynamoDB has left items of a batch unprocessed, however often it was asked.
 *
 * <p>Immutable; what it carries is the caller's.
 *
 * @since 0.1.0
 */
public final class UnprocessedItems extends BloopException {

    private static final long serialVersionUID = 1L;

    private final String operation;
    private final Target target;
    private final transient List<?> left;

    /**
     * Creates an exception.
     *
     * @param operation the API operation
     * @param target what the batch was about
     * @param left the keys of a read, the objects of a write
     */
    public UnprocessedItems(String operation, Target target, List<?> left) {
        super(
                operation + " of " + target + " left " + left.size() + " items unprocessed after many tries: the "
                        + "table is throttled. Raise its capacity, or try these again later.",
                null);
        this.operation = operation;
        this.target = target;
        this.left = List.copyOf(left);
    }

    /**
     * Returns the API operation.
     *
     * @return the name, such as {@code BatchGetItem}
     */
    public String operation() {
        return operation;
    }

    /**
     * Returns the target of the batch.
     *
     * @return model and table
     */
    public Target target() {
        return target;
    }

    /**
     * Returns the elements that were left over.
     *
     * @return the keys of a read, the objects of a write
     */
    public List<?> left() {
        return left;
    }
}
