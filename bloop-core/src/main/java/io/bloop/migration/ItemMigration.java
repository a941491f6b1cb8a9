package io.bloop.migration;

import io.bloop.InvalidArgument;
import io.bloop.model.ModelDefinition;
import java.util.Optional;
import java.util.function.Function;

/**
 * A change of the items of one model's table, made once for all instances of an application.
 *
 * <p>The function sees each item as it is stored, and returns the change that the item needs, or none. It is called again for
 * an item that was changed by somebody else before the change was written, and for the last items of a process that was
 * killed. So it has to be <em>repeatable</em>: for an item that it has changed, it returns no change. {@code item.rename("u",
 * "target")} is repeatable, since a renamed item has no "u" any more; adding one to a number is not. A function whose items
 * do not show whether they were changed needs a {@linkplain #mark() mark}. The runner asks the function about the result
 * of every change before it writes the change, and refuses one that is not repeatable.
 *
 * <p>The function has to be thread-safe, and must not write: what it does beside returning a change may happen several times.
 *
 * @param <T> the class of the model's objects
 * @since 0.1.0
 */
public interface ItemMigration<T> {

    /**
     * Returns what the ledger knows the migration by.
     *
     * @return a text of letters, digits, dots, dashes and underscores, unique in the table of the ledger, and never used
     *     for another migration
     */
    String id();

    /**
     * Returns the model whose items are changed.
     *
     * @return the model
     */
    ModelDefinition<T> model();

    /**
     * Decides about one item.
     *
     * @param item the item as it was read
     * @return the change, or {@link MigratedItem#unchanged()}
     */
    ItemChange<T> migrate(MigratedItem<T> item);

    /**
     * Tells whether the function is asked about items that no bound model of the table claims, too.
     *
     * <p>Items of other models are never among them.
     *
     * @return false unless it is overridden: then the function sees the items of its model alone
     */
    default boolean takesUnclaimed() {
        return false;
    }

    /**
     * Returns the attribute that records in each item which migrations have changed it, a set of ids.
     *
     * <p>With a mark a migration is applied once to an item, whatever its function says of the changed item. The attribute
     * stays in the item, and a write that replaces the whole item removes it.
     *
     * @return the attribute; empty unless it is overridden, for functions that are repeatable
     */
    default Optional<String> mark() {
        return Optional.empty();
    }

    /**
     * Makes a migration of a function.
     *
     * @param <T> the class of the model's objects
     * @param id the migration's id
     * @param model the model
     * @param function decides about one item of the model
     * @return a migration without a mark
     */
    static <T> ItemMigration<T> of(
            String id, ModelDefinition<T> model, Function<MigratedItem<T>, ItemChange<T>> function) {
        return new FunctionMigration<>(
                id,
                model,
                InvalidArgument.required(function, "of()", "function", "a function of an item"),
                false,
                Optional.empty());
    }

    /**
     * Returns this migration for items, too, that no bound model of the table claims.
     *
     * @return another migration
     */
    default ItemMigration<T> withUnclaimed() {
        return new FunctionMigration<>(id(), model(), this::migrate, true, mark());
    }

    /**
     * Returns this migration with a mark in each item that it changes.
     *
     * @param attribute the attribute that holds the marks of all migrations, no column of the model
     * @return another migration
     */
    default ItemMigration<T> marking(String attribute) {
        return new FunctionMigration<>(
                id(),
                model(),
                this::migrate,
                takesUnclaimed(),
                Optional.of(InvalidArgument.required(attribute, "marking()", "attribute", "the name of an attribute")));
    }
}
