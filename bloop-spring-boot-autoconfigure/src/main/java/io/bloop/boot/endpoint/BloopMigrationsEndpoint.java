package io.bloop.boot.endpoint;

import io.bloop.boot.migration.MigrationRunner;
import io.bloop.migration.DryRun;
import io.bloop.migration.FailedItem;
import io.bloop.migration.ItemDifference;
import io.bloop.migration.ItemMigration;
import io.bloop.migration.MigrationCounts;
import io.bloop.migration.MigrationProgress;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * Tells how far the application's data migrations are, in all instances together, and pauses and resumes them. Reads the
 * ledger.
 *
 * <p>Thread-safe.
 *
 * @since 0.1.0
 */
@Endpoint(id = "bloopmigrations")
public class BloopMigrationsEndpoint {

    private static final String NOT_BEGUN = "new";

    private final MigrationRunner runner;

    /**
     * Creates an endpoint.
     *
     * @param runner runs the migrations
     */
    public BloopMigrationsEndpoint(MigrationRunner runner) {
        this.runner = runner;
    }

    /** The things that can be done to a migration. */
    public enum Action {
        /** Pauses the migration in all instances. */
        PAUSE,
        /** Lets a migration go on that was paused, or has failed. */
        RESUME,
        /** Restarts a migration that is not running: reads every item again. */
        RESTART
    }

    /**
     * Describes all migrations.
     *
     * @return the description
     */
    @ReadOperation
    public MigrationsDescriptor migrations() {
        Map<String, MigrationDescriptor> described = new LinkedHashMap<>();
        runner.beans().forEach(migration -> described.put(migration.id(), describe(migration)));
        return new MigrationsDescriptor(described);
    }

    /**
     * Describes one migration.
     *
     * @param id the migration's id
     * @return the description; null if there is no such migration
     */
    @ReadOperation
    public @Nullable MigrationDescriptor migration(@Selector String id) {
        return find(id).map(this::describe).orElse(null);
    }

    /**
     * Does something to a migration.
     *
     * @param id the migration's id
     * @param action what to do
     * @return the migration afterwards; null if there is no such migration
     */
    @WriteOperation
    public @Nullable MigrationDescriptor change(@Selector String id, Action action) {
        Optional<ItemMigration<?>> found = find(id);
        if (found.isEmpty()) {
            return null;
        }
        switch (action) {
            case PAUSE -> runner.pause(id);
            case RESUME -> runner.resume(id);
            case RESTART -> runner.restart(id);
        }
        return describe(found.get());
    }

    private Optional<ItemMigration<?>> find(String id) {
        return runner.beans().stream()
                .filter(migration -> migration.id().equals(id))
                .findFirst();
    }

    private MigrationDescriptor describe(ItemMigration<?> migration) {
        DryRun dryRun = runner.dryRun(migration.id()).orElse(null);
        return runner.progress(migration.id())
                .map(MigrationDescriptor::of)
                .orElseGet(() -> new MigrationDescriptor(
                        migration.model().name(),
                        NOT_BEGUN,
                        0,
                        0,
                        0,
                        0,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        dryRun == null ? null : DryRunDescriptor.of(dryRun)));
    }

    /**
     * Describes what the endpoint knows.
     *
     * @param migrations the migrations by their ids, in the order in which they are run
     */
    public record MigrationsDescriptor(Map<String, MigrationDescriptor> migrations) implements OperationResponseBody {}

    /**
     * Describes one migration as it is recorded in the ledger.
     *
     * @param model the model's name
     * @param state {@code new}, {@code running}, {@code paused}, {@code failed} or {@code done}
     * @param run the number of the run, from 1; 0 before the first
     * @param segments the number of segments
     * @param done the number of segments that are finished
     * @param held the number of segments that an instance holds
     * @param counts the items so far
     * @param failures items that could not be migrated, by their keys
     * @param failure the item at which the migration has stopped
     * @param startedAt when the run began
     * @param endedAt when it was done
     * @param dryRun what a dry run has found in this instance
     */
    public record MigrationDescriptor(
            String model,
            String state,
            long run,
            int segments,
            int done,
            int held,
            @Nullable MigrationCounts counts,
            List<FailedItem> failures,
            @Nullable FailedItem failure,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable DryRunDescriptor dryRun) {

        static MigrationDescriptor of(MigrationProgress progress) {
            return new MigrationDescriptor(
                    progress.model(),
                    progress.state().name().toLowerCase(Locale.ROOT),
                    progress.run(),
                    progress.segments(),
                    progress.done(),
                    progress.held(),
                    progress.counts(),
                    progress.failures(),
                    progress.failure(),
                    progress.startedAt(),
                    progress.endedAt(),
                    null);
        }
    }

    /**
     * Describes a dry run.
     *
     * @param counts the items
     * @param samples some of the differences
     * @param failures items that cannot be migrated, by their keys
     */
    public record DryRunDescriptor(MigrationCounts counts, List<ItemDifference> samples, List<FailedItem> failures) {

        static DryRunDescriptor of(DryRun dryRun) {
            return new DryRunDescriptor(dryRun.counts(), dryRun.samples(), dryRun.failures());
        }
    }
}
