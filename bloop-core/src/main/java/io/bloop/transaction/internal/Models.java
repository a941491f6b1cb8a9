package io.bloop.transaction.internal;

import io.bloop.bound.internal.BoundModel;
import io.bloop.model.ModelDefinition;

/**
 * Finds the bound models of an engine.
 *
 * <p>For the engine. Thread-safe.
 */
public interface Models {

    /**
     * Finds the model of an object.
     *
     * @param <T> the class of the object
     * @param object the object
     * @return the one bound model of its class
     * @throws io.bloop.model.InvalidModel if there is none, or more than one
     */
    <T> BoundModel<T> of(T object);

    /**
     * Finds a model, and binds it if it is not bound.
     *
     * @param <T> the class of the model's objects
     * @param definition the model
     * @return the bound model
     */
    <T> BoundModel<T> of(ModelDefinition<T> definition);
}
