package io.bloop.boot.migration;

import io.bloop.boot.BloopPhase;
import io.bloop.migration.DryRun;
import io.bloop.migration.ItemMigration;
import io.bloop.migration.MigrationProgress;
import io.bloop.migration.MigrationState;
import io.bloop.migration.Migrations;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.AsyncTaskExecutor;

/**
 * Runs the application's migrations one after another, when the models are bound.
 *
 * <p>Runs them on a thread of its own, unless the start of the application waits for them. Thread-safe.
 *
 * @since 0.1.0
 */
public final class MigrationRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationRunner.class);

    private static final Duration STOP_INTERVAL = Duration.ofMillis(100);

    private final Migrations migrations;
    private final List<ItemMigration<?>> beans;
    private final AsyncTaskExecutor executor;
    private final Mode mode;
    private final boolean awaits;
    private final Map<String, DryRun> dryRuns = new LinkedHashMap<>();
    private @Nullable CompletableFuture<?> task;
    private boolean started;
    private boolean again;

    /** What is done with the migrations. */
    enum Mode {
        RUN,
        DRY_RUN,
        /** Nothing: binding only tells its plan. */
        PLAN
    }

    /**
     * Creates a runner that was not started.
     *
     * @param beans the migrations, in their order
     * @param executor runs the task of this runner
     * @param awaits whether starting waits until all migrations are done
     */
    MigrationRunner(
            Migrations migrations,
            List<ItemMigration<?>> beans,
            AsyncTaskExecutor executor,
            Mode mode,
            boolean awaits) {
        Migrations.check(beans);
        this.migrations = migrations;
        this.beans = List.copyOf(beans);
        this.executor = executor;
        this.mode = mode;
        this.awaits = awaits;
    }

    /**
     * Returns the migrations that this application has.
     *
     * @return the migrations, in the order in which they are run
     */
    public List<ItemMigration<?>> beans() {
        return beans;
    }

    /**
     * Tells how far a migration has come, in all instances together.
     *
     * @param id the migration's id
     * @return the progress; empty if it was not begun
     */
    public Optional<MigrationProgress> progress(String id) {
        return mode == Mode.RUN ? migrations.progress(id) : Optional.empty();
    }

    /**
     * Returns what the dry run of a migration has found in this process.
     *
     * @param id the migration's id
     * @return the result; empty if there was no dry run, or it is not done
     */
    public synchronized Optional<DryRun> dryRun(String id) {
        return Optional.ofNullable(dryRuns.get(id));
    }

    /**
     * Lets a migration pause in all instances.
     *
     * @param id the migration's id
     * @return false if it was not running
     */
    public boolean pause(String id) {
        return mode == Mode.RUN && migrations.pause(id);
    }

    /**
     * Lets a migration go on in all instances that still run it, and in this one anyway.
     *
     * @param id the migration's id
     * @return false if it was neither paused nor had failed
     */
    public boolean resume(String id) {
        boolean resumed = mode == Mode.RUN && migrations.resume(id);
        if (resumed) {
            runAgain();
        }
        return resumed;
    }

    /**
     * Restarts a migration that is not running, in this instance; other instances join it when they start.
     *
     * @param id the migration's id
     * @return false if it is running, or was never run
     */
    public boolean restart(String id) {
        boolean restarted = mode == Mode.RUN && migrations.restart(id);
        if (restarted) {
            runAgain();
        }
        return restarted;
    }

    @Override
    public void start() {
        synchronized (this) {
            started = true;
        }
        if (beans.isEmpty()) {
            return;
        }
        if (mode == Mode.PLAN) {
            LOG.info(
                    "Migrations are not run in bind mode PLAN: {}",
                    beans.stream().map(ItemMigration::id).toList());
        } else if (awaits) {
            beans.forEach(this::runOne);
        } else {
            runAgain();
        }
    }

    /** Begins the task; where it is in progress, lets it look at all migrations once more. */
    private synchronized void runAgain() {
        again = true;
        if (started && (task == null || task.isDone())) {
            task = executor.submitCompletable(this::run);
        }
    }

    private void run() {
        while (takeAgain()) {
            try {
                beans.forEach(this::runOne);
            } catch (RuntimeException | Error ex) {
                LOG.error("The migrations of this instance have ended", ex);
            }
        }
    }

    private synchronized boolean takeAgain() {
        boolean goesOn = again && started;
        again = false;
        return goesOn;
    }

    private void runOne(ItemMigration<?> migration) {
        if (!isRunning()) {
            return; // the migrations after the stopped one begin at the next start
        }
        if (mode == Mode.DRY_RUN) {
            DryRun result = migrations.dryRun(migration);
            LOG.info("{}", result);
            synchronized (this) {
                dryRuns.put(migration.id(), result);
            }
            return;
        }
        MigrationProgress progress = migrations.run(migration);
        if (progress.counts().failed() > 0 && progress.state() == MigrationState.DONE) {
            LOG.warn("{}, first of all {}", progress, progress.failures().get(0));
        } else {
            LOG.info("{}", progress);
        }
    }

    @Override
    public void stop() {
        CompletableFuture<?> current;
        synchronized (this) {
            started = false;
            current = task;
        }
        migrations.stop();
        while (!(current == null || current.isDone())) {
            // a migration may have begun since
            migrations.stop();
            current.handle((result, failure) -> true)
                    .completeOnTimeout(false, STOP_INTERVAL.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return started;
    }

    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public int getPhase() {
        return BloopPhase.MIGRATING;
    }
}
