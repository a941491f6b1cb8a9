package io.bloop.engine;

import io.bloop.bound.UpdateAction;
import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import io.bloop.testing.Link;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hears everything of all models, and keeps it in words. */
class Heard implements EngineListener<Object> {

    final List<String> words = new CopyOnWriteArrayList<>();
    final List<Object> objects = new CopyOnWriteArrayList<>();
    final List<Engine> engines = new CopyOnWriteArrayList<>();

    private void hear(Engine engine, String word, Object object) {
        engines.add(engine);
        words.add(word);
        objects.add(object);
    }

    /** Returns what was heard, and forgets it. */
    List<String> take() {
        List<String> taken = List.copyOf(words);
        words.clear();
        objects.clear();
        return taken;
    }

    static String name(Object object) {
        return object instanceof Link link ? link.slug : String.valueOf(object);
    }

    @Override
    public void beforeCreate(Engine engine, ModelDefinition<?> model, String table) {
        hear(engine, "beforeCreate " + table + " for " + model.name(), table);
    }

    @Override
    public void afterVerify(Engine engine, ModelDefinition<?> model, String table) {
        hear(engine, "afterVerify " + table + " for " + model.name(), table);
    }

    @Override
    public void afterBind(Engine engine, ModelDefinition<?> model) {
        hear(engine, "afterBind " + model.name() + " " + engine.tables().containsKey(model), model);
    }

    @Override
    public void afterLoad(Engine engine, ModelDefinition<?> model, Object object) {
        hear(engine, "afterLoad " + model.name() + " " + name(object), object);
    }

    @Override
    public void beforeSave(Engine engine, ModelDefinition<?> model, Object object) {
        hear(engine, "beforeSave " + model.name() + " " + name(object), object);
    }

    @Override
    public void afterSave(Engine engine, ModelDefinition<?> model, Object object) {
        hear(engine, "afterSave " + model.name() + " " + name(object), object);
    }

    @Override
    public void beforeDelete(Engine engine, Key<?> key, Object object) {
        hear(engine, "beforeDelete " + key + " " + name(object), object == null ? key : object);
    }

    @Override
    public void afterDelete(Engine engine, Key<?> key, Object object) {
        hear(engine, "afterDelete " + key + " " + name(object), object == null ? key : object);
    }

    @Override
    public void beforeUpdate(Engine engine, Key<?> key, List<? extends UpdateAction<?>> actions) {
        List<String> words =
                actions.stream().map(action -> action + "=" + action.value()).toList();
        hear(engine, "beforeUpdate " + key + " " + words, key);
    }
}
