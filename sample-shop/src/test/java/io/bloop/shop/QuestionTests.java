package io.bloop.shop;

import static io.bloop.shop.EmailAddressModel.EMAIL_ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.BloopTemplate;
import io.bloop.query.Unclaimed;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each question in the README's table is one request. */
class QuestionTests extends ShopTest {

    private static final AtomicInteger TESTS = new AtomicInteger();

    @Autowired
    RequestLog log;

    @Autowired
    BloopTemplate<EmailAddress> emails;

    @Autowired
    BloopTemplate<ShopItem> items;

    private final String customer = "customer-" + TESTS.incrementAndGet();
    private final String order = "of-" + customer;

    @BeforeEach
    void fill() {
        registered(customer);
        ordered(customer, order);
        fulfilment.pay(order, "p-1", 100);
        carts.put(customer, "for-" + order, 1);
    }

    private void assertIsOneRequest(String request, Runnable question) {
        assertThat(log.during(question)).containsExactly(request);
    }

    @Test
    void aCustomerAnEmailAddressACartAndAProductAreOneGetItemEach() {
        assertIsOneRequest("GetItem", () -> customers.get(customer));
        assertIsOneRequest(
                "GetItem",
                () -> emails.find(EMAIL_ADDRESS.key(customer + "@example.com")).orElseThrow());
        assertIsOneRequest("GetItem", () -> carts.find(customer).orElseThrow());
        assertIsOneRequest("GetItem", () -> products.get("for-" + order));
    }

    @Test
    void theAddressesOfACustomerAndTheEventsOfAnOrderAreOneQueryEach() {
        assertIsOneRequest(
                "Query", () -> assertThat(customers.addresses(customer)).hasSize(1));
        assertIsOneRequest("Query", () -> assertThat(orders.history(order)).hasSize(2));
    }

    @Test
    void anOrderWithItsLinesAndPaymentsIsOneQuery() {
        assertIsOneRequest("Query", () -> {
            OrderWithLines found = orders.get(order);
            assertThat(found.lines()).hasSize(1);
            assertThat(found.payments()).hasSize(1);
        });
    }

    @Test
    void theListsOfAnIndexAreOneQueryEach() {
        assertIsOneRequest(
                "Query of GSI1", () -> assertThat(products.ofCategory("office")).isNotEmpty());
        assertIsOneRequest(
                "Query of GSI1",
                () -> assertThat(orders.ofCustomer(customer, 10, null).items()).hasSize(1));
        assertIsOneRequest(
                "Query of GSI2",
                () -> assertThat(orders.open(State.PLACED, 10, null).items()).isNotEmpty());
    }

    @Test
    void eachItemOfTheTableBelongsToAModel() {
        assertThat(items.scan().onUnclaimed(Unclaimed.FAIL).all())
                .hasSize(client.scan(r -> r.tableName(TABLE)).count())
                .hasAtLeastOneElementOfType(Customer.class)
                .hasAtLeastOneElementOfType(OrderEvent.class);
    }

    @Test
    void placingAnOrderIsOneTransaction() {
        assertThat(log.during(() -> checkout.place(order + "-2", customer, "home")))
                .containsExactly("Query", "GetItem", "GetItem", "BatchGetItem", "TransactWriteItems");
    }
}
