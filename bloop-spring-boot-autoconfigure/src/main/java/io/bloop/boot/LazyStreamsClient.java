package io.bloop.boot;

import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsRequest;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsResponse;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsServiceClientConfiguration;

/** A client for streams that is made, or looked up, at its first request. Thread-safe. */
final class LazyStreamsClient implements DynamoDbStreamsClient {

    private final Supplier<DynamoDbStreamsClient> client;

    LazyStreamsClient(Supplier<DynamoDbStreamsClient> client) {
        this.client = SingletonSupplier.of(client);
    }

    @Override
    public DescribeStreamResponse describeStream(DescribeStreamRequest request) {
        return client.get().describeStream(request);
    }

    @Override
    public GetRecordsResponse getRecords(GetRecordsRequest request) {
        return client.get().getRecords(request);
    }

    @Override
    public GetShardIteratorResponse getShardIterator(GetShardIteratorRequest request) {
        return client.get().getShardIterator(request);
    }

    @Override
    public ListStreamsResponse listStreams(ListStreamsRequest request) {
        return client.get().listStreams(request);
    }

    @Override
    public DynamoDbStreamsServiceClientConfiguration serviceClientConfiguration() {
        return client.get().serviceClientConfiguration();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    /** Does not close the client, which belongs to its creator. */
    @Override
    public void close() {}
}
