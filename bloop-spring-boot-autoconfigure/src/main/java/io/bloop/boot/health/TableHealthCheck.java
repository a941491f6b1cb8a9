package io.bloop.boot.health;

import io.bloop.engine.Bindings;
import io.bloop.request.NoAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/**
 * Checks the tables of an engine one after the other, on a thread of its own and within a time.
 *
 * <p>The thread bounds what the time-out of a request does not: waiting for a connection, and clients that ignore it.
 */
final class TableHealthCheck {

    private final Bindings bindings;
    private final Duration timeout;
    private final List<String> tables;
    private final long start = System.nanoTime();
    private final Map<String, TableHealth> answered = Collections.synchronizedMap(new LinkedHashMap<>());

    TableHealthCheck(Bindings bindings, Duration timeout) {
        this.bindings = bindings;
        this.timeout = timeout;
        this.tables = List.copyOf(bindings.tables());
    }

    /**
     * Runs the check.
     *
     * @throws TimeoutException if not every table has been answered for in time
     * @throws Exception if DynamoDB cannot be asked at all
     */
    void run() throws Exception {
        FutureTask<?> task = new FutureTask<>(this::askAll, null);
        Thread thread = new Thread(task, "bloop-health");
        thread.setDaemon(true);
        thread.start();
        try {
            task.get(TimeUnit.NANOSECONDS.convert(left()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException ex) {
            throw timedOut();
        } catch (ExecutionException ex) {
            if (ex.getCause() instanceof NoAnswer silence && silence.getCause() instanceof ApiCallTimeoutException) {
                throw timedOut();
            }
            throw ex.getCause() instanceof RuntimeException failure ? failure : ex;
        } finally {
            task.cancel(true);
        }
        if (!missing().isEmpty()) {
            // the other thread noticed the end of the time first
            throw timedOut();
        }
    }

    private TimeoutException timedOut() {
        return new TimeoutException("DynamoDB has not answered for table '" + String.join("', '", missing())
                + "' within " + timeout.toMillis() + " ms. See management.health.bloop.timeout.");
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>(tables);
        missing.removeAll(answered.keySet());
        return missing;
    }

    private void askAll() {
        for (String table : tables) {
            Duration left = left();
            if (left.isNegative() || left.isZero()) {
                return; // the missing tables show it
            }
            answered.put(table, TableHealth.of(bindings, table, left));
        }
    }

    private Duration left() {
        return timeout.minusNanos(System.nanoTime() - start);
    }

    /** Returns the tables that have been answered for, in order. */
    Map<String, TableHealth> answered() {
        synchronized (answered) {
            return new LinkedHashMap<>(answered);
        }
    }
}
