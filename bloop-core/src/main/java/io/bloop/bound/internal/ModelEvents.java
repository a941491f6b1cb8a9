package io.bloop.bound.internal;

import io.bloop.bound.UpdateAction;
import io.bloop.model.Key;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hears what happens to one bound model and its objects; the engine passes it on to its listeners.
 *
 * <p>For the engine. What is thrown before something happens is for the caller, and prevents it; afterwards nothing is
 * thrown. Does nothing unless it is overridden. Thread-safe.
 *
 * @param <T> the class of the model's objects
 */
public interface ModelEvents<T> {

    /**
     * Returns the events of a model that nobody listens to.
     *
     * @param <T> the class of the model's objects
     * @return events that nothing comes of
     */
    static <T> ModelEvents<T> none() {
        return new ModelEvents<>() {};
    }

    /** Called before the model's table is created. */
    default void beforeCreate() {}

    /** Called after the model's table was found to match. */
    default void afterVerify() {}

    /** Called after the model was bound. */
    default void afterBind() {}

    /**
     * Called after an object was loaded.
     *
     * @param object the object
     */
    default void afterLoad(T object) {}

    /**
     * Called before an object is saved.
     *
     * @param object the object
     */
    default void beforeSave(T object) {}

    /**
     * Called after an object was saved.
     *
     * @param object the object
     */
    default void afterSave(T object) {}

    /**
     * Called before an item is deleted.
     *
     * @param key its key
     * @param object its object; null where it is deleted by the key alone
     */
    default void beforeDelete(Key<T> key, @Nullable T object) {}

    /**
     * Called after an item was deleted.
     *
     * @param key its key
     * @param object its object; null where it was deleted by the key alone
     */
    default void afterDelete(Key<T> key, @Nullable T object) {}

    /**
     * Called before an item is updated by a request.
     *
     * @param key its key
     * @param actions the actions whose values are known, in order
     */
    default void beforeUpdate(Key<T> key, List<UpdateAction<T>> actions) {}
}
