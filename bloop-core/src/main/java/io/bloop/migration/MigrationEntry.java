package io.bloop.migration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger has of a migration as a whole.
 *
 * @param run grows by one with each restart, so that each run has segments of its own
 * @param granted the write units that all processes together have taken
 */
record MigrationEntry(
        String migration,
        String part,
        String model,
        String table,
        MigrationState state,
        long run,
        int segments,
        long granted,
        @Nullable FailedItem failure,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /** The range key of the entry, before those of the segments. */
    static final String PART = "migration";
}
