package io.bloop.write;

import io.bloop.bound.UpdateAction;
import io.bloop.bound.internal.BoundModel;
import io.bloop.expression.Condition;
import io.bloop.expression.ListPath;
import io.bloop.expression.NumberPath;
import io.bloop.expression.Path;
import io.bloop.expression.SetPath;
import io.bloop.expression.UpdateValue;
import io.bloop.model.Column;
import io.bloop.model.Key;
import io.bloop.model.KeyColumn;
import io.bloop.type.AttributeValues;
import io.bloop.type.InvalidValue;
import io.bloop.type.MappingFailed;
import io.bloop.type.Type;
import io.bloop.write.internal.UpdateCheck;
import io.bloop.write.internal.UpdateWrite;
import io.bloop.write.internal.UpdatedKeys;
import io.bloop.write.internal.Write;
import io.bloop.write.internal.Writes;
import io.bloop.write.internal.WrittenAction;
import io.bloop.write.internal.WrittenAction.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Changes one item by its key, without an object. DynamoDB applies all actions in one step.
 *
 * <p>Creates the item if there is none, unless a condition says otherwise. Immutable and thread-safe: each method
 * returns a changed update, and nothing is sent before {@link #run()}, {@link #returnNew()} or {@link #returnOld()}.
 *
 * @param <T> the class of the model's objects
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html">UpdateItem</a>
 * @since 0.1.0
 */
public final class Update<T> {

    private final Supplier<Writes<T>> writes;
    private final Key<T> key;
    private final List<WrittenAction<T>> actions;
    private final WriteOptions<T> options;

    /**
     * Creates an update without actions.
     *
     * @param writes sends the update
     * @param key the key of the item
     */
    public Update(Supplier<Writes<T>> writes, Key<T> key) {
        this(writes, key, List.of(), WriteOptions.none());
    }

    private Update(Supplier<Writes<T>> writes, Key<T> key, List<WrittenAction<T>> actions, WriteOptions<T> options) {
        this.writes = writes;
        this.key = key;
        this.actions = actions;
        this.options = options;
    }

    /**
     * Sets a column, or a place inside of a column that exists.
     *
     * @param <V> the Java type of the values
     * @param path a column that is no key, or a place inside of one
     * @param value its new value; null, like an empty set, removes the attribute, and keeps the place of a list's element
     * @return a changed update
     */
    public <V> Update<T> set(Path<T, V> path, @Nullable V value) {
        AttributeValue dumped = dump(path, path.type(), value);
        // the elements behind it keep their places, like those of a list that is saved
        boolean keepsPlace = dumped == null && UpdateCheck.isElement(path);
        return and(Kind.SET, path, keepsPlace ? AttributeValue.createNul(true) : dumped, value);
    }

    /**
     * Sets a column to a value if it is absent, and leaves it unchanged otherwise.
     *
     * @param <V> the Java type of the values
     * @param path a column that is no key, or a place inside of one
     * @param value its value
     * @return a changed update
     * @throws InvalidWrite if the value stores nothing, such as null
     */
    public <V> Update<T> setIfAbsent(Path<T, V> path, V value) {
        AttributeValue dumped = required(path, path.type(), value);
        return and(Kind.SET_IF_ABSENT, path, dumped, value);
    }

    /**
     * Sets a column to the value that another place of the item has before the update.
     *
     * @param <V> the Java type of the values
     * @param path a column that is no key, or a place inside of one
     * @param other the other place; the update fails if it is absent
     * @return a changed update
     */
    public <V> Update<T> setFrom(Path<T, V> path, Path<T, V> other) {
        return and(new WrittenAction<>(Kind.SET_COMPUTED, path, null, UpdateValue.of(other), null));
    }

    /**
     * Sets a number to a sum or a difference: {@code setFrom(LINK.total, LINK.price.plus(LINK.tax))}.
     *
     * @param <N> the Java type of the number
     * @param path a column that is no key, or a place inside of one
     * @param computed a sum or difference that DynamoDB computes from the item before the update
     * @return a changed update
     */
    public <N extends Number> Update<T> setFrom(NumberPath<T, N> path, UpdateValue<T, N> computed) {
        return and(new WrittenAction<>(Kind.SET_COMPUTED, path, null, computed, null));
    }

    /**
     * Adds elements after those of a list; an absent one counts as empty.
     *
     * <p>If a response is lost, the SDK sends the update again and appends a second time, unless it is sent
     * {@link #once()}.
     *
     * @param <E> the Java type of the elements
     * @param path a column, or a place inside of one
     * @param elements the elements, in order
     * @return a changed update
     */
    public <E> Update<T> append(ListPath<T, E> path, List<E> elements) {
        AttributeValue dumped = required(path, path.type(), elements);
        return and(Kind.APPEND, path, dumped, elements);
    }

    /**
     * Adds elements before those of a list; an absent one counts as empty.
     *
     * <p>If a response is lost, the SDK sends the update again and prepends a second time, unless it is sent
     * {@link #once()}.
     *
     * @param <E> the Java type of the elements
     * @param path a column, or a place inside of one
     * @param elements the elements, in order
     * @return a changed update
     */
    public <E> Update<T> prepend(ListPath<T, E> path, List<E> elements) {
        AttributeValue dumped = required(path, path.type(), elements);
        return and(Kind.PREPEND, path, dumped, elements);
    }

    /**
     * Removes a column from the item, or a place inside of one.
     *
     * @param path a column that is no key, or a place inside of one
     * @return a changed update
     */
    public Update<T> remove(Path<T, ?> path) {
        return and(Kind.REMOVE, path, null, null);
    }

    /**
     * Adds to a number; an absent one counts as zero.
     *
     * <p>If a response is lost, the SDK sends the update again and adds a second time, unless it is sent {@link #once()}.
     *
     * @param <N> the Java type of the number
     * @param path a column that is no key, or a place inside of one
     * @param number what to add; a negative number subtracts
     * @return a changed update
     */
    public <N extends Number> Update<T> add(NumberPath<T, N> path, N number) {
        AttributeValue dumped = required(path, path.type(), number);
        return and(Kind.ADD, path, dumped, number);
    }

    /**
     * Adds elements to a set; an absent one counts as empty.
     *
     * @param <E> the Java type of the elements
     * @param path a column, or a place inside of one
     * @param elements the elements, at least one
     * @return a changed update
     */
    public <E> Update<T> add(SetPath<T, E> path, Set<E> elements) {
        AttributeValue dumped = required(path, path.type(), elements);
        return and(Kind.ADD, path, dumped, elements);
    }

    /**
     * Deletes elements from a set.
     *
     * @param <E> the Java type of the elements
     * @param path a column, or a place inside of one
     * @param elements the elements, at least one
     * @return a changed update
     */
    public <E> Update<T> delete(SetPath<T, E> path, Set<E> elements) {
        AttributeValue dumped = required(path, path.type(), elements);
        return and(Kind.DELETE, path, dumped, elements);
    }

    /**
     * Updates only if the item meets a condition.
     *
     * @param condition the condition, joined by "and" with those before
     * @return a changed update
     */
    public Update<T> onlyIf(Condition<T> condition) {
        return new Update<>(writes, key, actions, options.with(WriteOptions.onlyIf(condition)));
    }

    /**
     * Returns the existing item with the exception if the condition is not met.
     *
     * @return a changed update
     */
    public Update<T> returnExistingOnFailure() {
        return new Update<>(writes, key, actions, options.with(WriteOptions.returnExisting()));
    }

    /**
     * Applies the update exactly once, even if a response is lost and the SDK tries again; {@code add} and {@code
     * append} would otherwise be applied a second time.
     *
     * <p>See {@link WriteOptions#once()} for how it works and what it costs. {@link #returnNew()} and {@link
     * #returnOld()} are refused then, since a transaction returns no values.
     *
     * @return a changed update
     */
    public Update<T> once() {
        return new Update<>(writes, key, actions, options.with(WriteOptions.once()));
    }

    private <V> AttributeValue required(Path<T, ?> path, Type<V> type, V value) {
        AttributeValue dumped = dump(path, type, value);
        if (dumped == null) {
            throw new InvalidWrite(
                    "update",
                    key.toString(),
                    "needs a " + type + " for '" + path.name()
                            + "' that says something, which null and an empty set do not; give one, or leave the action out.");
        }
        return dumped;
    }

    private <V> @Nullable AttributeValue dump(Path<T, ?> path, Type<V> type, @Nullable V value) {
        try {
            AttributeValue dumped = AttributeValues.dump(type, value);
            if (path.place() instanceof Column<T, ?> column) {
                key.model().internals().requireKeyable(column, dumped);
            }
            return dumped;
        } catch (InvalidValue ex) {
            throw ex.at(key.model().name(), key.toString(), path.name());
        } catch (MappingFailed ex) {
            throw ex.at(key.model().name(), key.toString(), path.name());
        }
    }

    private Update<T> and(Kind kind, Path<T, ?> path, @Nullable AttributeValue operand, @Nullable Object value) {
        return and(new WrittenAction<>(kind, path, operand, null, value));
    }

    private Update<T> and(WrittenAction<T> action) {
        Path<T, ?> path = action.path();
        if (path instanceof KeyColumn<T, ?> && key.attributes().containsKey(path.attribute())) {
            throw new InvalidWrite(
                    "update",
                    key.toString(),
                    "writes " + path + ", which is a key, and keys never change; insert the object under its "
                            + "new key, and delete the old one.");
        }
        if (path.place() instanceof Column<?, ?> column && column.isVersion()) {
            throw new InvalidWrite(
                    "update",
                    key.toString(),
                    "writes " + path + ", which is the version that every update moves by one; leave it out, "
                            + "and ask for one with onlyIf().");
        }
        UpdateCheck.check(key, actions, action);
        List<WrittenAction<T>> more = new ArrayList<>(actions);
        more.add(action);
        return new Update<>(writes, key, List.copyOf(more), options);
    }

    /**
     * Sends the update.
     *
     * @throws InvalidWrite if the update has no action
     * @throws io.bloop.request.ConstraintViolation if the condition is not met
     */
    public void run() {
        send(null);
    }

    /**
     * Sends the update and returns the item after it.
     *
     * @return a new object
     * @throws InvalidWrite if the update has no action
     * @throws io.bloop.request.ConstraintViolation if the condition is not met
     */
    public T returnNew() {
        T object = read(send(ReturnValue.ALL_NEW));
        writes.get().bound().events().afterLoad(object);
        return object;
    }

    /**
     * Sends the update and returns the item before it.
     *
     * @return a new object, or empty if there was no item
     * @throws InvalidWrite if the update has no action
     * @throws io.bloop.request.ConstraintViolation if the condition is not met
     */
    public Optional<T> returnOld() {
        Map<String, AttributeValue> old = send(ReturnValue.ALL_OLD);
        return old.isEmpty() ? Optional.empty() : Optional.of(read(old));
    }

    private T read(Map<String, AttributeValue> item) {
        BoundModel<T> bound = writes.get().bound();
        return bound.mapping().read(item, bound);
    }

    private Map<String, AttributeValue> send(@Nullable ReturnValue returned) {
        if (options.isOnce() && returned != null) {
            throw new InvalidWrite(
                    "update",
                    key.toString(),
                    "is to be sent once, by a transaction, which returns no "
                            + "values; call run() and load the item, or leave once() out.");
        }
        Writes<T> sender = writes.get();
        return sender.send(prepare(sender.bound(), returned));
    }

    /**
     * Freezes the update, after listeners were called.
     *
     * @param bound the bound model
     * @param returned the values to return, or null
     * @return the write
     */
    public Write<T> prepare(BoundModel<T> bound, @Nullable ReturnValue returned) {
        if (actions.isEmpty()) {
            throw new InvalidWrite(
                    "update",
                    key.toString(),
                    "has no action, and would create an item of its "
                            + "key alone; add one, such as set(), or check a condition in a transaction.");
        }
        UpdateCheck.computed(key, actions);
        List<WrittenAction<T>> all = UpdatedKeys.complete(key, bound.mapping().keyParts(), actions);
        bound.events().beforeUpdate(key, known());
        return new UpdateWrite<>(bound, key, all, options, bound.signature(), returned);
    }

    /**
     * Returns the key of the item.
     *
     * @return the key
     */
    public Key<T> key() {
        return key;
    }

    /**
     * Returns the condition that the item has to meet.
     *
     * @return the condition, perhaps empty
     */
    public Condition<T> condition() {
        return options.condition();
    }

    /**
     * Returns the actions whose values are known before DynamoDB applies the update.
     *
     * @return the actions, in order
     */
    public List<UpdateAction<T>> known() {
        List<UpdateAction<T>> known = new ArrayList<>();
        for (WrittenAction<T> action : actions) {
            UpdateAction<T> one = action.known();
            if (one != null) {
                known.add(one);
            }
        }
        return known;
    }
}
