package io.bloop.migration;

import io.bloop.lease.internal.LeaseState;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the ledger has of one segment of one run: its lease and its progress. */
record SegmentEntry(
        String migration,
        String part,
        @Nullable String owner,
        long counter,
        long leaseMillis,
        @Nullable Object position,
        boolean done,
        MigrationCounts counts,
        Map<String, String> failures) {

    static String part(long run, int segment) {
        return String.format(Locale.ROOT, "run-%04d-segment-%04d", run, segment);
    }

    /** Returns the number of the segment that a part is about. */
    static int number(String part) {
        return Integer.parseInt(part.substring(part.lastIndexOf('-') + 1));
    }

    SegmentProgress progress() {
        return new SegmentProgress(
                SegmentProgress.key(position),
                done,
                counts,
                failures.entrySet().stream()
                        .map(failed -> new FailedItem(failed.getKey(), failed.getValue()))
                        .toList());
    }

    LeaseState<SegmentProgress> lease() {
        return new LeaseState<>(progress(), owner, counter, leaseMillis);
    }

    static Map<String, String> failures(SegmentProgress progress) {
        Map<String, String> failures = new LinkedHashMap<>();
        progress.failures().forEach(failed -> failures.put(failed.key(), failed.reason()));
        return failures;
    }
}
