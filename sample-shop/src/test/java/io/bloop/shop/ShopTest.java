package io.bloop.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.test.BloopTest;
import io.bloop.engine.BloopTemplate;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Gives tests the services of the shop, and the items as they are stored. */
@BloopTest
@Import({Customers.class, Products.class, Carts.class, Orders.class, Checkout.class, Fulfilment.class, RequestLog.class
})
abstract class ShopTest {

    static final String TABLE = "sample-shop";
    static final Destination HOME = new Destination("Main Street 1", "London", "GB");

    @Autowired
    DynamoDbClient client;

    @Autowired
    Customers customers;

    @Autowired
    Products products;

    @Autowired
    Carts carts;

    @Autowired
    Orders orders;

    @Autowired
    Checkout checkout;

    @Autowired
    Fulfilment fulfilment;

    @Autowired
    BloopTemplate<Order> orderTemplate;

    /** Registers a customer who has an address with the label "home". */
    Customer registered(String customerId) {
        Customer customer =
                customers.register(new Customer(customerId, "Name of " + customerId, customerId + "@example.com"));
        customers.put(new Address(customerId, "home", HOME));
        return customer;
    }

    Product product(String sku, long stock) {
        return products.add(new Product(sku, "Name of " + sku, "office", 250, stock));
    }

    /** Orders two pieces of a product of its own for a customer. */
    Order ordered(String customerId, String orderId) {
        product("for-" + orderId, 5);
        carts.put(customerId, "for-" + orderId, 2);
        return checkout.place(orderId, customerId, "home").order();
    }

    Map<String, AttributeValue> stored(String pk, String sk) {
        return client.getItem(r ->
                        r.tableName(TABLE).key(Map.of("PK", s(pk), "SK", s(sk))).consistentRead(true))
                .item();
    }

    List<Map<String, AttributeValue>> storedUnder(String pk) {
        return client.query(r -> r.tableName(TABLE)
                        .keyConditionExpression("PK = :pk")
                        .expressionAttributeValues(Map.of(":pk", s(pk)))
                        .consistentRead(true))
                .items();
    }

    long stock(String sku) {
        return Long.parseLong(stored("PRODUCT#" + sku, "#").get("stock").n());
    }

    static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }

    static AttributeValue n(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    static AttributeValue destination() {
        return AttributeValue.fromM(Map.of("street", s("Main Street 1"), "city", s("London"), "country", s("GB")));
    }

    void assertNothingIsStoredUnder(String pk) {
        assertThat(storedUnder(pk)).isEmpty();
    }
}
