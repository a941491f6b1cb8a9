package io.bloop.engine;

import io.bloop.bound.UpdateAction;
import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Observes an engine's operations on tables and objects: single calls, bulk calls, searches and transactions.
 *
 * <p>Registered by {@link EngineBuilder#listener(EngineListener)}; each method does nothing unless it is overridden. An
 * exception of a {@code before} method is a veto: the caller gets it, nothing is sent, and nothing is changed in
 * memory. Calls with many objects have it as the cause of their exception, which says which objects were done. An
 * exception of an {@code after} method is logged without values, and changes nothing. Listeners are called in the order
 * of their registration. After a veto, the remaining listeners are not called.
 *
 * <p>Called on the thread that does the work, which is not the caller's in {@code saveEach}, {@code deleteEach},
 * parallel scans and {@code beforeCreate}; {@link EngineBuilder#taskDecorator} gives the first three the caller's
 * context. Implementations have to be thread-safe.
 *
 * @param <T> the class of the objects; {@code Object} for those of all models
 * @since 0.1.0
 */
public interface EngineListener<T> {

    /**
     * Called before a table is created, once for each model that is bound to it; a veto fails the binding.
     *
     * <p>Models that are not bound yet cannot be used here: an {@link IllegalStateException} says so, and is a veto
     * unless it is caught.
     *
     * @param engine the engine
     * @param model the model
     * @param table the name of the table
     */
    default void beforeCreate(Engine engine, ModelDefinition<? extends T> model, String table) {}

    /**
     * Called after a table was compared with what its models want and has it all, once for each of them; not where
     * binding fails for the sake of another table. The models are bound, and can be used.
     *
     * @param engine the engine
     * @param model the model
     * @param table the name of the table
     */
    default void afterVerify(Engine engine, ModelDefinition<? extends T> model, String table) {}

    /**
     * Called after a model was bound, with or without a look at its table.
     *
     * @param engine the engine
     * @param model the model
     */
    default void afterBind(Engine engine, ModelDefinition<? extends T> model) {}

    /**
     * Called after an object was loaded: found by its key, by a search or a read transaction, filled in place, or
     * returned by an update as it is afterwards.
     *
     * @param engine the engine
     * @param model the model
     * @param object the object
     */
    default void afterLoad(Engine engine, ModelDefinition<? extends T> model, T object) {}

    /**
     * Called before an object is saved, inserted or replaced. What it changes in the object is written with it. A
     * transaction calls this when the operation is added.
     *
     * @param engine the engine
     * @param model the model
     * @param object the object
     */
    default void beforeSave(Engine engine, ModelDefinition<? extends T> model, T object) {}

    /**
     * Called after an object was saved, inserted or replaced; not where it had not changed and nothing was sent.
     *
     * @param engine the engine
     * @param model the model
     * @param object the object as the caller gets it
     */
    default void afterSave(Engine engine, ModelDefinition<? extends T> model, T object) {}

    /**
     * Called before an item is deleted.
     *
     * @param engine the engine
     * @param key the key of the item, with its model
     * @param object the object; null where it is deleted by its key alone
     */
    default void beforeDelete(Engine engine, Key<? extends T> key, @Nullable T object) {}

    /**
     * Called after an item was deleted, or there was none.
     *
     * @param engine the engine
     * @param key the key of the item, with its model
     * @param object the object; null where it was deleted by its key alone
     */
    default void afterDelete(Engine engine, Key<? extends T> key, @Nullable T object) {}

    /**
     * Called before an item is updated by a request, alone or in a transaction.
     *
     * @param engine the engine
     * @param key the key of the item, with its model
     * @param actions the actions whose values are known before DynamoDB applies them, in order: all but those that
     *     depend on what the item holds, such as a sum
     */
    default void beforeUpdate(Engine engine, Key<? extends T> key, List<? extends UpdateAction<? extends T>> actions) {}
}
