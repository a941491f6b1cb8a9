package io.bloop.request;

import static io.bloop.testing.LinkModel.LINK;
import static io.bloop.type.Types.INTEGER;
import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bloop.bulk.BulkFailed;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.read.Consistency;
import io.bloop.request.internal.ServiceMessage;
import io.bloop.table.BindMode;
import io.bloop.testing.BothClients;
import io.bloop.testing.CannedHttpClient;
import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.transaction.TransactionCancelled;
import io.bloop.write.WriteOptions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Covers what messages of failed requests say of items. */
@BothClients
class FailureNamesKeyTests {

    record Order(String customer, Integer number, String password) {

        @Override
        public String toString() {
            throw new AssertionError("an object of a user is printed");
        }
    }

    static final class OrderModel extends ModelDefinition<Order> {

        final StringColumn<Order, String> customer = column("customer", STRING)
                .getter(Order::customer)
                .storedAs("PK")
                .hashKey();
        final NumberColumn<Order, Integer> number =
                column("number", INTEGER).getter(Order::number).storedAs("SK").rangeKey();
        final StringColumn<Order, String> password = column("password", STRING).getter(Order::password);

        OrderModel() {
            super(Order.class);
        }

        @Override
        protected Order create(Values<Order> values) {
            return new Order(values.get(customer), values.get(number), values.get(password));
        }
    }

    private static final OrderModel ORDER = new OrderModel();
    private static final Order ONE = new Order("ada", 7, "hunter2");

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    static Stream<Arguments> operationsOnOneItem() {
        return Stream.of(
                Arguments.of("GetItem", of(orders -> orders.find(ORDER.keyOf("ada", 7)))),
                Arguments.of("GetItem", of(orders -> orders.load(ONE, Consistency.STRONG))),
                Arguments.of("UpdateItem", of(orders -> orders.save(ONE))),
                Arguments.of("PutItem", of(orders -> orders.insert(ONE))),
                Arguments.of(
                        "UpdateItem",
                        of(orders -> orders.update(ORDER.keyOf("ada", 7))
                                .set(ORDER.password, "hunter2")
                                .run())),
                Arguments.of("PutItem", of(orders -> orders.replace(ONE))),
                Arguments.of("DeleteItem", of(orders -> orders.delete(ONE))),
                Arguments.of("DeleteItem", of(orders -> orders.deleteByKey(ORDER.keyOf("ada", 7)))),
                Arguments.of(
                        "BatchGetItem",
                        of(orders -> orders.findAll(List.of(ORDER.keyOf("ada", 7)), Consistency.STRONG))),
                Arguments.of("TransactWriteItems", of(orders -> orders.save(ONE, WriteOptions.once()))),
                Arguments.of("TransactWriteItems", of(orders -> orders.replace(ONE, WriteOptions.once()))),
                Arguments.of("TransactWriteItems", of(orders -> orders.delete(ONE, WriteOptions.once()))));
    }

    private static Consumer<BloopTemplate<Order>> of(Consumer<BloopTemplate<Order>> act) {
        return act;
    }

    private BloopTemplate<Order> answered(String type, String message) {
        String body = "{\"__type\":\"" + type + "\",\"message\":\"" + message + "\"}";
        CannedHttpClient http =
                new CannedHttpClient().answer(body.getBytes(StandardCharsets.UTF_8), head -> head.statusCode(400));
        return Engine.builder(http.client(dynamoDb::configure))
                .bindMode(BindMode.NONE)
                .build()
                .template(ORDER);
    }

    @ParameterizedTest
    @MethodSource("operationsOnOneItem")
    @DisplayName("E20 a request about one item names model, table and key, by the names of the columns")
    void namesTheKey(String operation, Consumer<BloopTemplate<Order>> act) {
        Throwable failed = catchThrowable(() -> act.accept(answered("x#ValidationException", "no")));

        assertThat(failed)
                .isInstanceOfSatisfying(
                        InvalidRequest.class,
                        invalid -> assertThat(invalid.key()).isEqualTo("Order(customer=S \"ada\", number=N 7)"))
                .hasMessage(
                        operation
                                + " of Order(customer=S \"ada\", number=N 7) in table 'Order' failed: ValidationException: no.");
    }

    @ParameterizedTest
    @MethodSource("operationsOnOneItem")
    @DisplayName("E20 an item that is too large is named by its key")
    void namesTheKeyOfALargeItem(String operation, Consumer<BloopTemplate<Order>> act) {
        Throwable failed = catchThrowable(
                () -> act.accept(answered("x#ValidationException", "Item size has exceeded the maximum allowed size")));

        assertThat(failed)
                .isInstanceOf(ItemTooLarge.class)
                .hasMessage(operation
                        + " of Order(customer=S \"ada\", number=N 7) in table 'Order' failed: ValidationException: Item "
                        + "size has exceeded the maximum allowed size. An item has at most 400 KB with the names of its "
                        + "attributes; store less in it.");
    }

    @Test
    @DisplayName("E20 a request about several items names no key")
    void namesNoKeyOfSeveral() {
        InvalidRequest failed = catchThrowableOfType(
                InvalidRequest.class,
                () -> answered("x#ValidationException", "no")
                        .findAll(List.of(ORDER.keyOf("ada", 7), ORDER.keyOf("ada", 8)), Consistency.STRONG));

        assertThat(failed.key()).isNull();
        assertThat(failed).hasMessage("BatchGetItem of Order in table 'Order' failed: ValidationException: no.");
    }

    @Test
    @DisplayName("E20 the bounds of a search, which DynamoDB quotes, are not in the message")
    void leavesOutBounds() {
        BloopTemplate<Link> links = dynamoDb.engine().template(LINK);

        InvalidRequest failed = catchThrowableOfType(
                InvalidRequest.class,
                () -> links.scan()
                        .filter(LINK.owner.between("secret {S:z}", "hidden"))
                        .all());

        assertThat(failed.getCause()).hasMessageContaining("hidden");
        assertThat(failed)
                .hasMessage("Scan of Link in table '" + dynamoDb.tableName("Link")
                        + "' failed: ValidationException: Invalid FilterExpression: The BETWEEN operator requires upper "
                        + "bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: ...");
    }

    @Test
    @DisplayName("E20 the elements of a set, which DynamoDB quotes, are not in the message")
    void leavesOutElements() {
        BloopTemplate<Order> orders = answered(
                "x#ValidationException",
                "One or more parameter values were invalid: Input collection [hunter2, hunter2] contains duplicates.");

        InvalidRequest failed = catchThrowableOfType(InvalidRequest.class, () -> orders.replace(ONE));

        assertThat(failed)
                .hasMessage("PutItem of Order(customer=S \"ada\", number=N 7) in table 'Order' failed: "
                        + "ValidationException: One or more parameter values were invalid: Input collection [...] contains "
                        + "duplicates.");
    }

    @Test
    @DisplayName("E20 batches of one item name its key")
    void namesTheKeyOfABatchOfOne() {
        BloopTemplate<Order> orders = answered("x#ValidationException", "no");

        for (Consumer<List<Order>> bulk :
                List.<Consumer<List<Order>>>of(orders.bulk()::replaceAll, orders.bulk()::deleteAll)) {
            BulkFailed failed = catchThrowableOfType(BulkFailed.class, () -> bulk.accept(List.of(ONE)));

            assertThat(failed.getCause())
                    .hasMessage("BatchWriteItem of Order(customer=S \"ada\", number=N 7) in table 'Order' failed: "
                            + "ValidationException: no.");
        }
    }

    @Test
    @DisplayName("E20 the reasons of a cancelled transaction are printed without the values that DynamoDB quotes")
    void redactsReasons() {
        String body =
                "{\"__type\":\"com.amazonaws.dynamodb.v20120810#TransactionCanceledException\",\"message\":\"no\","
                        + "\"CancellationReasons\":[{\"Code\":\"ValidationError\",\"Message\":\"Input collection [hunter2, "
                        + "hunter2] contains duplicates\"}]}";
        CannedHttpClient http =
                new CannedHttpClient().answer(body.getBytes(StandardCharsets.UTF_8), head -> head.statusCode(400));
        Engine engine =
                Engine.builder(http.client(c -> {})).bindMode(BindMode.NONE).build();
        engine.bind(List.of(ORDER));

        TransactionCancelled cancelled =
                catchThrowableOfType(TransactionCancelled.class, () -> engine.writeTransaction(tx -> tx.insert(ONE)));

        assertThat(cancelled)
                .hasMessage("The transaction was cancelled, and nothing of it applied:\n  - insert of Order(customer=S "
                        + "\"ada\", number=N 7) in table 'Order': ValidationError, Input collection [...] contains "
                        + "duplicates");
        assertThat(cancelled.reasons().get(0).message()).contains("hunter2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {S:b}, upper bound operand: AttributeValue: {S:a} | The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: ...
                    Input collection [a], [b] contains duplicates. | Input collection [...] contains duplicates.
                    ExpressionAttributeValues contains invalid value: The parameter cannot be converted to a numeric value: secret for key :v0 | ExpressionAttributeValues contains invalid value: The parameter cannot be converted to a numeric value: ...
                    1 validation error detected: Value 'a' at 'key' failed to satisfy constraint: Member must not be null | 1 validation error detected: Value '...' at 'key' failed to satisfy constraint: Member must not be null
                    2 validation errors detected: Value 'a' at 'b' failed to satisfy constraint: c; Value 'it's' at 'd' failed to satisfy constraint: e | 2 validation errors detected: Value '...' at 'd' failed to satisfy constraint: e
                    1 validation error detected: Value null at 'tableName' failed to satisfy constraint: Member must not be null | 1 validation error detected: Value null at 'tableName' failed to satisfy constraint: Member must not be null
                    One or more parameter values were invalid: Type mismatch for Index Key owner Expected: S Actual: NULL IndexName: byOwner | One or more parameter values were invalid: Type mismatch for Index Key owner Expected: S Actual: NULL IndexName: byOwner
                    Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, b] | Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a, b]""")
    @DisplayName("E20 messages of DynamoDB are printed without the values that they quote")
    void redactsMessages(String message, String redacted) {
        assertThat(ServiceMessage.withoutValues(message)).isEqualTo(redacted);
    }
}
