package io.bloop.request.internal;

import io.bloop.request.RequestFailed;
import io.bloop.request.RequestObserver;
import io.bloop.request.Target;
import io.bloop.request.internal.Operation.Counts;
import io.bloop.request.internal.StreamAnswer.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsRequest;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsResponse;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Sends the requests about streams, a method for each kind.
 *
 * <p>For the engine. Failures become {@link RequestFailed}, except for the refusals that the reader of a stream deals
 * with. They are told apart by their codes, since DynamoDB Local has no classes for some of them. Thread-safe.
 */
public final class StreamRequests {

    private static final Map<String, Refusal> REFUSALS = Map.of(
            ErrorCodes.EXPIRED_ITERATOR, Refusal.EXPIRED_ITERATOR,
            ErrorCodes.TRIMMED, Refusal.TRIMMED,
            ErrorCodes.NOT_FOUND, Refusal.NOT_FOUND,
            ErrorCodes.INVALID, Refusal.INVALID);

    private final DynamoDbStreamsClient client;
    private final RequestSender sender;
    private final SharedRecords shared;

    /**
     * Creates the requests of an engine.
     *
     * @param client the SDK's client; remains the caller's to close
     * @param observers watch every request
     */
    public StreamRequests(DynamoDbStreamsClient client, List<RequestObserver> observers) {
        this(client, observers, new SharedRecords(System::nanoTime));
    }

    /**
     * Creates the requests of an engine.
     *
     * @param client the SDK's client; remains the caller's to close
     * @param observers watch every request
     * @param shared what the readers of one table share
     */
    public StreamRequests(DynamoDbStreamsClient client, List<RequestObserver> observers, SharedRecords shared) {
        this.client = client;
        this.shared = shared;
        this.sender = new RequestSender(client, observers, null);
    }

    /**
     * Returns what the readers of one table share.
     *
     * @return the records
     */
    public SharedRecords shared() {
        return shared;
    }

    /**
     * Lists streams of a table.
     *
     * @param target what the request is about
     * @param request the request
     * @return the response
     */
    public ListStreamsResponse listStreams(Target target, ListStreamsRequest request) {
        return sender.send(Operation.ofTable("ListStreams"), target, request, client::listStreams, failure -> false);
    }

    /**
     * Describes some shards of a stream.
     *
     * @param target what the request is about
     * @param request the request
     * @return the response, or {@link Refusal#NOT_FOUND}
     */
    public StreamAnswer<DescribeStreamResponse> describeStream(Target target, DescribeStreamRequest request) {
        return send(
                Operation.ofTable("DescribeStream"),
                target,
                request,
                client::describeStream,
                Set.of(Refusal.NOT_FOUND));
    }

    /**
     * Gets an iterator of a shard.
     *
     * @param target what the request is about
     * @param request the request
     * @param mayBeInvalid whether {@link Refusal#INVALID} is a response, and no failure
     * @return the response, or a refusal
     */
    public StreamAnswer<GetShardIteratorResponse> getShardIterator(
            Target target, GetShardIteratorRequest request, boolean mayBeInvalid) {
        return send(
                Operation.ofTable("GetShardIterator"),
                target,
                request,
                client::getShardIterator,
                mayBeInvalid
                        ? Set.of(Refusal.TRIMMED, Refusal.NOT_FOUND, Refusal.INVALID)
                        : Set.of(Refusal.TRIMMED, Refusal.NOT_FOUND));
    }

    /**
     * Gets records of a shard.
     *
     * @param target what the request is about
     * @param request the request
     * @return the response, or a refusal
     */
    public StreamAnswer<GetRecordsResponse> getRecords(Target target, GetRecordsRequest request) {
        return send(
                new Operation<GetRecordsRequest, GetRecordsResponse>(
                        "GetRecords",
                        sent -> sent,
                        (sent, answer) -> Counts.of(answer.records().size(), List.of())),
                target,
                request,
                client::getRecords,
                Set.of(Refusal.EXPIRED_ITERATOR, Refusal.TRIMMED, Refusal.NOT_FOUND));
    }

    private <Q extends AwsRequest, R> StreamAnswer<R> send(
            Operation<Q, R> operation, Target target, Q request, Function<Q, R> call, Set<Refusal> expected) {
        try {
            R response = sender.send(operation, target, request, call, failure -> isExpected(failure, expected));
            return new StreamAnswer<>(response, null);
        } catch (AwsServiceException ex) {
            return new StreamAnswer<>(null, REFUSALS.get(ErrorCodes.of(ex)));
        }
    }

    private static boolean isExpected(SdkException failure, Set<Refusal> expected) {
        if (failure instanceof AwsServiceException service) {
            Refusal refusal = REFUSALS.get(ErrorCodes.of(service));
            return refusal != null && expected.contains(refusal);
        }
        return false;
    }
}
