package io.bloop.shop;

import java.util.List;
import java.util.Optional;

/** An order with its lines and payments. */
record OrderWithLines(Order order, List<OrderLine> lines, List<Payment> payments) {

    static Optional<OrderWithLines> of(List<ShopItem> items) {
        return only(items, Order.class).stream()
                .findFirst()
                .map(order -> new OrderWithLines(order, only(items, OrderLine.class), only(items, Payment.class)));
    }

    boolean has(String paymentId) {
        return payments.stream().anyMatch(payment -> payment.paymentId().equals(paymentId));
    }

    private static <T> List<T> only(List<ShopItem> items, Class<T> type) {
        return items.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
