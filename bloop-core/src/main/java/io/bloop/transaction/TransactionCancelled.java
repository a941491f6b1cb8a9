package io.bloop.transaction;

import io.bloop.BloopException;
import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import java.util.List;

/**
 * Signals that a transaction was cancelled and nothing of it was applied, with the reason of each operation that had
 * one.
 *
 * <p>Immutable; the objects that it carries are the caller's.
 *
 * @since 0.1.0
 */
public final class TransactionCancelled extends BloopException {

    private static final long serialVersionUID = 1L;

    private final transient List<CancellationReason> reasons;
    private final transient List<Key<?>> unmetKeys;

    TransactionCancelled(List<CancellationReason> reasons, List<Key<?>> unmetKeys, Throwable cause) {
        super(
                "The transaction was cancelled, and nothing of it applied:\n  - "
                        + String.join(
                                "\n  - ", reasons.stream().map(Object::toString).toList()),
                cause);
        this.reasons = List.copyOf(reasons);
        this.unmetKeys = List.copyOf(unmetKeys);
    }

    /**
     * Returns the reasons.
     *
     * @return a reason for each operation that had one, in their order
     */
    public List<CancellationReason> reasons() {
        return reasons;
    }

    /**
     * Returns the items of a model whose conditions were not met, such as the products that are out of stock.
     *
     * @param <T> the class of the model's objects
     * @param model the model
     * @return the keys of the items, in the order of their operations; empty where no condition of the model has stopped
     *     the transaction
     */
    @SuppressWarnings("unchecked") // a key is of the class of its model
    public <T> List<Key<T>> unmetKeys(ModelDefinition<T> model) {
        return unmetKeys.stream()
                .filter(key -> key.model() == model)
                .map(key -> (Key<T>) key)
                .toList();
    }
}
