package io.bloop.migration;

import io.bloop.lease.internal.Lease;
import io.bloop.lease.internal.Lease.Candidate;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;

/** Hands out the segments of one run to the threads of this process, each with its lease. Thread-safe. */
final class Segments {

    private final Ledger ledger;
    private final MigrationEntry entry;
    private final String owner;
    private final Duration duration;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Integer, Candidate<SegmentProgress>> candidates = new HashMap<>();
    private final Set<Integer> taken = new HashSet<>();
    private final BitSet done = new BitSet();

    /** One segment that this process holds. */
    record Held(int number, Lease<SegmentProgress> lease) {}

    Segments(Ledger ledger, MigrationEntry entry, String owner, Duration duration) {
        this.ledger = ledger;
        this.entry = entry;
        this.owner = owner;
        this.duration = duration;
    }

    /** Takes a segment that is not done and that nobody holds; empty if there is none just now. */
    Optional<Held> take() {
        lock.lock();
        try {
            look();
            // processes that begin together do not all ask for the same one
            int first = ThreadLocalRandom.current().nextInt(entry.segments());
            for (int i = 0; i < entry.segments(); i++) {
                int number = (first + i) % entry.segments();
                Optional<Held> held = done.get(number) || taken.contains(number) ? Optional.empty() : take(number);
                if (held.isPresent()) {
                    return held;
                }
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private void look() {
        for (SegmentEntry segment : ledger.segments(entry)) {
            if (segment.done()) {
                done.set(SegmentEntry.number(segment.part()));
            }
        }
    }

    private Optional<Held> take(int number) {
        Optional<Lease<SegmentProgress>> lease = candidates
                .computeIfAbsent(
                        number, one -> new Candidate<>(ledger.segment(entry, one), System::nanoTime, owner, duration))
                .take();
        SegmentProgress progress = lease.map(Lease::progress).orElse(null);
        if (progress != null && progress.done()) {
            // finished since the segments were read
            lease.orElseThrow().release(null);
            done.set(number);
            return Optional.empty();
        }
        lease.ifPresent(held -> taken.add(number));
        return lease.map(held -> new Held(number, held));
    }

    /** Takes a segment back that this process no longer works at. */
    void giveBack(Held held) {
        lock.lock();
        try {
            taken.remove(held.number());
        } finally {
            lock.unlock();
        }
    }

    /** Tells whether every segment was done when it was looked at last. */
    boolean areDone() {
        lock.lock();
        try {
            return done.cardinality() == entry.segments();
        } finally {
            lock.unlock();
        }
    }
}
