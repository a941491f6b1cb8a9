package io.bloop.transaction;

import io.bloop.bound.BoundModel;
import io.bloop.expression.Condition;
import io.bloop.model.Changes;
import io.bloop.model.Key;
import io.bloop.model.Mapping;
import io.bloop.write.ItemWrite;
import io.bloop.write.Sync;
import io.bloop.write.Update;
import io.bloop.write.Versions;
import io.bloop.write.WriteOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Collects the operations of one transaction; nothing is sent before it is committed.
 *
 * <p>Objects are taken as they are when they are added. Not thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">TransactWriteItems</a>
 */
public final class WriteTransaction {

    /** The most operations that DynamoDB takes in one transaction. */
    static final int MOST_OPERATIONS = 100;

    private final Models models;
    private final List<Entry<?>> entries = new ArrayList<>();
    private final Set<Entry.Identity> identities = new HashSet<>();

    /**
     * Begins a transaction without operations.
     *
     * @param models finds the models of the objects
     */
    public WriteTransaction(Models models) {
        this.models = models;
    }

    /**
     * Adds saving an object, as {@link #save(Object, WriteOptions)} without options.
     *
     * @param <T> the class of the object
     * @param object the object
     * @return this transaction
     */
    public <T> WriteTransaction save(T object) {
        return save(object, WriteOptions.none());
    }

    /**
     * Adds saving an object; one that has not changed, and has no condition, adds nothing.
     *
     * @param <T> the class of the object
     * @param object the object, of a bound model
     * @param options how to save; nothing can be taken over into the object
     * @return this transaction
     * @throws InvalidTransaction if the same item is in it already, or there are too many
     */
    public <T> WriteTransaction save(T object, WriteOptions<T> options) {
        BoundModel<T> bound = models.of(object);
        Mapping<T> mapping = bound.definition().mapping();
        Changes<T> changes = mapping.changes(object, bound);
        changes.clear(options.cleared());
        if (changes.isEmpty() && options.condition().isEmpty()) {
            return this;
        }
        changes.stamp(bound.now(), false);
        return saving(
                bound,
                object,
                changes,
                WriteOptions.onlyIf(Versions.unmoved(mapping, object)).with(options));
    }

    /**
     * Adds inserting an object, as {@link #insert(Object, WriteOptions)} without options.
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
     * @param options how to save
     * @return this transaction
     * @throws InvalidTransaction if the same item is in it already, or there are too many
     */
    public <T> WriteTransaction insert(T object, WriteOptions<T> options) {
        BoundModel<T> bound = models.of(object);
        Mapping<T> mapping = bound.definition().mapping();
        Key<T> key = mapping.key(object);
        WriteOptions<T> ifFree =
                WriteOptions.onlyIf(bound.definition().hashKey().notExists()).with(options);
        ItemWrite write = write(key, ifFree);
        Changes<T> changes = mapping.all(object, bound).stamp(bound.now(), true);
        // where there is no item, putting the whole of it says the same as an update with far less to parse
        TransactWriteItem item = TransactWriteItem.builder()
                .put(p -> p.tableName(bound.tableName())
                        .item(changes.item())
                        .conditionExpression(write.condition())
                        .expressionAttributeNames(write.names())
                        .expressionAttributeValues(write.values())
                        .returnValuesOnConditionCheckFailure(write.onFailure()))
                .build();
        return add(saving("insert", bound, object, key, ifFree.condition(), item, changes));
    }

    private <T> WriteTransaction saving(BoundModel<T> bound, T object, Changes<T> changes, WriteOptions<T> options) {
        Key<T> key = bound.definition().mapping().key(object);
        requireNoSync(key, options);
        ItemWrite write =
                ItemWrite.of(key, changes, bound.updateTexts(), options.condition(), options.returnsExisting());
        return add(saving("save", bound, object, key, options.condition(), updating(bound, write), changes));
    }

    private static <T> Entry<T> saving(
            String operation,
            BoundModel<T> bound,
            T object,
            Key<T> key,
            Condition<T> condition,
            TransactWriteItem item,
            Changes<T> changes) {
        Runnable commit = () -> {
            bound.events().afterSave(changes.commit());
        };
        return new Entry<>(
                operation,
                object,
                bound,
                key,
                condition,
                item,
                () -> bound.events().beforeSave(object),
                commit);
    }

    /**
     * Adds deleting an object, as {@link #delete(Object, WriteOptions)} without options.
     *
     * @param <T> the class of the object
     * @param object the object
     * @return this transaction
     */
    public <T> WriteTransaction delete(T object) {
        return delete(object, WriteOptions.none());
    }

    /**
     * Adds deleting the item of an object.
     *
     * @param <T> the class of the object
     * @param object the object, of a bound model
     * @param options how to delete
     * @return this transaction
     * @throws InvalidTransaction if the same item is in it already, or there are too many
     */
    public <T> WriteTransaction delete(T object, WriteOptions<T> options) {
        BoundModel<T> bound = models.of(object);
        Mapping<T> mapping = bound.definition().mapping();
        Key<T> key = mapping.key(object);
        WriteOptions<T> unmoved =
                WriteOptions.onlyIf(Versions.unmoved(mapping, object)).with(options);
        ItemWrite write = write(key, unmoved);
        TransactWriteItem item = TransactWriteItem.builder()
                .delete(d -> d.tableName(bound.tableName())
                        .key(write.key())
                        .conditionExpression(write.condition())
                        .expressionAttributeNames(write.names())
                        .expressionAttributeValues(write.values())
                        .returnValuesOnConditionCheckFailure(write.onFailure()))
                .build();
        Runnable commit = () -> {
            bound.events().afterDelete(key, mapping.deleted(object, object, bound));
        };
        Runnable announce = () -> bound.events().beforeDelete(key, object);
        return add(new Entry<>("delete", object, bound, key, unmoved.condition(), item, announce, commit));
    }

    /**
     * Adds a condition on an item that the transaction does not change.
     *
     * @param <T> the class of the object
     * @param object the object, of a bound model; its key is all that matters
     * @param condition the condition, not empty
     * @return this transaction
     * @throws InvalidTransaction if the same item is in it already, or there are too many
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
     * @throws InvalidTransaction if the same item is in it already, or there are too many
     */
    public <T> WriteTransaction check(T object, WriteOptions<T> options) {
        BoundModel<T> bound = models.of(object);
        Key<T> key = bound.definition().mapping().key(object);
        Condition<T> condition = options.condition();
        if (condition.isEmpty()) {
            throw new InvalidTransaction("A check of " + key + " needs a condition; give one, or leave the check out.");
        }
        ItemWrite write = write(key, options);
        TransactWriteItem item = TransactWriteItem.builder()
                .conditionCheck(c -> c.tableName(bound.tableName())
                        .key(write.key())
                        .conditionExpression(write.condition())
                        .expressionAttributeNames(write.names())
                        .expressionAttributeValues(write.values())
                        .returnValuesOnConditionCheckFailure(write.onFailure()))
                .build();
        return add(new Entry<>("check", object, bound, key, condition, item, () -> {}, () -> {}));
    }

    /**
     * Adds an update.
     *
     * @param <T> the class of the model's objects
     * @param update an update that was begun by a template and not sent
     * @return this transaction
     * @throws InvalidTransaction if the same item is in it already, or there are too many
     */
    public <T> WriteTransaction update(Update<T> update) {
        Key<T> key = update.key();
        BoundModel<T> bound = models.of(key.model());
        ItemWrite write = update.write(bound, false);
        Runnable announce = () -> bound.events().beforeUpdate(key, update.known());
        return add(
                new Entry<>("update", key, bound, key, update.condition(), updating(bound, write), announce, () -> {}));
    }

    private static <T> ItemWrite write(Key<T> key, WriteOptions<T> options) {
        requireNoSync(key, options);
        return ItemWrite.of(key, options.condition(), options.returnsExisting());
    }

    private static <T> void requireNoSync(Key<T> key, WriteOptions<T> options) {
        if (options.sync() != Sync.NONE) {
            throw new InvalidTransaction(
                    "A transaction returns no values to take over into " + key + "; leave sync() out, and load it.");
        }
    }

    private static TransactWriteItem updating(BoundModel<?> bound, ItemWrite write) {
        return TransactWriteItem.builder()
                .update(u -> u.tableName(bound.tableName())
                        .key(write.key())
                        .updateExpression(write.update())
                        .conditionExpression(write.condition())
                        .expressionAttributeNames(write.names())
                        .expressionAttributeValues(write.values())
                        .returnValuesOnConditionCheckFailure(write.onFailure()))
                .build();
    }

    private WriteTransaction add(Entry<?> entry) {
        if (!identities.add(entry.identity())) {
            throw new InvalidTransaction(entry.key() + " is in the transaction twice, and DynamoDB takes one operation "
                    + "for each item; join the two.");
        }
        if (entries.size() == MOST_OPERATIONS) {
            throw new InvalidTransaction("A transaction takes at most " + MOST_OPERATIONS + " operations, and "
                    + entry.key() + " is one more; divide it.");
        }
        entries.add(entry);
        return this;
    }

    List<Entry<?>> entries() {
        return List.copyOf(entries);
    }
}
