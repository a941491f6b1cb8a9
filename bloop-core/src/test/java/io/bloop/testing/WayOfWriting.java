package io.bloop.testing;

import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import io.bloop.write.WriteOptions;
import java.util.List;

/** Names the ways of writing an object. */
public enum WayOfWriting {
    SAVE {
        @Override
        public <T> void write(Engine engine, ModelDefinition<T> model, T object) {
            engine.template(model).save(object);
        }
    },
    SAVE_ONCE {
        @Override
        public <T> void write(Engine engine, ModelDefinition<T> model, T object) {
            engine.template(model).save(object, WriteOptions.once());
        }
    },
    INSERT {
        @Override
        public <T> void write(Engine engine, ModelDefinition<T> model, T object) {
            engine.template(model).insert(object);
        }
    },
    INSERT_ONCE {
        @Override
        public <T> void write(Engine engine, ModelDefinition<T> model, T object) {
            engine.template(model).insert(object, WriteOptions.once());
        }
    },
    REPLACE {
        @Override
        public <T> void write(Engine engine, ModelDefinition<T> model, T object) {
            engine.template(model).replace(object);
        }
    },
    SAVE_EACH {
        @Override
        public <T> void write(Engine engine, ModelDefinition<T> model, T object) {
            engine.template(model).bulk().saveEach(List.of(object));
        }
    },
    ENGINE_SAVE_EACH {
        @Override
        public <T> void write(Engine engine, ModelDefinition<T> model, T object) {
            engine.saveEach(List.of(object));
        }
    },
    REPLACE_ALL {
        @Override
        public <T> void write(Engine engine, ModelDefinition<T> model, T object) {
            engine.template(model).bulk().replaceAll(List.of(object));
        }
    },
    TRANSACTION_SAVE {
        @Override
        public <T> void write(Engine engine, ModelDefinition<T> model, T object) {
            engine.writeTransaction(tx -> tx.save(object));
        }
    },
    TRANSACTION_INSERT {
        @Override
        public <T> void write(Engine engine, ModelDefinition<T> model, T object) {
            engine.writeTransaction(tx -> tx.insert(object));
        }
    },
    TRANSACTION_REPLACE {
        @Override
        public <T> void write(Engine engine, ModelDefinition<T> model, T object) {
            engine.writeTransaction(tx -> tx.replace(object));
        }
    },
    TRANSACTION_SAVE_BY_MODEL {
        @Override
        public <T> void write(Engine engine, ModelDefinition<T> model, T object) {
            engine.writeTransaction(tx -> tx.save(model, object));
        }
    };

    /** Writes an object, whose class no other model of the engine has. */
    public abstract <T> void write(Engine engine, ModelDefinition<T> model, T object);
}
