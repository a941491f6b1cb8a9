package io.bloop.model;

import java.util.Optional;

/**
 * Tells who writes, for columns that are marked with {@code createdBy()} and {@code modifiedBy()}.
 *
 * <p>Called once for each write of an object and each update, when the write is prepared, after listeners were heard; not
 * for models without such columns. Objects that are saved side by side are prepared on other threads, for which
 * {@code EngineBuilder.taskDecorator(..)} carries over what belongs to the calling thread. An exception of the supplier
 * prevents the write.
 *
 * <p>Where there is no auditor, the engine writes neither column itself: both are written as the object has them, as any
 * other column is, and an update by request leaves them as they are in the table.
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
