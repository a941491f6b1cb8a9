package io.bloop.lease.internal;

import io.bloop.expression.Condition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.write.Update;
import org.jspecify.annotations.Nullable;

/**
 * The columns in which a model stores leases. Immutable and thread-safe.
 *
 * @param <T> the class of the model's objects
 * @param owner who holds the lease
 * @param counter the number of writes
 * @param leaseMillis how long others wait
 */
public record LeaseColumns<T>(
        StringColumn<T, String> owner, NumberColumn<T, Long> counter, NumberColumn<T, Long> leaseMillis) {

    /**
     * Adds to an update what it takes to replace a lease.
     *
     * @param update the update of the lease's item
     * @param expected what has to be stored now; null if there may be no item
     * @param next what to store
     * @return a changed update
     */
    public Update<T> replace(Update<T> update, @Nullable LeaseState<?> expected, LeaseState<?> next) {
        return update.set(owner, next.owner())
                .set(counter, next.counter())
                .set(leaseMillis, next.leaseMillis())
                .onlyIf(unchanged(update, expected));
    }

    private Condition<T> unchanged(Update<T> update, @Nullable LeaseState<?> expected) {
        if (expected == null) {
            return update.key().model().hashKey().notExists();
        }
        String held = expected.owner();
        return counter.eq(expected.counter()).and(held == null ? owner.notExists() : owner.eq(held));
    }
}
