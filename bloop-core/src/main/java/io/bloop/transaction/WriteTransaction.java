package io.bloop.transaction;

import io.bloop.bound.internal.BoundModel;
import io.bloop.expression.Condition;
import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import io.bloop.model.SupertypeDefinition;
import io.bloop.transaction.internal.Models;
import io.bloop.write.InvalidWrite;
import io.bloop.write.Sync;
import io.bloop.write.Update;
import io.bloop.write.WriteOptions;
import io.bloop.write.internal.Write;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects the operations of one transaction; nothing is sent before it is committed.
 *
 * <p>An operation is prepared when it is added: its listeners are called, and the object is taken as it is then. What
 * changes later is not written. Where an object's class has several models, or is a map, name the model. Not
 * thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">TransactWriteItems</a>
 * @since 0.1.0
 */
public final class WriteTransaction {

    /** The most operations that DynamoDB takes in one transaction. */
    static final int MOST_OPERATIONS = 100;

    private final Models models;
    private final List<Write<?>> writes = new ArrayList<>();
    private final Set<Write.Identity> identities = new HashSet<>();

    /**
     * Begins a transaction without operations.
     *
     * @param models finds the models of the objects
     */
    public WriteTransaction(Models models) {
        this.models = models;
    }

    /** Prepares one kind of operation. */
    @FunctionalInterface
    private interface Operation<T> {
        Write<T> prepare(BoundModel<T> bound, T object, WriteOptions<T> options);
    }

    /**
     * Adds saving an object, like {@link #save(Object, WriteOptions)} without options.
     *
     * @param <T> the class of the object
     * @param object the object
     * @return this transaction
     */
    public <T> WriteTransaction save(T object) {
        return save(object, WriteOptions.none());
    }

    /**
     * Adds saving an object; one that has not changed, and has no condition, is not sent.
     *
     * @param <T> the class of the object
     * @param object the object, of a bound model
     * @param options how to save; nothing can be taken over into the object
     * @return this transaction
     * @throws InvalidTransaction if the same item is in it already, whether or not the object has changed, or there are
     *     too many operations
     */
    public <T> WriteTransaction save(T object, WriteOptions<T> options) {
        return add(models.of(object), object, options, Write::save);
    }

    /**
     * Adds saving an object of a model, like {@link #save(ModelDefinition, Object, WriteOptions)} without options.
     *
     * @param <T> the class of the model's objects
     * @param model the model
     * @param object the object
     * @return this transaction
     */
    public <T> WriteTransaction save(ModelDefinition<T> model, T object) {
        return save(model, object, WriteOptions.none());
    }

    /**
     * Adds saving an object of a model; an object that has not changed and has no condition is not sent, like {@link
     * #save(Object, WriteOptions)}.
     *
     * @param <T> the class of the model's objects
     * @param model the model
     * @param object the object
     * @param options how to save; nothing can be taken over into the object
     * @return this transaction
     */
    public <T> WriteTransaction save(ModelDefinition<T> model, T object, WriteOptions<T> options) {
        return add(models.of(model), object, options, Write::save);
    }

    /**
     * Adds inserting an object, like {@link #insert(Object, WriteOptions)} without options.
     *
     * @param <T> the class of the object
     * @param object the object
     * @return this transaction
     */
    public <T> WriteTransaction insert(T object) {
        return insert(object, WriteOptions.none());
    }

    /**
     * Adds saving an object as a new one, if its key is free.
     *
     * @param <T> the class of the object
     * @param object the object, of a bound model
     * @param options how to insert; nothing can be taken over into the object
     * @return this transaction
     * @throws InvalidTransaction if the same item is in it already, whether or not the object has changed, or there are
     *     too many operations
     */
    public <T> WriteTransaction insert(T object, WriteOptions<T> options) {
        return add(models.of(object), object, options, Write::insert);
    }

    /**
     * Adds inserting an object of a model, like {@link #insert(ModelDefinition, Object, WriteOptions)} without options.
     *
     * @param <T> the class of the model's objects
     * @param model the model
     * @param object the object
     * @return this transaction
     */
    public <T> WriteTransaction insert(ModelDefinition<T> model, T object) {
        return insert(model, object, WriteOptions.none());
    }

    /**
     * Adds saving an object of a model as a new one, if its key is free, like {@link #insert(Object, WriteOptions)}.
     *
     * @param <T> the class of the model's objects
     * @param model the model
     * @param object the object
     * @param options how to insert; nothing can be taken over into the object
     * @return this transaction
     */
    public <T> WriteTransaction insert(ModelDefinition<T> model, T object, WriteOptions<T> options) {
        return add(models.of(model), object, options, Write::insert);
    }

    /**
     * Adds replacing an object, like {@link #replace(Object, WriteOptions)} without options.
     *
     * @param <T> the class of the object
     * @param object the object
     * @return this transaction
     */
    public <T> WriteTransaction replace(T object) {
        return replace(object, WriteOptions.none());
    }

    /**
     * Adds putting an object in place of its item, which has to have its version.
     *
     * @param <T> the class of the object
     * @param object the object, of a bound model
     * @param options how to replace; nothing can be taken over into the object
     * @return this transaction
     * @throws InvalidTransaction if the same item is in it already, whether or not the object has changed, or there are
     *     too many operations
     */
    public <T> WriteTransaction replace(T object, WriteOptions<T> options) {
        return add(models.of(object), object, options, Write::replace);
    }

    /**
     * Adds replacing an object of a model, like {@link #replace(ModelDefinition, Object, WriteOptions)} without options.
     *
     * @param <T> the class of the model's objects
     * @param model the model
     * @param object the object
     * @return this transaction
     */
    public <T> WriteTransaction replace(ModelDefinition<T> model, T object) {
        return replace(model, object, WriteOptions.none());
    }

    /**
     * Adds putting an object of a model in place of its item, which has to have the version of the object, like {@link
     * #replace(Object, WriteOptions)}.
     *
     * @param <T> the class of the model's objects
     * @param model the model
     * @param object the object
     * @param options how to replace; nothing can be taken over into the object
     * @return this transaction
     */
    public <T> WriteTransaction replace(ModelDefinition<T> model, T object, WriteOptions<T> options) {
        return add(models.of(model), object, options, Write::replace);
    }

    /**
     * Adds deleting an object, like {@link #delete(Object, WriteOptions)} without options.
     *
     * @param <T> the class of the object
     * @param object the object
     * @return this transaction
     */
    public <T> WriteTransaction delete(T object) {
        return delete(object, WriteOptions.none());
    }

    /**
     * Adds deleting the item of an object, which has to have its version.
     *
     * @param <T> the class of the object
     * @param object the object, of a bound model
     * @param options how to delete; nothing can be taken over into the object
     * @return this transaction
     * @throws InvalidTransaction if the same item is in it already, whether or not the object has changed, or there are
     *     too many operations
     */
    public <T> WriteTransaction delete(T object, WriteOptions<T> options) {
        return add(models.of(object), object, options, Write::delete);
    }

    /**
     * Adds deleting an object of a model, like {@link #delete(ModelDefinition, Object, WriteOptions)} without options.
     *
     * @param <T> the class of the model's objects
     * @param model the model
     * @param object the object
     * @return this transaction
     */
    public <T> WriteTransaction delete(ModelDefinition<T> model, T object) {
        return delete(model, object, WriteOptions.none());
    }

    /**
     * Adds deleting the item of an object of a model, which has to have the version of the object, like {@link
     * #delete(Object, WriteOptions)}.
     *
     * @param <T> the class of the model's objects
     * @param model the model
     * @param object the object
     * @param options how to delete; nothing can be taken over into the object
     * @return this transaction
     */
    public <T> WriteTransaction delete(ModelDefinition<T> model, T object, WriteOptions<T> options) {
        return add(models.of(model), object, options, Write::delete);
    }

    /**
     * Adds deleting an item by its key, as {@link #deleteByKey(Key, WriteOptions)} without options.
     *
     * @param <T> the class of the model's objects
     * @param key the key
     * @return this transaction
     */
    public <T> WriteTransaction deleteByKey(Key<T> key) {
        return deleteByKey(key, WriteOptions.none());
    }

    /**
     * Adds deleting an item by its key; it is no error if there is none.
     *
     * @param <T> the class of the model's objects
     * @param key the key
     * @param options how to delete; no version is compared, unless the condition asks for one
     * @return this transaction
     * @throws InvalidTransaction if the same item is in it already, or there are too many operations
     * @throws InvalidWrite if the key is that of a supertype
     */
    public <T> WriteTransaction deleteByKey(Key<T> key, WriteOptions<T> options) {
        if (options.sync() != Sync.NONE) {
            throw returnsNoValues(key);
        }
        return add(Write.deleteByKey(own("delete", key), key, options));
    }

    /**
     * Adds a condition on an item that the transaction does not change.
     *
     * @param <T> the class of the object
     * @param object the object, of a bound model; its key is all that matters
     * @param condition the condition, not empty
     * @return this transaction
     * @throws InvalidTransaction if the same item is in it already, or there are too many operations
     */
    public <T> WriteTransaction check(T object, Condition<T> condition) {
        return check(object, WriteOptions.onlyIf(condition));
    }

    /**
     * Adds a condition on an item that the transaction does not change.
     *
     * @param <T> the class of the object
     * @param object the object, of a bound model; its key is all that matters
     * @param options the condition, not empty, and whether to return the item where it is not met
     * @return this transaction
     * @throws InvalidTransaction if the same item is in it already, or there are too many operations
     * @throws InvalidWrite if there is no condition
     */
    public <T> WriteTransaction check(T object, WriteOptions<T> options) {
        return add(models.of(object), object, options, Write::check);
    }

    /**
     * Adds a condition on an item of a model that is named, which the transaction does not change.
     *
     * @param <T> the class of the model's objects
     * @param model the model
     * @param object the object; its key is all that matters
     * @param options the condition, not empty, and whether to return the item where it is not met
     * @return this transaction
     */
    public <T> WriteTransaction check(ModelDefinition<T> model, T object, WriteOptions<T> options) {
        return add(models.of(model), object, options, Write::check);
    }

    /**
     * Adds a condition on an item that the transaction does not change, by its key.
     *
     * @param <T> the class of the model's objects
     * @param key the key
     * @param condition the condition, not empty
     * @return this transaction
     * @throws InvalidTransaction if the same item is in it already, or there are too many operations
     * @throws InvalidWrite if there is no condition, or the key is that of a supertype
     */
    public <T> WriteTransaction checkByKey(Key<T> key, Condition<T> condition) {
        return add(Write.checkByKey(own("check", key), key, WriteOptions.onlyIf(condition)));
    }

    /**
     * Adds an update.
     *
     * @param <T> the class of the model's objects
     * @param update an update that was begun by a template and not sent
     * @return this transaction
     * @throws InvalidTransaction if the same item is in it already, or there are too many operations
     */
    public <T> WriteTransaction update(Update<T> update) {
        return add(Write.update(models.of(update.key().model()), update));
    }

    private <T> WriteTransaction add(BoundModel<T> bound, T object, WriteOptions<T> options, Operation<T> operation) {
        if (options.sync() != Sync.NONE) {
            BoundModel<T> own = bound.of(object);
            throw returnsNoValues(own.mapping().key(object, own));
        }
        return add(operation.prepare(bound, object, options));
    }

    private <T> BoundModel<T> own(String operation, Key<T> key) {
        if (key.model() instanceof SupertypeDefinition<?> supertype) {
            throw new InvalidWrite(
                    operation,
                    key.toString(),
                    "names no model, and a transaction reads no items to find it; give the key of one of "
                            + supertype.models() + ".");
        }
        return models.of(key.model());
    }

    private static InvalidTransaction returnsNoValues(Key<?> key) {
        return new InvalidTransaction(
                "A transaction returns no values to take over into " + key + "; leave sync() out, and load it.");
    }

    private WriteTransaction add(Write<?> write) {
        if (!identities.add(write.identity())) {
            throw new InvalidTransaction(write.key() + " is in the transaction twice, and DynamoDB takes one operation "
                    + "for each item; join the two.");
        }
        if (write.isEmpty()) {
            return this;
        }
        if (writes.size() == MOST_OPERATIONS) {
            throw new InvalidTransaction("A transaction takes at most " + MOST_OPERATIONS + " operations, and "
                    + write.key() + " is one more; divide it.");
        }
        writes.add(write);
        return this;
    }

    List<Write<?>> writes() {
        return List.copyOf(writes);
    }
}
