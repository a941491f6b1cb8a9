package io.bloop.migration;

import io.bloop.bound.internal.BoundModel;
import io.bloop.lease.internal.Control;
import io.bloop.lease.internal.LeaseKeeper;
import io.bloop.request.RequestFailed;
import io.bloop.request.internal.Requests;
import io.bloop.transaction.internal.Models;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one process does for one run of a migration: takes segments and works at them, until all are done. */
final class MigrationRun<T> {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationRun.class);

    private static final int LOOKS_PER_LEASE = 10;
    private static final long LONGEST_LOOK = TimeUnit.SECONDS.toNanos(1);
    private static final long LOG_INTERVAL = TimeUnit.SECONDS.toNanos(30);

    private final ItemMigration<T> migration;
    private final MigrationsBuilder settings;
    private final Requests requests;
    private final Ledger ledger;
    private final Executor executor;
    private final Control control;
    private final BoundModel<T> bound;
    private final PlannedChange.Planner<T> planner;
    private final ItemMigrator<T> migrator;
    private final String owner = UUID.randomUUID().toString();
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    MigrationRun(
            ItemMigration<T> migration,
            MigrationsBuilder settings,
            Requests requests,
            Models models,
            Ledger ledger,
            Executor executor,
            Control control) {
        this.migration = migration;
        this.settings = settings;
        this.requests = requests;
        this.ledger = ledger;
        this.executor = executor;
        this.control = control;
        this.bound = models.of(migration.model());
        this.planner = new PlannedChange.Planner<>(migration, bound, models);
        Long perSecond = settings.rate();
        WriteRate rate = perSecond == null
                ? null
                : new WriteRate(perSecond, units -> ledger.grant(migration.id(), units), System::nanoTime);
        Requests writes = rate == null ? requests : requests.observedBy(rate);
        this.migrator = new ItemMigrator<>(
                planner, new ItemWriter<>(migration.id(), bound, models, writes), requests, rate, control);
    }

    /** Works until the run is done or has to stop; returns what the ledger has of it then. */
    MigrationEntry run() {
        StateWatch watch = new StateWatch(ledger, ledger.begin(migration.id(), bound, settings.segments()), control);
        MigrationEntry entry = watch.entry();
        while (watch.isOpen(entry.run())) {
            LOG.info(
                    "Migration '{}' of {} goes on in run {} with {} segments",
                    migration.id(),
                    bound.target(null),
                    entry.run(),
                    entry.segments());
            work(watch, entry);
            RuntimeException ended = failure.get();
            if (ended != null) {
                throw ended;
            }
            // somebody may have started it again
            entry = watch.read();
        }
        return entry;
    }

    private void work(StateWatch watch, MigrationEntry entry) {
        Segments segments = new Segments(ledger, entry, owner, settings.lease());
        List<CompletableFuture<@Nullable Void>> workers = new ArrayList<>();
        try {
            for (int i = 0; i < Math.min(settings.threads(), entry.segments()); i++) {
                workers.add(begin(watch, entry, segments));
            }
            while (!await(all(workers))) {
                log(watch, entry);
            }
        } catch (RuntimeException | Error ex) {
            // no worker continues after the caller has seen the end of the run
            control.stop();
            all(workers).join();
            throw ex;
        }
    }

    private CompletableFuture<@Nullable Void> begin(StateWatch watch, MigrationEntry entry, Segments segments) {
        CompletableFuture<@Nullable Void> worker = new CompletableFuture<>();
        executor.execute(() -> {
            try {
                work(watch, entry, segments);
            } catch (RuntimeException | Error ex) {
                fail(ex);
            } finally {
                worker.complete(null);
            }
        });
        return worker;
    }

    private static CompletableFuture<?> all(List<CompletableFuture<@Nullable Void>> workers) {
        return CompletableFuture.allOf(workers.toArray(CompletableFuture[]::new));
    }

    private void log(StateWatch watch, MigrationEntry entry) {
        List<SegmentEntry> segments = new Attempts(control)
                .once("Reading the progress of migration '" + migration.id() + "'", () -> ledger.segments(entry));
        if (segments != null) {
            LOG.info("{}", Progress.of(watch.entry(), segments));
        }
    }

    /** Waits for a while; an interrupt of this thread stops the others. */
    private boolean await(CompletableFuture<?> all) {
        try {
            all.get(LOG_INTERVAL, TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException ex) {
            return false;
        } catch (InterruptedException ex) {
            control.stop();
            all.join();
            Thread.currentThread().interrupt();
            return true;
        } catch (ExecutionException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private void fail(Throwable thrown) {
        RuntimeException known = thrown instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException("A thread of migration '" + migration.id() + "' has failed.", thrown);
        failure.compareAndSet(null, known);
        control.stop();
    }

    private void work(StateWatch watch, MigrationEntry entry, Segments segments) {
        Attempts attempts = new Attempts(control);
        long look = Math.min(TimeUnit.NANOSECONDS.convert(settings.lease()) / LOOKS_PER_LEASE, LONGEST_LOOK);
        while (watch.isOpen(entry.run())) {
            Optional<Segments.Held> held = watch.isRunning(entry.run()) ? take(attempts, segments) : Optional.empty();
            if (held.isPresent()) {
                work(watch, entry, segments, held.get());
            } else if (segments.areDone()) {
                if (Boolean.TRUE.equals(
                        attempts.once("Ending migration '" + migration.id() + "'", () -> ledger.finish(entry)))) {
                    LOG.info("Migration '{}' is done", migration.id());
                }
                watch.read();
            } else {
                control.sleep(look);
            }
        }
    }

    private Optional<Segments.Held> take(Attempts attempts, Segments segments) {
        Optional<Segments.Held> held =
                attempts.once("Taking a segment of migration '" + migration.id() + "'", segments::take);
        return held == null ? Optional.empty() : held;
    }

    private void work(StateWatch watch, MigrationEntry entry, Segments segments, Segments.Held held) {
        String name = "segment " + held.number() + " of migration '" + migration.id() + "'";
        SegmentPages pages = new SegmentPages(bound, requests, held.number(), entry.segments());
        try (LeaseKeeper keeper = new LeaseKeeper(name, held.lease())) {
            executor.execute(keeper);
            new SegmentWork<>(
                            name,
                            pages,
                            planner,
                            migrator,
                            settings.onFailure(),
                            held.lease(),
                            () -> watch.isRunning(entry.run()),
                            control)
                    .run();
        } catch (MigrationFailed ex) {
            tell(entry, ex);
            throw ex;
        } finally {
            segments.giveBack(held);
        }
    }

    /** Tells the ledger, and so the other instances, at which item the run has failed. */
    private void tell(MigrationEntry entry, MigrationFailed failed) {
        try {
            new Attempts(control)
                    .repeat(
                            "Telling the ledger that migration '" + migration.id() + "' has failed",
                            () -> ledger.fail(entry, failed.item()));
        } catch (RequestFailed ex) {
            failed.addSuppressed(ex);
        }
    }
}
