package io.bloop.migration;

import io.bloop.InvalidArgument;
import io.bloop.bound.internal.BoundModel;
import io.bloop.expression.Path;
import io.bloop.model.Key;
import io.bloop.model.ModelDefinition;
import io.bloop.type.StoredItem;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One item as a migration has read it, and where its change begins.
 *
 * <p>A change is written only if the item still is what was read. Valid while the function of the migration runs; not
 * thread-safe.
 *
 * @param <T> the class of the model's objects
 * @since 0.1.0
 */
public final class MigratedItem<T> {

    private final BoundModel<T> bound;
    private final Map<String, AttributeValue> attributes;
    private final Set<String> asked = new HashSet<>();
    private @Nullable T object;

    MigratedItem(BoundModel<T> bound, Map<String, AttributeValue> attributes) {
        this.bound = bound;
        this.attributes = Map.copyOf(attributes);
    }

    /**
     * Returns the item as an object of the model. Changing the object changes nothing.
     *
     * @return the object
     * @throws io.bloop.request.ForeignItem if the model does not claim the item
     * @throws io.bloop.type.InvalidValue if an attribute does not fit its column
     */
    public T object() {
        T read = object;
        if (read == null) {
            StoredItem stored = StoredItem.of(attributes);
            bound.claim().require(stored);
            read = bound.mapping().read(stored, null, bound);
            bound.events().afterLoad(read);
            object = read;
            bound.definition().columns().forEach(column -> asked.add(column.attribute()));
        }
        return read;
    }

    /**
     * Returns the item as it is stored.
     *
     * @return all attributes by name
     */
    public Map<String, AttributeValue> attributes() {
        return attributes;
    }

    /**
     * Returns an attribute as it is stored, whether the model knows it or not.
     *
     * @param name the name of the attribute as it is stored
     * @return the value; empty where the attribute is absent or an explicit NULL
     */
    public Optional<AttributeValue> attribute(String name) {
        asked.add(InvalidArgument.required(name, "attribute()", "name", "the name of an attribute"));
        return Optional.ofNullable(attributes.get(name)).filter(value -> value.nul() == null);
    }

    /**
     * Returns the key of the item.
     *
     * @return the key
     */
    public Key<T> key() {
        return bound.mapping().itemKey(attributes);
    }

    /**
     * Tells whether the item belongs to the model.
     *
     * @return false for an item that no bound model of the table claims
     */
    public boolean isClaimed() {
        return bound.claim().admits(StoredItem.of(attributes));
    }

    /**
     * Leaves the item as it is.
     *
     * @return no change
     */
    public ItemChange<T> unchanged() {
        return ItemChange.none(bound, attributes);
    }

    /**
     * Sets a column, like {@link ItemChange#set(Path, Object)}.
     *
     * @param <V> the Java type of the values
     * @param column a column that is neither a key nor the version
     * @param value its new value; null, like an empty set, removes the attribute
     * @return a change
     */
    public <V> ItemChange<T> set(Path<T, V> column, @Nullable V value) {
        return unchanged().set(column, value);
    }

    /**
     * Sets an attribute in its stored form, like {@link ItemChange#set(String, AttributeValue)}.
     *
     * @param attribute the name of the attribute as it is stored
     * @param value the value
     * @return a change
     */
    public ItemChange<T> set(String attribute, AttributeValue value) {
        return unchanged().set(attribute, value);
    }

    /**
     * Removes a column, like {@link ItemChange#remove(Path)}.
     *
     * @param column a column that is neither a key nor the version
     * @return a change
     */
    public ItemChange<T> remove(Path<T, ?> column) {
        return unchanged().remove(column);
    }

    /**
     * Removes an attribute, like {@link ItemChange#remove(String)}.
     *
     * @param attribute the name of the attribute as it is stored
     * @return a change
     */
    public ItemChange<T> remove(String attribute) {
        return unchanged().remove(attribute);
    }

    /**
     * Renames an attribute, like {@link ItemChange#rename}.
     *
     * @param from the name of the attribute now
     * @param to its new name
     * @return a change
     */
    public ItemChange<T> rename(String from, String to) {
        return unchanged().rename(from, to);
    }

    /**
     * Makes an item that nobody claims an item of the model, like {@link ItemChange#claim}.
     *
     * @return a change
     */
    public ItemChange<T> claim() {
        return unchanged().claim();
    }

    /**
     * Stores the computed columns again, like {@link ItemChange#recompute}.
     *
     * @return a change
     */
    public ItemChange<T> recompute() {
        return unchanged().recompute();
    }

    /**
     * Moves the item to another table, or to another key: deletes it and inserts another one, in one transaction.
     *
     * <p>Refused are the attributes that the model does not know, since they would be lost, unless they are
     * {@linkplain ItemChange#dropping dropped}. An item under the new key is a failure, unless it is
     * {@linkplain ItemChange#keepingExisting kept}. A move into the same table has to be repeatable: the function sees the
     * new item too.
     *
     * @param <N> the class of the other model's objects
     * @param model the model of the new item, which may be this one
     * @param moved the new item as an object
     * @return a change that consists of the move alone
     */
    public <N> ItemChange<T> move(ModelDefinition<N> model, N moved) {
        return ItemChange.move(
                bound,
                attributes,
                InvalidArgument.required(model, "move()", "model", "the model of the new item"),
                InvalidArgument.required(moved, "move()", "moved", "the new item as an object"));
    }

    /** Returns the names that the function has read, one by one or in an object. */
    Set<String> asked() {
        return asked;
    }
}
