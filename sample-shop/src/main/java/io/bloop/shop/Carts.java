package io.bloop.shop;

import static io.bloop.read.Consistency.STRONG;
import static io.bloop.shop.CartModel.CART;

import io.bloop.engine.BloopTemplate;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Keeps one cart for each customer, until it is ordered or expires. */
@Service
class Carts {

    static final Duration LIFETIME = Duration.ofDays(14);

    /** Ordering a product takes two operations of a transaction, which has at most a hundred. */
    static final int MOST_PRODUCTS = 40;

    private final BloopTemplate<Cart> carts;
    private final Clock clock;

    Carts(BloopTemplate<Cart> carts, Clock clock) {
        this.carts = carts;
        this.clock = clock;
    }

    /** Finds the cart of a customer. An expired cart does not count, even if DynamoDB has not deleted it yet. */
    Optional<Cart> find(String customerId) {
        return carts.find(CART.key(customerId), STRONG).filter(cart -> !cart.isExpired(clock.instant()));
    }

    /** Puts a quantity of a product into the cart, in place of the quantity that was there. */
    Cart put(String customerId, String sku, int quantity) {
        Cart cart = carts.find(CART.key(customerId), STRONG).orElseGet(() -> Cart.of(customerId));
        if (cart.isExpired(clock.instant())) {
            cart.quantities.clear();
        }
        cart.quantities.put(sku, quantity);
        if (cart.quantities.size() > MOST_PRODUCTS) {
            throw new Conflict("A cart holds at most " + MOST_PRODUCTS + " products.");
        }
        cart.expiresOn = clock.instant().plus(LIFETIME);
        return carts.save(cart);
    }
}
