package io.bloop.lease.internal;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Tells the threads of one run to pause and to stop. Thread-safe. */
public final class Control {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile boolean stopping;
    private volatile boolean paused;

    /**
     * Creates a control.
     *
     * @param paused whether the run is paused from the beginning
     */
    public Control(boolean paused) {
        this.paused = paused;
    }

    /** Stops the run, for good. */
    public void stop() {
        set(() -> stopping = true);
    }

    /**
     * Pauses the run, or lets it go on.
     *
     * @param pause whether to pause
     */
    public void pause(boolean pause) {
        set(() -> paused = pause);
    }

    private void set(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Tells whether the run has to stop.
     *
     * @return true if it has to
     */
    public boolean isStopping() {
        return stopping;
    }

    /**
     * Waits while the run is paused.
     *
     * @return false if it has to stop
     */
    public boolean awaitRunning() {
        lock.lock();
        try {
            while (paused && !stopping) {
                changed.await();
            }
        } catch (InterruptedException ex) {
            interrupted();
        } finally {
            lock.unlock();
        }
        return !stopping;
    }

    /**
     * Waits for a time.
     *
     * @param nanos the time
     * @return false, at once, if the run has to stop
     */
    public boolean sleep(long nanos) {
        lock.lock();
        try {
            for (long left = nanos; left > 0 && !stopping; ) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException ex) {
            interrupted();
        } finally {
            lock.unlock();
        }
        return !stopping;
    }

    private void interrupted() {
        stopping = true;
        Thread.currentThread().interrupt();
    }
}
