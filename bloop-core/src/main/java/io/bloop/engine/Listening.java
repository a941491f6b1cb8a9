package io.bloop.engine;

import io.bloop.bound.UpdateAction;
import io.bloop.bound.internal.ModelEvents;
import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes the events of one bound model on to the engine's listeners. */
final class Listening<T> implements ModelEvents<T> {

    private static final Logger LOG = LoggerFactory.getLogger(EngineListener.class);

    private final Engine engine;
    private final ModelDefinition<T> model;
    private final String table;
    private final List<EngineListener<? super T>> listeners;

    Listening(Engine engine, ModelDefinition<T> model, String table, List<EngineListener<? super T>> listeners) {
        this.engine = engine;
        this.model = model;
        this.table = table;
        this.listeners = listeners;
    }

    @Override
    public void beforeCreate() {
        listeners.forEach(listener -> listener.beforeCreate(engine, model, table));
    }

    @Override
    public void afterVerify() {
        quietly("afterVerify", listener -> listener.afterVerify(engine, model, table));
    }

    @Override
    public void afterBind() {
        quietly("afterBind", listener -> listener.afterBind(engine, model));
    }

    @Override
    public void afterLoad(T object) {
        quietly("afterLoad", listener -> listener.afterLoad(engine, model, object));
    }

    @Override
    public void beforeSave(T object) {
        listeners.forEach(listener -> listener.beforeSave(engine, model, object));
    }

    @Override
    public void afterSave(T object) {
        quietly("afterSave", listener -> listener.afterSave(engine, model, object));
    }

    @Override
    public void beforeDelete(Key<T> key, @Nullable T object) {
        listeners.forEach(listener -> listener.beforeDelete(engine, key, object));
    }

    @Override
    public void afterDelete(Key<T> key, @Nullable T object) {
        quietly("afterDelete", listener -> listener.afterDelete(engine, key, object));
    }

    @Override
    public void beforeUpdate(Key<T> key, List<UpdateAction<T>> actions) {
        listeners.forEach(listener -> listener.beforeUpdate(engine, key, actions));
    }

    private void quietly(String event, Consumer<EngineListener<? super T>> told) {
        for (EngineListener<? super T> listener : listeners) {
            try {
                told.accept(listener);
            } catch (RuntimeException ex) {
                report(event, listener, ex);
            }
        }
    }

    /** What a message says is not known here, and may be values. */
    private void report(String event, EngineListener<?> listener, RuntimeException failure) {
        StackTraceElement[] places = failure.getStackTrace();
        LOG.warn(
                "A listener has failed in {} of {}, which stays done: {} threw {} at {}; set this logger to TRACE for "
                        + "its message",
                event,
                model,
                listener.getClass().getName(),
                failure.getClass().getName(),
                places.length == 0 ? "an unknown place" : places[0]);
        LOG.trace("The failure in {} of {}", event, model, failure);
    }
}
