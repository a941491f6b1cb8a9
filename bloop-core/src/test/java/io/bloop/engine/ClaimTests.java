package io.bloop.engine;

import static io.bloop.write.WriteOptions.onlyIf;
import static io.bloop.write.WriteOptions.returnExisting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bloop.model.Claim;
import io.bloop.request.ConstraintViolation;
import io.bloop.request.ForeignItem;
import io.bloop.testing.Fault;
import io.bloop.testing.FaultyHttpClient;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LinkModel;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.Shop;
import io.bloop.testing.Shop.Order;
import io.bloop.testing.Shop.Way;
import io.bloop.transaction.TransactionCancelled;
import io.bloop.write.Update;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ClaimTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final Shop shop = new Shop(Way.DISCRIMINATOR);

    private BloopTemplate<Order> orders() {
        Engine engine = dynamoDb.engine();
        engine.bind(shop.models());
        return engine.template(shop.orders);
    }

    private Map<String, AttributeValue> item(String sk) {
        return dynamoDb.item("shop", Map.of("PK", AttributeValue.fromS("p"), "SK", AttributeValue.fromS(sk)));
    }

    private String mark(String sk) {
        return Shop.text(item(sk), "type");
    }

    private void putAlias() {
        Map<String, AttributeValue> item = new HashMap<>(shop.item(shop.orders, "p", 0));
        item.put("type", AttributeValue.fromS("ORDER-v0"));
        dynamoDb.put("shop", item);
    }

    @Test
    @DisplayName(
            "P2 an item under an alias is read, keeps its mark when it is saved or updated, and gets the first value when it is replaced")
    void keepsAliases() {
        BloopTemplate<Order> orders = orders();
        putAlias();

        Order order = orders.find("p", "ORDER#0").orElseThrow();
        order.note = "saved";
        orders.save(order);
        orders.update("p", "ORDER#0").set(shop.orders.status, "sent").run();

        assertThat(mark("ORDER#0")).isEqualTo("ORDER-v0");
        assertThat(orders.scan().all()).hasSize(1);
        orders.replace(orders.find("p", "ORDER#0").orElseThrow());
        assertThat(mark("ORDER#0")).isEqualTo("ORDER");
    }

    @Test
    @DisplayName("P4 a save of what has changed marks the item that it creates after the item was deleted")
    void marksWhatASaveCreatesAnew() {
        BloopTemplate<Shop.Customer> customers = dynamoDb.engine().template(shop.customers);
        dynamoDb.engine().bind(shop.models());
        dynamoDb.put("shop", shop.item(shop.customers, "p", 0));
        Shop.Customer customer = customers.find("p", "CUSTOMER#0").orElseThrow();
        customers.deleteByKey(shop.customers.key("p", "CUSTOMER#0"));

        customer.note = "changed";
        customers.save(customer);

        assertThat(mark("CUSTOMER#0")).isEqualTo("CUSTOMER");
    }

    @Test
    @DisplayName("P3 an insert on another model's item is a ConstraintViolation that shows nothing of the item")
    void insertShowsNothingOfAnothersItem() {
        BloopTemplate<Order> orders = orders();
        dynamoDb.put("shop", shop.item(shop.payments, "p", 0));

        assertThatExceptionOfType(ConstraintViolation.class)
                .isThrownBy(() -> orders.insert(shop.orders.object("p", "PAYMENT#0"), returnExisting()))
                .satisfies(ex -> assertThat(ex.existing()).isNull());
    }

    @Test
    @DisplayName(
            "P3 an unmet condition of the caller on an own item stays a ConstraintViolation with the caller's condition")
    void callersConditionStaysWhatItIs() {
        BloopTemplate<Order> orders = orders();
        dynamoDb.put("shop", shop.item(shop.orders, "p", 0));

        assertThatExceptionOfType(ConstraintViolation.class)
                .isThrownBy(() ->
                        orders.deleteByKey(shop.orders.key("p", "ORDER#0"), onlyIf(shop.orders.status.eq("sent"))))
                .withMessage("The delete of Order(pk=S \"p\", sk=S \"ORDER#0\") in table '" + dynamoDb.tableName("shop")
                        + "' was refused: (status = ?) does not hold.");
    }

    @Test
    @DisplayName("P8 a cancelled transaction names the operation whose item belongs to another model, and that model")
    void transactionsNameTheOwner() {
        Engine engine = dynamoDb.engine();
        engine.bind(shop.models());
        dynamoDb.put("shop", shop.item(shop.lines, "p", 0));
        String table = dynamoDb.tableName("shop");

        assertThatExceptionOfType(TransactionCancelled.class)
                .isThrownBy(() -> engine.writeTransaction(
                        t -> t.save(shop.orders.object("p", "ORDER#1")).delete(shop.orders.object("p", "LINE#0"))))
                .withMessage("The transaction was cancelled, and nothing of it applied:\n"
                        + "  - delete of Order(pk=S \"p\", sk=S \"LINE#0\") in table '" + table
                        + "': The item Order(pk=S \"p\", sk=S \"LINE#0\") in table '" + table
                        + "' is not one of Order, which claims items whose 'type' is one of [ORDER, ORDER-v0]. "
                        + "The item belongs to Line; use that model.");
        assertThat(item("ORDER#1")).isEmpty();
    }

    @Test
    @DisplayName(
            "P3 a write by a predicate depends on what it has read, and is refused if another model takes the item meanwhile")
    void dependsOnWhatAPredicateHasRead() {
        Shop designed = new Shop(Way.PREDICATE);
        Map<String, AttributeValue> own = designed.item(designed.orders, "p", 0);
        Map<String, AttributeValue> taken = new HashMap<>(own);
        taken.put("entity", AttributeValue.fromS("LINE"));
        dynamoDb.engine().bind(designed.models());
        dynamoDb.put("shop", own);
        InterceptedClient client = dynamoDb.intercept();
        Engine engine = dynamoDb.engineBuilder(client.client()).build();
        client.updateItem((request, real) -> {
            dynamoDb.put("shop", taken);
            return real.apply(request);
        });

        assertThatExceptionOfType(ForeignItem.class)
                .isThrownBy(() -> engine.template(designed.orders)
                        .update("p", "ORDER#0")
                        .set(designed.orders.status, "sent")
                        .run());
        assertThat(item("ORDER#0")).isEqualTo(taken);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("P3 a write by a predicate goes on with an own item that was put after it has looked")
    void goesOnWithWhatWasPutMeanwhile(boolean once) {
        Shop designed = new Shop(Way.PREDICATE);
        InterceptedClient client = dynamoDb.intercept();
        Engine engine = dynamoDb.engineBuilder(client.client()).build();
        engine.bind(designed.models());
        client.clear();
        client.before(request -> {
            if (client.operations().equals(List.of("GetItem", once ? "TransactWriteItems" : "UpdateItem"))) {
                dynamoDb.put("shop", designed.item(designed.orders, "p", 0));
            }
        });

        Update<Order> update =
                engine.template(designed.orders).update("p", "ORDER#0").set(designed.orders.status, "sent");
        (once ? update.once() : update).run();

        assertThat(item("ORDER#0"))
                .containsEntry("status", AttributeValue.fromS("sent"))
                .containsEntry("price", AttributeValue.fromN("100"));
        assertThat(client.operations()).hasSize(3);
    }

    @Test
    @DisplayName("P3 an insert by a predicate on an own item is refused by its first request")
    void insertsByPredicatesAskOnce() {
        Shop designed = new Shop(Way.PREDICATE);
        InterceptedClient client = dynamoDb.intercept();
        Engine engine = dynamoDb.engineBuilder(client.client()).build();
        engine.bind(designed.models());
        dynamoDb.put("shop", designed.item(designed.orders, "p", 0));
        client.clear();

        assertThatExceptionOfType(ConstraintViolation.class)
                .isThrownBy(() -> engine.template(designed.orders).insert(designed.orders.object("p", "ORDER#0")));

        assertThat(client.operations()).containsExactly("PutItem");
    }

    @ParameterizedTest
    @EnumSource(names = {"ANSWER_LOST", "SERVER_ERROR_LATER"})
    @DisplayName("E5 a first save by a predicate whose response was lost may have been applied, and says so")
    void aFirstSaveInDoubtSaysSo(Fault fault) {
        Shop designed = new Shop(Way.PREDICATE);
        dynamoDb.engine().bind(designed.models());
        FaultyHttpClient http = new FaultyHttpClient(Apache5HttpClient.create());
        BloopTemplate<Order> orders =
                dynamoDb.engineBuilder(dynamoDb.faultyClient(http)).build().template(designed.orders);
        http.lay(fault, "UpdateItem", 1);

        assertThatExceptionOfType(ConstraintViolation.class)
                .isThrownBy(() -> orders.save(designed.orders.object("p", "ORDER#0")))
                .satisfies(ex -> assertThat(ex.isPerhapsApplied()).isTrue());

        assertThat(item("ORDER#0")).containsEntry("version", AttributeValue.fromN("1"));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P2 a raw item is claimed, read and written without an engine, with the mark of its model")
    void mapsRawItems(Way way) {
        Shop any = new Shop(way);
        ItemMapper<Shop.Line> lines = ItemMapper.of(any.lines);
        Map<String, AttributeValue> payment = any.item(any.payments, "p", 0);
        Map<String, AttributeValue> line = any.item(any.lines, "p", 0);

        assertThat(lines.claims(line)).isTrue();
        assertThat(lines.claims(payment)).isFalse();
        assertThat(lines.key(line)).isEqualTo(any.lines.key("p", "LINE#0"));
        assertThatExceptionOfType(ForeignItem.class).isThrownBy(() -> lines.read(payment));
        Map<String, AttributeValue> expected = new HashMap<>(line);
        expected.remove("price");
        assertThat(lines.write(lines.read(line))).isEqualTo(expected);
    }

    @Test
    @DisplayName("P2 an object of a raw item that a template has read counts as loaded")
    void readsForAnEngine() {
        BloopTemplate<Order> orders = orders();
        dynamoDb.put("shop", shop.item(shop.orders, "p", 0));

        Order order = orders.read(item("ORDER#0"));
        order.note = "changed";
        orders.save(order);

        assertThat(item("ORDER#0")).containsEntry("price", AttributeValue.fromN("100"));
        assertThat(orders.write(order)).containsEntry("type", AttributeValue.fromS("ORDER"));
        assertThatExceptionOfType(ForeignItem.class).isThrownBy(() -> orders.read(shop.item(shop.lines, "p", 0)));
    }

    @Test
    @DisplayName("P2 a definition without a claim claims every item, also one that has nothing of it")
    void claimsEveryItemUnlessToldOtherwise() {
        Claim claim = LinkModel.LINK.claim();

        assertThat(claim.isOpen()).isTrue();
        assertThat(claim.admits(Map.of())).isTrue();
        assertThat(List.copyOf(claim.attributes())).isEmpty();
    }
}
