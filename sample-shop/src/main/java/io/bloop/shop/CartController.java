package io.bloop.shop;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import java.util.SortedMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the carts. */
@RestController
@RequestMapping("/api/customers/{customerId}/cart")
class CartController {

    record Quantity(@Positive @Max(1000) int quantity) {}

    record CartView(String customerId, SortedMap<String, Integer> quantities, Instant expiresOn) {

        static CartView of(Cart cart) {
            return new CartView(cart.customerId, cart.quantities, cart.expiresOn);
        }
    }

    private final Carts carts;
    private final Customers customers;
    private final Products products;

    CartController(Carts carts, Customers customers, Products products) {
        this.carts = carts;
        this.customers = customers;
        this.products = products;
    }

    @GetMapping
    CartView show(@PathVariable @Id String customerId) {
        return carts.find(customerId).map(CartView::of).orElseThrow(() -> new Unknown("cart of", customerId));
    }

    @PutMapping("/{sku}")
    CartView put(
            @PathVariable @Id String customerId, @PathVariable @Id String sku, @Valid @RequestBody Quantity wanted) {
        customers.get(customerId);
        products.get(sku);
        return CartView.of(carts.put(customerId, sku, wanted.quantity()));
    }
}
