package io.bloop.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Counts what becomes of the items of one segment. Not thread-safe. */
final class Tally {

    /** An item of the ledger has room for so many. */
    static final int MOST_FAILURES = 50;

    private final List<FailedItem> failures;
    private @Nullable Map<String, AttributeValue> position;
    private MigrationCounts counts;

    Tally(SegmentProgress from) {
        this.position = from.position();
        this.counts = from.counts();
        this.failures = new ArrayList<>(from.failures());
    }

    void conflict() {
        counts = counts.plus(new MigrationCounts(0, 0, 0, 0, 0, 1));
    }

    void add(ItemMigrator.Outcome outcome, Map<String, AttributeValue> key) {
        position = key;
        counts = counts.plus(
                switch (outcome) {
                    case CHANGED -> new MigrationCounts(1, 1, 0, 0, 0, 0);
                    case UNCHANGED -> new MigrationCounts(1, 0, 1, 0, 0, 0);
                    case PASSED -> new MigrationCounts(1, 0, 0, 1, 0, 0);
                });
    }

    void add(FailedItem failed, Map<String, AttributeValue> key) {
        position = key;
        counts = counts.plus(new MigrationCounts(1, 0, 0, 0, 1, 0));
        if (failures.size() < MOST_FAILURES) {
            failures.add(failed);
        }
    }

    /** Takes note that there is nothing before a position any more. */
    void reach(@Nullable Map<String, AttributeValue> last) {
        if (last != null) {
            position = last;
        }
    }

    @Nullable
    Map<String, AttributeValue> position() {
        return position;
    }

    SegmentProgress progress(boolean done) {
        return new SegmentProgress(position, done, counts, List.copyOf(failures));
    }
}
