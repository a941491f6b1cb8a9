package io.bloop.migration;

import io.bloop.InvalidArgument;
import io.bloop.lease.internal.Control;
import io.bloop.model.Column;
import io.bloop.model.Discriminator;
import io.bloop.model.ModelDefinition;
import io.bloop.model.SupertypeDefinition;
import io.bloop.request.internal.Tasks;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;

/**
 * Runs migrations, together with all other instances that run them with a ledger in the same table.
 *
 * <p>A table is read in segments. Each instance takes segments by leases, one at a time for each of its threads, and stores in
 * the ledger how far it has come; when an instance dies, another one goes on there. A change is written only if the item still
 * is as it was read. An item that somebody else has written meanwhile is read and migrated again, so that no write is lost.
 * Thread-safe.
 *
 * @since 0.1.0
 */
public final class Migrations implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,200}");

    private final MigrationsBuilder settings;
    private final Ledger ledger;
    private final Set<Control> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Migrations(MigrationsBuilder settings) {
        this.settings = settings;
        this.ledger = new Ledger(settings.requests(), settings.models(), settings.ledger());
    }

    /** Binds the table of the ledger, which is bound at its first use otherwise. */
    public void bind() {
        ledger.bind();
    }

    /**
     * Runs a migration until it is done in all instances, or this process stops.
     *
     * <p>A migration that is done already is not run again, and one that has stopped at an item goes on there. While it is paused
     * the call waits.
     *
     * @param migration the migration
     * @return how far it has come: its state is DONE unless {@link #stop()} was called
     * @throws InvalidMigration if the migration cannot be run as it is
     * @throws MigrationFailed if an item cannot be migrated, here or in another instance, and failures are not collected
     * @throws io.bloop.request.RequestFailed if the ledger cannot be read, or the account or the table refuses the migration
     */
    public MigrationProgress run(ItemMigration<?> migration) {
        check("run()", migration);
        ledger.bind();
        Control control = begin();
        try {
            Executor executor = new Tasks(null, settings.requests().tasks().decorator())
                    .executor("bloop-migration-", 2 * settings.threads(), null);
            MigrationEntry entry = new MigrationRun<>(
                            migration, settings, settings.requests(), settings.models(), ledger, executor, control)
                    .run();
            FailedItem failed = entry.failure();
            if (entry.state() == MigrationState.FAILED && failed != null) {
                throw new MigrationFailed(migration.id(), failed, null);
            }
            List<SegmentEntry> segments = new Attempts(control)
                    .repeat("Reading the progress of migration '" + migration.id() + "'", () -> ledger.segments(entry));
            return segments == null ? progress(entry) : Progress.of(entry, segments);
        } finally {
            running.remove(control);
        }
    }

    /**
     * Finds what a migration would change in the present items. Writes nothing, not even to the ledger.
     *
     * @param migration the migration
     * @return the counts, and samples of the differences
     * @throws InvalidMigration if the migration cannot be run as it is
     */
    public DryRun dryRun(ItemMigration<?> migration) {
        check("dryRun()", migration);
        Control control = begin();
        try {
            return new DryRunning<>(migration, settings.requests(), settings.models(), settings.samples(), control)
                    .run();
        } finally {
            running.remove(control);
        }
    }

    /**
     * Requires migrations that can be run with one ledger.
     *
     * @param migrations the migrations of one application
     * @throws InvalidMigration if one cannot be run as it is, or two have one id
     */
    public static void check(Collection<? extends ItemMigration<?>> migrations) {
        Set<String> ids = new HashSet<>();
        for (ItemMigration<?> migration :
                InvalidArgument.required(migrations, "check()", "migrations", "a collection")) {
            check("check()", migration);
            if (!ids.add(migration.id())) {
                throw new InvalidMigration(
                        "Two migrations have the id '" + migration.id() + "': give each migration an id of its own.");
            }
        }
    }

    private Control begin() {
        Control control = new Control(false);
        running.add(control);
        if (closed) {
            control.stop();
        }
        return control;
    }

    private static <T> void check(String method, ItemMigration<T> migration) {
        InvalidArgument.required(migration, method, "migration", "a migration");
        String id = InvalidArgument.required(migration.id(), method, "migration.id()", "an id");
        if (!ID.matcher(id).matches()) {
            throw new InvalidMigration("Migration '" + id
                    + "' has an id of other characters than letters, digits, dots, dashes and underscores, or of more "
                    + "than 200 of them; give it another one.");
        }
        ModelDefinition<T> model = InvalidArgument.required(migration.model(), method, "migration.model()", "a model");
        if (model instanceof SupertypeDefinition<?>) {
            throw new InvalidMigration("Migration '" + id + "' is of " + model
                    + ", which has no items of its own; make one of each of " + model.models() + ".");
        }
        migration.mark().ifPresent(mark -> checkMark(id, model, mark));
    }

    private static void checkMark(String id, ModelDefinition<?> model, String mark) {
        String start = "Migration '" + id + "' has its mark in ";
        model.findStoredColumn(mark).map(Column::qualifiedName).ifPresent(column -> {
            throw new InvalidMigration(
                    start + column + ", which is a column of the model; name an attribute that is none.");
        });
        if (model.claim() instanceof Discriminator discriminator
                && discriminator.attribute().equals(mark)) {
            throw new InvalidMigration(start + "'" + mark + "', which is the discriminator of " + model.name()
                    + "; name another attribute.");
        }
    }

    /**
     * Tells how far a migration has come, in all instances together.
     *
     * @param id the migration's id
     * @return the progress; empty if it was never run
     */
    public Optional<MigrationProgress> progress(String id) {
        return ledger.find(required("progress()", id)).map(this::progress);
    }

    private MigrationProgress progress(MigrationEntry entry) {
        return Progress.of(entry, ledger.segments(entry));
    }

    /**
     * Pauses a migration in all instances. Each stops within about a second, after its present item.
     *
     * @param id the migration's id
     * @return false if it was not running
     */
    public boolean pause(String id) {
        return ledger.pause(required("pause()", id));
    }

    /**
     * Resumes a migration that was paused or has failed, in the instances that run it.
     *
     * @param id the migration's id
     * @return false if it was neither
     */
    public boolean resume(String id) {
        return ledger.resume(required("resume()", id));
    }

    /**
     * Restarts a migration that is not running: the next call of {@link #run} reads every item again.
     *
     * @param id the migration's id
     * @return false if it is running, or was never run
     */
    public boolean restart(String id) {
        return ledger.restart(required("restart()", id), settings.segments());
    }

    private static String required(String method, String id) {
        return InvalidArgument.required(id, method, "id", "the id of a migration");
    }

    /** Stops what runs in this process, after the items in hand; other instances go on. Does not wait. */
    public void stop() {
        running.forEach(Control::stop);
    }

    /** Stops what runs in this process, and lets nothing begin any more. Does not wait. */
    @Override
    public void close() {
        closed = true;
        stop();
    }
}
