package io.bloop.migration;

import io.bloop.BloopException;
import io.bloop.InvalidArgument;
import io.bloop.bound.internal.BoundModel;
import io.bloop.model.Key;
import io.bloop.transaction.internal.Models;
import io.bloop.type.AttributeValues;
import io.bloop.type.StoredItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a migration does to one item, before anything is written: the change that was checked, or why there is none.
 *
 * @param item the item as it was read
 * @param change the change
 * @param isPassed whether the function was not asked about the item
 */
record PlannedChange<T>(MigratedItem<T> item, ItemChange<T> change, boolean isPassed) {

    /** Makes the plans of one migration. Thread-safe. */
    static final class Planner<T> {

        private final ItemMigration<T> migration;
        private final BoundModel<T> bound;
        private final Models models;

        Planner(ItemMigration<T> migration, BoundModel<T> bound, Models models) {
            this.migration = migration;
            this.bound = bound;
            this.models = models;
        }

        String id() {
            return migration.id();
        }

        BoundModel<T> bound() {
            return bound;
        }

        Key<T> key(Map<String, AttributeValue> attributes) {
            return bound.mapping().itemKey(attributes);
        }

        /**
         * Plans one item.
         *
         * @throws MigrationFailed if the item cannot be migrated
         */
        PlannedChange<T> plan(Map<String, AttributeValue> attributes) {
            MigratedItem<T> item = new MigratedItem<>(bound, attributes);
            if (!isTaken(attributes)) {
                return new PlannedChange<>(item, item.unchanged(), true);
            }
            ItemChange<T> change = change(item);
            if (!change.isEmpty()) {
                require(item, change);
            }
            return new PlannedChange<>(item, change, false);
        }

        private boolean isTaken(Map<String, AttributeValue> attributes) {
            StoredItem stored = StoredItem.of(attributes);
            return bound.claim().admits(stored)
                    || migration.takesUnclaimed() && !bound.claim().isOfAnother(stored);
        }

        /** Asks the function; an item that has the mark of the migration is not changed again. */
        private ItemChange<T> change(MigratedItem<T> item) {
            Optional<String> mark = migration.mark();
            AttributeValue marks = mark.map(item.attributes()::get).orElse(null);
            if (marks != null && marks.ss().contains(migration.id())) {
                return item.unchanged();
            }
            ItemChange<T> change = ask(item);
            if (change.isEmpty() || change.move() != null || mark.isEmpty()) {
                return change;
            }
            if (marks != null && marks.nul() == null && !marks.hasSs()) {
                throw failed(
                        item,
                        "the mark belongs into attribute '" + mark.get()
                                + "', which holds something else than a set of strings. Give the migration a mark of "
                                + "another name.");
            }
            return change.marked(mark.get(), migration.id());
        }

        private ItemChange<T> ask(MigratedItem<T> item) {
            String key = item.key().toString();
            try {
                ItemChange<T> change = InvalidArgument.required(
                        migration.migrate(item), "migrate()", "its result", "a change, such as item.unchanged()");
                return change.move() == null ? change.withComputed() : change;
            } catch (BloopException ex) {
                throw MigrationFailed.of(migration.id(), key, ex);
            } catch (RuntimeException ex) {
                throw MigrationFailed.ofCode(migration.id(), key, "the function", ex);
            }
        }

        private MigrationFailed failed(MigratedItem<T> item, String reason) {
            return MigrationFailed.of(migration.id(), item.key().toString(), reason);
        }

        private void require(MigratedItem<T> item, ItemChange<T> change) {
            ItemChange.Move<?> move = change.move();
            if (move == null) {
                requireRepeatable(item, change.after());
            } else {
                requireLossless(item, move);
                requireRepeatable(item, move);
            }
        }

        /** Asks the function about its own result, as it will be asked if this process dies after the write. */
        private void requireRepeatable(MigratedItem<T> item, Map<String, AttributeValue> after) {
            if (isTaken(after) && !change(new MigratedItem<>(bound, after)).isEmpty()) {
                throw failed(
                        item,
                        "the function is not repeatable: it would change the item that it has changed again. Return "
                                + "unchanged() for such an item, or give the migration a mark.");
            }
        }

        private <N> void requireRepeatable(MigratedItem<T> item, ItemChange.Move<N> move) {
            BoundModel<N> target = models.of(move.model());
            if (target.tableName().equals(bound.tableName())) {
                Map<String, AttributeValue> moved = moved(item, move);
                if (key(moved).equals(item.key())) {
                    throw failed(item, "the function moves the item to the key that it has; use set().");
                }
                requireRepeatable(item, moved);
            }
        }

        private <N> Map<String, AttributeValue> moved(MigratedItem<T> item, ItemChange.Move<N> move) {
            try {
                return models.of(move.model()).mapping().item(move.object());
            } catch (BloopException ex) {
                throw MigrationFailed.of(migration.id(), item.key().toString(), ex);
            }
        }

        private void requireLossless(MigratedItem<T> item, ItemChange.Move<?> move) {
            TreeSet<String> lost = new TreeSet<>(item.attributes().keySet());
            bound.definition().columns().forEach(column -> lost.remove(column.attribute()));
            lost.removeAll(bound.claim().attributes());
            migration.mark().ifPresent(lost::remove);
            lost.removeAll(move.dropped());
            if (!lost.isEmpty()) {
                throw failed(
                        item,
                        "the move would lose attributes that the model does not know: " + lost
                                + ". Add them to both models, or name them in dropping().");
            }
        }

        /** Says what a change would do. */
        ItemDifference difference(PlannedChange<T> planned) {
            ItemChange.Move<?> move = planned.change().move();
            if (move != null) {
                return new ItemDifference(
                        planned.item().key().toString(), List.of(), List.of(), target(planned.item(), move));
            }
            Map<String, AttributeValue> before = planned.item().attributes();
            Map<String, AttributeValue> after = planned.change().after();
            TreeMap<String, AttributeValue> set = new TreeMap<>(after);
            set.entrySet().removeIf(entry -> isSame(before.get(entry.getKey()), entry.getValue()));
            TreeSet<String> removed = new TreeSet<>(before.keySet());
            removed.removeAll(after.keySet());
            return new ItemDifference(
                    planned.item().key().toString(), List.copyOf(set.keySet()), List.copyOf(removed), null);
        }

        private static boolean isSame(@Nullable AttributeValue before, AttributeValue after) {
            return before != null && AttributeValues.areSame(before, after);
        }

        private <N> String target(MigratedItem<T> item, ItemChange.Move<N> move) {
            BoundModel<N> target = models.of(move.model());
            return target.mapping().itemKey(moved(item, move)) + " in table '" + target.tableName() + "'";
        }
    }
}
