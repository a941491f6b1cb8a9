package io.bloop.engine;

import static io.bloop.testing.Orders.CUSTOMER;
import static io.bloop.testing.Orders.LINE;
import static io.bloop.testing.Orders.ORDER;
import static io.bloop.testing.Orders.VISIT;
import static io.bloop.testing.Orders.customer;
import static io.bloop.testing.Orders.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bloop.InvalidArgument;
import io.bloop.expression.Condition;
import io.bloop.model.ModelDefinition;
import io.bloop.query.InvalidSearch;
import io.bloop.query.Page;
import io.bloop.query.Query;
import io.bloop.query.Results;
import io.bloop.query.Unclaimed;
import io.bloop.request.ForeignItem;
import io.bloop.testing.BothClients;
import io.bloop.testing.LinkModel;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.Orders;
import io.bloop.testing.Orders.Customer;
import io.bloop.testing.Orders.OfCustomer;
import io.bloop.testing.Orders.Order;
import io.bloop.testing.Orders.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads the items of several models by one query. */
@BothClients
class SeveralModelsQueryTests {

    private static final List<ModelDefinition<? extends OfCustomer>> MODELS = List.of(CUSTOMER, ORDER, VISIT);
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private Engine engine;

    @BeforeEach
    void fill() {
        engine = dynamoDb.engine();
        engine.bind(Orders.models());
        engine.template(CUSTOMER).save(customer("42", "Ann"));
        for (int i = 0; i < 3; i++) {
            engine.template(ORDER).save(order("42", "100" + i, "open", NOON));
            engine.template(VISIT).save(new Visit("42", NOON.plusSeconds(i), "home"));
        }
        engine.template(CUSTOMER).save(customer("7", "Bob"));
        dynamoDb.put("shop", Map.of("PK", AttributeValue.fromS("CUSTOMER#42"), "SK", AttributeValue.fromS("REFUND#1")));
    }

    private Query<OfCustomer> everythingOf(String customerId) {
        return engine.query(MODELS, CUSTOMER.customerId.eq(customerId));
    }

    private static String print(OfCustomer item) {
        if (item instanceof Order order) {
            return "order " + order.orderId;
        }
        return item instanceof Visit visit ? "visit " + visit.at() : "customer " + ((Customer) item).name;
    }

    private static final List<String> ALL = List.of(
            "customer Ann",
            "order 1000",
            "order 1001",
            "order 1002",
            "visit 2026-05-01T12:00:00Z",
            "visit 2026-05-01T12:00:01Z",
            "visit 2026-05-01T12:00:02Z");

    @Test
    @DisplayName("P7 one query hands out the objects of several models, in both orders, over pages, and counts them")
    void handsOutObjectsOfSeveralModels() {
        List<String> reversed = new ArrayList<>(ALL);
        Collections.reverse(reversed);

        assertThat(everythingOf("42").all())
                .extracting(SeveralModelsQueryTests::print)
                .containsExactlyElementsOf(ALL);
        assertThat(everythingOf("42").descending().pageSize(1).all())
                .extracting(SeveralModelsQueryTests::print)
                .containsExactlyElementsOf(reversed);
        assertThat(everythingOf("42").count()).isEqualTo(7);
        assertThat(everythingOf("42").limit(2).all()).hasSize(2);
        assertThat(everythingOf("42").limit(2).count()).isEqualTo(2);
    }

    @Test
    @DisplayName("P7 a token goes on after the last object, of whatever model that is")
    void aTokenGoesOn() {
        List<String> found = new ArrayList<>();
        Optional<String> token = Optional.empty();
        do {
            Page<OfCustomer> page =
                    everythingOf("42").limit(2).from(token.orElse(null)).page();
            page.items().forEach(item -> found.add(print(item)));
            token = page.next();
        } while (token.isPresent());

        assertThat(found).isEqualTo(ALL);
    }

    @Test
    @DisplayName("P7 the items of models that are not asked for are passed over")
    void passesOverOtherModels() {
        List<OfCustomer> found = engine.<OfCustomer>query(
                        List.of(CUSTOMER, VISIT), VISIT.customerId.eq("42").and(VISIT.at.ge(NOON)))
                .all();
        assertThat(found).hasSize(3).allSatisfy(item -> assertThat(item).isInstanceOf(Visit.class));

        assertThat(engine.<OfCustomer>query(List.of(CUSTOMER, ORDER), ORDER.customerId.eq("42"))
                        .all())
                .hasSize(4)
                .noneSatisfy(item -> assertThat(item).isInstanceOf(Visit.class));
    }

    @Test
    @DisplayName("P7 an object of a query is known, so that saving it writes what has changed")
    void anObjectIsKnown() {
        Order order = (Order) everythingOf("42").all().get(1);

        order.total = 100;
        engine.template(ORDER).save(order);

        assertThat(engine.template(ORDER).find("42", "1000").orElseThrow().total)
                .isEqualTo(100);
    }

    @Test
    @DisplayName("P3 an item that nobody claims is passed over and counted, or refused")
    void anUnclaimedItemIsCountedOrRefused() {
        Results<OfCustomer> results =
                everythingOf("42").onUnclaimed(Unclaimed.COUNT).results();
        results.forEachRemaining(item -> {});

        assertThat(results.skipped()).isEqualTo(1);
        assertThatExceptionOfType(ForeignItem.class)
                .isThrownBy(() -> everythingOf("42").onUnclaimed(Unclaimed.FAIL).all());
    }

    @Test
    @DisplayName("P7 a query of several models needs whole items")
    void needsWholeItems() {
        assertThatExceptionOfType(InvalidSearch.class)
                .isThrownBy(() -> engine.<OfCustomer>query(MODELS, ORDER.byStatus, ORDER.status.eq("open"))
                        .all())
                .withMessageEndingWith(
                        "the index projects keys, and a search of several models needs whole items; project "
                                + "all, or search each model alone.");
    }

    @Test
    @DisplayName("E21 models of several tables, and a condition on another model, are refused")
    void wrongArgumentsAreRefused() {
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> engine.query(List.of(CUSTOMER, LinkModel.LINK), CUSTOMER.customerId.eq("42"))
                        .all())
                .withMessageContaining("query(): 'models' has to be models of one table");
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> engine.<Object>query(List.of(CUSTOMER, ORDER), LINE.orderId.eq("1")))
                .withMessage(
                        "query(): 'where' has to be a condition on columns of one of [Model[Customer], Model[Order]], and "
                                + "is one on columns of [Model[Line]].");
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> engine.<Object>query(List.of(CUSTOMER), Condition.empty()));
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> engine.<Object>query(List.of(), CUSTOMER.customerId.eq("42")));
    }
}
