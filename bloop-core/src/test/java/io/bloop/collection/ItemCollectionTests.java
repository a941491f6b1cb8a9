package io.bloop.collection;

import static io.bloop.testing.Sales.CUSTOMER;
import static io.bloop.testing.Sales.CUSTOMER_WITH_ORDERS;
import static io.bloop.testing.Sales.LINE;
import static io.bloop.testing.Sales.ORDER;
import static io.bloop.testing.Sales.ORDER_WITH_LINES;
import static io.bloop.testing.Sales.PARCEL;
import static io.bloop.testing.Sales.SHIPMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bloop.InvalidArgument;
import io.bloop.engine.Engine;
import io.bloop.engine.EngineListener;
import io.bloop.expression.Condition;
import io.bloop.model.ModelDefinition;
import io.bloop.query.InvalidSearch;
import io.bloop.query.InvalidToken;
import io.bloop.query.Unclaimed;
import io.bloop.request.ForeignItem;
import io.bloop.testing.BothClients;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.Sales;
import io.bloop.testing.Sales.Customer;
import io.bloop.testing.Sales.CustomerWithOrders;
import io.bloop.testing.Sales.Line;
import io.bloop.testing.Sales.Order;
import io.bloop.testing.Sales.OrderWithLines;
import io.bloop.testing.Sales.Parcel;
import io.bloop.testing.Sales.Shipment;
import io.bloop.type.MappingFailed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Reads an order with its lines by one query. */
@BothClients
class ItemCollectionTests {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Order FIRST = new Order("1001", "42", NOON);
    private static final Shipment SHIPPED = new Shipment("1001", "P1");
    private static final List<Line> LINES = lines("1001", 5, null);

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private InterceptedClient client;
    private Engine engine;

    @BeforeEach
    void fill() {
        client = dynamoDb.intercept();
        engine = dynamoDb.engineBuilder(client.client()).build();
        engine.bind(Sales.models());
        engine.template(CUSTOMER).save(new Customer("42", "Ann"));
        engine.template(ORDER).save(FIRST);
        LINES.forEach(engine.template(LINE)::save);
        engine.template(SHIPMENT).save(SHIPPED);
        engine.template(ORDER).save(new Order("1002", "42", NOON.plusSeconds(1)));
        // sorts between the lines and the shipment, and belongs to nobody
        put("1001", "REFUND#1");
    }

    private void put(String orderId, String rangeKey) {
        dynamoDb.put(
                "sales", Map.of("PK", AttributeValue.fromS("ORDER#" + orderId), "SK", AttributeValue.fromS(rangeKey)));
    }

    private static List<Line> lines(String orderId, int number, String note) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(line -> new Line(orderId, line, "sku-" + line, note))
                .toList();
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    private CollectionQuery<OrderWithLines> query(String orderId) {
        return engine.query(ORDER_WITH_LINES, ORDER.orderId.eq(orderId));
    }

    @Test
    @DisplayName("P7 one query makes an object of the items of one partition")
    void oneQueryMakesACollection() {
        client.clear();

        Optional<OrderWithLines> found = engine.collect(ORDER_WITH_LINES, ORDER.orderId.eq("1001"));

        assertThat(found).contains(new OrderWithLines(FIRST, LINES, Optional.of(SHIPPED)));
        assertThat(client.requests(QueryRequest.class)).hasSize(1);
    }

    @Test
    @DisplayName("P7 the condition may be on columns of any model of the collection, and on a range of the keys")
    void theConditionIsOfAnyModel() {
        assertThat(engine.collect(ORDER_WITH_LINES, SHIPMENT.orderId.eq("1001")))
                .contains(new OrderWithLines(FIRST, LINES, Optional.of(SHIPPED)));
        assertThat(engine.collect(PARCEL, LINE.orderId.eq("1001").and(LINE.line.ge(4))))
                .contains(new Parcel(LINES.subList(3, 5), Optional.empty()));
    }

    @Test
    @DisplayName("P7 a partition with no item of the collection gives nothing")
    void anEmptyPartitionGivesNothing() {
        put("1003", "REFUND#1");

        assertThat(engine.collect(ORDER_WITH_LINES, ORDER.orderId.eq("1003"))).isEmpty();
        assertThat(engine.collect(ORDER_WITH_LINES, ORDER.orderId.eq("1004"))).isEmpty();
    }

    @Test
    @DisplayName("P7 lists without an item are empty, and optional members without one are empty")
    void membersWithoutItemsAreEmpty() {
        assertThat(engine.collect(ORDER_WITH_LINES, ORDER.orderId.eq("1002")))
                .contains(
                        new OrderWithLines(new Order("1002", "42", NOON.plusSeconds(1)), List.of(), Optional.empty()));
    }

    @Test
    @DisplayName("P7 a descending query reverses the lists, whatever the page size")
    void aDescendingQueryReversesTheLists() {
        for (int pageSize = 1; pageSize < 9; pageSize++) {
            assertThat(query("1001").pageSize(pageSize).descending().find())
                    .contains(new OrderWithLines(FIRST, reversed(LINES), Optional.of(SHIPPED)));
            assertThat(query("1001").pageSize(pageSize).descending().ascending().find())
                    .contains(new OrderWithLines(FIRST, LINES, Optional.of(SHIPPED)));
        }
    }

    @Test
    @DisplayName("P7 a collection takes as many responses as its items need")
    void aCollectionTakesAllResponses() {
        List<Line> heavy = lines("1005", 25, "x".repeat(100_000));
        Order order = new Order("1005", "7", NOON);
        engine.template(ORDER).save(order);
        heavy.forEach(engine.template(LINE)::save);
        int before = client.requests(QueryRequest.class).size();

        assertThat(query("1005").find()).contains(new OrderWithLines(order, heavy, Optional.empty()));
        assertThat(client.requests(QueryRequest.class)).hasSize(before + 3);
    }

    @Test
    @DisplayName("P7 a limit counts the items of all members, and none that is passed over")
    void aLimitCountsItems() {
        assertThat(query("1001").limit(3).find())
                .contains(new OrderWithLines(FIRST, LINES.subList(0, 2), Optional.empty()));
        assertThat(query("1001").limit(7).find()).contains(new OrderWithLines(FIRST, LINES, Optional.of(SHIPPED)));
    }

    @Test
    @DisplayName("P7 pages divide the lists, and each single member is on one page")
    void pagesDivideTheLists() {
        CollectionQuery<Parcel> query =
                engine.query(PARCEL, LINE.orderId.eq("1001")).limit(2);
        for (boolean ascending : List.of(true, false)) {
            List<Line> lines = new ArrayList<>();
            List<Shipment> shipments = new ArrayList<>();
            Optional<String> token = Optional.empty();
            int pages = 0;
            do {
                CollectionPage<Parcel> page = (ascending ? query : query.descending())
                        .from(token.orElse(null))
                        .page();
                Parcel parcel = page.collection().orElseThrow();
                lines.addAll(parcel.lines());
                parcel.shipment().ifPresent(shipments::add);
                assertThat(page.count()).isEqualTo(2);
                token = page.next();
                pages++;
            } while (token.isPresent());

            assertThat(lines).isEqualTo(ascending ? LINES : reversed(LINES));
            assertThat(shipments).containsExactly(SHIPPED);
            assertThat(pages).isEqualTo(3);
        }
    }

    @Test
    @DisplayName("P7 a page counts its objects, what was read for them, and what nobody claims")
    void aPageCounts() {
        CollectionPage<Parcel> page = engine.query(PARCEL, LINE.orderId.eq("1001"))
                .onUnclaimed(Unclaimed.COUNT)
                .page();

        assertThat(page)
                .isEqualTo(new CollectionPage<>(
                        Optional.of(new Parcel(LINES, Optional.of(SHIPPED))), Optional.empty(), 6, 8, 1));
    }

    @Test
    @DisplayName("P3 an item that nobody claims can be refused")
    void anUnclaimedItemCanBeRefused() {
        assertThatExceptionOfType(ForeignItem.class)
                .isThrownBy(() -> query("1001").onUnclaimed(Unclaimed.FAIL).find());
    }

    @Test
    @DisplayName("E14 a token of another partition is refused")
    void aTokenOfAnotherPartitionIsRefused() {
        String token = engine.query(PARCEL, LINE.orderId.eq("1001"))
                .limit(1)
                .page()
                .next()
                .orElseThrow();

        assertThatExceptionOfType(InvalidToken.class)
                .isThrownBy(() -> engine.query(PARCEL, LINE.orderId.eq("1002"))
                        .from(token)
                        .page());
    }

    @Test
    @DisplayName("P7 two items for a single member are an error that names the collection, the member and the keys")
    void twoItemsForASingleMember() {
        engine.template(SHIPMENT).save(new Shipment("1001", "P2"));

        assertThatExceptionOfType(CollectionMismatch.class)
                .isThrownBy(() -> query("1001").find())
                .withMessage("Member 'shipment' of collection OrderWithLines in table '" + dynamoDb.tableName("sales")
                        + "' has one object, and the query found two: "
                        + "Shipment(PK=S \"ORDER#1001\", SK=S \"SHIPMENT#P1\") and "
                        + "Shipment(PK=S \"ORDER#1001\", SK=S \"SHIPMENT#P2\"); make the member a list of Shipment, or "
                        + "narrow the condition.")
                .satisfies(ex -> {
                    assertThat(ex.collection()).isEqualTo("OrderWithLines");
                    assertThat(ex.member()).isEqualTo("shipment");
                    assertThat(ex.target().models()).isEqualTo("Order");
                    assertThat(ex.keys())
                            .containsExactly(
                                    "Shipment(PK=S \"ORDER#1001\", SK=S \"SHIPMENT#P1\")",
                                    "Shipment(PK=S \"ORDER#1001\", SK=S \"SHIPMENT#P2\")");
                });
    }

    @Test
    @DisplayName(
            "P7 a required member without its item is an error that names the collection, the member and the condition")
    void aRequiredMemberWithoutItem() {
        engine.template(ORDER).deleteByKey(ORDER.keyOf("1001"));

        assertThatExceptionOfType(CollectionMismatch.class)
                .isThrownBy(() -> query("1001").find())
                .withMessage("Member 'order' of collection OrderWithLines in table '" + dynamoDb.tableName("sales")
                        + "' has no item of Order among the 6 items of the query where (orderId = S \"1001\"); make the "
                        + "member nullable or optional, or raise the limit if it has left the item out.")
                .satisfies(ex -> assertThat(ex.keys()).isEmpty());
        assertThatExceptionOfType(CollectionMismatch.class)
                .isThrownBy(() -> query("1001").descending().limit(1).find())
                .withMessageContaining("among the one item of the query");
    }

    @Test
    @DisplayName("P7 a collection of an index")
    void aCollectionOfAnIndex() {
        assertThat(engine.query(CUSTOMER_WITH_ORDERS, ORDER.byCustomer, ORDER.customerId.eq("42"))
                        .descending()
                        .find())
                .contains(new CustomerWithOrders(
                        new Customer("42", "Ann"), List.of(new Order("1002", "42", NOON.plusSeconds(1)), FIRST)));
        assertThatExceptionOfType(InvalidSearch.class)
                .isThrownBy(() -> engine.query(CUSTOMER_WITH_ORDERS, ORDER.byCustomer, ORDER.customerId.eq("42"))
                        .consistent()
                        .find());
    }

    @Test
    @DisplayName("P7 the typed key of a definition, in the table and in an index")
    void theTypedKeyOfADefinition() {
        assertThat(engine.collect(ORDER_WITH_LINES.key("1001")))
                .contains(new OrderWithLines(FIRST, LINES, Optional.of(SHIPPED)));
        assertThat(engine.query(CUSTOMER_WITH_ORDERS.key("42")).limit(2).find())
                .contains(new CustomerWithOrders(new Customer("42", "Ann"), List.of(FIRST)));
        assertThat(ORDER_WITH_LINES.key("1001"))
                .isEqualTo(ORDER_WITH_LINES.key("1001"))
                .hasToString("OrderWithLines where (orderId = S \"1001\")");
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> engine.collect((CollectionKey<?>) null))
                .withMessage("query(): 'key' has to be the key of a collection, and is null.");
    }

    @Test
    @DisplayName("P7 a place where the models never have one hash key is refused")
    void aPlaceWithoutACommonHashKeyIsRefused() {
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> engine.collect(CUSTOMER_WITH_ORDERS, CUSTOMER.customerId.eq("42")))
                .withMessage(
                        "query() of Collection[CustomerWithOrders]: 'index' has to be one in which the models of the "
                                + "collection can have the same hash key, and is missing; in the table, that of Customer is "
                                + "'CUSTOMER#{customerId}', and that of Order is 'ORDER#{orderId}'.");
    }

    @Test
    @DisplayName("P7 a consistent query sees every write")
    void aConsistentQuery() {
        assertThat(query("1001").consistent().find()).isPresent();

        List<QueryRequest> requests = client.requests(QueryRequest.class);
        assertThat(requests.get(requests.size() - 1).consistentRead()).isTrue();
    }

    @Test
    @DisplayName("E21 a missing argument and a condition on another model are refused")
    void wrongArgumentsAreRefused() {
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> engine.collect(ORDER_WITH_LINES, CUSTOMER.customerId.eq("42")))
                .withMessageContaining(
                        "'where' has to be a condition on columns of one of [Model[Order], Model[Line], ");
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> engine.collect(ORDER_WITH_LINES, Condition.empty()));
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> engine.collect((ItemCollectionDefinition<?>) null, ORDER.orderId.eq("1")));
        assertThatExceptionOfType(InvalidArgument.class).isThrownBy(() -> engine.collect(ORDER_WITH_LINES, null));
    }

    @Test
    @DisplayName("T6 what a constructor throws is wrapped once and names the collection")
    void whatAConstructorThrowsIsWrapped() {
        RuntimeException thrown = new IllegalStateException("no");
        ItemCollectionDefinition<Parcel> failing = new ItemCollectionDefinition<>(Parcel.class) {
            {
                list("lines", LINE);
            }

            @Override
            protected Parcel create(CollectionValues values) {
                throw thrown;
            }
        };

        assertThatExceptionOfType(MappingFailed.class)
                .isThrownBy(() -> engine.collect(failing, LINE.orderId.eq("1001")))
                .withMessage("Cannot read Parcel where (orderId = S \"1001\"): the application's code threw "
                        + "java.lang.IllegalStateException; see the cause.")
                .withCause(thrown);
    }

    @Test
    @DisplayName("P8 listeners hear of each object by its model")
    void listenersHearOfEachObject() {
        List<Object> heard = new ArrayList<>();
        Engine listening = dynamoDb.engineBuilder(client.client())
                .listener(new EngineListener<Object>() {
                    @Override
                    public void afterLoad(Engine engine, ModelDefinition<? extends Object> model, Object object) {
                        heard.add(model.name());
                    }
                })
                .build();

        listening.collect(ORDER_WITH_LINES, ORDER.orderId.eq("1001"));

        assertThat(heard).containsExactly("Order", "Line", "Line", "Line", "Line", "Line", "Shipment");
    }
}
