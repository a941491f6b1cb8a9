package io.bloop.boot.transaction;

import io.bloop.bound.UpdateAction;
import io.bloop.engine.Engine;
import io.bloop.engine.EngineListener;
import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Logs once that the transaction of the calling thread does not include what is written. */
final class TransactionNotice implements EngineListener<Object> {

    private static final Logger LOG = LoggerFactory.getLogger(TransactionNotice.class);

    /** Set on threads that write for a caller with a transaction, which is bound to the caller's thread alone. */
    private final ThreadLocal<Boolean> isCallerInTransaction = new ThreadLocal<>();

    private final AtomicBoolean logged = new AtomicBoolean();

    @Override
    public void beforeSave(Engine engine, ModelDefinition<?> model, Object object) {
        check(model);
    }

    @Override
    public void beforeDelete(Engine engine, Key<?> key, @Nullable Object object) {
        check(key.model());
    }

    @Override
    public void beforeUpdate(Engine engine, Key<?> key, List<? extends UpdateAction<?>> actions) {
        check(key.model());
    }

    private void check(ModelDefinition<?> model) {
        if (!logged.get() && isInTransaction() && logged.compareAndSet(false, true)) {
            LOG.info(
                    "{} is written inside a transaction of Spring (@Transactional), which does not include DynamoDB: a rollback"
                            + " does not undo the write. Use Engine.writeTransaction for writes that belong together."
                            + " This is logged once; bloop.transaction-notice=false switches it off",
                    model.name());
        }
    }

    private boolean isInTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                || Boolean.TRUE.equals(isCallerInTransaction.get());
    }

    Runnable decorate(Runnable task) {
        if (logged.get() || !isInTransaction()) {
            return task;
        }
        return () -> {
            isCallerInTransaction.set(true);
            try {
                task.run();
            } finally {
                isCallerInTransaction.remove();
            }
        };
    }
}
