package io.bloop.shop;

import static io.bloop.shop.ProductModel.PRODUCT;

import io.bloop.engine.Engine;
import io.bloop.model.Key;
import io.bloop.transaction.TransactionCancelled;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Makes orders of carts. */
@Service
class Checkout {

    private final Engine engine;
    private final Customers customers;
    private final Carts carts;
    private final Products products;
    private final Orders orders;
    private final Clock clock;

    Checkout(Engine engine, Customers customers, Carts carts, Products products, Orders orders, Clock clock) {
        this.engine = engine;
        this.customers = customers;
        this.carts = carts;
        this.products = products;
        this.orders = orders;
        this.clock = clock;
    }

    /** Orders what is in the cart of a customer. An order that exists already is returned as it is. */
    OrderWithLines place(String orderId, String customerId, String addressLabel) {
        Optional<OrderWithLines> placed = orders.find(orderId);
        if (placed.isPresent()) {
            return placedBy(customerId, placed.get());
        }
        Cart cart = carts.find(customerId).orElseThrow(() -> new Conflict("The cart is empty."));
        Address address = customers.address(customerId, addressLabel);
        List<OrderLine> lines = lines(orderId, cart);

        Order order = new Order();
        order.orderId = orderId;
        order.customerId = customerId;
        order.destination = address.destination();
        order.placedOn = clock.instant();
        order.totalInCents = lines.stream().mapToLong(OrderLine::totalInCents).sum();
        store(order, lines, cart);
        return new OrderWithLines(order, lines, List.of());
    }

    private static OrderWithLines placedBy(String customerId, OrderWithLines placed) {
        if (!placed.order().customerId.equals(customerId)) {
            throw new Conflict("The order id '" + placed.order().orderId + "' is taken.");
        }
        return placed;
    }

    private List<OrderLine> lines(String orderId, Cart cart) {
        List<OrderLine> lines = new ArrayList<>();
        for (Product product : products.getAll(cart.quantities.keySet())) {
            int quantity = cart.quantities.getOrDefault(product.sku(), 0);
            lines.add(new OrderLine(
                    orderId, lines.size() + 1, product.sku(), product.name(), quantity, product.priceInCents()));
        }
        return lines;
    }

    private void store(Order order, List<OrderLine> lines, Cart cart) {
        OrderEvent event = order.event(State.PLACED.name(), order.placedOn);
        try {
            engine.writeTransaction(tx -> {
                tx.insert(order).insert(event).delete(cart);
                lines.forEach(line -> tx.insert(line).update(products.taking(line.sku(), line.quantity())));
            });
        } catch (TransactionCancelled cancelled) {
            List<Key<Product>> tooFew = cancelled.unmetKeys(PRODUCT);
            throw tooFew.isEmpty() ? cancelled : new OutOfStock(skus(tooFew));
        }
    }

    private static List<String> skus(List<Key<Product>> products) {
        return products.stream()
                .map(key -> String.valueOf(key.get(PRODUCT.sku)))
                .toList();
    }
}
