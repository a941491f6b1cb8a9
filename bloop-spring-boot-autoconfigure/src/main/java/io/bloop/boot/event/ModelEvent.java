package io.bloop.boot.event;

import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import org.springframework.core.ResolvableTypeProvider;

/**
 * What all events of models have in common.
 *
 * <p>Events are published on the thread that does the work, and only where somebody listens. They are immutable; the
 * objects that they carry are the caller's.
 *
 * @param <T> the class of the model's objects
 * @since 0.1.0
 */
public sealed interface ModelEvent<T> extends ResolvableTypeProvider
        permits ItemUpdating,
                ModelBound,
                ObjectDeleted,
                ObjectDeleting,
                ObjectLoaded,
                ObjectSaved,
                ObjectSaving,
                TableCreating,
                TableVerified {

    /**
     * Returns the engine in which it happens.
     *
     * @return the engine; an application may have several
     */
    Engine engine();

    /**
     * Returns the model.
     *
     * @return the model
     */
    ModelDefinition<T> model();
}
