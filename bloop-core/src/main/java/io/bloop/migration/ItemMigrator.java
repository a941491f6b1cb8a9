package io.bloop.migration;

import io.bloop.lease.internal.Control;
import io.bloop.model.Key;
import io.bloop.request.ConstraintViolation;
import io.bloop.request.ForeignItem;
import io.bloop.request.RequestFailed;
import io.bloop.request.internal.Requests;
import io.bloop.type.StoredItem;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/** Migrates one item after another: plans, waits for the rate, writes, and begins again where somebody else was faster. */
final class ItemMigrator<T> {

    /** An item that others write all the time is read again after a random part of this. */
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private static final int CONFLICTS_WITHOUT_PAUSE = 3;
    private static final int MOST_CONFLICTS = 1_000;

    /** What became of an item. */
    enum Outcome {
        CHANGED,
        UNCHANGED,
        PASSED
    }

    private final PlannedChange.Planner<T> planner;
    private final ItemWriter<T> writer;
    private final Requests requests;
    private final @Nullable WriteRate rate;
    private final Control control;

    ItemMigrator(
            PlannedChange.Planner<T> planner,
            ItemWriter<T> writer,
            Requests requests,
            @Nullable WriteRate rate,
            Control control) {
        this.planner = planner;
        this.writer = writer;
        this.requests = requests;
        this.rate = rate;
        this.control = control;
    }

    /**
     * Migrates an item.
     *
     * @param mayGoOn tells before each write whether this process may still write
     * @param conflict is told that somebody else has written the item meanwhile
     * @return what became of the item; null if the process may not go on
     * @throws MigrationFailed if the item cannot be migrated
     */
    @Nullable
    Outcome migrate(Map<String, AttributeValue> found, BooleanSupplier mayGoOn, Runnable conflict) {
        Key<T> key = planner.key(found);
        Map<String, AttributeValue> item = found;
        boolean perhapsChanged = false;
        int conflicts = 0;
        Attempts attempts = new Attempts(control);
        while (!item.isEmpty()) {
            PlannedChange<T> planned = planner.plan(item);
            if (planned.change().isEmpty()) {
                return perhapsChanged ? Outcome.CHANGED : planned.isPassed() ? Outcome.PASSED : Outcome.UNCHANGED;
            }
            if (!(rate == null || await(rate)) || !mayGoOn.getAsBoolean()) {
                return null;
            }
            try {
                if (writer.write(planned)) {
                    return Outcome.CHANGED;
                }
                conflict(key, ++conflicts, conflict);
            } catch (ConstraintViolation ex) {
                perhapsChanged |= ex.isPerhapsApplied();
                conflict(key, ++conflicts, conflict);
            } catch (ForeignItem ex) {
                conflict(key, ++conflicts, conflict);
            } catch (RequestFailed ex) {
                rethrow(key, ex);
                perhapsChanged = true;
                attempts.failed("Migrating " + key, ex);
            }
            Map<String, AttributeValue> again = again(key, mayGoOn);
            if (again == null) {
                return null;
            }
            item = again;
        }
        return perhapsChanged ? Outcome.CHANGED : Outcome.PASSED;
    }

    /** Waits until the rate allows a write; returns false if the run has to stop before. */
    private boolean await(WriteRate allowed) {
        return Boolean.TRUE.equals(new Attempts(control)
                .repeat(
                        "Asking the ledger of migration '" + planner.id() + "' for units",
                        () -> allowed.await(control)));
    }

    /** Passes on what is wrong with the item, since other items may be migrated. */
    private void rethrow(Key<?> key, RequestFailed failure) {
        if (Attempts.isRefused(failure)) {
            throw MigrationFailed.of(planner.id(), key.toString(), failure);
        }
    }

    private void conflict(Key<T> key, int conflicts, Runnable conflict) {
        conflict.run();
        if (conflicts >= MOST_CONFLICTS) {
            throw MigrationFailed.of(
                    planner.id(),
                    key.toString(),
                    "others have written the item before each of " + MOST_CONFLICTS
                            + " attempts to change it. Run the migration again when the item is written less often.");
        }
        if (conflicts > CONFLICTS_WITHOUT_PAUSE) {
            control.sleep(ThreadLocalRandom.current().nextLong(PAUSE));
        }
    }

    /** Reads an item again until there is a response; returns null if the process may not go on. */
    private @Nullable Map<String, AttributeValue> again(Key<T> key, BooleanSupplier mayGoOn) {
        Attempts attempts = new Attempts(control);
        Map<String, AttributeValue> item = null;
        while (item == null && mayGoOn.getAsBoolean()) {
            item = attempts.once("Reading " + key + " again", () -> read(key));
        }
        return item;
    }

    private Map<String, AttributeValue> read(Key<T> key) {
        try {
            return requests
                    .getItem(
                            planner.bound().target(null),
                            GetItemRequest.builder()
                                    .tableName(planner.bound().tableName())
                                    .key(key.attributes())
                                    .consistentRead(true))
                    .items()
                    .stream()
                    .findFirst()
                    .map(StoredItem::attributes)
                    .orElse(Map.of());
        } catch (RequestFailed ex) {
            rethrow(key, ex);
            throw ex;
        }
    }
}
