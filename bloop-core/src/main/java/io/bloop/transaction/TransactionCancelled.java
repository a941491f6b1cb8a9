package io.bloop.transaction;

import io.bloop.BloopException;
import java.util.List;

/**
 * Says that a transaction was cancelled and nothing of it applied, with the reason of each operation that had one.
 *
 * <p>Immutable; the objects that it carries are the caller's.
 *
 * @since 0.1.0
 */
public final class TransactionCancelled extends BloopException {

    private static final long serialVersionUID = 1L;

    private final transient List<CancellationReason> reasons;

    TransactionCancelled(List<CancellationReason> reasons, Throwable cause) {
        super(
                "The transaction was cancelled, and nothing of it applied:\n  - "
                        + String.join(
                                "\n  - ", reasons.stream().map(Object::toString).toList()),
                cause);
        this.reasons = List.copyOf(reasons);
    }

    /**
     * Returns why.
     *
     * @return a reason for each operation that had one, in their order
     */
    public List<CancellationReason> reasons() {
        return reasons;
    }
}
