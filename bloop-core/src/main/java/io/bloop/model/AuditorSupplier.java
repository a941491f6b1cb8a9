package io.bloop.model;

import java.util.Optional;

/**
 * Supplies the author of writes, for columns that are marked with {@code createdBy()} and {@code modifiedBy()}.
 *
 * <p>Called once for each write of an object and each update, when the write is prepared, after its listeners were
 * called. It is not called for models without such columns. Objects that are saved side by side are prepared on other
 * threads, for which {@code EngineBuilder.taskDecorator(..)} carries over what belongs to the calling thread. An
 * exception of the supplier prevents the write.
 *
 * <p>If there is no auditor, both columns are written with the values of the object, like any other column, and an
 * update by request leaves them as they are in the table.
 *
 * <p>Has to be thread-safe.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface AuditorSupplier {

    /**
     * Returns who writes.
     *
     * @return the auditor, of the class of the columns; empty if there is none
     */
    Optional<?> currentAuditor();
}
