package io.bloop.stream;

import io.bloop.bound.internal.BoundModel;
import io.bloop.request.Target;
import io.bloop.request.internal.SharedRecords;
import io.bloop.request.internal.StreamAnswer;
import io.bloop.request.internal.StreamRequests;
import io.bloop.request.internal.TableRequests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsRequest;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsResponse;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.Stream;

/** Asks DynamoDB about the streams of one table. Thread-safe. */
final class StreamSource {

    private final StreamRequests requests;
    private final TableRequests tables;
    private final List<? extends BoundModel<?>> models;
    private final Target target;
    private final LongSupplier nanoTime;

    /**
     * Creates a source.
     *
     * @param models models of one table, at least one
     */
    StreamSource(
            StreamRequests requests,
            TableRequests tables,
            List<? extends BoundModel<?>> models,
            LongSupplier nanoTime) {
        this.requests = requests;
        this.tables = tables;
        this.models = models;
        this.target =
                Target.joined(models.stream().map(model -> model.target(null)).toList());
        this.nanoTime = nanoTime;
    }

    Target target() {
        return target;
    }

    /** Tells whether the changes of one model are read alone. */
    boolean isOfOneModel() {
        return models.size() == 1;
    }

    Instant now() {
        return models.get(0).now();
    }

    long nanoTime() {
        return nanoTime.getAsLong();
    }

    /** Returns the ARN of the stream that the table has now, or had last. */
    String presentStream() {
        String arn = tables.describeExisting(target()).latestStreamArn();
        if (arn == null) {
            throw StreamUnavailable.withoutStream(target());
        }
        return arn;
    }

    /** Returns the ARN of the stream that followed another one; null where there is none yet. */
    @Nullable
    String streamAfter(String arn) {
        String present = tables.describeExisting(target()).latestStreamArn();
        if (present == null || present.equals(arn)) {
            return null;
        }
        // labels are times in ISO form
        return streams().stream()
                .map(Stream::streamArn)
                .filter(other -> other.compareTo(arn) > 0)
                .min(Comparator.naturalOrder())
                .orElse(present);
    }

    private List<Stream> streams() {
        List<Stream> streams = new ArrayList<>();
        ListStreamsRequest.Builder request = ListStreamsRequest.builder().tableName(target().table());
        String last = null;
        do {
            ListStreamsResponse page = requests.listStreams(
                    target(), request.exclusiveStartStreamArn(last).build());
            streams.addAll(page.streams());
            last = page.lastEvaluatedStreamArn();
        } while (last != null);
        return streams;
    }

    Listing describe(String arn) {
        List<software.amazon.awssdk.services.dynamodb.model.Shard> shards = new ArrayList<>();
        DescribeStreamRequest.Builder request = DescribeStreamRequest.builder().streamArn(arn);
        Listing.State state = null;
        String last = null;
        do {
            StreamAnswer<DescribeStreamResponse> page = requests.describeStream(
                    target(), request.exclusiveStartShardId(last).build());
            DescribeStreamResponse response = page.response();
            if (response == null) {
                return Listing.GONE;
            }
            // a stream that is disabled between two pages may have got shards before
            state = state == null
                    ? Listing.State.of(response.streamDescription().streamStatus())
                    : state;
            shards.addAll(response.streamDescription().shards());
            last = response.streamDescription().lastEvaluatedShardId();
        } while (last != null);
        return Listing.of(Objects.requireNonNull(state), shards);
    }

    StreamAnswer<GetShardIteratorResponse> iterator(String arn, String shard, Place place) {
        ShardIteratorType type = type(place);
        boolean hasNumber =
                type == ShardIteratorType.AT_SEQUENCE_NUMBER || type == ShardIteratorType.AFTER_SEQUENCE_NUMBER;
        GetShardIteratorRequest request = GetShardIteratorRequest.builder()
                .streamArn(arn)
                .shardId(shard)
                .shardIteratorType(type)
                .sequenceNumber(hasNumber ? place.sequence() : null)
                .build();
        return requests.getShardIterator(target(), request, place.isRelative());
    }

    private static ShardIteratorType type(Place place) {
        return switch (place.kind()) {
            case LATEST -> ShardIteratorType.LATEST;
            case AFTER -> ShardIteratorType.AFTER_SEQUENCE_NUMBER;
            case AT -> ShardIteratorType.AT_SEQUENCE_NUMBER;
            case OLDEST, START ->
                place.sequence() == null ? ShardIteratorType.TRIM_HORIZON : ShardIteratorType.AT_SEQUENCE_NUMBER;
        };
    }

    /** Tells whether DynamoDB knows a shard no longer. */
    boolean isGone(String arn, String shard) {
        return iterator(arn, shard, Place.start(null)).refusal() == StreamAnswer.Refusal.NOT_FOUND;
    }

    /** Notes that a reader begins, with which others share what they find. */
    void join() {
        requests.shared().join(target().table());
    }

    void leave() {
        requests.shared().leave(target().table());
    }

    void refresh() {
        requests.shared().refresh();
    }

    /** Returns what follows a record, by a request or as another reader has found it. */
    @Nullable
    StreamAnswer<GetRecordsResponse> after(
            Shard shard, String sequence, Supplier<@Nullable StreamAnswer<GetRecordsResponse>> request) {
        SharedRecords.Place place = new SharedRecords.Place(shard.stream(), shard.id(), sequence);
        return requests.shared().after(target().table(), place, shard.isCaughtUp(), request);
    }

    StreamAnswer<GetRecordsResponse> records(String iterator) {
        return requests.getRecords(
                target(), GetRecordsRequest.builder().shardIterator(iterator).build());
    }
}
