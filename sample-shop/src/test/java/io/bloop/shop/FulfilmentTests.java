package io.bloop.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FulfilmentTests extends ShopTest {

    @Test
    void anOrderIsPaidInPartsAndShipped() {
        registered("ada");
        ordered("ada", "o-1");

        assertThat(fulfilment.pay("o-1", "p-1", 100).state).isEqualTo(State.PLACED);
        assertThat(fulfilment.pay("o-1", "p-2", 400).state).isEqualTo(State.PAID);
        assertThat(fulfilment.ship("o-1").state).isEqualTo(State.SHIPPED);

        assertThat(orders.history("o-1"))
                .extracting(event -> event.number() + " " + event.what())
                .containsExactly("1 PLACED", "2 PAID_IN_PART", "3 PAID", "4 SHIPPED");
        Map<String, ?> payment = stored("ORDER#o-1", "PAYMENT#p-2");
        assertThat(payment).containsOnlyKeys("PK", "SK", "amountInCents", "receivedOn");
    }

    @Test
    void aPaymentIsTakenOnce() {
        registered("bob");
        ordered("bob", "o-2");
        fulfilment.pay("o-2", "p-1", 100);

        assertThat(fulfilment.pay("o-2", "p-1", 100).paidInCents).isEqualTo(100);

        assertThat(orders.history("o-2")).hasSize(2);
    }

    @Test
    void moreThanTheTotalIsNotTaken() {
        registered("cyd");
        ordered("cyd", "o-3");

        assertThatThrownBy(() -> fulfilment.pay("o-3", "p-1", 501))
                .isInstanceOf(Conflict.class)
                .hasMessage("Order 'o-3' is PLACED, and 500 cents are to be paid.");
        assertThat(stored("ORDER#o-3", "#")).containsEntry("paidInCents", n(0));
    }

    @Test
    void anOrderThatIsCancelledGivesItsStockBackOnce() {
        registered("dan");
        ordered("dan", "o-4");
        assertThat(stock("for-o-4")).isEqualTo(3);

        fulfilment.cancel("o-4");

        assertThat(stock("for-o-4")).isEqualTo(5);
        assertThatThrownBy(() -> fulfilment.cancel("o-4"))
                .isInstanceOf(Conflict.class)
                .hasMessage("Order 'o-4' is CANCELLED and cannot become CANCELLED.");
        assertThatThrownBy(() -> fulfilment.pay("o-4", "p-1", 500)).isInstanceOf(Conflict.class);
        assertThat(stock("for-o-4")).isEqualTo(5);
        assertThat(orders.history("o-4")).extracting(OrderEvent::what).containsExactly("PLACED", "CANCELLED");
    }

    @Test
    void ofThoseWhoEndAnOrderAtTheSameTimeOneDoes() {
        registered("fay");
        ordered("fay", "o-6");
        fulfilment.pay("o-6", "p-1", 500);

        List<Boolean> outcomes = SameTime.run(
                List.of(() -> fulfilment.ship("o-6"), () -> fulfilment.cancel("o-6"), () -> fulfilment.cancel("o-6")));

        assertThat(outcomes).containsOnlyOnce(true);
        boolean isShipped = outcomes.get(0);
        assertThat(stored("ORDER#o-6", "#")).containsEntry("state", s(isShipped ? "SHIPPED" : "CANCELLED"));
        assertThat(stock("for-o-6")).isEqualTo(isShipped ? 3 : 5);
        assertThat(orders.history("o-6")).extracting(OrderEvent::number).containsExactly(1, 2, 3);
    }

    @Test
    void anOrderThatIsNotPaidIsNotShipped() {
        registered("eve");
        ordered("eve", "o-5");

        assertThatThrownBy(() -> fulfilment.ship("o-5"))
                .isInstanceOf(Conflict.class)
                .hasMessage("Order 'o-5' is PLACED and cannot become SHIPPED.");
    }

    @Test
    void aDeliveryAddsToTheStockOfAProductThatExists() {
        product("pen", 1);

        assertThat(products.deliver("pen", 4).stock()).isEqualTo(5);

        assertThatThrownBy(() -> products.deliver("none", 4)).isInstanceOf(Unknown.class);
        assertNothingIsStoredUnder("PRODUCT#none");
        assertThatThrownBy(() -> product("pen", 9)).isInstanceOf(Conflict.class);
        assertThat(stock("pen")).isEqualTo(5);
    }

    @Test
    void theProductsOfACategoryAreFound() {
        product("b-office", 1);
        product("a-office", 1);
        products.add(new Product("tea", "Tea", "kitchen", 500, 1));

        assertThat(products.ofCategory("kitchen")).extracting(Product::sku).containsExactly("tea");
        assertThat(products.ofCategory("office"))
                .extracting(Product::sku)
                .contains("a-office", "b-office")
                .isSorted();
    }
}
