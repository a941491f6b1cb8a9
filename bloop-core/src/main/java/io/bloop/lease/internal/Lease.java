package io.bloop.lease.internal;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The right of one process to do a piece of work and to store how far it has come.
 *
 * <p>Every write is conditional on the write before, so that whoever has lost the lease can store nothing. Between writes the
 * lease is valid for as long as others wait, counted from the moment at which the last write was sent. Thread-safe.
 *
 * @param <P> the class of the progress
 */
public final class Lease<P> {

    private final LeaseStore<P> store;
    private final LongSupplier nanoTime;
    private final long duration;
    private LeaseState<P> held;
    private boolean uncertain;
    private volatile boolean lost;
    private volatile long renewedAt;

    private Lease(LeaseStore<P> store, LongSupplier nanoTime, LeaseState<P> held, long renewedAt) {
        this.store = store;
        this.nanoTime = nanoTime;
        this.held = held;
        this.duration = TimeUnit.MILLISECONDS.toNanos(held.leaseMillis());
        this.renewedAt = renewedAt;
    }

    /**
     * Waits for one lease. Not thread-safe.
     *
     * @param <P> the class of the progress
     */
    public static final class Candidate<P> {

        private final LeaseStore<P> store;
        private final LongSupplier nanoTime;
        private final String owner;
        private final Duration duration;
        private @Nullable LeaseState<P> seen;
        private long seenAt;

        /**
         * Creates a candidate that has seen nothing yet.
         *
         * @param store stores the lease
         * @param nanoTime a clock that never goes back
         * @param owner names this process, and no other one
         * @param duration how long others wait before they take the lease
         */
        public Candidate(LeaseStore<P> store, LongSupplier nanoTime, String owner, Duration duration) {
            this.store = store;
            this.nanoTime = nanoTime;
            this.owner = owner;
            this.duration = duration;
        }

        /**
         * Takes the lease if nobody holds it, or if its owner gave no sign of life for the time of the lease.
         *
         * @return the lease; empty if another process holds it
         */
        public Optional<Lease<P>> take() {
            long asked = nanoTime.getAsLong();
            LeaseState<P> found = store.find().orElse(null);
            long millis = TimeUnit.MILLISECONDS.convert(duration);
            if (found == null) {
                return write(null, new LeaseState<>(null, owner, 1, millis));
            }
            boolean free = found.owner() == null || found.owner().equals(owner) || isDead(found, asked);
            return free ? write(found, next(found, found.progress(), owner, millis)) : Optional.empty();
        }

        private boolean isDead(LeaseState<P> found, long asked) {
            boolean moved =
                    seen == null || seen.counter() != found.counter() || !Objects.equals(seen.owner(), found.owner());
            if (moved) {
                seen = found;
                seenAt = nanoTime.getAsLong();
                return false;
            }
            return asked - seenAt >= TimeUnit.MILLISECONDS.toNanos(found.leaseMillis());
        }

        private Optional<Lease<P>> write(@Nullable LeaseState<P> expected, LeaseState<P> next) {
            long sent = nanoTime.getAsLong();
            seen = null;
            return store.replace(expected, next)
                    ? Optional.of(new Lease<>(store, nanoTime, next, sent))
                    : Optional.empty();
        }
    }

    private static <P> LeaseState<P> next(
            LeaseState<P> from, @Nullable P progress, @Nullable String owner, long leaseMillis) {
        return new LeaseState<>(progress, owner, from.counter() + 1, leaseMillis);
    }

    /**
     * Returns what was stored last, by whichever process.
     *
     * @return the progress; null where nothing was stored
     */
    public synchronized @Nullable P progress() {
        return held.progress();
    }

    /**
     * Tells, without a request, whether nobody else can have taken the lease.
     *
     * @return false if it is lost, or may be
     */
    public boolean isValid() {
        return !lost && age() < duration;
    }

    /**
     * Tells whether this process may go on: a lease that others may have taken by now is renewed first.
     *
     * @return false if the lease is lost
     */
    public boolean isHeld() {
        return isValid() || renew();
    }

    /**
     * Returns for how long others wait after each write.
     *
     * @return the nanoseconds
     */
    public long duration() {
        return duration;
    }

    /**
     * Returns for how long nothing was written.
     *
     * @return the nanoseconds since the last write was sent
     */
    public long age() {
        return nanoTime.getAsLong() - renewedAt;
    }

    /**
     * Shows others that this process is alive.
     *
     * @return false if the lease is lost
     */
    public synchronized boolean renew() {
        return write(null, false);
    }

    /**
     * Stores how far the work has come.
     *
     * @param progress the progress
     * @return false if the lease is lost; then nothing was stored
     */
    public synchronized boolean store(P progress) {
        return write(progress, false);
    }

    /**
     * Hands the lease over to whoever asks next.
     *
     * @param progress the progress; null leaves what is stored
     */
    public synchronized void release(@Nullable P progress) {
        if (write(progress, true)) {
            lost = true;
        }
    }

    /**
     * Writes the next state.
     *
     * @param progress the progress; null leaves what is stored, which may be that of a lost response
     */
    private boolean write(@Nullable P progress, boolean isLast) {
        if (lost || (uncertain && !isStillHeld())) {
            lost = true;
            return false;
        }
        long sent = nanoTime.getAsLong();
        LeaseState<P> next = next(
                held, progress == null ? held.progress() : progress, isLast ? null : held.owner(), held.leaseMillis());
        uncertain = true;
        boolean written = store.replace(held, next);
        uncertain = false;
        if (written) {
            held = next;
            renewedAt = sent;
        } else {
            lost = true;
        }
        return written;
    }

    /** Finds out what became of a write whose response did not come: this owner is no other process. */
    private boolean isStillHeld() {
        LeaseState<P> found = store.find().orElse(null);
        if (found == null || held.owner() == null || !held.owner().equals(found.owner())) {
            return false;
        }
        held = found;
        return true;
    }
}
