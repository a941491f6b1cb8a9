package io.bloop.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bloop.request.NoAnswer;
import io.bloop.request.Outcome;
import io.bloop.request.RequestFailed;
import io.bloop.request.RequestObserver;
import io.bloop.request.Target;
import io.bloop.request.internal.StreamRequests;
import io.bloop.testing.CannedHttpClient;
import io.bloop.testing.ScriptedStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.ListStreamsRequest;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Sends requests about streams. */
class StreamRequestTests {

    private static final Target TARGET = new Target("Link", "links", null);

    static Stream<Arguments> requests() {
        Consumer<StreamRequests> list = requests ->
                requests.listStreams(TARGET, ListStreamsRequest.builder().build());
        Consumer<StreamRequests> describe = requests ->
                requests.describeStream(TARGET, DescribeStreamRequest.builder().build());
        Consumer<StreamRequests> iterator = requests -> requests.getShardIterator(
                TARGET, GetShardIteratorRequest.builder().build(), true);
        Consumer<StreamRequests> records = requests ->
                requests.getRecords(TARGET, GetRecordsRequest.builder().build());
        return Stream.of(
                Arguments.of("ListStreams", "Streams", list),
                Arguments.of("DescribeStream", "StreamDescription", describe),
                Arguments.of("GetShardIterator", "ShardIterator", iterator),
                Arguments.of("GetRecords", "Records", records));
    }

    @ParameterizedTest
    @MethodSource("requests")
    @DisplayName("S4 a response that DynamoDB cannot have sent is no end of a shard, but a failure")
    void refusesForeignResponses(String operation, String member, Consumer<StreamRequests> request) {
        CannedHttpClient http = new CannedHttpClient().answer("{}");
        StreamRequests requests = new StreamRequests(
                DynamoDbStreamsClient.builder()
                        .httpClient(http)
                        .region(Region.US_EAST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(AwsBasicCredentials.create("canned", "canned")))
                        .build(),
                List.of());

        assertThatExceptionOfType(NoAnswer.class)
                .isThrownBy(() -> request.accept(requests))
                .withMessage(operation + " of Link in table 'links' failed: the response (status 200) has no member '"
                        + member
                        + "'. The response does not come from DynamoDB: check the endpoint, and every proxy or gateway on "
                        + "the way.");
    }

    @Test
    @DisplayName("S13 observers see every request about streams, with the number of records")
    void observersSeeRequests() {
        ScriptedStreams scripted = new ScriptedStreams();
        scripted.switchOn(Set.of("a"));
        scripted.write("a", 1);
        scripted.write("a", 2);
        List<String> seen = new ArrayList<>();
        RequestObserver observer = (operation, target) -> {
            RequestObserver.Observation observation = (Outcome outcome) ->
                    seen.add(operation + " of " + target + ": " + outcome.items() + " " + (outcome.failure() != null));
            return observation;
        };
        ChangeStream<?> stream = new ScriptedReader(scripted, List.of(observer)).open(Position.trimHorizon());
        scripted.failNext(ScriptedStreams.failure("InternalServerError"));
        assertThatExceptionOfType(RequestFailed.class).isThrownBy(stream::next);
        stream.next();

        assertThat(seen)
                .containsExactly(
                        "DescribeTable of Link in table 'links': 0 false",
                        "DescribeStream of Link in table 'links': 0 false",
                        "GetShardIterator of Link in table 'links': 0 true",
                        "GetShardIterator of Link in table 'links': 0 false",
                        "GetRecords of Link in table 'links': 2 false");
    }
}
