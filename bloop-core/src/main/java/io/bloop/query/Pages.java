package io.bloop.query;

import io.bloop.expression.Condition;
import io.bloop.expression.Placeholders;
import io.bloop.mapping.internal.ProjectionText;
import io.bloop.model.Column;
import io.bloop.request.InvalidRequest;
import io.bloop.request.internal.ItemsResponse;
import io.bloop.type.StoredItem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Fetches the pages of one search, with its expressions written once. */
final class Pages<T> {

    /** One response. */
    record Answer(
            List<StoredItem> items,
            int count,
            int scanned,
            @Nullable Position last) {}

    private final Plan<T> plan;
    private final boolean query;
    private final boolean counting;
    private final Placeholders placeholders = new Placeholders();
    private final @Nullable String where;
    private final @Nullable String filter;
    private final @Nullable String projection;

    Pages(Plan<T> plan, boolean query, boolean counting) {
        this.plan = plan;
        this.query = query;
        this.counting = counting && plan.isLeftToDynamoDb(query);
        this.where = query ? plan.keyQuery().where().render(placeholders) : null;
        Condition<T> own = plan.ownFilter(query);
        this.filter = own.isEmpty() ? null : own.render(placeholders);
        this.projection = this.counting ? null : projection(counting ? plan.keys() : plan.asked());
    }

    /** Asks for columns, and always for what tells whose an item is; null leaves it to DynamoDB. */
    private @Nullable String projection(@Nullable Set<Column<T, ?>> asked) {
        return asked == null
                ? null
                : new ProjectionText(placeholders)
                        .columns(asked)
                        .attributes(plan.claimAttributes())
                        .attributes(query ? plan.keyQuery().excluded().keySet() : Set.of())
                        .inside(counting ? List.of() : plan.asksInside())
                        .toString();
    }

    /** Tells whether the items that have to be read are known from the limit. */
    boolean isBounded() {
        return plan.isBounded(query);
    }

    /** Returns the items of a page that the search hands out. */
    List<StoredItem> own(Answer answer, LongAdder skipped) {
        return plan.own(answer.items(), query, skipped);
    }

    /** Returns the number of the model's items in a page of a search that counts. */
    int count(Answer answer, LongAdder skipped) {
        return counting ? answer.count() : own(answer, skipped).size();
    }

    Answer fetch(@Nullable Position start, @Nullable Integer most) {
        try {
            return query ? query(start, most) : scan(start, most);
        } catch (InvalidRequest ex) {
            throw Token.refused(plan, start, ex);
        }
    }

    private Answer query(@Nullable Position start, @Nullable Integer most) {
        ItemsResponse<QueryResponse> found = plan.requests()
                .query(
                        plan.target(),
                        QueryRequest.builder()
                                .tableName(plan.model().tableName())
                                .indexName(
                                        plan.index() == null
                                                ? null
                                                : plan.index().storedName())
                                .keyConditionExpression(where)
                                .filterExpression(filter)
                                .projectionExpression(projection)
                                .expressionAttributeNames(placeholders.names())
                                .expressionAttributeValues(placeholders.values())
                                .select(counting ? Select.COUNT : null)
                                .consistentRead(plan.consistent() ? true : null)
                                .scanIndexForward(plan.ascending() ? null : false)
                                .exclusiveStartKey(start == null ? null : start.key())
                                .limit(most));
        QueryResponse answer = found.answer();
        return new Answer(found.items(), answer.count(), answer.scannedCount(), position(answer.lastEvaluatedKey()));
    }

    private Answer scan(@Nullable Position start, @Nullable Integer most) {
        Plan.Segment segment = plan.segment();
        ItemsResponse<ScanResponse> found = plan.requests()
                .scan(
                        plan.target(),
                        ScanRequest.builder()
                                .tableName(plan.model().tableName())
                                .indexName(
                                        plan.index() == null
                                                ? null
                                                : plan.index().storedName())
                                .filterExpression(filter)
                                .projectionExpression(projection)
                                .expressionAttributeNames(placeholders.names())
                                .expressionAttributeValues(placeholders.values())
                                .select(counting ? Select.COUNT : null)
                                .consistentRead(plan.consistent() ? true : null)
                                .segment(segment == null ? null : segment.number())
                                .totalSegments(segment == null ? null : segment.total())
                                .exclusiveStartKey(start == null ? null : start.key())
                                .limit(most));
        ScanResponse answer = found.answer();
        return new Answer(found.items(), answer.count(), answer.scannedCount(), position(answer.lastEvaluatedKey()));
    }

    private static @Nullable Position position(@Nullable Map<String, AttributeValue> last) {
        return last == null || last.isEmpty() ? null : new Position(last, false);
    }
}
