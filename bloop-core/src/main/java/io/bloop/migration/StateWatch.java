package io.bloop.migration;

import io.bloop.lease.internal.Control;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Knows what the ledger says of one run, not older than a second: it is how instances tell each other to stop. Thread-safe. */
final class StateWatch {

    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1);

    private final Ledger ledger;
    private final Control control;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile MigrationEntry entry;
    private volatile long readAt = System.nanoTime();

    StateWatch(Ledger ledger, MigrationEntry entry, Control control) {
        this.ledger = ledger;
        this.entry = entry;
        this.control = control;
    }

    MigrationEntry entry() {
        if (System.nanoTime() - readAt >= INTERVAL && lock.tryLock()) {
            try {
                read();
            } finally {
                lock.unlock();
            }
        }
        return entry;
    }

    /** Reads now what the ledger says. */
    MigrationEntry read() {
        Optional<MigrationEntry> read = new Attempts(control)
                .once(
                        "Reading the state of migration '" + entry.migration() + "'",
                        () -> ledger.find(entry.migration()));
        if (read != null) {
            read.filter(found -> found.run() >= entry.run()).ifPresent(found -> entry = found);
        }
        readAt = System.nanoTime();
        return entry;
    }

    /** Tells whether this process may work at a run. */
    boolean isRunning(long run) {
        MigrationEntry found = entry();
        return !control.isStopping() && found.state() == MigrationState.RUNNING && found.run() == run;
    }

    /** Tells whether a run may go on later, if not now. */
    boolean isOpen(long run) {
        MigrationEntry found = entry();
        boolean isOpen = found.state() == MigrationState.RUNNING || found.state() == MigrationState.PAUSED;
        return !control.isStopping() && isOpen && found.run() == run;
    }
}
