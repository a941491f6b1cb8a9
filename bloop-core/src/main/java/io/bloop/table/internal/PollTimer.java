package io.bloop.table.internal;

import io.bloop.request.CallInterrupted;
import io.bloop.table.TableNotReady;
import java.util.concurrent.TimeUnit;

/** Waits longer from time to time until there is no time left; serves one wait. */
final class PollTimer {

    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final Deadline deadline;
    private long pause = FIRST_PAUSE_MILLIS;

    PollTimer(Deadline deadline) {
        this.deadline = deadline;
    }

    /** Tells whether another pause leaves time for a request. */
    boolean hasTime() {
        return deadline.left().toMillis() > pause;
    }

    /**
     * Waits a little.
     *
     * @param status what is waited for, in words
     * @throws TableNotReady if the time is up
     * @throws CallInterrupted if the thread is interrupted; it stays so
     */
    void pause(String status) {
        long left = deadline.left().toMillis();
        if (left <= 0) {
            throw deadline.over(status);
        }
        try {
            TimeUnit.MILLISECONDS.sleep(Math.min(pause, left));
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw deadline.interrupted(status, ex);
        }
        pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
    }
}
