package io.bloop.migration;

import io.bloop.lease.internal.Control;
import io.bloop.request.Outcome;
import io.bloop.request.RequestObserver;
import io.bloop.request.Target;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/**
 * Bounds the write units per second of all processes together by one counter in the ledger.
 *
 * <p>A process adds a block of units to the counter before it uses them, and waits until the units that all processes have
 * added before would be used up at the rate. So the processes share the rate by what they need, and nobody has to know how
 * many there are. Time is measured by each process alone: its beginning is the value of the counter that it has seen first.
 * What requests have really consumed is charged afterwards. Thread-safe.
 */
final class WriteRate implements RequestObserver {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** What a process takes at once: enough for a quarter of a second at the whole rate. */
    private static final int BLOCKS_PER_SECOND = 4;

    private final long perSecond;
    private final LongUnaryOperator counter;
    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock();
    private double left;
    private long waiting;
    private long due;
    private boolean begun;
    private long beganAt;
    private long beganWith;

    /**
     * Creates a rate of which no unit is used.
     *
     * @param counter adds units to the counter of all processes, and returns its new value
     */
    WriteRate(long perSecond, LongUnaryOperator counter, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.counter = counter;
        this.nanoTime = nanoTime;
    }

    /** Waits until something may be written; returns false if the run has to stop. */
    boolean await(Control control) {
        // sleeps without the lock, so that other threads can charge their writes
        for (long left = timeLeft(); left > 0; left = timeLeft()) {
            if (!control.sleep(left)) {
                return false;
            }
        }
        return !control.isStopping();
    }

    /** Returns how long to wait until something may be written; 0 for not at all. */
    private long timeLeft() {
        lock.lock();
        try {
            return mayWrite() ? 0 : Math.max(1, due - nanoTime.getAsLong());
        } finally {
            lock.unlock();
        }
    }

    /** Tells whether something may be written now; where nothing is left, takes a block for later. */
    boolean mayWrite() {
        lock.lock();
        try {
            if (left <= 0 && waiting == 0) {
                long block = Math.max(1, perSecond / BLOCKS_PER_SECOND);
                due = due(counter.applyAsLong(block) - block);
                waiting = block;
            }
            if (waiting > 0 && nanoTime.getAsLong() - due >= 0) {
                left += waiting;
                waiting = 0;
            }
            return left > 0;
        } finally {
            lock.unlock();
        }
    }

    /** Returns when units may be used before which others were added; what was not used for a second is forgotten. */
    private long due(long before) {
        long now = nanoTime.getAsLong();
        long due = beganAt + (long) ((double) (before - beganWith) / perSecond * SECOND);
        if (!begun || now - due > SECOND) {
            begun = true;
            beganAt = now;
            beganWith = before;
            return now;
        }
        return due;
    }

    private void charge(double units) {
        lock.lock();
        try {
            left -= units;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Observation start(String operation, Target target) {
        return outcome -> charge(units(outcome));
    }

    /** A write that was refused consumes units too, and does not say how many. */
    private static double units(Outcome outcome) {
        double units = 0;
        for (ConsumedCapacity capacity : outcome.capacity()) {
            units += capacity.capacityUnits() == null ? 0 : capacity.capacityUnits();
        }
        return units == 0 ? 1 : units;
    }
}
