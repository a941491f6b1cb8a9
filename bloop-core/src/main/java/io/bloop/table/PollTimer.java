package io.bloop.table;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/** Waits longer from time to time until there is no time left; serves one wait. */
final class PollTimer {

    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final String table;
    private final Duration timeout;
    private final long start = System.nanoTime();
    private long pause = FIRST_PAUSE_MILLIS;

    PollTimer(String table, Duration timeout) {
        this.table = table;
        this.timeout = timeout;
    }

    /**
     * Waits a little.
     *
     * @param status what is waited for, in words
     * @throws TableNotReady if the time is up
     */
    void pause(String status) {
        long left = timeout.toMillis() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        if (left <= 0) {
            throw new TableNotReady(table, status, timeout);
        }
        try {
            TimeUnit.MILLISECONDS.sleep(Math.min(pause, left));
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for a table");
        }
        pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
    }
}
