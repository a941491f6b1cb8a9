package io.bloop.shop;

import io.bloop.engine.Engine;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** Brings orders to their end: each change is one transaction of the order, what belongs to it, and an event. */
@Service
class Fulfilment {

    private final Engine engine;
    private final Orders orders;
    private final Products products;
    private final Clock clock;

    Fulfilment(Engine engine, Orders orders, Products products, Clock clock) {
        this.engine = engine;
        this.orders = orders;
        this.products = products;
        this.clock = clock;
    }

    /** Takes a payment for an order. A payment that has been taken is not taken again. */
    Order pay(String orderId, String paymentId, long amountInCents) {
        OrderWithLines found = orders.get(orderId);
        Order order = found.order();
        if (found.has(paymentId)) {
            return order;
        }
        Payment payment = new Payment(orderId, paymentId, amountInCents, clock.instant());
        OrderEvent event = order.pay(payment);
        engine.writeTransaction(tx -> tx.save(order).insert(payment).insert(event));
        return order;
    }

    Order ship(String orderId) {
        Order order = orders.get(orderId).order();
        OrderEvent event = order.becomes(State.SHIPPED, clock.instant());
        engine.writeTransaction(tx -> tx.save(order).insert(event));
        return order;
    }

    /** Cancels an order, and gives back what it has taken from the stock. */
    Order cancel(String orderId) {
        OrderWithLines found = orders.get(orderId);
        Order order = found.order();
        OrderEvent event = order.becomes(State.CANCELLED, clock.instant());
        engine.writeTransaction(tx -> {
            tx.save(order).insert(event);
            found.lines().forEach(line -> tx.update(products.giving(line.sku(), line.quantity())));
        });
        return order;
    }
}
