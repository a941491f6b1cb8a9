package io.bloop.table;

import io.bloop.request.Requests;
import io.bloop.request.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** Waits until a table and its indexes are ready, or the table is gone. */
final class TableWait {

    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final Requests requests;
    private final Target target;
    private final Duration timeout;

    TableWait(Requests requests, Target target, Duration timeout) {
        this.requests = requests;
        this.target = target;
        this.timeout = timeout;
    }

    /** Returns the description of the table once it is ready; empty if there is no such table. */
    Optional<TableDescription> untilReady() {
        long start = System.nanoTime();
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            TableDescription table;
            try {
                table = requests.describeTable(target);
            } catch (ResourceNotFoundException ex) {
                return Optional.empty();
            }
            List<String> pending = pending(table);
            if (pending.isEmpty()) {
                return Optional.of(table);
            }
            long left = timeout.toMillis() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            if (left <= 0) {
                throw new TableNotReady(target.table(), String.join(", ", pending), timeout);
            }
            pause(Math.min(pause, left));
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
    }

    private static List<String> pending(TableDescription table) {
        List<String> pending = new ArrayList<>();
        // a table that is being updated serves requests, and may be so for hours
        if (table.tableStatus() != TableStatus.ACTIVE && table.tableStatus() != TableStatus.UPDATING) {
            pending.add("the table is " + table.tableStatusAsString());
        }
        table.globalSecondaryIndexes().stream()
                .filter(index -> index.indexStatus() == IndexStatus.CREATING)
                .forEach(index -> pending.add("index " + index.indexName() + " is CREATING"));
        return pending;
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for a table");
        }
    }
}
