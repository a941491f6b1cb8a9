package io.bloop.migration;

import io.bloop.bound.internal.BoundModel;
import io.bloop.request.internal.ItemsResponse;
import io.bloop.request.internal.Requests;
import io.bloop.type.StoredItem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/**
 * Reads the pages of one segment of a table as they are stored, whosever the items are, and every write before among them.
 *
 * <p>Unlike a {@link io.bloop.query.Scan}, which hands out the model's own items.
 */
final class SegmentPages {

    /** So few that what a killed process has to do again is little, and so many that positions are stored seldom. */
    private static final int PAGE_SIZE = 200;

    private final BoundModel<?> bound;
    private final Requests requests;
    private final int segment;
    private final int segments;

    /**
     * One page.
     *
     * @param last where the next page begins; null where there is none
     */
    record Page(List<StoredItem> items, @Nullable Map<String, AttributeValue> last) {}

    SegmentPages(BoundModel<?> bound, Requests requests, int segment, int segments) {
        this.bound = bound;
        this.requests = requests;
        this.segment = segment;
        this.segments = segments;
    }

    Page after(@Nullable Map<String, AttributeValue> position) {
        ItemsResponse<ScanResponse> found = requests.scan(
                bound.target(null),
                ScanRequest.builder()
                        .tableName(bound.tableName())
                        .consistentRead(true)
                        .segment(segment)
                        .totalSegments(segments)
                        .exclusiveStartKey(position)
                        .limit(PAGE_SIZE));
        Map<String, AttributeValue> last = found.answer().lastEvaluatedKey();
        return new Page(found.items(), last == null || last.isEmpty() ? null : last);
    }
}
