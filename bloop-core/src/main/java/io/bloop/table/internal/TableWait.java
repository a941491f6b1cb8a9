package io.bloop.table.internal;

import io.bloop.table.IndexWait;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** Waits until a table and its indexes are ready, or the table is gone. */
final class TableWait {

    private final TableReader reader;
    private final WantedTable goal;
    private final Deadline deadline;
    private final IndexWait indexWait;
    private boolean seenCreation;

    TableWait(TableReader reader, WantedTable goal, Deadline deadline, IndexWait indexWait) {
        this.reader = reader;
        this.goal = goal;
        this.deadline = deadline;
        this.indexWait = indexWait;
    }

    /** Tells whether the table was still being created when it was described. */
    boolean hasSeenCreation() {
        return seenCreation;
    }

    /** Returns the description of the table once it is ready; empty if there is no such table. */
    Optional<TableDescription> untilReady() {
        PollTimer timer = new PollTimer(deadline);
        while (true) {
            Optional<TableDescription> table = describe();
            List<String> pending = table.map(this::pending).orElse(List.of());
            if (pending.isEmpty()) {
                return table;
            }
            timer.pause(String.join(", ", pending));
        }
    }

    /**
     * Returns the description of a table that has just been created, once it is ready.
     *
     * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeTable.html">DescribeTable,
     *     which may not see a new table at once</a>
     */
    TableDescription untilCreated() {
        PollTimer timer = new PollTimer(deadline);
        while (true) {
            Optional<TableDescription> table = describe();
            List<String> pending = table.map(this::pending).orElse(List.of("the table is not to be seen yet"));
            if (pending.isEmpty()) {
                return table.orElseThrow();
            }
            timer.pause(String.join(", ", pending));
        }
    }

    private Optional<TableDescription> describe() {
        Optional<TableDescription> table = reader.describe(goal);
        seenCreation |= table.filter(found -> found.tableStatus() == TableStatus.CREATING)
                .isPresent();
        return table;
    }

    private List<String> pending(TableDescription table) {
        List<String> pending = new ArrayList<>();
        // a table that is being updated serves requests, and may be so for hours
        if (table.tableStatus() != TableStatus.ACTIVE && table.tableStatus() != TableStatus.UPDATING) {
            pending.add("the table is " + table.tableStatusAsString());
        }
        if (indexWait == IndexWait.WAIT || table.tableStatus() == TableStatus.CREATING) {
            pending.addAll(indexes(table, status -> status == IndexStatus.CREATING));
        }
        return pending;
    }

    private static List<String> indexes(TableDescription table, Predicate<@Nullable IndexStatus> status) {
        return table.globalSecondaryIndexes().stream()
                .filter(index -> status.test(index.indexStatus()))
                .map(index -> "index " + index.indexName() + " is " + index.indexStatusAsString())
                .toList();
    }

    /** Returns what has to end before DynamoDB takes another update of the table; none where it takes one. */
    static List<String> underWay(TableDescription table) {
        List<String> underWay = new ArrayList<>(indexes(table, status -> status != IndexStatus.ACTIVE));
        if (underWay.isEmpty() && table.tableStatus() != TableStatus.ACTIVE) {
            underWay.add("the table is " + table.tableStatusAsString());
        }
        return underWay;
    }
}
