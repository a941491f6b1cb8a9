package io.bloop.migration;

import io.bloop.InvalidArgument;
import io.bloop.bound.internal.BoundModel;
import io.bloop.expression.Path;
import io.bloop.mapping.internal.AttributePath;
import io.bloop.model.Column;
import io.bloop.model.Discriminator;
import io.bloop.model.ModelDefinition;
import io.bloop.type.AttributeValues;
import io.bloop.type.InvalidValue;
import io.bloop.type.MappingFailed;
import io.bloop.type.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a migration changes in one item: attributes that are set and removed, or a move.
 *
 * <p>Values are computed by the function from the item that it has read, since the change is written only if the item
 * is still the same. Immutable: each method returns another change. An action that leaves the item as it is counts as
 * none.
 *
 * @param <T> the class of the model's objects
 * @since 0.1.0
 */
public final class ItemChange<T> {

    private final BoundModel<T> bound;
    private final Map<String, AttributeValue> before;
    private final Map<String, Action<T>> actions;
    private final boolean claims;
    private final boolean recomputes;
    private final @Nullable Move<?> move;

    /**
     * One attribute that is set or removed.
     *
     * @param path the column, or the attribute that is none
     * @param stored the value as it is stored; null to remove
     * @param given the value for listeners, or null
     */
    record Action<T>(
            Path<T, ?> path,
            @Nullable AttributeValue stored,
            @Nullable Object given) {}

    /**
     * Where the item goes to.
     *
     * @param keepsExisting whether an item under the new key is left as it is
     * @param dropped attributes that the move may lose
     */
    record Move<N>(ModelDefinition<N> model, N object, boolean keepsExisting, Set<String> dropped) {

        private Move<N> keeping() {
            return new Move<>(model, object, true, dropped);
        }

        private Move<N> dropping(List<String> attributes) {
            Set<String> more = new HashSet<>(dropped);
            more.addAll(attributes);
            return new Move<>(model, object, keepsExisting, Set.copyOf(more));
        }
    }

    private ItemChange(
            BoundModel<T> bound,
            Map<String, AttributeValue> before,
            Map<String, Action<T>> actions,
            boolean claims,
            boolean recomputes,
            @Nullable Move<?> move) {
        this.bound = bound;
        this.before = before;
        this.actions = actions;
        this.claims = claims;
        this.recomputes = recomputes;
        this.move = move;
    }

    static <T> ItemChange<T> none(BoundModel<T> bound, Map<String, AttributeValue> before) {
        return new ItemChange<>(bound, before, Map.of(), false, false, null);
    }

    static <T, N> ItemChange<T> move(
            BoundModel<T> bound, Map<String, AttributeValue> before, ModelDefinition<N> model, N object) {
        return new ItemChange<>(bound, before, Map.of(), false, false, new Move<>(model, object, false, Set.of()));
    }

    /**
     * Sets a column.
     *
     * @param <V> the Java type of the values
     * @param column a column that is neither a key nor the version
     * @param value its new value; null, like an empty set, removes the attribute
     * @return a changed change
     * @throws InvalidMigration if it is no such column
     */
    public <V> ItemChange<T> set(Path<T, V> column, @Nullable V value) {
        Column<T, ?> checked = column(InvalidArgument.required(column, "set()", "column", "a column of the model"));
        return and(checked.attribute(), new Action<>(checked, dump(checked, column.type(), value), value));
    }

    private <V> @Nullable AttributeValue dump(Column<T, ?> column, Type<V> type, @Nullable V value) {
        try {
            AttributeValue dumped = AttributeValues.dump(type, value);
            bound.definition().internals().requireKeyable(column, dumped);
            return dumped;
        } catch (InvalidValue ex) {
            throw ex.at(bound.definition().name(), key(), column.name());
        } catch (MappingFailed ex) {
            throw ex.at(bound.definition().name(), key(), column.name());
        }
    }

    /**
     * Sets an attribute as it is stored.
     *
     * @param attribute the name of the attribute as it is stored, whether the model knows it or not
     * @param value the value
     * @return a changed change
     * @throws InvalidMigration if it is a key, the version or the discriminator
     */
    public ItemChange<T> set(String attribute, AttributeValue value) {
        return put(attribute, InvalidArgument.required(value, "set()", "value", "an attribute value"));
    }

    /**
     * Removes a column.
     *
     * @param column a column that is neither a key nor the version
     * @return a changed change
     * @throws InvalidMigration if it is no such column
     */
    public ItemChange<T> remove(Path<T, ?> column) {
        return remove(column(InvalidArgument.required(column, "remove()", "column", "a column of the model"))
                .attribute());
    }

    /**
     * Removes an attribute.
     *
     * @param attribute the name of the attribute as it is stored, whether the model knows it or not
     * @return a changed change
     * @throws InvalidMigration if it is a key, the version or the discriminator
     */
    public ItemChange<T> remove(String attribute) {
        return put(attribute, null);
    }

    /**
     * Renames an attribute; where both are there, the one of the new name is kept, and the other one removed.
     *
     * @param from the name of the attribute now; where it is absent, nothing is changed
     * @param to its new name
     * @return a changed change
     * @throws InvalidMigration if one is a key, the version or the discriminator
     */
    public ItemChange<T> rename(String from, String to) {
        ItemChange<T> removed = remove(from);
        AttributeValue value = before.get(from);
        boolean moves = value != null && value.nul() == null && !isThere(to);
        return moves ? removed.put(to, value) : removed;
    }

    private boolean isThere(String attribute) {
        AttributeValue there = before.get(attribute);
        return there != null && there.nul() == null;
    }

    /**
     * Makes an item that nobody claims an item of the model: writes the discriminator where the item has none.
     *
     * @return a changed change
     * @throws InvalidMigration if the model has no discriminator
     */
    public ItemChange<T> claim() {
        requireNoMove("claim()");
        if (discriminator() == null) {
            throw InvalidMigration.of(
                    bound, "calls claim(), and the model has no discriminator to write; declare one.");
        }
        return new ItemChange<>(bound, before, actions, true, recomputes, null);
    }

    /**
     * Stores again what the model computes from other columns, such as the keys of a new index.
     *
     * <p>What is computed from a column that the change sets is stored again anyway.
     *
     * @return a changed change
     */
    public ItemChange<T> recompute() {
        requireNoMove("recompute()");
        return new ItemChange<>(bound, before, actions, claims, true, null);
    }

    /**
     * Leaves an item that is under the new key as it is, and deletes the old one.
     *
     * @return a changed move
     * @throws InvalidMigration if this is no move
     */
    public ItemChange<T> keepingExisting() {
        return with(requireMove("keepingExisting()").keeping());
    }

    /**
     * Lets a move lose attributes that the model does not know.
     *
     * @param attributes the names of attributes as they are stored
     * @return a changed move
     * @throws InvalidMigration if this is no move
     */
    public ItemChange<T> dropping(String... attributes) {
        return with(requireMove("dropping()").dropping(List.of(attributes)));
    }

    private ItemChange<T> with(Move<?> changed) {
        return new ItemChange<>(bound, before, actions, false, false, changed);
    }

    private Move<?> requireMove(String method) {
        if (move == null) {
            throw InvalidMigration.of(bound, "calls " + method + " of a change that is no move; begin with move().");
        }
        return move;
    }

    private void requireNoMove(String method) {
        if (move != null) {
            throw InvalidMigration.of(bound, "calls " + method + " of a move; give move() the object as it has to be.");
        }
    }

    private Column<T, ?> column(Path<T, ?> path) {
        Column<T, ?> column = Column.of(path);
        if (column.model() != bound.definition()) {
            throw InvalidMigration.of(
                    bound, "names " + column.qualifiedName() + ", which is of another model; name its own columns.");
        }
        return column;
    }

    private ItemChange<T> put(String attribute, @Nullable AttributeValue value) {
        InvalidArgument.required(attribute, value == null ? "remove()" : "set()", "attribute", "a name");
        Column<T, ?> column = bound.definition().findStoredColumn(attribute).orElse(null);
        return column == null
                ? and(attribute, new Action<>(new AttributePath<>(attribute), value, value))
                : and(attribute, new Action<>(column, value, value == null ? null : loaded(column, value)));
    }

    /** Returns a value for the listeners of updates, which know the columns. */
    private @Nullable Object loaded(Column<T, ?> column, AttributeValue value) {
        try {
            return AttributeValues.load(column.type(), value);
        } catch (InvalidValue ex) {
            throw ex.at(bound.definition().name(), key(), column.name());
        }
    }

    private ItemChange<T> and(String attribute, Action<T> action) {
        requireNoMove(action.stored() == null ? "remove()" : "set()");
        if (action.path() instanceof Column<T, ?> column && column.isKey()) {
            throw InvalidMigration.of(
                    bound, "changes '" + column.name() + "', which is a key, and keys never change; use move().");
        }
        if (action.path() instanceof Column<T, ?> column && column.isVersion()) {
            throw InvalidMigration.of(
                    bound,
                    "changes '" + column.name() + "', which is the version, and every write moves it; leave it out.");
        }
        if (action.path() instanceof Column<T, ?> column) {
            requireNoInputOfKey(column);
        }
        Discriminator discriminator = discriminator();
        if (discriminator != null && discriminator.attribute().equals(attribute)) {
            throw InvalidMigration.of(
                    bound, "changes '" + attribute + "', which is the discriminator; use claim() to write it.");
        }
        Map<String, Action<T>> more = new LinkedHashMap<>(actions);
        more.remove(attribute);
        more.put(attribute, action);
        return new ItemChange<>(bound, before, more, claims, recomputes, null);
    }

    private void requireNoInputOfKey(Column<T, ?> column) {
        if (!column.inputs().isEmpty()) {
            throw InvalidMigration.of(
                    bound,
                    "changes '" + column.name() + "', which is computed from "
                            + column.inputs().stream().map(Column::name).toList()
                            + "; change these, or call recompute().");
        }
        for (Column<T, ?> key : bound.definition().keys()) {
            if (key.inputs().contains(column)) {
                throw InvalidMigration.of(
                        bound,
                        "changes '" + column.name() + "', from which the key '" + key.name()
                                + "' is computed, and keys never change; use move().");
            }
        }
    }

    private @Nullable Discriminator discriminator() {
        return bound.definition().claim() instanceof Discriminator found ? found : null;
    }

    private String key() {
        return bound.mapping().itemKey(before).toString();
    }

    /** Returns the move; null where the item stays where it is. */
    @Nullable
    Move<?> move() {
        return move;
    }

    /** Returns the attributes whose values change, in the order in which they were given. */
    Map<String, Action<T>> effective() {
        Map<String, Action<T>> effective = new LinkedHashMap<>();
        actions.forEach((attribute, action) -> {
            AttributeValue there = before.get(attribute);
            boolean same = action.stored() == null || there == null
                    ? action.stored() == there
                    : AttributeValues.areSame(there, action.stored());
            if (!same) {
                effective.put(attribute, action);
            }
        });
        return effective;
    }

    /** Tells whether the discriminator is what changes. */
    private boolean marks() {
        Discriminator discriminator = discriminator();
        return discriminator != null && !before.containsKey(discriminator.attribute());
    }

    /** Tells whether the item stays as it is. */
    boolean isEmpty() {
        return move == null && effective().isEmpty() && !(claims && marks());
    }

    /** Returns the item as it is after the change, except for what the engine itself writes of versions and times. */
    Map<String, AttributeValue> after() {
        Map<String, AttributeValue> after = new HashMap<>(before);
        effective().forEach((attribute, action) -> {
            if (action.stored() == null) {
                after.remove(attribute);
            } else {
                after.put(attribute, action.stored());
            }
        });
        Discriminator discriminator = discriminator();
        if (discriminator != null && !isEmpty()) {
            after.putIfAbsent(discriminator.attribute(), AttributeValue.createS(discriminator.value()));
        }
        return after;
    }

    /** Adds the columns that are computed from those that change, with their new values. */
    ItemChange<T> withComputed() {
        Set<Column<T, ?>> changed = new HashSet<>();
        effective().values().forEach(action -> {
            if (action.path() instanceof Column<T, ?> column) {
                changed.add(column);
            }
        });
        List<Column<T, ?>> computed = bound.definition().columns().stream()
                .filter(column -> recomputes && !column.inputs().isEmpty() && !column.isKey()
                        || column.inputs().stream().anyMatch(changed::contains))
                .toList();
        if (computed.isEmpty()) {
            return this;
        }
        T object = bound.mapping().read(after(), bound);
        Map<String, AttributeValue> item = bound.mapping().item(object);
        Map<String, Action<T>> more = new LinkedHashMap<>(actions);
        for (Column<T, ?> column : computed) {
            AttributeValue value = item.get(column.attribute());
            more.put(column.attribute(), new Action<>(column, value, value == null ? null : loaded(column, value)));
        }
        return new ItemChange<>(bound, before, more, claims, false, null);
    }

    /** Adds the mark of a migration. */
    ItemChange<T> marked(String attribute, String id) {
        AttributeValue there = before.get(attribute);
        Set<String> ids = new HashSet<>(there == null ? List.of() : there.ss());
        ids.add(id);
        return put(attribute, AttributeValue.createSs(List.copyOf(ids)));
    }
}
