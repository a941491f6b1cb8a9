package io.bloop.boot.stream;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Tells the threads of one run of a listener to pause and to stop. Thread-safe. */
final class Control {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile boolean stopping;
    private volatile boolean paused;

    Control(boolean paused) {
        this.paused = paused;
    }

    void stop() {
        set(() -> stopping = true);
    }

    void pause(boolean pause) {
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

    boolean isStopping() {
        return stopping;
    }

    /** Waits while the listener is paused; returns false if it has to stop. */
    boolean awaitRunning() {
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

    /** Waits for a time; returns false, at once, if the listener has to stop. */
    boolean sleep(long nanos) {
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
