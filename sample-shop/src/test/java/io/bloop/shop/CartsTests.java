package io.bloop.shop;

import static io.bloop.shop.CartModel.CART;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.engine.BloopTemplate;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class CartsTests extends ShopTest {

    /** So long ago that DynamoDB Local does not delete it: it leaves what has expired more than five years ago. */
    private static final Instant LONG_AGO = Instant.parse("2015-01-01T00:00:00Z");

    @Autowired
    BloopTemplate<Cart> template;

    private void expired(String customerId) {
        Cart cart = Cart.of(customerId);
        cart.quantities.put("old", 1);
        cart.expiresOn = LONG_AGO;
        template.insert(cart);
    }

    @Test
    void aCartIsAnItemBesideItsCustomer() {
        Instant before = Instant.now();

        Cart cart = carts.put("ada", "pen", 3);

        assertThat(stored("CUSTOMER#ada", "CART"))
                .isEqualTo(Map.of(
                        "PK", s("CUSTOMER#ada"),
                        "SK", s("CART"),
                        "quantities", AttributeValue.fromM(Map.of("pen", n(3))),
                        "expiresOn", n(cart.expiresOn.getEpochSecond()),
                        "version", n(1)));
        assertThat(cart.expiresOn)
                .isBetween(before.plus(Duration.ofDays(14)).minusSeconds(1), before.plus(Duration.ofDays(15)));
    }

    @Test
    void aQuantityTakesThePlaceOfTheOneBefore() {
        carts.put("bob", "pen", 3);
        carts.put("bob", "ink", 1);
        carts.put("bob", "pen", 2);

        assertThat(carts.find("bob").orElseThrow().quantities).isEqualTo(Map.of("ink", 1, "pen", 2));
    }

    @Test
    void anExpiredCartIsNotFoundAlthoughItIsStored() {
        expired("cyd");

        assertThat(carts.find("cyd")).isEmpty();
        assertThat(stored("CUSTOMER#cyd", "CART")).containsEntry("expiresOn", n(LONG_AGO.getEpochSecond()));
    }

    @Test
    void whatIsPutIntoAnExpiredCartIsAlone() {
        expired("dan");

        carts.put("dan", "pen", 1);

        assertThat(carts.find("dan").orElseThrow().quantities).isEqualTo(Map.of("pen", 1));
        assertThat(stored("CUSTOMER#dan", "CART").get("quantities").m()).containsOnlyKeys("pen");
    }

    @Test
    void anExpiredCartCannotBeOrdered() {
        registered("eve");
        expired("eve");

        assertThatThrownBy(() -> checkout.place("of-expired", "eve", "home"))
                .isInstanceOf(Conflict.class)
                .hasMessage("The cart is empty.");
    }

    @Test
    void aCartHoldsNoMoreProductsThanOneTransactionCanOrder() {
        registered("fay");
        for (int i = 0; i < Carts.MOST_PRODUCTS; i++) {
            product("many-" + i, 1);
            carts.put("fay", "many-" + i, 1);
        }

        assertThatThrownBy(() -> carts.put("fay", "one-more", 1))
                .isInstanceOf(Conflict.class)
                .hasMessage("A cart holds at most 40 products.");
        assertThat(checkout.place("of-many", "fay", "home").lines()).hasSize(40);
        assertThat(template.find(CART.key("fay"))).isEmpty();
    }
}
