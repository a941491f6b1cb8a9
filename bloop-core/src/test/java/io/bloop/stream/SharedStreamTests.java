package io.bloop.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bloop.InvalidArgument;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.model.Column;
import io.bloop.request.ForeignItem;
import io.bloop.settings.StreamView;
import io.bloop.testing.RolledStreams;
import io.bloop.testing.Shop;
import io.bloop.testing.Shop.Customer;
import io.bloop.testing.Shop.CustomerModel;
import io.bloop.testing.Shop.Order;
import io.bloop.testing.Shop.OrderModel;
import io.bloop.testing.Shop.Payment;
import io.bloop.testing.Shop.PaymentModel;
import io.bloop.testing.Shop.ShopItem;
import io.bloop.testing.Shop.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Reads the stream of a table that two models share. */
class SharedStreamTests {

    @RegisterExtension
    final RolledStreams dynamoDb = new RolledStreams();

    private static <T> List<Change<T>> drain(ChangeStream<T> stream, boolean inPolls) {
        List<Change<T>> found = new ArrayList<>();
        if (inPolls) {
            for (List<Change<T>> next = stream.poll(2); !next.isEmpty(); next = stream.poll(2)) {
                found.addAll(next);
            }
        } else {
            for (Optional<Change<T>> next = stream.next(); next.isPresent(); next = stream.next()) {
                found.add(next.get());
            }
        }
        return found;
    }

    private static <T> List<String> keys(List<Change<T>> changes) {
        return changes.stream()
                .map(change -> change.kind() + " "
                        + change.key().attributes().get("SK").s())
                .toList();
    }

    private static void fill(Shop.ShopItem item, String pk, Shop.ShopModel<?> model, int number) {
        item.pk = pk;
        item.sk = model.rangeKey(number);
        item.owner = "ada";
        item.entity = model.prefix();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("S10 a stream hands out the changes of the model's own items, and counts those that it passes over")
    void handsOutItsOwn(Way way) {
        CustomerModel customers = new CustomerModel(way);
        OrderModel orders = new OrderModel(way);
        Engine engine = dynamoDb.engineBuilder()
                .settings(customers, settings -> settings.stream(StreamView.NEW_AND_OLD))
                .settings(orders, settings -> settings.stream(StreamView.NEW_AND_OLD))
                .build();
        engine.bind(List.of(customers, orders));
        BloopTemplate<Customer> ofCustomers = engine.template(customers);
        BloopTemplate<Order> ofOrders = engine.template(orders);
        List<Order> stored = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Customer customer = new Customer();
            fill(customer, "p", customers, i);
            ofCustomers.insert(customer);
            Order order = new Order();
            fill(order, "p", orders, i);
            stored.add(ofOrders.insert(order));
        }
        ofOrders.delete(stored.get(1));
        dynamoDb.client()
                .putItem(r -> r.tableName("shop")
                        .item(Map.of("PK", AttributeValue.fromS("p"), "SK", AttributeValue.fromS("NOBODY#1"))));

        ChangeStream<Customer> customerStream = ofCustomers.stream(Position.trimHorizon());
        ChangeStream<Order> orderStream = ofOrders.stream(Position.trimHorizon());
        List<Change<Customer>> ofCustomer = drain(customerStream, true);

        assertThat(keys(ofCustomer)).containsExactly("INSERT CUSTOMER#0", "INSERT CUSTOMER#1", "INSERT CUSTOMER#2");
        assertThat(customerStream.skipped()).isEqualTo(5);
        assertThat(keys(drain(orderStream, false)))
                .containsExactly("INSERT ORDER#0", "INSERT ORDER#1", "INSERT ORDER#2", "REMOVE ORDER#1");
        assertThat(orderStream.skipped()).isEqualTo(4);
        assertThat(drain(engine.stream(orders, Position.token(orderStream.token())), true))
                .isEmpty();

        Record record = ofCustomer.get(0).record();
        assertThat(engine.changes(customers).claims(record)).isTrue();
        assertThat(engine.changes(orders).claims(record)).isFalse();
        ForeignItem foreign = catchThrowableOfType(
                ForeignItem.class, () -> engine.changes(orders).of(record));
        assertThat(foreign.owners()).containsExactly("Customer");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName(
            "S10 a stream of several models hands out each change with the object of the model that claims its item")
    void handsOutSeveralModels(Way way) {
        CustomerModel customers = new CustomerModel(way);
        OrderModel orders = new OrderModel(way);
        PaymentModel payments = new PaymentModel(way);
        Engine engine = dynamoDb.engineBuilder()
                .settings((model, settings) -> settings.stream(StreamView.NEW_AND_OLD))
                .build();
        engine.bind(List.of(customers, orders, payments));
        Customer customer = new Customer();
        fill(customer, "p", customers, 0);
        engine.template(customers).insert(customer);
        Payment payment = new Payment();
        fill(payment, "p", payments, 0);
        engine.template(payments).insert(payment);
        Order order = new Order();
        fill(order, "p", orders, 0);
        engine.template(orders).insert(order);

        ChangeStream<ShopItem> stream = engine.stream(List.of(orders, customers), Position.trimHorizon());
        List<Change<ShopItem>> changes = drain(stream, true);

        assertThat(changes)
                .extracting(change -> change.after().orElseThrow().getClass().getSimpleName())
                .containsExactly("Customer", "Order");
        assertThat(changes).extracting(change -> change.target().models()).containsExactly("Customer", "Order");
        assertThat(stream.skipped()).isEqualTo(1);
        assertThat(stream.target()).hasToString("Order, Customer in table 'shop'");

        order.owner = "grace";
        engine.template(orders).save(order);
        ChangeStream<ShopItem> resumed =
                engine.stream(List.of(customers, orders, payments), Position.token(stream.token()));
        assertThat(drain(resumed, false))
                .singleElement()
                .satisfies(change ->
                        assertThat(change.changed()).extracting(Column::name).containsExactly("owner", "version"));
        String token = stream.token();
        assertThatExceptionOfType(InvalidStreamToken.class)
                .isThrownBy(() -> engine.stream(orders, Position.token(token)));

        Record record = changes.get(1).record();
        ChangeMapper<ShopItem> mapper = engine.changes(List.of(customers, orders));
        assertThat(mapper.of(record).after()).get().isInstanceOf(Order.class);
        assertThat(engine.<ShopItem>changes(List.of(customers, payments)).claims(record))
                .isFalse();
        ForeignItem foreign = catchThrowableOfType(
                ForeignItem.class,
                () -> engine.<ShopItem>changes(List.of(customers, payments)).of(record));
        assertThat(foreign.owners()).containsExactly("Order");
    }

    @Test
    @DisplayName("S10 a stream is that of one table")
    void refusesSeveralTables() {
        CustomerModel customers = new CustomerModel(Way.DISCRIMINATOR);
        OrderModel orders = new OrderModel(Way.DISCRIMINATOR);
        Engine engine = dynamoDb.engineBuilder()
                .settings((model, settings) -> settings.stream(StreamView.NEW_AND_OLD))
                .tableNames((model, name) -> model == orders ? "orders" : name)
                .build();
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> engine.<ShopItem>stream(List.of(customers, orders), Position.latest()))
                .withMessage("stream(): 'models' has to be models of one table, and is models of [shop, orders].");
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> engine.stream(List.<OrderModel>of(), Position.latest()))
                .withMessage("stream(): 'models' has to be models of one table, and is empty.");
    }
}
