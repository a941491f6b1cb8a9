package io.bloop.migration;

import io.bloop.lease.internal.Control;
import io.bloop.lease.internal.Lease;
import io.bloop.request.RequestFailed;
import io.bloop.type.StoredItem;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Migrates the items of one segment, one after another, for as long as its lease is held. Not thread-safe. */
final class SegmentWork<T> {

    private static final Logger LOG = LoggerFactory.getLogger(SegmentWork.class);

    /** A page takes long where the rate is low. */
    private static final long POSITION_INTERVAL = TimeUnit.SECONDS.toNanos(5);

    private final String name;
    private final SegmentPages pages;
    private final PlannedChange.Planner<T> planner;
    private final ItemMigrator<T> migrator;
    private final OnFailure onFailure;
    private final Lease<SegmentProgress> lease;
    private final BooleanSupplier isRunning;
    private final Attempts attempts;
    private final Tally tally;
    private long storedAt = System.nanoTime();

    /**
     * Creates the work at a segment that goes on where its lease says.
     *
     * @param name names migration and segment in the log
     * @param isRunning tells whether the migration has not been paused or stopped
     */
    SegmentWork(
            String name,
            SegmentPages pages,
            PlannedChange.Planner<T> planner,
            ItemMigrator<T> migrator,
            OnFailure onFailure,
            Lease<SegmentProgress> lease,
            BooleanSupplier isRunning,
            Control control) {
        this.name = name;
        this.pages = pages;
        this.planner = planner;
        this.migrator = migrator;
        this.onFailure = onFailure;
        this.lease = lease;
        this.isRunning = isRunning;
        this.attempts = new Attempts(control);
        SegmentProgress from = lease.progress();
        this.tally = new Tally(from == null ? SegmentProgress.NONE : from);
    }

    /**
     * Works until the segment is done, or the process may not go on, and hands the lease over.
     *
     * @throws MigrationFailed if an item cannot be migrated, and failures are not collected
     */
    void run() {
        boolean done = false;
        try {
            while (!done && mayGoOn()) {
                done = page();
            }
        } catch (RuntimeException | Error ex) {
            try {
                release(false);
            } catch (RequestFailed refused) {
                ex.addSuppressed(refused);
            }
            throw ex;
        }
        release(done);
    }

    /** Deals with one page; returns true if it was the last one. */
    private boolean page() {
        SegmentPages.Page page = attempts.once("Reading " + name, () -> pages.after(tally.position()));
        if (page == null) {
            return false;
        }
        for (StoredItem item : page.items()) {
            if (!item(item.attributes())) {
                return false;
            }
            if (System.nanoTime() - storedAt >= POSITION_INTERVAL) {
                store();
            }
        }
        tally.reach(page.last());
        if (page.last() != null) {
            store();
        }
        return page.last() == null;
    }

    private boolean item(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> key = planner.key(item).attributes();
        try {
            ItemMigrator.Outcome outcome = mayGoOn() ? migrator.migrate(item, this::mayGoOn, tally::conflict) : null;
            if (outcome == null) {
                return false;
            }
            tally.add(outcome, key);
        } catch (MigrationFailed ex) {
            if (onFailure == OnFailure.STOP) {
                throw ex;
            }
            LOG.warn("{} leaves an item as it is: {}", name, ex.item());
            tally.add(ex.item(), key);
        }
        return true;
    }

    /** Tells whether this process may write: a lease that others may have taken by now is renewed first. */
    private boolean mayGoOn() {
        return isRunning.getAsBoolean()
                && Boolean.TRUE.equals(attempts.once("Renewing the lease of " + name, lease::isHeld));
    }

    /** Stores the position; where that fails, a later one is stored. */
    private void store() {
        attempts.once("Storing the position of " + name, () -> lease.store(tally.progress(false)));
        storedAt = System.nanoTime();
    }

    private void release(boolean done) {
        attempts.once("Handing over " + name, () -> {
            lease.release(tally.progress(done));
            return true;
        });
    }
}
