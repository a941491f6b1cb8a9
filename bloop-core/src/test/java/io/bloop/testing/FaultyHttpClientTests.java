package io.bloop.testing;

import static io.bloop.testing.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.Crc32MismatchException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Shows that the faults of the tests are what they say, by the plain client. */
@Tag("once")
class FaultyHttpClientTests {

    @RegisterExtension
    private final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final FaultyHttpClient http = new FaultyHttpClient(Apache5HttpClient.create());
    private DynamoDbClient client;
    private String table;

    @BeforeEach
    void createTable() {
        dynamoDb.engine().bind(List.of(LINK));
        client = dynamoDb.faultyClient(http);
        table = dynamoDb.tableName("Link");
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ANSWER_CUT", "GATEWAY_TIMEOUT"})
    void aFaultThatPassesIsRetriedByTheClient(Fault fault) {
        http.lay(fault, 1);

        put("curl");

        assertThat(stored("curl")).isTrue();
        assertThat(http.sent()).hasSize(fault == Fault.UNPROCESSED ? 1 : 2);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ANSWER_CUT", "GATEWAY_TIMEOUT", "UNPROCESSED"})
    void aFaultThatLastsFailsAfterThreeAttemptsAndHasAppliedTheRequestOrNot(Fault fault) {
        http.lay(fault, 3);

        assertThatThrownBy(() -> put("curl")).isInstanceOf(expected(fault));

        assertThat(http.sent()).containsExactly("PutItem", "PutItem", "PutItem");
        assertThat(stored("curl")).isEqualTo(fault.isApplied());
    }

    @Test
    void anAnswerThatIsCutFailsByItsChecksumAndIsNotRetried() {
        http.lay(Fault.ANSWER_CUT, 1);

        assertThatThrownBy(() -> put("curl")).isInstanceOf(Crc32MismatchException.class);

        assertThat(http.sent()).containsExactly("PutItem");
        assertThat(stored("curl")).isTrue();
    }

    @Test
    void aTimeoutOfAGatewayIsNotRetried() {
        http.lay(Fault.GATEWAY_TIMEOUT, 1);

        assertThatThrownBy(() -> put("curl"))
                .isExactlyInstanceOf(DynamoDbException.class)
                .hasMessageContaining("Status Code: 408");

        assertThat(http.sent()).containsExactly("PutItem");
        assertThat(stored("curl")).isTrue();
    }

    @Test
    void aFaultOfOneOperationLeavesTheOthersAlone() {
        http.lay(Fault.SERVER_ERROR, "GetItem", 3);

        put("curl");

        assertThat(http.sent()).containsExactly("PutItem");
    }

    @Test
    void halfABatchOfWritesComesBackUnprocessed() {
        http.lay(Fault.UNPROCESSED, 1);
        List<WriteRequest> writes = new ArrayList<>();
        for (String slug : List.of("a", "b", "c")) {
            writes.add(WriteRequest.builder()
                    .putRequest(PutRequest.builder().item(key(slug)).build())
                    .build());
        }

        BatchWriteItemResponse answer = client.batchWriteItem(r -> r.requestItems(Map.of(table, writes)));

        assertThat(answer.unprocessedItems()).isEqualTo(Map.of(table, List.of(writes.get(2))));
        assertThat(List.of(stored("a"), stored("b"), stored("c"))).containsExactly(true, true, false);
    }

    @Test
    void halfABatchOfReadsComesBackUnprocessed() {
        put("a");
        put("b");
        http.lay(Fault.UNPROCESSED, 1);

        BatchGetItemResponse answer = client.batchGetItem(r -> r.requestItems(Map.of(
                table,
                KeysAndAttributes.builder()
                        .consistentRead(true)
                        .keys(List.of(key("a"), key("b")))
                        .build())));

        assertThat(answer.responses().get(table)).isEqualTo(List.of(key("a")));
        assertThat(answer.unprocessedKeys())
                .isEqualTo(Map.of(
                        table,
                        KeysAndAttributes.builder()
                                .consistentRead(true)
                                .keys(List.of(key("b")))
                                .build()));
    }

    private static Class<?> expected(Fault fault) {
        return switch (fault) {
            case THROTTLED -> ProvisionedThroughputExceededException.class;
            case SERVER_ERROR, SERVER_ERROR_LATER -> InternalServerErrorException.class;
            case ANSWER_LATE -> ApiCallAttemptTimeoutException.class;
            case GATEWAY_BUSY -> DynamoDbException.class;
            default -> SdkClientException.class;
        };
    }

    private void put(String slug) {
        client.putItem(r -> r.tableName(table).item(key(slug)));
    }

    private boolean stored(String slug) {
        return !dynamoDb.item("Link", key(slug)).isEmpty();
    }

    private static Map<String, AttributeValue> key(String slug) {
        return Map.of("slug", AttributeValue.fromS(slug));
    }
}
