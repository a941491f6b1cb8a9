package io.bloop.boot.stream;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The right of one process to deliver the changes of a listener and to store its position.
 *
 * <p>Every write is conditional on the write before, so that whoever has lost the lease can store nothing. Between writes the
 * lease is valid for as long as others wait, counted from the moment at which the last write was sent. Thread-safe.
 */
final class Lease {

    private final StreamPositions positions;
    private final LongSupplier nanoTime;
    private final long duration;
    private StreamPosition held;
    private boolean uncertain;
    private volatile boolean lost;
    private volatile long renewedAt;

    private Lease(StreamPositions positions, LongSupplier nanoTime, StreamPosition held, long renewedAt) {
        this.positions = positions;
        this.nanoTime = nanoTime;
        this.held = held;
        this.duration = TimeUnit.MILLISECONDS.toNanos(held.leaseMillis());
        this.renewedAt = renewedAt;
    }

    /** Waits for the lease of one listener. Not thread-safe. */
    static final class Candidate {

        private final StreamPositions positions;
        private final LongSupplier nanoTime;
        private final String listener;
        private final String owner;
        private final Duration duration;
        private @Nullable StreamPosition seen;
        private long seenAt;

        Candidate(StreamPositions positions, LongSupplier nanoTime, String listener, String owner, Duration duration) {
            this.positions = positions;
            this.nanoTime = nanoTime;
            this.listener = listener;
            this.owner = owner;
            this.duration = duration;
        }

        /** Takes the lease if nobody holds it, or if its owner gave no sign of life for the time of the lease. */
        Optional<Lease> take() {
            long asked = nanoTime.getAsLong();
            StreamPosition found = positions.find(listener).orElse(null);
            if (found == null) {
                return write(
                        null, new StreamPosition(listener, null, owner, 1, TimeUnit.MILLISECONDS.convert(duration)));
            }
            boolean free = found.owner() == null || found.owner().equals(owner) || isDead(found, asked);
            return free
                    ? write(found, next(found, found.token(), owner, TimeUnit.MILLISECONDS.convert(duration)))
                    : Optional.empty();
        }

        private boolean isDead(StreamPosition found, long asked) {
            boolean moved =
                    seen == null || seen.counter() != found.counter() || !Objects.equals(seen.owner(), found.owner());
            if (moved) {
                seen = found;
                seenAt = nanoTime.getAsLong();
                return false;
            }
            return asked - seenAt >= TimeUnit.MILLISECONDS.toNanos(found.leaseMillis());
        }

        private Optional<Lease> write(@Nullable StreamPosition expected, StreamPosition next) {
            long sent = nanoTime.getAsLong();
            seen = null;
            return positions.replace(expected, next)
                    ? Optional.of(new Lease(positions, nanoTime, next, sent))
                    : Optional.empty();
        }
    }

    private static StreamPosition next(
            StreamPosition from, @Nullable String token, @Nullable String owner, long leaseMillis) {
        return new StreamPosition(from.listener(), token, owner, from.counter() + 1, leaseMillis);
    }

    /** Returns the token that was stored last, by whichever process. */
    synchronized @Nullable String token() {
        return held.token();
    }

    /** Tells, without a request, whether nobody else can have taken the lease. */
    boolean isValid() {
        return !lost && age() < duration;
    }

    /** Returns the nanoseconds for which others wait after each write. */
    long duration() {
        return duration;
    }

    /** Returns the nanoseconds since the last write was sent. */
    long age() {
        return nanoTime.getAsLong() - renewedAt;
    }

    /** Shows others that this process is alive; returns false if the lease is lost. */
    synchronized boolean renew() {
        return write(null, false);
    }

    /** Stores a position; returns false, and stores nothing, if the lease is lost. */
    synchronized boolean store(String token) {
        return write(token, false);
    }

    /** Hands the lease over to whoever asks next. */
    synchronized void release(@Nullable String token) {
        if (write(token, true)) {
            lost = true;
        }
    }

    /**
     * Writes the next state.
     *
     * @param token a new position; null leaves the one that is stored, which may be that of a lost response
     */
    private boolean write(@Nullable String token, boolean isLast) {
        if (lost || (uncertain && !isStillHeld())) {
            lost = true;
            return false;
        }
        long sent = nanoTime.getAsLong();
        StreamPosition next =
                next(held, token == null ? held.token() : token, isLast ? null : held.owner(), held.leaseMillis());
        uncertain = true;
        boolean written = positions.replace(held, next);
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
        StreamPosition found = positions.find(held.listener()).orElse(null);
        if (found == null || held.owner() == null || !held.owner().equals(found.owner())) {
            return false;
        }
        held = found;
        return true;
    }
}
