package io.bloop.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.query.InvalidToken;
import io.bloop.query.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrdersTests extends ShopTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    /** Stores orders of a customer, the oldest first, and returns their ids. */
    private List<String> stored(String customerId, State state, int many) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            Order order = new Order();
            order.orderId = customerId + "-" + (many - i); // their order differs from that of the moments
            order.customerId = customerId;
            order.placedOn = NOON.plusSeconds(i);
            order.destination = HOME;
            order.state = state;
            orderTemplate.insert(order);
            ids.add(order.orderId);
        }
        return ids;
    }

    private static List<String> walked(Function<String, Page<Order>> read) {
        List<String> ids = new ArrayList<>();
        String token = null;
        do {
            Page<Order> page = read.apply(token);
            page.items().forEach(order -> ids.add(order.orderId));
            token = page.next().orElse(null);
        } while (token != null);
        return ids;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 20})
    void tokensWalkTheOrdersOfACustomerOnceTheNewestFirst(int limit) {
        stored("other-" + limit, State.PLACED, 2);
        List<String> ids = stored("walker-" + limit, State.SHIPPED, 7);
        Collections.reverse(ids);

        assertThat(walked(token -> orders.ofCustomer("walker-" + limit, limit, token)))
                .isEqualTo(ids);
    }

    @Test
    void aTokenOfAnotherCustomerIsRefused() {
        stored("one", State.SHIPPED, 2);
        String token = orders.ofCustomer("one", 1, null).next().orElseThrow();

        assertThatThrownBy(() -> orders.ofCustomer("two", 1, token)).isInstanceOf(InvalidToken.class);
    }

    @Test
    void theOrdersOfAStateAreReadTheOldestFirst() {
        List<String> ids = stored("payer", State.PAID, 5);

        assertThat(walked(token -> orders.open(State.PAID, 2, token))).isEqualTo(ids);
    }

    @Test
    void anOrderLeavesTheIndexWhenItIsNoLongerOpen() {
        registered("ada");
        ordered("ada", "o-sparse");
        stored("waiting", State.PLACED, 1);
        fulfilment.pay("o-sparse", "p-1", 500);
        assertThat(stored("ORDER#o-sparse", "#"))
                .containsEntry("GSI2PK", s("STATE#PAID"))
                .containsEntry("openState", s("PAID"));

        fulfilment.ship("o-sparse");

        assertThat(stored("ORDER#o-sparse", "#"))
                .containsEntry("state", s("SHIPPED"))
                .containsEntry("GSI1PK", s("CUSTOMER#ada"))
                .doesNotContainKeys("GSI2PK", "openState");
        assertThat(client.scan(r -> r.tableName(TABLE).indexName("GSI2")).items())
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.get("state").s()).isIn("PLACED", "PAID"))
                .noneSatisfy(item -> assertThat(item).containsEntry("orderId", s("o-sparse")));
    }

    @Test
    void anOrderIsFoundWithItsLinesAndPaymentsAndNothingElse() {
        registered("bob");
        ordered("bob", "o-whole");
        fulfilment.pay("o-whole", "p-1", 100);
        fulfilment.pay("o-whole", "p-2", 400);

        OrderWithLines found = orders.get("o-whole");

        assertThat(found.order().state).isEqualTo(State.PAID);
        assertThat(found.lines()).extracting(OrderLine::sku).containsExactly("for-o-whole");
        assertThat(found.payments()).extracting(Payment::paymentId).containsExactly("p-1", "p-2");
        assertThat(orders.find("none")).isEmpty();
    }
}
