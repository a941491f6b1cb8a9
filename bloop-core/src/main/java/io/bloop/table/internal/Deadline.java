package io.bloop.table.internal;

import io.bloop.request.CallInterrupted;
import io.bloop.table.TableNotReady;
import java.time.Duration;

/** Ends the time that the binding of one table may take; serves one thread. */
final class Deadline {

    /** The least time of a request, so that a short time-out is not spent on opening a connection. */
    private static final Duration LEAST = Duration.ofSeconds(2);

    private final String table;
    private final Duration timeout;
    private final long start = System.nanoTime();

    Deadline(String table, Duration timeout) {
        this.table = table;
        this.timeout = timeout;
    }

    /** Returns the time that is left; nothing, or less, when it is over. */
    Duration left() {
        return timeout.minusNanos(System.nanoTime() - start);
    }

    /** Returns the time that the next request may take. */
    Duration forRequest() {
        Duration left = left();
        return left.compareTo(LEAST) < 0 ? LEAST : left;
    }

    /** Returns the exception of a wait that takes too long. */
    TableNotReady over(String status) {
        return new TableNotReady(table, status, timeout);
    }

    /** Returns the exception of a wait that was interrupted. */
    CallInterrupted interrupted(String status, InterruptedException cause) {
        return new CallInterrupted(SideBySide.OPERATION, "table '" + table + "'", "it: " + status, cause);
    }
}
