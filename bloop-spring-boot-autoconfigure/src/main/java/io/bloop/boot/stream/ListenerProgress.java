package io.bloop.boot.stream;

import io.bloop.stream.Change;
import io.bloop.stream.ShardProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Counts the changes of a listener, and knows its progress. Thread-safe. */
final class ListenerProgress {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private final LongAdder records = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder skipped = new LongAdder();
    private volatile List<ShardProgress> shards = List.of();
    private volatile @Nullable Instant oldest;
    private Runnable refresh = () -> {};
    private long round;
    private long idleRound;

    /** Names what lets the next look see all that has happened before it. */
    void refreshes(Runnable refresh) {
        lock.lock();
        try {
            this.refresh = refresh;
        } finally {
            lock.unlock();
        }
    }

    /** Begins to look for changes; returns the number of the look. */
    long begin() {
        lock.lock();
        try {
            return ++round;
        } finally {
            lock.unlock();
        }
    }

    void read(List<ShardProgress> read, List<? extends Change<?>> changes) {
        shards = read;
        oldest = changes.isEmpty() ? null : changes.get(0).at();
    }

    /** A look has found no change. */
    void idle(long number) {
        if (isCaughtUp()) {
            lock.lock();
            try {
                idleRound = number;
                idle.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private boolean isCaughtUp() {
        return oldest == null && shards.stream().allMatch(shard -> shard.caughtUp() && shard.buffered() == 0);
    }

    /** Waits for a look that begins after this call and finds nothing; returns false if there was none in time. */
    boolean awaitIdle(Duration wait) throws InterruptedException {
        lock.lock();
        try {
            long begun = round;
            refresh.run();
            for (long left = TimeUnit.NANOSECONDS.convert(wait); idleRound <= begun && left > 0; ) {
                left = idle.awaitNanos(left);
            }
            return idleRound > begun;
        } finally {
            lock.unlock();
        }
    }

    void delivered(int number) {
        records.add(number);
    }

    void failed() {
        failures.increment();
    }

    void skipped(int number) {
        skipped.add(number);
    }

    void forget() {
        shards = List.of();
        oldest = null;
    }

    long records() {
        return records.sum();
    }

    long failures() {
        return failures.sum();
    }

    long skipped() {
        return skipped.sum();
    }

    List<ShardProgress> shards() {
        return shards;
    }

    /** Returns the age of the oldest change that is known and not handled; zero where none is known. */
    Duration lag(Instant now) {
        Instant at = oldest;
        if (at == null && !isCaughtUp()) {
            at = shards.stream()
                    .filter(shard -> !shard.caughtUp())
                    .map(ShardProgress::at)
                    .filter(java.util.Objects::nonNull)
                    .min(Instant::compareTo)
                    .orElse(null);
        }
        Duration lag = at == null ? Duration.ZERO : Duration.between(at, now);
        return lag.isNegative() ? Duration.ZERO : lag;
    }

    /** Times grow from 20 ms to a limit. */
    static final class Pause {

        private static final long FIRST = TimeUnit.MILLISECONDS.toNanos(20);

        private final long longest;
        private long next = FIRST;

        Pause(Duration longest) {
            this.longest = TimeUnit.NANOSECONDS.convert(longest);
        }

        long next() {
            long pause = Math.min(next, longest);
            next = Math.min(next * 2, longest);
            return pause;
        }

        void reset() {
            next = FIRST;
        }
    }
}
