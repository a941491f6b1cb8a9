package io.bloop.migration;

import io.bloop.lease.internal.Control;
import io.bloop.model.Key;
import io.bloop.request.AccessDenied;
import io.bloop.request.ConstraintViolation;
import io.bloop.request.ExpressionTooLong;
import io.bloop.request.ForeignItem;
import io.bloop.request.InvalidRequest;
import io.bloop.request.ItemTooLarge;
import io.bloop.request.RequestFailed;
import io.bloop.request.RequestInterrupted;
import io.bloop.request.TableNotFound;
import io.bloop.request.internal.Requests;
import io.bloop.type.StoredItem;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/** Migrates one item after another: plans, waits for the rate, writes, and begins again where somebody else was faster. */
final class ItemMigrator<T> {

    private static final Logger LOG = LoggerFactory.getLogger(ItemMigrator.class);

    /** An item that others write all the time is read again after a random part of this. */
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private static final int CONFLICTS_WITHOUT_PAUSE = 3;
    private static final int MOST_CONFLICTS = 1_000;

    private static final long FIRST_WAIT = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(10);

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
        long wait = FIRST_WAIT;
        while (!item.isEmpty()) {
            PlannedChange<T> planned = planner.plan(item);
            if (planned.change().isEmpty()) {
                return perhapsChanged ? Outcome.CHANGED : planned.isPassed() ? Outcome.PASSED : Outcome.UNCHANGED;
            }
            if (!(rate == null || rate.await(control)) || !mayGoOn.getAsBoolean()) {
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
                LOG.warn("{} was not migrated; the next attempt follows.", key, ex);
                control.sleep(wait);
                wait = Math.min(wait * 2, LONGEST_WAIT);
            }
            Map<String, AttributeValue> again = again(key, mayGoOn);
            if (again == null) {
                return null;
            }
            item = again;
        }
        return perhapsChanged ? Outcome.CHANGED : Outcome.PASSED;
    }

    /** Passes on what another attempt does not change: what is wrong with the item, the account or the table. */
    private void rethrow(Key<?> key, RequestFailed failure) {
        if (failure instanceof InvalidRequest
                || failure instanceof ItemTooLarge
                || failure instanceof ExpressionTooLong) {
            throw MigrationFailed.of(planner.id(), key.toString(), failure);
        }
        if (isFinal(failure)) {
            throw failure;
        }
    }

    /** Tells whether the whole migration cannot go on, whatever the item. */
    static boolean isFinal(RequestFailed failure) {
        return failure instanceof AccessDenied
                || failure instanceof TableNotFound
                || failure instanceof RequestInterrupted;
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

    /** Reads an item again until there is an answer; returns null if the process may not go on. */
    private @Nullable Map<String, AttributeValue> again(Key<T> key, BooleanSupplier mayGoOn) {
        long wait = FIRST_WAIT;
        while (mayGoOn.getAsBoolean()) {
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
                LOG.warn("{} was not read again; the next attempt follows.", key, ex);
                control.sleep(wait);
                wait = Math.min(wait * 2, LONGEST_WAIT);
            }
        }
        return null;
    }
}
