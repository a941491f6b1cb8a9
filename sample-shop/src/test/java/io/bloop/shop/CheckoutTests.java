package io.bloop.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CheckoutTests extends ShopTest {

    @Test
    void placingAnOrderStoresTheOrderItsLinesAndAnEventAndTakesTheStock() {
        registered("ada");
        product("ink", 10);
        product("pen", 10);
        carts.put("ada", "pen", 3);
        carts.put("ada", "ink", 1);

        Order order = checkout.place("o-1", "ada", "home").order();

        String placedOn = stored("ORDER#o-1", "#").get("placedOn").s();
        assertThat(storedUnder("ORDER#o-1"))
                .containsExactly(
                        Map.ofEntries(
                                Map.entry("PK", s("ORDER#o-1")),
                                Map.entry("SK", s("#")),
                                Map.entry("GSI1PK", s("CUSTOMER#ada")),
                                Map.entry("GSI1SK", s(placedOn + "#o-1")),
                                Map.entry("GSI2PK", s("STATE#PLACED")),
                                Map.entry("GSI2SK", s(placedOn + "#o-1")),
                                Map.entry("orderId", s("o-1")),
                                Map.entry("customerId", s("ada")),
                                Map.entry("placedOn", s(placedOn)),
                                Map.entry("destination", destination()),
                                Map.entry("totalInCents", n(1000)),
                                Map.entry("paidInCents", n(0)),
                                Map.entry("state", s("PLACED")),
                                Map.entry("openState", s("PLACED")),
                                Map.entry("events", n(1)),
                                Map.entry("version", n(1))),
                        Map.of(
                                "PK", s("ORDER#o-1"),
                                "SK", s("LINE#001"),
                                "sku", s("ink"),
                                "name", s("Name of ink"),
                                "quantity", n(1),
                                "priceInCents", n(250)),
                        Map.of(
                                "PK", s("ORDER#o-1"),
                                "SK", s("LINE#002"),
                                "sku", s("pen"),
                                "name", s("Name of pen"),
                                "quantity", n(3),
                                "priceInCents", n(250)));
        assertThat(storedUnder("HISTORY#o-1"))
                .containsExactly(
                        Map.of("PK", s("HISTORY#o-1"), "SK", s("EVENT#0001"), "what", s("PLACED"), "at", s(placedOn)));
        assertThat(stock("ink")).isEqualTo(9);
        assertThat(stock("pen")).isEqualTo(7);
        assertThat(carts.find("ada")).isEmpty();
        assertThat(orders.get("o-1").order().placedOn).isEqualTo(order.placedOn);
    }

    @Test
    void anOrderThatIsPlacedTwiceIsPlacedOnce() {
        registered("bob");
        ordered("bob", "o-twice");
        carts.put("bob", "for-o-twice", 1);

        OrderWithLines again = checkout.place("o-twice", "bob", "home");

        assertThat(again.lines()).extracting(OrderLine::quantity).containsExactly(2);
        assertThat(stock("for-o-twice")).isEqualTo(3);
        assertThat(carts.find("bob")).isPresent();
        assertThat(orders.history("o-twice")).hasSize(1);
    }

    @Test
    void anOrderIdOfSomebodyElseIsTaken() {
        registered("cyd");
        registered("dan");
        ordered("cyd", "o-of-cyd");

        assertThatThrownBy(() -> checkout.place("o-of-cyd", "dan", "home"))
                .isInstanceOf(Conflict.class)
                .hasMessage("The order id 'o-of-cyd' is taken.");
    }

    @Test
    void anOrderForWhichThereIsTooLittleNamesTheProductsAndChangesNothing() {
        registered("eve");
        product("enough", 5);
        product("few", 1);
        product("none", 0);
        carts.put("eve", "enough", 5);
        carts.put("eve", "few", 2);
        carts.put("eve", "none", 1);

        assertThatThrownBy(() -> checkout.place("o-few", "eve", "home"))
                .isInstanceOfSatisfying(
                        OutOfStock.class, ex -> assertThat(ex.skus()).containsExactly("few", "none"))
                .hasMessage("There are too few of: few, none.");
        assertNothingIsStoredUnder("ORDER#o-few");
        assertNothingIsStoredUnder("HISTORY#o-few");
        assertThat(stock("enough")).isEqualTo(5);
        assertThat(carts.find("eve")).isPresent();
    }

    @Test
    void ofManyWhoOrderTheLastPiecesAtTheSameTimeAsManyGetOneAsThereAre() {
        int many = 8;
        int pieces = 3;
        product("last", pieces);
        for (int i = 0; i < many; i++) {
            registered("buyer-" + i);
            carts.put("buyer-" + i, "last", 1);
        }

        List<Boolean> outcomes = SameTime.run(IntStream.range(0, many)
                .<Runnable>mapToObj(i -> () -> checkout.place("o-last-" + i, "buyer-" + i, "home"))
                .toList());

        assertThat(outcomes.stream().filter(done -> done)).hasSize(pieces);
        assertThat(stock("last")).isZero();
        assertThat(IntStream.range(0, many)
                        .filter(i -> orders.find("o-last-" + i).isPresent()))
                .hasSize(pieces);
    }

    @Test
    void anOrderNeedsAnAddressOfTheCustomer() {
        registered("fay");
        product("pencil", 5);
        carts.put("fay", "pencil", 1);

        assertThatThrownBy(() -> checkout.place("o-away", "fay", "away"))
                .isInstanceOf(Unknown.class)
                .hasMessage("There is no address 'away'.");
    }

    @Test
    void anOrderKeepsTheAddressThatItIsSentTo() {
        registered("gus");
        ordered("gus", "o-gus");

        customers.put(new Address("gus", "home", new Destination("Elsewhere", "Paris", "FR")));

        assertThat(orders.get("o-gus").order().destination).isEqualTo(HOME);
    }
}
