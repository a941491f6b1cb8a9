package io.bloop.migration;

import io.bloop.BloopException;
import io.bloop.bound.internal.BoundModel;
import io.bloop.expression.Condition;
import io.bloop.model.Key;
import io.bloop.request.internal.Backoff;
import io.bloop.request.internal.Requests;
import io.bloop.transaction.internal.Models;
import io.bloop.write.WriteOptions;
import io.bloop.write.internal.Write;
import io.bloop.write.internal.WriteGroup;
import io.bloop.write.internal.Writes;
import io.bloop.write.internal.WrittenAction;
import io.bloop.write.internal.WrittenAction.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Writes planned changes, each only if its item still is as it was read. Thread-safe. */
final class ItemWriter<T> {

    private final String id;
    private final BoundModel<T> bound;
    private final Models models;
    private final Requests requests;

    ItemWriter(String id, BoundModel<T> bound, Models models, Requests requests) {
        this.id = id;
        this.bound = bound;
        this.models = models;
        this.requests = requests;
    }

    /**
     * Writes a change.
     *
     * @return false if the item is another one by now; then nothing was written
     * @throws io.bloop.request.ConstraintViolation as false, where an attempt may have been applied
     * @throws MigrationFailed if the change cannot be written whatever the item is
     */
    boolean write(PlannedChange<T> planned) {
        ItemChange.Move<?> move = planned.change().move();
        if (move != null) {
            return move(planned.item(), move, false);
        }
        Map<String, ItemChange.Action<T>> actions = planned.change().effective();
        Condition<T> unchanged = new UnchangedItem<>(bound.definition(), planned.item(), actions.keySet()).condition();
        List<WrittenAction<T>> written = actions.values().stream()
                .map(action -> new WrittenAction<>(
                        action.stored() == null ? Kind.REMOVE : Kind.SET,
                        action.path(),
                        action.stored(),
                        null,
                        action.given()))
                .toList();
        Write<T> write = prepared(
                planned.item(), () -> Write.updateAsRead(bound, planned.item().key(), written, unchanged));
        write.settle(new Writes<>(requests, bound).send(write));
        return true;
    }

    private <N> boolean move(MigratedItem<T> item, ItemChange.Move<N> move, boolean exists) {
        Key<T> key = item.key();
        Condition<T> unchanged = new UnchangedItem<>(bound.definition(), item, item.asked()).wholeCondition();
        if (unchanged == null) {
            throw MigrationFailed.of(
                    id,
                    key.toString(),
                    "the item has more attributes than a condition of DynamoDB can compare, so that a concurrent "
                            + "write could be lost; move it when nothing else writes.");
        }
        BoundModel<N> target = models.of(move.model());
        Write<N> arrival = prepared(
                item,
                () -> exists
                        ? Write.check(
                                target,
                                move.object(),
                                WriteOptions.onlyIf(move.model().hashKey().exists()))
                        : Write.insert(target, move.object(), WriteOptions.none()));
        Write<T> departure = prepared(item, () -> Write.deleteAsRead(bound, key, unchanged));
        WriteGroup group = new WriteGroup(requests, List.of(arrival, departure), Backoff::new);
        try {
            group.send();
        } catch (TransactionCanceledException ex) {
            return refused(item, move, exists, group.reasons(ex), ex);
        }
        arrival.settle(Map.of());
        departure.settle(Map.of());
        return true;
    }

    /** Prepares a write; what a listener throws, such as one that validates, is the item's failure. */
    private <W> Write<W> prepared(MigratedItem<T> item, Supplier<Write<W>> write) {
        String key = item.key().toString();
        try {
            return write.get();
        } catch (BloopException ex) {
            throw MigrationFailed.of(id, key, ex);
        } catch (RuntimeException ex) {
            throw MigrationFailed.ofCode(id, key, "a listener", ex);
        }
    }

    private <N> boolean refused(
            MigratedItem<T> item,
            ItemChange.Move<N> move,
            boolean exists,
            List<WriteGroup.Reason> reasons,
            TransactionCanceledException cancelled) {
        boolean unmet = !reasons.isEmpty()
                && reasons.stream()
                        .allMatch(reason -> WriteGroup.isUnmet(
                                Objects.toString(reason.reason().code(), "")));
        if (!unmet) {
            throw requests.failure("TransactWriteItems", bound.target(null), cancelled);
        }
        boolean isTaken = reasons.size() == 1 && reasons.get(0).place() == 0 && !exists;
        if (isTaken && move.keepsExisting()) {
            return move(item, move, true);
        }
        if (isTaken) {
            throw MigrationFailed.of(
                    id,
                    item.key().toString(),
                    "there is an item under the new key "
                            + reasons.get(0).write().key()
                            + ". Give each item a key of its own, or call keepingExisting().");
        }
        return false;
    }
}
