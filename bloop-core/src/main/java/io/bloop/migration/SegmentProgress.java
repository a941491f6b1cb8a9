package io.bloop.migration;

import io.bloop.type.AttributeValues;
import io.bloop.type.Types;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How far a segment has come.
 *
 * @param position the key of the last item that was dealt with; null at the beginning
 * @param done whether there is nothing after it
 * @param counts the items so far
 * @param failures the first items that could not be migrated
 */
record SegmentProgress(
        @Nullable Map<String, AttributeValue> position,
        boolean done,
        MigrationCounts counts,
        List<FailedItem> failures) {

    static final SegmentProgress NONE = new SegmentProgress(null, false, MigrationCounts.NONE, List.of());

    /** Makes a key of what a column of any type holds. */
    static @Nullable Map<String, AttributeValue> key(@Nullable Object value) {
        AttributeValue dumped = AttributeValues.dump(Types.DYNAMIC, value);
        return dumped == null ? null : dumped.m();
    }

    /** Returns the position for a column of any type. */
    @Nullable
    Object positionValue() {
        return position == null ? null : AttributeValues.load(Types.DYNAMIC, AttributeValue.createM(position));
    }
}
