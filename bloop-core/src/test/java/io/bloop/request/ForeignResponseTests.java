package io.bloop.request;

import static io.bloop.testing.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bloop.bulk.BulkFailed;
import io.bloop.engine.Engine;
import io.bloop.request.internal.FailedCall;
import io.bloop.request.internal.Failures;
import io.bloop.table.BindMode;
import io.bloop.testing.CannedHttpClient;
import io.bloop.wire.ItemsInterceptor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Covers responses that DynamoDB does not send: those of proxies, gateways, and servers of something else. */
class ForeignResponseTests {

    private static final String HTML = "<html><body>Sorry</body></html>";
    private static final String ADVICE =
            " The response does not come from DynamoDB: check the endpoint, and every proxy or gateway on the way.";
    private static final String PERHAPS = " It may have been applied all the same.";

    /** The ways of reading: from the SDK's attribute values, and from the bytes of its responses. */
    static final List<Boolean> WAYS = List.of(false, true);

    private static final CannedHttpClient HTTP = new CannedHttpClient();
    private static final Engine FROM_VALUES = engine(HTTP.client(c -> {}));
    private static final Engine FROM_BYTES =
            engine(HTTP.client(c -> c.addExecutionInterceptor(new ItemsInterceptor())));

    static List<Arguments> kindsBothWays() {
        List<Arguments> all = new ArrayList<>();
        for (RequestKind kind : RequestKind.values()) {
            WAYS.forEach(bytes -> all.add(Arguments.of(kind, bytes)));
        }
        return all;
    }

    static Stream<Arguments> kindsThatAlwaysSaySomething() {
        return kindsBothWays().stream().filter(one -> !((RequestKind) one.get()[0]).maySayNothing());
    }

    private static Engine engine(DynamoDbClient client) {
        Engine engine = Engine.builder(client).bindMode(BindMode.NONE).build();
        engine.bind(List.of(LINK));
        return engine;
    }

    private static void answering(int status, String body, Consumer<SdkHttpFullResponse.Builder> change) {
        HTTP.forget().answer(body.getBytes(StandardCharsets.UTF_8), head -> {
            head.statusCode(status);
            change.accept(head);
        });
    }

    private static void answering(int status, String body) {
        answering(status, body, head -> {});
    }

    private static RequestFailed failure(RequestKind kind, boolean bytes) {
        Throwable thrown = catchThrowable(() -> kind.send(bytes ? FROM_BYTES : FROM_VALUES));
        if (thrown instanceof BulkFailed bulk) {
            assertThat(bulk.left()).hasSize(1);
            return (RequestFailed) bulk.getCause();
        }
        assertThat(thrown).isInstanceOf(RequestFailed.class);
        return (RequestFailed) thrown;
    }

    private static String failed(RequestKind kind) {
        return kind.words() + " in table 'Link' failed: ";
    }

    private static String perhaps(RequestKind kind) {
        return kind.isWrite() ? PERHAPS : "";
    }

    @ParameterizedTest
    @MethodSource("kindsBothWays")
    @DisplayName("E5 success without a body is an error that says so, for every kind of request")
    void anEmptyBodyIsNoSuccess(RequestKind kind, boolean bytes) {
        answering(200, "");
        RequestFailed failed = failure(kind, bytes);

        assertThat(failed)
                .isExactlyInstanceOf(NoAnswer.class)
                .hasMessage(failed(kind) + "the response (status 200) has no body." + ADVICE + perhaps(kind));
        assertThat(failed.isPerhapsApplied()).isEqualTo(kind.isWrite());
    }

    @ParameterizedTest
    @EnumSource(RequestKind.class)
    @DisplayName("E5 a status that stands for no content is an error too")
    void noContentIsNoSuccess(RequestKind kind) {
        answering(204, "", head -> head.removeHeader("Content-Length"));
        RequestFailed failed = failure(kind, false);

        assertThat(failed).hasMessage(failed(kind) + "the response (status 204) has no body." + ADVICE + perhaps(kind));
    }

    @ParameterizedTest
    @EnumSource(RequestKind.class)
    @DisplayName("E5 success without a body is an error where its length is not stated either")
    void anEmptyBodyOfUnknownLengthIsNoSuccess(RequestKind kind) {
        answering(200, "", head -> head.removeHeader("Content-Length").putHeader("Transfer-Encoding", "chunked"));
        RequestFailed failed = failure(kind, false);

        assertThat(failed).hasMessage(failed(kind) + "the response (status 200) has no body." + ADVICE + perhaps(kind));
    }

    @Test
    @DisplayName("E5 an empty object of DynamoDB is a success, whether or not its length is stated")
    void anEmptyObjectOfUnknownLengthIsSuccess() {
        answering(200, "{}", head -> head.removeHeader("Content-Length").putHeader("x-amzn-RequestId", "7"));

        assertThat(FROM_VALUES.template(LINK).find("a")).isEmpty();
        assertThat(FROM_BYTES.template(LINK).find("a")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kindsThatAlwaysSaySomething")
    @DisplayName("E5 an object that lacks what DynamoDB always sends is an error that names it")
    void anEmptyObjectIsNoSuccess(RequestKind kind, boolean bytes) {
        answering(200, "{}");
        RequestFailed failed = failure(kind, bytes);

        assertThat(failed)
                .isExactlyInstanceOf(NoAnswer.class)
                .hasMessage(failed(kind) + "the response (status 200) has no member '" + kind.missing() + "'." + ADVICE
                        + perhaps(kind));
        assertThat(failed.isPerhapsApplied()).isEqualTo(kind.isWrite());
    }

    @Test
    @DisplayName("E5 a read transaction whose response has fewer items than were asked for is an error")
    void fewerResponsesThanItemsAreNoSuccess() {
        answering(200, "{\"Responses\":[{}]}");

        NoAnswer failed = catchThrowableOfType(
                NoAnswer.class,
                () -> FROM_VALUES.readTransaction(tx -> tx.find(LINK.key("a")).find(LINK.key("b"))));

        assertThat(failed)
                .hasMessage("TransactGetItems of Link in table 'Link' failed: the response (status 200) has 1 of 2 "
                        + "items." + ADVICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}"})
    @DisplayName("E5 success without a description of the table is an error that says so")
    void aTableWithoutDescriptionIsNoSuccess(String body) {
        Engine engine = Engine.builder(HTTP.client(c -> {})).build();
        answering(200, body);

        NoAnswer failed = catchThrowableOfType(NoAnswer.class, () -> engine.bind(List.of(LINK)));

        assertThat(failed)
                .hasMessage("DescribeTable of Link in table 'Link' failed: the response (status 200) has no "
                        + (body.isEmpty() ? "body." : "member 'Table'.") + ADVICE);
    }

    @ParameterizedTest
    @FieldSource("WAYS")
    @DisplayName("E5 an item that is not there is an empty object, and no error")
    void anItemThatIsNotThereIsNoError(boolean bytes) {
        answering(200, "{}");

        assertThat((bytes ? FROM_BYTES : FROM_VALUES).template(LINK).find("a")).isEmpty();
    }

    @Test
    @DisplayName("E5 an observer sees the response that DynamoDB has not sent as a failure")
    void observersSeeTheFailure() {
        answering(200, "");
        List<Outcome> outcomes = new ArrayList<>();
        Engine engine = Engine.builder(HTTP.client(c -> {}))
                .bindMode(BindMode.NONE)
                .observer((operation, target) -> outcomes::add)
                .build();

        catchThrowable(() -> engine.template(LINK).find("a"));

        assertThat(outcomes)
                .singleElement()
                .satisfies(outcome ->
                        assertThat(outcome.failure()).hasMessage("the response (status 200) has no body." + ADVICE));
    }

    static Collection<Arguments> statusesAndBodies() {
        List<Arguments> all = new ArrayList<>();
        for (int status : List.of(301, 400, 403, 404, 407, 408, 413, 429, 500, 502, 503)) {
            for (String body : List.of(
                    HTML,
                    "",
                    "{}",
                    "no",
                    "{\"message\":\"hunter2\"}",
                    "{\"__type\":\"Blocked\",\"message\":\"no entry\"}")) {
                all.add(Arguments.of(status, body));
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("statusesAndBodies")
    @DisplayName("E5 a write is certainly not applied only where the response has an error code of DynamoDB")
    void aStatusAloneProvesNothing(int status, String body) {
        for (RequestKind kind : List.of(RequestKind.SAVE, RequestKind.GET)) {
            answering(status, body);
            RequestFailed failed = failure(kind, false);

            assertThat(failed.isPerhapsApplied()).as(kind.name()).isEqualTo(kind.isWrite());
            assertThat(failed)
                    .isExactlyInstanceOf(RequestFailed.class)
                    .hasMessage(failed(kind)
                            + (body.contains("Blocked")
                                    ? "Blocked: no entry."
                                    : "status " + status + " without an error code." + ADVICE)
                            + perhaps(kind));
        }
    }

    @ParameterizedTest
    @MethodSource("kindsBothWays")
    @DisplayName("E5 a page of a gateway instead of an error names its status, for every kind of request")
    void aPageNamesItsStatus(RequestKind kind, boolean bytes) {
        answering(403, HTML);
        RequestFailed failed = failure(kind, bytes);

        assertThat(failed).hasMessage(failed(kind) + "status 403 without an error code." + ADVICE + perhaps(kind));
        assertThat(failed.isPerhapsApplied()).isEqualTo(kind.isWrite());
    }

    static final List<String> REFUSALS = List.of(
            "com.amazon.coral.validate#ValidationException",
            "com.amazon.coral.service#SerializationException",
            "com.amazon.coral.service#AccessDeniedException",
            "com.amazon.coral.service#UnrecognizedClientException",
            "com.amazon.coral.service#InvalidSignatureException",
            "com.amazon.coral.service#ExpiredTokenException",
            "com.amazon.coral.service#UnknownOperationException",
            "com.amazon.coral.availability#ThrottlingException",
            "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException",
            "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException",
            "com.amazonaws.dynamodb.v20120810#RequestLimitExceeded",
            "com.amazonaws.dynamodb.v20120810#TransactionConflictException",
            "com.amazonaws.dynamodb.v20120810#ItemCollectionSizeLimitExceededException",
            "com.amazonaws.dynamodb.v20120810#IdempotentParameterMismatchException");

    @ParameterizedTest
    @FieldSource("REFUSALS")
    @DisplayName("E5 a write that DynamoDB refuses by an error code of its own is certainly not applied")
    void anErrorCodeOfDynamoDbIsTrusted(String type) {
        answering(400, "{\"__type\":\"" + type + "\",\"message\":\"no\"}");

        assertThat(failure(RequestKind.SAVE, false).isPerhapsApplied()).isFalse();
    }

    @Test
    @DisplayName("E5 an error code of DynamoDB does not hide that the service has failed")
    void aFailureOfTheServiceIsNoRefusal() {
        answering(500, "{\"__type\":\"com.amazonaws.dynamodb.v20120810#InternalServerError\"}");

        assertThat(failure(RequestKind.SAVE, false))
                .hasMessage(failed(RequestKind.SAVE) + "InternalServerError." + PERHAPS)
                .extracting(RequestFailed::isPerhapsApplied)
                .isEqualTo(true);
    }

    @Test
    @DisplayName("X3 a transaction whose earlier attempt is in progress may be applied")
    void aTransactionUnderWayMayBeApplied() {
        answering(
                400,
                "{\"__type\":\"com.amazonaws.dynamodb.v20120810#TransactionInProgressException\",\"message\":\"wait\"}");

        RequestFailed failed =
                Failures.of(new FailedCall("TransactWriteItems", new Target("Link", "links", null), null), catchSdk());

        assertThat(failed.isPerhapsApplied()).isTrue();
        assertThat(failed)
                .isExactlyInstanceOf(RequestFailed.class)
                .hasMessage("TransactWriteItems of Link in table 'links' failed: TransactionInProgressException: wait. "
                        + "An attempt with the same token is still in progress: commit the same prepared transaction "
                        + "again." + PERHAPS);
    }

    private static SdkException catchSdk() {
        return catchThrowableOfType(
                SdkException.class, () -> HTTP.client(c -> {}).transactWriteItems(request -> {}));
    }
}
