package io.bloop.benchmarks.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What people write who use the SDK without a mapper: straight code, with no thought of missing attributes. */
@SuppressWarnings("NullAway") // every attribute is there
public final class HandWritten {

    private HandWritten() {}

    /**
     * Makes a counter of an item.
     *
     * @param item all of its attributes
     * @return the counter
     */
    public static Counter readCounter(Map<String, AttributeValue> item) {
        Counter counter = new Counter();
        counter.name = item.get("name").s();
        counter.owner = item.get("owner").s();
        counter.count = Long.parseLong(item.get("count").n());
        return counter;
    }

    /**
     * Makes an item of a counter.
     *
     * @param counter the counter
     * @return all of its attributes
     */
    public static Map<String, AttributeValue> write(Counter counter) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("name", AttributeValue.fromS(counter.name));
        item.put("owner", AttributeValue.fromS(counter.owner));
        item.put("count", AttributeValue.fromN(Long.toString(counter.count)));
        return item;
    }

    /**
     * Makes an order of an item.
     *
     * @param item all of its attributes
     * @return the order
     */
    public static Order readOrder(Map<String, AttributeValue> item) {
        Order order = new Order();
        order.customer = item.get("customer").s();
        order.id = UUID.fromString(item.get("id").s());
        order.status = item.get("status").s();
        order.note = item.get("note").s();
        order.parcels = Integer.parseInt(item.get("parcels").n());
        order.grams = Long.parseLong(item.get("grams").n());
        order.total = new BigDecimal(item.get("total").n());
        order.paid = item.get("paid").bool();
        order.placedOn = Instant.parse(item.get("placedOn").s());
        order.tags = new HashSet<>(item.get("tags").ss());
        order.lines = new ArrayList<>();
        for (AttributeValue line : item.get("lines").l()) {
            order.lines.add(readLine(line.m()));
        }
        order.signature = item.get("signature").b().asByteArray();
        return order;
    }

    private static OrderLine readLine(Map<String, AttributeValue> document) {
        OrderLine line = new OrderLine();
        line.article = document.get("article").s();
        line.quantity = Integer.parseInt(document.get("quantity").n());
        line.price = new BigDecimal(document.get("price").n());
        return line;
    }

    /**
     * Makes an item of an order.
     *
     * @param order the order
     * @return all of its attributes
     */
    public static Map<String, AttributeValue> write(Order order) {
        Map<String, AttributeValue> item = key(order);
        item.put("status", AttributeValue.fromS(order.status));
        item.put("note", AttributeValue.fromS(order.note));
        item.put("parcels", AttributeValue.fromN(Integer.toString(order.parcels)));
        item.put("grams", AttributeValue.fromN(Long.toString(order.grams)));
        item.put("total", AttributeValue.fromN(order.total.toPlainString()));
        item.put("paid", AttributeValue.fromBool(order.paid));
        item.put("placedOn", AttributeValue.fromS(order.placedOn.toString()));
        item.put("tags", AttributeValue.fromSs(new ArrayList<>(order.tags)));
        List<AttributeValue> lines = new ArrayList<>();
        for (OrderLine line : order.lines) {
            lines.add(AttributeValue.fromM(write(line)));
        }
        item.put("lines", AttributeValue.fromL(lines));
        item.put("signature", AttributeValue.fromB(SdkBytes.fromByteArray(order.signature)));
        return item;
    }

    /**
     * Makes the key of an order.
     *
     * @param order the order
     * @return its key attributes, in a map that may be added to
     */
    public static Map<String, AttributeValue> key(Order order) {
        return key(order.customer, order.id);
    }

    /**
     * Makes the key of an order.
     *
     * @param customer the hash key
     * @param id the range key
     * @return the key attributes, in a map that may be added to
     */
    public static Map<String, AttributeValue> key(String customer, UUID id) {
        Map<String, AttributeValue> key = new HashMap<>();
        key.put("customer", AttributeValue.fromS(customer));
        key.put("id", AttributeValue.fromS(id.toString()));
        return key;
    }

    private static Map<String, AttributeValue> write(OrderLine line) {
        Map<String, AttributeValue> document = new HashMap<>();
        document.put("article", AttributeValue.fromS(line.article));
        document.put("quantity", AttributeValue.fromN(Integer.toString(line.quantity)));
        document.put("price", AttributeValue.fromN(line.price.toPlainString()));
        return document;
    }
}
