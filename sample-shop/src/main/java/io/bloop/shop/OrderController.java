package io.bloop.shop;

import io.bloop.query.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Serves the orders. Callers choose the ids of orders and payments, so that a request may be repeated. */
@RestController
@RequestMapping("/api")
class OrderController {

    record NewOrder(@Id String customerId, @Id String address) {}

    record NewPayment(@Positive long amountInCents) {}

    record OrderView(
            String orderId,
            String customerId,
            State state,
            Instant placedOn,
            Destination destination,
            long totalInCents,
            long paidInCents) {

        static OrderView of(Order order) {
            return new OrderView(
                    order.orderId,
                    order.customerId,
                    order.state,
                    order.placedOn,
                    order.destination,
                    order.totalInCents,
                    order.paidInCents);
        }
    }

    record WholeOrder(OrderView order, List<OrderLine> lines, List<Payment> payments) {

        static WholeOrder of(OrderWithLines found) {
            return new WholeOrder(OrderView.of(found.order()), found.lines(), found.payments());
        }
    }

    record OrderPage(List<OrderView> items, @Nullable String next) {

        static OrderPage of(Page<Order> page) {
            return new OrderPage(
                    page.items().stream().map(OrderView::of).toList(),
                    page.next().orElse(null));
        }
    }

    private final Orders orders;
    private final Checkout checkout;
    private final Fulfilment fulfilment;

    OrderController(Orders orders, Checkout checkout, Fulfilment fulfilment) {
        this.orders = orders;
        this.checkout = checkout;
        this.fulfilment = fulfilment;
    }

    @PutMapping("/orders/{orderId}")
    WholeOrder place(@PathVariable @Id String orderId, @Valid @RequestBody NewOrder wanted) {
        return WholeOrder.of(checkout.place(orderId, wanted.customerId(), wanted.address()));
    }

    @GetMapping("/orders/{orderId}")
    WholeOrder show(@PathVariable @Id String orderId) {
        return WholeOrder.of(orders.get(orderId));
    }

    @GetMapping("/orders/{orderId}/events")
    List<OrderEvent> history(@PathVariable @Id String orderId) {
        return orders.history(orderId);
    }

    @GetMapping("/orders")
    OrderPage open(
            @RequestParam State state,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String token) {
        return OrderPage.of(orders.open(state, limit, token));
    }

    @GetMapping("/customers/{customerId}/orders")
    OrderPage ofCustomer(
            @PathVariable @Id String customerId,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Nullable String token) {
        return OrderPage.of(orders.ofCustomer(customerId, limit, token));
    }

    @PutMapping("/orders/{orderId}/payments/{paymentId}")
    OrderView pay(
            @PathVariable @Id String orderId,
            @PathVariable @Id String paymentId,
            @Valid @RequestBody NewPayment wanted) {
        return OrderView.of(fulfilment.pay(orderId, paymentId, wanted.amountInCents()));
    }

    @PostMapping("/orders/{orderId}/shipment")
    OrderView ship(@PathVariable @Id String orderId) {
        return OrderView.of(fulfilment.ship(orderId));
    }

    @PostMapping("/orders/{orderId}/cancellation")
    OrderView cancel(@PathVariable @Id String orderId) {
        return OrderView.of(fulfilment.cancel(orderId));
    }
}
