package io.bloop.migration;

import java.util.ArrayList;
import java.util.List;

/** Adds up what the ledger has of the segments of a run. */
final class Progress {

    private static final int MOST_FAILURES = 100;

    private Progress() {}

    static MigrationProgress of(MigrationEntry entry, List<SegmentEntry> segments) {
        MigrationCounts counts = MigrationCounts.NONE;
        List<FailedItem> failures = new ArrayList<>();
        int done = 0;
        int held = 0;
        for (SegmentEntry segment : segments) {
            counts = counts.plus(segment.counts());
            failures.addAll(segment.progress().failures());
            done += segment.done() ? 1 : 0;
            held += segment.owner() != null && !segment.done() ? 1 : 0;
        }
        return new MigrationProgress(
                entry.migration(),
                entry.model(),
                entry.table(),
                entry.state(),
                entry.run(),
                entry.segments(),
                done,
                held,
                counts,
                failures.subList(0, Math.min(failures.size(), MOST_FAILURES)),
                entry.failure(),
                entry.startedAt(),
                entry.endedAt());
    }
}
