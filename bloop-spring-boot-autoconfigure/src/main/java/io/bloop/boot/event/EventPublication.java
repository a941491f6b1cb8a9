package io.bloop.boot.event;

import io.bloop.bound.UpdateAction;
import io.bloop.engine.Engine;
import io.bloop.engine.EngineListener;
import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractApplicationContext;

/** Publishes the events of an engine as application events, if there are listeners. */
final class EventPublication implements EngineListener<Object> {

    private final AbstractApplicationContext context;
    private final ListenerLookup audience;

    EventPublication(AbstractApplicationContext context) {
        this.context = context;
        this.audience = new ListenerLookup(context);
    }

    @Override
    public void beforeCreate(Engine engine, ModelDefinition<?> model, String table) {
        publish(TableCreating.class, model, () -> new TableCreating<>(engine, model, table));
    }

    @Override
    public void afterVerify(Engine engine, ModelDefinition<?> model, String table) {
        publish(TableVerified.class, model, () -> new TableVerified<>(engine, model, table));
    }

    @Override
    public void afterBind(Engine engine, ModelDefinition<?> model) {
        publish(ModelBound.class, model, () -> new ModelBound<>(engine, model));
    }

    @Override
    public void afterLoad(Engine engine, ModelDefinition<?> model, Object object) {
        publish(ObjectLoaded.class, model, () -> new ObjectLoaded<>(engine, of(model), object));
    }

    @Override
    public void beforeSave(Engine engine, ModelDefinition<?> model, Object object) {
        publish(ObjectSaving.class, model, () -> new ObjectSaving<>(engine, of(model), object));
    }

    @Override
    public void afterSave(Engine engine, ModelDefinition<?> model, Object object) {
        publish(ObjectSaved.class, model, () -> new ObjectSaved<>(engine, of(model), object));
    }

    @Override
    public void beforeDelete(Engine engine, Key<?> key, @Nullable Object object) {
        publish(
                ObjectDeleting.class,
                key.model(),
                () -> new ObjectDeleting<>(engine, of(key.model()), of(key), object));
    }

    @Override
    public void afterDelete(Engine engine, Key<?> key, @Nullable Object object) {
        publish(ObjectDeleted.class, key.model(), () -> new ObjectDeleted<>(engine, of(key.model()), of(key), object));
    }

    @Override
    public void beforeUpdate(Engine engine, Key<?> key, List<? extends UpdateAction<?>> actions) {
        publish(
                ItemUpdating.class,
                key.model(),
                () -> new ItemUpdating<>(engine, of(key.model()), of(key), of(actions)));
    }

    private void publish(Class<?> type, ModelDefinition<?> model, Supplier<? extends ModelEvent<?>> event) {
        if (audience.listens(type, model)) {
            context.publishEvent(event.get());
        }
    }

    @SuppressWarnings("unchecked") // the engine tells a model with its own objects
    private static ModelDefinition<Object> of(ModelDefinition<?> model) {
        return (ModelDefinition<Object>) model;
    }

    @SuppressWarnings("unchecked") // as above
    private static Key<Object> of(Key<?> key) {
        return (Key<Object>) key;
    }

    @SuppressWarnings("unchecked") // as above
    private static List<UpdateAction<Object>> of(List<? extends UpdateAction<?>> actions) {
        return (List<UpdateAction<Object>>) actions;
    }
}
