package io.bloop.migration;

import io.bloop.bound.internal.BoundModel;
import io.bloop.expression.Condition;
import io.bloop.lease.internal.LeaseState;
import io.bloop.lease.internal.LeaseStore;
import io.bloop.model.Key;
import io.bloop.read.Consistency;
import io.bloop.read.internal.Reads;
import io.bloop.request.ConstraintViolation;
import io.bloop.request.internal.Requests;
import io.bloop.transaction.internal.Models;
import io.bloop.write.Update;
import io.bloop.write.WriteOptions;
import io.bloop.write.internal.Writes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says what ran when, in a table of its own: one item for each migration, and one for each segment of each run.
 *
 * <p>The table is bound at its first use. Thread-safe.
 */
final class Ledger {

    private final Requests requests;
    private final Models models;
    private final MigrationEntryModel migrations;
    private final SegmentEntryModel segments;

    Ledger(Requests requests, Models models, LedgerModels.Definitions definitions) {
        this.requests = requests;
        this.models = models;
        this.migrations = definitions.migrations();
        this.segments = definitions.segments();
    }

    /** Binds the table. */
    void bind() {
        models.of(migrations);
        models.of(segments);
    }

    private Writes<MigrationEntry> migrationWrites() {
        return new Writes<>(requests, models.of(migrations));
    }

    private Writes<SegmentEntry> segmentWrites() {
        return new Writes<>(requests, models.of(segments));
    }

    private Update<MigrationEntry> update(String id) {
        return new Update<>(this::migrationWrites, migrations.keyOf(id, MigrationEntry.PART));
    }

    Optional<MigrationEntry> find(String id) {
        return new Reads<>(requests, models.of(migrations))
                .find(migrations.keyOf(id, MigrationEntry.PART), Consistency.STRONG);
    }

    /**
     * Finds the entry of a migration, or makes one; one that has failed goes on.
     *
     * @throws InvalidMigration if the id belongs to a migration of another table
     */
    MigrationEntry begin(String id, BoundModel<?> model, int number) {
        MigrationEntry entry = find(id).orElseGet(() -> insert(id, model, number));
        if (!entry.table().equals(model.tableName())) {
            throw new InvalidMigration("Migration '" + id + "' of " + model.target(null)
                    + " has an id that the ledger knows from table '" + entry.table()
                    + "': give each migration an id of its own.");
        }
        if (entry.state() == MigrationState.FAILED) {
            move(id, EnumSet.of(MigrationState.FAILED), this::running);
            return find(id).orElse(entry);
        }
        return entry;
    }

    private MigrationEntry insert(String id, BoundModel<?> model, int number) {
        MigrationEntry entry = new MigrationEntry(
                id,
                MigrationEntry.PART,
                model.definition().name(),
                model.tableName(),
                MigrationState.RUNNING,
                1,
                number,
                0,
                null,
                models.of(migrations).now(),
                null);
        try {
            return migrationWrites().insert(entry, WriteOptions.none());
        } catch (ConstraintViolation ex) {
            // another process was first, or an earlier attempt of this one
            return find(id).orElse(entry);
        }
    }

    boolean pause(String id) {
        return move(
                id, EnumSet.of(MigrationState.RUNNING), update -> update.set(migrations.state, MigrationState.PAUSED));
    }

    boolean resume(String id) {
        return move(id, EnumSet.of(MigrationState.PAUSED, MigrationState.FAILED), this::running);
    }

    private Update<MigrationEntry> running(Update<MigrationEntry> update) {
        return update.set(migrations.state, MigrationState.RUNNING)
                .remove(migrations.failedKey)
                .remove(migrations.failure);
    }

    /** Ends the run of an entry, and no later one. */
    boolean fail(MigrationEntry entry, FailedItem item) {
        return end(
                entry,
                update -> update.set(migrations.state, MigrationState.FAILED)
                        .set(migrations.failedKey, item.key())
                        .set(migrations.failure, item.reason()));
    }

    /** Ends the run of an entry, and no later one. */
    boolean finish(MigrationEntry entry) {
        return end(
                entry,
                update -> update.set(migrations.state, MigrationState.DONE)
                        .set(migrations.endedAt, models.of(migrations).now()));
    }

    private boolean end(MigrationEntry entry, Step step) {
        return move(
                entry.migration(),
                migrations
                        .state
                        .in(Set.of(MigrationState.RUNNING, MigrationState.PAUSED))
                        .and(migrations.run.eq(entry.run())),
                step);
    }

    /** Begins another run, whose segments begin again; those of the runs before stay as they are. */
    boolean restart(String id, int number) {
        return move(
                id,
                EnumSet.complementOf(EnumSet.of(MigrationState.RUNNING)),
                update -> running(update)
                        .add(migrations.run, 1L)
                        .set(migrations.segments, number)
                        .set(migrations.startedAt, models.of(migrations).now())
                        .remove(migrations.endedAt));
    }

    /** Changes an entry. */
    @FunctionalInterface
    private interface Step {
        Update<MigrationEntry> of(Update<MigrationEntry> update);
    }

    private boolean move(String id, Collection<MigrationState> from, Step step) {
        return move(id, migrations.state.in(Set.copyOf(from)), step);
    }

    private boolean move(String id, Condition<MigrationEntry> condition, Step step) {
        try {
            step.of(update(id)).onlyIf(condition).run();
            return true;
        } catch (ConstraintViolation ex) {
            // an earlier attempt may have been applied; reading once more than needed does no harm
            return ex.isPerhapsApplied();
        }
    }

    /** Adds units to those that all processes have taken, and returns the sum. */
    long grant(String id, long units) {
        return update(id).add(migrations.granted, units).returnNew().granted();
    }

    /** Returns the segments of the present run that were begun. */
    List<SegmentEntry> segments(MigrationEntry entry) {
        List<Key<SegmentEntry>> keys = new ArrayList<>();
        for (int i = 0; i < entry.segments(); i++) {
            keys.add(key(entry, i));
        }
        return new Reads<>(requests, models.of(segments)).findAll(keys, Consistency.STRONG);
    }

    private Key<SegmentEntry> key(MigrationEntry entry, int segment) {
        return segments.keyOf(entry.migration(), SegmentEntry.part(entry.run(), segment));
    }

    LeaseStore<SegmentProgress> segment(MigrationEntry entry, int segment) {
        return new SegmentLease(key(entry, segment));
    }

    /** The lease of one segment, and its progress with it. */
    private final class SegmentLease implements LeaseStore<SegmentProgress> {

        private final Key<SegmentEntry> key;

        SegmentLease(Key<SegmentEntry> key) {
            this.key = key;
        }

        @Override
        public Optional<LeaseState<SegmentProgress>> find() {
            return new Reads<>(requests, models.of(segments))
                    .find(key, Consistency.STRONG)
                    .map(SegmentEntry::lease);
        }

        @Override
        public boolean replace(@Nullable LeaseState<SegmentProgress> expected, LeaseState<SegmentProgress> next) {
            SegmentProgress stored = next.progress();
            SegmentProgress progress = stored == null ? SegmentProgress.NONE : stored;
            MigrationCounts counts = progress.counts();
            Update<SegmentEntry> update = new Update<>(Ledger.this::segmentWrites, key)
                    .set(segments.position, progress.positionValue())
                    .set(segments.done, progress.done())
                    .set(segments.read, counts.read())
                    .set(segments.changed, counts.changed())
                    .set(segments.unchanged, counts.unchanged())
                    .set(segments.passed, counts.passed())
                    .set(segments.failed, counts.failed())
                    .set(segments.conflicts, counts.conflicts())
                    .set(segments.failures, SegmentEntry.failures(progress));
            try {
                segments.lease.replace(update, expected, next).run();
                return true;
            } catch (ConstraintViolation ex) {
                // the response to an earlier attempt may have been lost
                return find().filter(found ->
                                found.counter() == next.counter() && Objects.equals(found.owner(), next.owner()))
                        .isPresent();
            }
        }
    }
}
