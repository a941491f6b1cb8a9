package io.bloop.migration;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a migration in all instances together, as recorded in the ledger.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the migration's id
 * @param model the name of the model
 * @param table the name of the table
 * @param state what the ledger says
 * @param run the number of the run, which grows by one with each restart
 * @param segments the number of segments that the table is divided into
 * @param done how many of them are finished
 * @param held how many of them a process holds
 * @param counts the items so far, up to the positions that were stored
 * @param failures the first items that could not be migrated; {@code counts} has the number of all of them
 * @param failure the item at which the migration has stopped; null unless it has failed
 * @param startedAt when the run began
 * @param endedAt when it was done; null before
 * @since 0.1.0
 */
public record MigrationProgress(
        String id,
        String model,
        String table,
        MigrationState state,
        long run,
        int segments,
        int done,
        int held,
        MigrationCounts counts,
        List<FailedItem> failures,
        @Nullable FailedItem failure,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /**
     * Creates a progress that keeps a copy of the failures.
     *
     * @param id the migration's id
     * @param model the name of the model
     * @param table the name of the table
     * @param state what the ledger says
     * @param run the number of the run
     * @param segments the number of segments
     * @param done how many of them are finished
     * @param held how many of them a process holds
     * @param counts the items so far
     * @param failures the first items that could not be migrated
     * @param failure the item at which the migration has stopped
     * @param startedAt when the run began
     * @param endedAt when it was done
     */
    public MigrationProgress {
        failures = List.copyOf(failures);
    }

    /** Returns one line for a log. */
    @Override
    public String toString() {
        return "migration '" + id + "' of " + model + " in table '" + table + "' is " + state + ": " + done + " of "
                + segments + " segments done, " + held + " held; " + counts;
    }
}
