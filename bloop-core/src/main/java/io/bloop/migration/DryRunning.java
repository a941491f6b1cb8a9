package io.bloop.migration;

import io.bloop.bound.internal.BoundModel;
import io.bloop.lease.internal.Control;
import io.bloop.request.internal.Requests;
import io.bloop.transaction.internal.Models;
import io.bloop.type.StoredItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads a table and plans every change, and writes nothing: neither items nor the ledger. */
final class DryRunning<T> {

    private final ItemMigration<T> migration;
    private final PlannedChange.Planner<T> planner;
    private final SegmentPages pages;
    private final int samples;
    private final Control control;
    private final List<ItemDifference> differences = new ArrayList<>();

    DryRunning(ItemMigration<T> migration, Requests requests, Models models, int samples, Control control) {
        BoundModel<T> bound = models.of(migration.model());
        this.migration = migration;
        this.planner = new PlannedChange.Planner<>(migration, bound, models);
        this.pages = new SegmentPages(bound, requests, 0, 1);
        this.samples = samples;
        this.control = control;
    }

    DryRun run() {
        Tally tally = new Tally(SegmentProgress.NONE);
        boolean more = true;
        while (more && !control.isStopping()) {
            SegmentPages.Page page = pages.after(tally.position());
            page.items().stream().map(StoredItem::attributes).forEach(item -> plan(item, tally));
            tally.reach(page.last());
            more = page.last() != null;
        }
        SegmentProgress progress = tally.progress(!more);
        return new DryRun(migration.id(), progress.counts(), differences, progress.failures());
    }

    private void plan(Map<String, AttributeValue> item, Tally tally) {
        try {
            PlannedChange<T> planned = planner.plan(item);
            tally.add(outcome(planned), item);
            if (!planned.change().isEmpty() && differences.size() < samples) {
                differences.add(planner.difference(planned));
            }
        } catch (MigrationFailed ex) {
            tally.add(ex.item(), item);
        }
    }

    private static ItemMigrator.Outcome outcome(PlannedChange<?> planned) {
        if (planned.isPassed()) {
            return ItemMigrator.Outcome.PASSED;
        }
        return planned.change().isEmpty() ? ItemMigrator.Outcome.UNCHANGED : ItemMigrator.Outcome.CHANGED;
    }
}
