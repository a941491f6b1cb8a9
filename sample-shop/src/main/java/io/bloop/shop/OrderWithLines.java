package io.bloop.shop;

import io.bloop.annotation.ItemCollection;
import java.util.List;

/** An order with its lines and payments, which are the items of one hash key. */
@ItemCollection
record OrderWithLines(Order order, List<OrderLine> lines, List<Payment> payments) {

    boolean has(String paymentId) {
        return payments.stream().anyMatch(payment -> payment.paymentId().equals(paymentId));
    }
}
