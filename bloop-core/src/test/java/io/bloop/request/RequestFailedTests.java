package io.bloop.request;

import static io.bloop.testing.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.expression.Condition;
import io.bloop.table.BindMode;
import io.bloop.testing.BothClients;
import io.bloop.testing.Fault;
import io.bloop.testing.FaultyHttpClient;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

@BothClients
class RequestFailedTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final FaultyHttpClient http = new FaultyHttpClient(Apache5HttpClient.create());
    private BloopTemplate<Link> links;
    private String table;
    private String item;

    @BeforeEach
    void bind() {
        Engine engine = dynamoDb.engineBuilder(dynamoDb.faultyClient(http)).build();
        engine.bind(List.of(LINK));
        links = engine.template(LINK);
        table = "Link in table '" + dynamoDb.tableName("Link") + "'";
        item = table.replace("Link in", "Link(slug=S \"a\") in");
    }

    @Test
    @DisplayName("E5 a throttled request says what was tried, that it was not applied, and what to do")
    void reportsThrottling() {
        http.lay(Fault.THROTTLED, 3);

        RequestThrottled failed = catchThrowableOfType(RequestThrottled.class, () -> links.save(new Link("a")));

        assertThat(failed)
                .hasMessage("UpdateItem of " + item + " failed: ProvisionedThroughputExceededException: The level of "
                        + "configured provisioned throughput for the table was exceeded. Consider increasing your "
                        + "provisioning level with the UpdateTable API. Send less at once, or give the table or index "
                        + "more throughput; on-demand billing needs none.")
                .hasCauseInstanceOf(ProvisionedThroughputExceededException.class);
        assertThat(failed.isPerhapsApplied()).isFalse();
        assertThat(failed.operation()).isEqualTo("UpdateItem");
        assertThat(failed.target())
                .isEqualTo(new Target("Link", dynamoDb.tableName("Link"), null, List.of(), Map.of("slug", "slug")));
    }

    @Test
    @DisplayName("E5 throttling after a lost answer says that the write may have been applied")
    void rememberTheAttemptsBefore() {
        http.lay(Fault.ANSWER_LOST, 1);
        http.lay(Fault.THROTTLED, 2);

        RequestThrottled failed = catchThrowableOfType(RequestThrottled.class, () -> links.save(new Link("a")));

        assertThat(failed.isPerhapsApplied()).isTrue();
        assertThat(failed).hasMessageEndingWith("on-demand billing needs none. It may have been applied all the same.");
        assertThat(links.find("a")).isPresent();
    }

    @Test
    @DisplayName("E5 a write whose answer is lost says that it may have been applied")
    void reportsALostAnswer() {
        http.lay(Fault.ANSWER_LOST, 3);

        NoAnswer failed = catchThrowableOfType(NoAnswer.class, () -> links.save(new Link("a")));

        assertThat(failed)
                .hasMessage("UpdateItem of " + item + " failed: Unable to execute HTTP request: Connection reset (SDK "
                        + "Attempt Count: 3). It may have been applied all the same.");
        assertThat(failed.isPerhapsApplied()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"GATEWAY_TIMEOUT, 1, 408", "GATEWAY_BUSY, 3, 429"})
    @DisplayName(
            "E5 a write that was applied, and that a gateway has answered with a status of its own, may be applied")
    void reportsTheStatusOfAGateway(Fault fault, int attempts, int status) {
        http.lay(fault, attempts);

        RequestFailed failed = catchThrowableOfType(RequestFailed.class, () -> links.save(new Link("a")));

        assertThat(failed)
                .isExactlyInstanceOf(RequestFailed.class)
                .hasMessage("UpdateItem of " + item + " failed: status " + status + " without an error code. The "
                        + "response does not come from DynamoDB: check the endpoint, and every proxy or gateway on the "
                        + "way. It may have been applied all the same.");
        assertThat(failed.isPerhapsApplied()).isTrue();
        assertThat(dynamoDb.item("Link", Map.of("slug", AttributeValue.fromS("a"))))
                .isNotEmpty();
    }

    @Test
    @DisplayName("E5 a refusal after an attempt that a gateway has answered does not say that nothing was applied")
    void remembersTheStatusOfAGateway() {
        Link stored = new Link("a");
        stored.owner = "ada";
        links.save(stored);
        http.lay(Fault.GATEWAY_BUSY, 1);

        ConstraintViolation refused = catchThrowableOfType(
                ConstraintViolation.class,
                () -> links.update("a")
                        .remove(LINK.owner)
                        .onlyIf(LINK.owner.exists())
                        .run());

        assertThat(refused.isPerhapsApplied()).isTrue();
        assertThat(dynamoDb.item("Link", Map.of("slug", AttributeValue.fromS("a"))))
                .doesNotContainKey("owner");
    }

    @Test
    @DisplayName("E5 a write whose connection is refused at every attempt was certainly not applied")
    void aRefusedConnectionAppliesNothing() {
        links = linksAt("http://127.0.0.1:1");

        NoAnswer failed = catchThrowableOfType(NoAnswer.class, () -> links.save(new Link("a")));

        assertThat(failed)
                .hasMessage("UpdateItem of " + item + " failed: Unable to execute HTTP request: Connect to "
                        + "http://127.0.0.1:1 failed: Connection refused (SDK Attempt Count: 3).");
        assertThat(failed.isPerhapsApplied()).isFalse();
    }

    @Test
    @DisplayName("E5 a write to a host that nobody knows was certainly not applied")
    void anUnknownHostAppliesNothing() {
        links = linksAt("http://nobody.invalid");

        NoAnswer failed = catchThrowableOfType(NoAnswer.class, () -> links.save(new Link("a")));

        assertThat(failed.isPerhapsApplied()).isFalse();
    }

    @Test
    @DisplayName("E5 a write that was refused after its first answer was lost may have been applied")
    void aRefusedConnectionSaysNothingOfTheAttemptBefore() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> answerNothingAndEnd(server));
            answering.start();
            links = linksAt("http://127.0.0.1:" + server.getLocalPort());

            NoAnswer failed = catchThrowableOfType(NoAnswer.class, () -> links.save(new Link("a")));

            assertThat(failed).hasMessageContaining("Connection refused (SDK Attempt Count: 3)");
            assertThat(failed.isPerhapsApplied()).isTrue();
        }
    }

    private static void answerNothingAndEnd(ServerSocket server) {
        try (Socket connection = server.accept()) {
            server.close();
            connection.getInputStream().read();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private BloopTemplate<Link> linksAt(String endpoint) {
        DynamoDbClient client = dynamoDb.faultyClient(http);
        return dynamoDb.engineBuilder(DynamoDbClient.builder()
                        .region(client.serviceClientConfiguration().region())
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .endpointOverride(URI.create(endpoint))
                        .httpClient(http)
                        .overrideConfiguration(
                                client.serviceClientConfiguration().overrideConfiguration())
                        .build())
                .bindMode(BindMode.NONE)
                .build()
                .template(LINK);
    }

    @Test
    @DisplayName("E5 a read whose answer is lost cannot have been applied")
    void aReadChangesNothing() {
        http.lay(Fault.ANSWER_LOST, 3);

        NoAnswer failed = catchThrowableOfType(NoAnswer.class, () -> links.find("a"));

        assertThat(failed)
                .hasMessage("GetItem of " + item + " failed: Unable to execute HTTP request: Connection reset (SDK "
                        + "Attempt Count: 3).");
        assertThat(failed.isPerhapsApplied()).isFalse();
    }

    @Test
    @DisplayName("E5 a write that the service failed may have been applied")
    void reportsAServerError() {
        http.lay(Fault.SERVER_ERROR, 3);

        RequestFailed failed = catchThrowableOfType(RequestFailed.class, () -> links.save(new Link("a")));

        assertThat(failed)
                .isExactlyInstanceOf(RequestFailed.class)
                .hasMessage("UpdateItem of " + item + " failed: InternalServerError: The request processing has failed "
                        + "because of an unknown error, exception or failure. It may have been applied all the same.")
                .hasCauseInstanceOf(InternalServerErrorException.class);
    }

    @Test
    @DisplayName("E5 a table that is gone is named")
    void reportsAMissingTable() {
        dynamoDb.client().deleteTable(r -> r.tableName(dynamoDb.tableName("Link")));

        TableNotFound failed = catchThrowableOfType(TableNotFound.class, () -> links.find("a"));

        assertThat(failed)
                .hasMessage("GetItem of " + item + " failed: ResourceNotFoundException: Cannot do operations on a "
                        + "non-existent table. Check the table's name, the region and the account; binding creates "
                        + "what is missing.");
    }

    @Test
    @DisplayName("E5 an item that is too large says how large it may be")
    void reportsAnItemThatIsTooLarge() {
        Link link = new Link("a");
        link.owner = "x".repeat(410_000);

        ItemTooLarge failed = catchThrowableOfType(ItemTooLarge.class, () -> links.save(link));

        assertThat(failed)
                .hasMessage("UpdateItem of " + item + " failed: ValidationException: Item size to update has exceeded "
                        + "the maximum allowed size. An item has at most 400 KB with the names of its attributes; "
                        + "store less in it.");
        assertThat(links.find("a")).isEmpty();
    }

    @Test
    @DisplayName("E5 an expression that is too long says how long it may be")
    void reportsAnExpressionThatIsTooLong() {
        Condition<Link> condition = Condition.empty();
        for (int i = 0; i < 400; i++) {
            condition = condition.or(LINK.owner.eq("owner-" + i));
        }
        Condition<Link> tooLong = condition;

        ExpressionTooLong failed = catchThrowableOfType(
                ExpressionTooLong.class, () -> links.scan().filter(tooLong).all());

        assertThat(failed)
                .hasMessage(
                        "Scan of " + table + " failed: ValidationException: Invalid FilterExpression: Expression size"
                                + " has exceeded the maximum allowed size; expression size: 6688. An"
                                + " expression has at most 4 KB and 300 operators; divide what is asked.");
    }

    @Test
    @DisplayName("E5 a request that DynamoDB does not take as it is says why")
    void reportsAnInvalidRequest() {
        InvalidRequest failed = catchThrowableOfType(
                InvalidRequest.class,
                () -> links.scan().filter(LINK.owner.between("z", "a")).all());

        assertThat(failed)
                .hasMessage("Scan of " + table + " failed: ValidationException: Invalid FilterExpression: The BETWEEN "
                        + "operator requires upper bound to be greater than or equal to lower bound; lower bound "
                        + "operand: AttributeValue: ...");
    }

    @Test
    @DisplayName("E5 a caller without permission learns the action to allow")
    void reportsDeniedAccess() {
        InterceptedClient denied = dynamoDb.intercept();
        denied.updateItem((request, real) -> {
            throw refusal("AccessDeniedException", "User: u is not authorized to perform: dynamodb:UpdateItem");
        });
        BloopTemplate<Link> secret =
                dynamoDb.engineBuilder(denied.client()).build().template(LINK);

        assertThat(catchThrowableOfType(AccessDenied.class, () -> secret.save(new Link("a"))))
                .hasMessage("UpdateItem of " + item + " failed: AccessDeniedException: User: u is not authorized to "
                        + "perform: dynamodb:UpdateItem. Allow the action dynamodb:UpdateItem on the table to these "
                        + "credentials.");
    }

    @Test
    @DisplayName("E5 a caller that DynamoDB does not know is told to check the credentials")
    void reportsAnUnknownCaller() {
        InterceptedClient unknown = dynamoDb.intercept();
        unknown.describeTable((request, real) -> {
            throw refusal("ExpiredTokenException", "The security token included in the request is expired");
        });
        Engine engine = dynamoDb.engineBuilder(unknown.client()).build();

        assertThat(catchThrowableOfType(AccessDenied.class, () -> engine.bind(List.of(LINK))))
                .hasMessage("DescribeTable of " + table + " failed: ExpiredTokenException: The security token included "
                        + "in the request is expired. Check the credentials, the region and the clock.");
    }

    private static DynamoDbException refusal(String code, String message) {
        return (DynamoDbException) DynamoDbException.builder()
                .statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }
}
