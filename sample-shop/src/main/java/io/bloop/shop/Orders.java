package io.bloop.shop;

import static io.bloop.shop.OrderEventModel.ORDER_EVENT;
import static io.bloop.shop.OrderModel.ORDER;
import static io.bloop.shop.OrderWithLinesCollection.ORDER_WITH_LINES;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.query.Page;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds orders. */
@Service
class Orders {

    private final Engine engine;
    private final BloopTemplate<Order> orders;
    private final BloopTemplate<OrderEvent> events;

    Orders(Engine engine, BloopTemplate<Order> orders, BloopTemplate<OrderEvent> events) {
        this.engine = engine;
        this.orders = orders;
        this.events = events;
    }

    /** Finds an order with its lines and payments, by one query. */
    Optional<OrderWithLines> find(String orderId) {
        return engine.query(ORDER_WITH_LINES, ORDER.orderId.eq(orderId))
                .consistent()
                .find();
    }

    OrderWithLines get(String orderId) {
        return find(orderId).orElseThrow(() -> new Unknown("order", orderId));
    }

    /** Lists the orders of a customer, the newest first. */
    Page<Order> ofCustomer(String customerId, int limit, @Nullable String token) {
        return orders.query(ORDER.byCustomer)
                .where(ORDER.customerId.eq(customerId))
                .descending()
                .limit(limit)
                .from(token)
                .page();
    }

    /** Lists the open orders of a state, the oldest first, since it has waited longest. */
    Page<Order> open(State state, int limit, @Nullable String token) {
        return orders.query(ORDER.byState)
                .where(ORDER.openState.eq(state))
                .limit(limit)
                .from(token)
                .page();
    }

    List<OrderEvent> history(String orderId) {
        return events.query().where(ORDER_EVENT.orderId.eq(orderId)).all();
    }
}
