package io.bloop.benchmarks.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/** Makes the objects that the benchmarks store; the same number gives an equal object each time. */
public final class Samples {

    /** The customer of every order. */
    public static final String CUSTOMER = "Northwind Traders, Rotterdam";

    private static final Instant FIRST = Instant.parse("2026-08-09T01:16:25.322849Z");
    private static final int SIGNATURE_BYTES = 64;

    private Samples() {}

    /**
     * Makes a counter.
     *
     * @return the counter
     */
    public static Counter counter() {
        Counter counter = new Counter();
        counter.name = "visits-of-the-front-page";
        counter.owner = "marketing";
        counter.count = 1_234_567_890L;
        return counter;
    }

    /**
     * Makes an order.
     *
     * @param number tells orders apart
     * @return the order
     */
    public static Order order(int number) {
        Order order = new Order();
        order.customer = CUSTOMER;
        order.id = id(number);
        order.status = "awaiting collection";
        order.note = "Leave it with the neighbours at number 12";
        order.parcels = 3;
        order.grams = 48_250L + number;
        order.total = new BigDecimal("1249.95");
        order.paid = true;
        order.placedOn = FIRST.plusSeconds(number);
        order.tags = new HashSet<>(List.of("fragile", "export", "insured", "gift", "first-order"));
        order.lines = lines();
        order.signature = new byte[SIGNATURE_BYTES];
        for (int i = 0; i < SIGNATURE_BYTES; i++) {
            order.signature[i] = (byte) (i * 37 + number);
        }
        return order;
    }

    /**
     * Returns the range key of an order.
     *
     * @param number tells orders apart
     * @return the key
     */
    public static UUID id(int number) {
        return new UUID(0x3f2a_5c6d_7e8f_4a1bL, 0x9c2d_3e4f_5a6b_0000L + number);
    }

    /**
     * Makes orders.
     *
     * @param count how many
     * @return the orders from 0 on
     */
    public static List<Order> orders(int count) {
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            orders.add(order(i));
        }
        return orders;
    }

    private static List<OrderLine> lines() {
        List<OrderLine> lines = new ArrayList<>();
        for (String article : List.of("Desk lamp, brass", "Filing cabinet", "Paper, A4, 500 sheets")) {
            OrderLine line = new OrderLine();
            line.article = article;
            line.quantity = lines.size() + 1;
            line.price = new BigDecimal("83.33");
            lines.add(line);
        }
        return lines;
    }
}
