package io.bloop.engine;

import static io.bloop.write.WriteOptions.once;
import static io.bloop.write.WriteOptions.onlyIf;
import static io.bloop.write.WriteOptions.since;
import static io.bloop.write.WriteOptions.sync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.bloop.bulk.BulkFailed;
import io.bloop.model.InvalidModel;
import io.bloop.model.Key;
import io.bloop.model.MissingKey;
import io.bloop.model.ModelDefinition;
import io.bloop.read.Consistency;
import io.bloop.read.MissingObjects;
import io.bloop.request.ConstraintViolation;
import io.bloop.request.ForeignItem;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.Shop;
import io.bloop.testing.Shop.Customer;
import io.bloop.testing.Shop.Order;
import io.bloop.testing.Shop.Payment;
import io.bloop.testing.Shop.ShopItem;
import io.bloop.testing.Shop.Way;
import io.bloop.testing.ShopItems;
import io.bloop.transaction.InvalidTransaction;
import io.bloop.transaction.TransactionCancelled;
import io.bloop.write.InvalidWrite;
import io.bloop.write.Sync;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads and writes objects by the model of their supertype, which finds the model of each. */
@BothClients
class SupertypeObjectsTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final List<String> heard = new ArrayList<>();
    private Engine engine;
    private Shop shop;
    private ShopItems model;
    private BloopTemplate<ShopItem> items;

    private void fill(Way way) {
        shop = new Shop(way);
        model = new ShopItems(shop, way);
        engine = dynamoDb.engineBuilder()
                .listener(model, new EngineListener<ShopItem>() {
                    @Override
                    public void afterLoad(Engine engine, ModelDefinition<? extends ShopItem> model, ShopItem object) {
                        heard.add("loaded " + model.name() + " " + object.sk);
                    }

                    @Override
                    public void afterSave(Engine engine, ModelDefinition<? extends ShopItem> model, ShopItem object) {
                        heard.add("saved " + model.name() + " " + object.sk);
                    }

                    @Override
                    public void afterDelete(Engine engine, Key<? extends ShopItem> key, @Nullable ShopItem object) {
                        heard.add("deleted " + key.model().name());
                    }
                })
                .build();
        engine.bind(shop.models());
        items = engine.template(model);
        shop.items("p", 2).forEach(item -> dynamoDb.put("shop", item));
    }

    private Key<ShopItem> key(String sk) {
        return model.key("p", sk);
    }

    private Set<Map<String, AttributeValue>> table() {
        return new HashSet<>(dynamoDb.client()
                .scan(r -> r.tableName(dynamoDb.tableName("shop")).consistentRead(true))
                .items());
    }

    private Map<String, AttributeValue> stored(String sk) {
        return dynamoDb.item("shop", Map.of("PK", AttributeValue.fromS("p"), "SK", AttributeValue.fromS(sk)));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P7 find() gives the object of the model that claims the item, known to that model")
    void findGivesTheModelsObject(Way way) {
        fill(way);

        assertThat(items.find(key("CUSTOMER#0")).orElseThrow()).isInstanceOf(Customer.class);
        assertThat(items.find(key("PAYMENT#1"), Consistency.STRONG).orElseThrow())
                .isInstanceOf(Payment.class);
        assertThat(items.find("p", "ORDER#1").orElseThrow()).isInstanceOf(Order.class);
        assertThat(items.find(key("ORDER#9"))).isEmpty();
        assertThat(items.find(model.keyOf(shop.orders.key("p", "ORDER#0"))).orElseThrow())
                .isInstanceOf(Order.class);
        assertThat(items.findAll(List.of(key("PAYMENT#0"), key("ORDER#9"), key("CUSTOMER#0"))))
                .hasExactlyElementsOfTypes(Payment.class, Customer.class);
        assertThat(items.findEach(List.of(key("ORDER#0")), Consistency.STRONG)).hasExactlyElementsOfTypes(Order.class);
        assertThat(heard)
                .contains("loaded Customer CUSTOMER#0", "loaded Payment PAYMENT#1", "loaded Order ORDER#1")
                .hasSize(7);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P7 load() fills each object by the model of its class, and says what is missing")
    void loadFillsByTheModelOfTheClass(Way way) {
        fill(way);
        ShopItem customer = shop.customers.object("p", "CUSTOMER#0");
        ShopItem payment = shop.payments.object("p", "PAYMENT#0");
        ShopItem order = shop.orders.object("p", "ORDER#0");

        assertThat(items.load(customer)).isSameAs(customer);
        assertThat(items.loadAll(List.of(payment, order, payment))).containsExactly(payment, order, payment);
        assertThat(List.of(customer.note, payment.note, order.note)).containsOnly("original");
        assertThat(heard)
                .startsWith("loaded Customer CUSTOMER#0")
                .containsExactlyInAnyOrder(
                        "loaded Customer CUSTOMER#0", "loaded Payment PAYMENT#0", "loaded Order ORDER#0");

        ShopItem missing = shop.orders.object("p", "ORDER#9");
        assertThatExceptionOfType(MissingObjects.class)
                .isThrownBy(() -> items.loadAll(List.of(missing, customer)))
                .satisfies(ex -> assertThat(ex.objects()).singleElement().isSameAs(missing));
        assertThatExceptionOfType(MissingObjects.class)
                .isThrownBy(() -> items.load(missing))
                .satisfies(
                        ex -> assertThat(ex.keys()).singleElement().asString().startsWith("Order("));
    }

    /** The ways in which an object is written; each writes or deletes the object of its own key. */
    private Map<String, Consumer<ShopItem>> ways() {
        Map<String, Consumer<ShopItem>> ways = new LinkedHashMap<>();
        ways.put("save", items::save);
        ways.put("save with condition", item -> items.save(item, onlyIf(model.note.eq("original"))));
        ways.put("save and take new", item -> items.save(item, sync(Sync.NEW)));
        ways.put("save once", item -> items.save(item, once()));
        ways.put("save snapshot", item -> items.save(item, onlyIf(model.owner.eq("bob"))));
        ways.put("replace", items::replace);
        ways.put("save by the engine", engine::save);
        ways.put("saveEach of the engine", item -> engine.saveEach(List.of(item)));
        ways.put("saveEach", item -> items.bulk().saveEach(List.of(item)));
        ways.put("saveEach with condition", item -> items.bulk().saveEach(List.of(item), onlyIf(model.note.exists())));
        ways.put("replaceAll", item -> items.bulk().replaceAll(List.of(item)));
        ways.put("save in a transaction", item -> engine.writeTransaction(t -> t.save(item)));
        ways.put("save by the supertype in a transaction", item -> engine.writeTransaction(t -> t.save(model, item)));
        ways.put("replace in a transaction", item -> engine.writeTransaction(t -> t.replace(model, item)));
        ways.put("delete", items::delete);
        ways.put("delete with condition", item -> items.delete(item, onlyIf(model.note.exists())));
        ways.put("delete by the engine", engine::delete);
        ways.put("deleteEach", item -> items.bulk().deleteEach(List.of(item)));
        ways.put("deleteEach of the engine", item -> engine.deleteEach(List.of(item)));
        ways.put("deleteAll", item -> items.bulk().deleteAll(List.of(item)));
        ways.put("delete in a transaction", item -> engine.writeTransaction(t -> t.delete(model, item)));
        return ways;
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P8 every write of an object by its supertype is a write of its model")
    void everyWriteIsOfTheModel(Way way) {
        fill(way);
        List<Shop.ShopModel<?>> models = List.of(shop.customers, shop.orders, shop.payments);
        int[] turn = {way.ordinal()};
        ways().forEach((name, write) -> {
            Shop.ShopModel<?> turned = models.get(turn[0]++ % models.size());
            String sk = turned.rangeKey(0);
            dynamoDb.put("shop", shop.item(turned, "p", 0));
            ShopItem item = items.find(key(sk)).orElseThrow();
            item.note = "written";
            heard.clear();

            write.accept(item);

            boolean isDeletion = name.startsWith("delete");
            String kind = turned.name();
            assertThat(item.getClass()).isSameAs(turned.type());
            assertThat(heard).as(name).containsExactly(isDeletion ? "deleted " + kind : "saved " + kind + " " + sk);
            Map<String, AttributeValue> stored = stored(sk);
            if (isDeletion) {
                assertThat(stored).as(name).isEmpty();
            } else {
                assertThat(stored)
                        .as(name)
                        .containsEntry("note", AttributeValue.fromS("written"))
                        .containsEntry("owner", AttributeValue.fromS("bob"));
                // what no model knows stays, except where the whole item is replaced
                assertThat(stored.containsKey("price")).as(name).isEqualTo(!name.startsWith("replace"));
                assertThat(stored.containsKey("version")).as(name).isEqualTo(item instanceof Order);
                assertThat(turned.claim().admits(stored)).as(name).isTrue();
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P3 no write by the supertype touches an item of another model, or of another model of its own")
    void touchesNoItemOfAnother(Way way) {
        fill(way);
        Set<Map<String, AttributeValue>> before = table();
        ways().forEach((name, write) -> {
            for (String foreign : List.of("LINE#0", "PAYMENT#0")) {
                Throwable refused = catchThrowable(() -> write.accept(shop.orders.object("p", foreign)));

                assertThat(isRefusal(refused))
                        .as("%s of %s: %s", name, foreign, refused)
                        .isTrue();
            }
            assertThat(table()).as(name).isEqualTo(before);
        });
        assertThat(heard).isEmpty();
    }

    private static boolean isRefusal(@Nullable Throwable thrown) {
        Throwable failure = thrown instanceof BulkFailed failed ? failed.getCause() : thrown;
        if (failure instanceof TransactionCancelled cancelled) {
            return cancelled.reasons().stream().anyMatch(reason -> reason.foreignItem() != null);
        }
        return failure instanceof ForeignItem || failure instanceof MissingKey;
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P3 reads by the supertype refuse the items of other models, and of none")
    void readsRefuseOthers(Way way) {
        fill(way);
        dynamoDb.put("shop", Map.of("PK", AttributeValue.fromS("p"), "SK", AttributeValue.fromS("REFUND#1")));

        assertThatExceptionOfType(ForeignItem.class)
                .isThrownBy(() -> items.find(key("LINE#0")))
                .withMessageContaining("is not one of ShopItem, which claims " + model.claim()
                        + ". The item belongs to Line; use that model.");
        assertThatExceptionOfType(ForeignItem.class).isThrownBy(() -> items.find(key("REFUND#1")));
        assertThatExceptionOfType(ForeignItem.class)
                .isThrownBy(() -> items.findAll(List.of(key("ORDER#0"), key("LINE#0"))));
        assertThatExceptionOfType(ForeignItem.class)
                .isThrownBy(() -> engine.readTransaction(t -> t.find(key("LINE#0"))));
        assertThatExceptionOfType(ForeignItem.class).isThrownBy(() -> items.read(shop.item(shop.lines, "p", 0)));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P8 deleteByKey() of the supertype deletes the item of whichever of its models has it, and no other")
    void deletesByKey(Way way) {
        fill(way);

        assertThat(items.deleteByKey(key("ORDER#0"))).isTrue();
        assertThat(items.deleteByKey(key("ORDER#0"))).isFalse();
        assertThat(items.deleteByKey(key("PAYMENT#0"), onlyIf(model.note.eq("original"))))
                .isTrue();
        assertThatExceptionOfType(ConstraintViolation.class)
                .isThrownBy(() -> items.deleteByKey(key("CUSTOMER#0"), onlyIf(model.note.eq("another"))));
        assertThatExceptionOfType(ConstraintViolation.class)
                .isThrownBy(() -> items.deleteByKey(key("CUSTOMER#9"), onlyIf(model.note.exists())));
        assertThatExceptionOfType(ForeignItem.class).isThrownBy(() -> items.deleteByKey(key("LINE#0")));

        assertThat(heard).startsWith("deleted Order").endsWith("deleted Payment");
        assertThat(stored("ORDER#0")).isEmpty();
        assertThat(stored("PAYMENT#0")).isEmpty();
        assertThat(stored("CUSTOMER#0")).isNotEmpty();
        assertThat(stored("LINE#0")).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P8 transactions read and write objects of several models by their supertype")
    void transactionsOfSeveralModels(Way way) {
        fill(way);
        ShopItem customer = items.find(key("CUSTOMER#0")).orElseThrow();
        ShopItem order = items.find(key("ORDER#0")).orElseThrow();
        List<ShopItem> both = List.of(customer, order);
        both.forEach(item -> item.note = "together");
        heard.clear();

        engine.writeTransaction(t -> {
            both.forEach(t::save);
            t.insert(model, shop.payments.object("p", "PAYMENT#5"));
            t.check(model, items.find(key("PAYMENT#0")).orElseThrow(), onlyIf(model.owner.eq("bob")));
        });

        assertThat(heard)
                .containsExactly(
                        "loaded Payment PAYMENT#0",
                        "saved Customer CUSTOMER#0",
                        "saved Order ORDER#0",
                        "saved Payment PAYMENT#5");
        var read = engine.readTransaction(t -> t.find(key("ORDER#0")).find(key("PAYMENT#5")));
        assertThat(read.get(key("ORDER#0")))
                .isInstanceOf(Order.class)
                .satisfies(item -> assertThat(item.note).isEqualTo("together"));
        assertThat(read.get(key("PAYMENT#5"))).isInstanceOf(Payment.class);
        assertThatExceptionOfType(InvalidTransaction.class)
                .isThrownBy(() -> engine.writeTransaction(t -> t.save(model, order, sync(Sync.NEW))))
                .withMessageContaining("into Order(");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P8 bulk writes take objects of several models, also the same key in turn")
    void bulkOfSeveralModels(Way way) {
        fill(way);
        List<ShopItem> many = new ArrayList<>();
        for (int i = 10; i < 40; i++) {
            many.add(shop.customers.object("p", "CUSTOMER#" + i));
            many.add(shop.orders.object("p", "ORDER#" + i));
        }
        ShopItem last = shop.orders.object("p", "ORDER#10");
        last.note = "last";
        many.add(last);

        assertThat(items.bulk().replaceAll(many)).isEqualTo(61);

        assertThat(items.query().where(model.partition.eq("p")).count()).isEqualTo(66);
        assertThat(items.find(key("ORDER#10")).orElseThrow().note).isEqualTo("last");
        assertThat(items.bulk().deleteAll(items.query().where(model.partition.eq("p"))))
                .isEqualTo(66);
        assertThat(table())
                .hasSize(2)
                .allSatisfy(item -> assertThat(item.get("SK").s()).startsWith("LINE#"));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P8 raw items are read and written by the model that claims them, with an engine and without")
    void rawItems(Way way) {
        fill(way);
        Map<String, AttributeValue> raw = shop.item(shop.payments, "p", 0);
        ItemMapper<ShopItem> mapper = ItemMapper.of(model);

        assertThat(items.read(raw)).isInstanceOf(Payment.class);
        assertThat(mapper.read(raw)).isInstanceOf(Payment.class);
        assertThat(mapper.claims(raw)).isTrue();
        assertThat(mapper.claims(shop.item(shop.lines, "p", 0))).isFalse();
        assertThat(mapper.write(mapper.read(raw)))
                .isEqualTo(items.write(items.read(raw)))
                .containsEntry("status", AttributeValue.fromN("3"));
        assertThat(mapper.key(raw)).isEqualTo(key("PAYMENT#0"));
        assertThat(heard).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P8 a snapshot, and an earlier state, are those of the object's model")
    void snapshots(Way way) {
        fill(way);
        ShopItem order = items.find(key("ORDER#0")).orElseThrow();
        ShopItem before = items.find(key("ORDER#0")).orElseThrow();
        ShopItem payment = items.find(key("PAYMENT#0")).orElseThrow();
        order.note = "since";

        items.save(order, onlyIf(items.snapshot(before)));
        assertThat(stored("ORDER#0")).containsEntry("note", AttributeValue.fromS("since"));
        ShopItem now = items.find(key("ORDER#0")).orElseThrow();
        order.note = "more";
        items.save(order, since(now));
        assertThat(stored("ORDER#0")).containsEntry("note", AttributeValue.fromS("more"));
        assertThatExceptionOfType(InvalidWrite.class)
                .isThrownBy(() -> items.save(order, since(payment)))
                .withMessageEndingWith(
                        "is to write what differs from an object of Model[Payment]; since() takes an earlier "
                                + "state of the same object.");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P8 an update by request is refused, since it may create an item of no model")
    void updatesAreRefused(Way way) {
        fill(way);

        assertThatExceptionOfType(InvalidWrite.class)
                .isThrownBy(() -> items.update(key("ORDER#0")))
                .withMessageEndingWith(
                        "may create an item, and Model[ShopItem] does not say of which model; update it by the "
                                + "template of one of [Model[Customer], Model[Order], Model[Payment]].");
        assertThatExceptionOfType(InvalidWrite.class).isThrownBy(() -> items.update("p", "ORDER#0"));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P8 a transaction takes no key of a supertype, since it reads no items to find the model")
    void transactionsTakeNoKeyOfASupertype(Way way) {
        fill(way);

        assertThatExceptionOfType(InvalidWrite.class)
                .isThrownBy(() -> engine.writeTransaction(tx -> tx.deleteByKey(key("ORDER#0"))))
                .withMessage("The delete of " + key("ORDER#0") + " names no model, and a transaction reads no items to "
                        + "find it; give the key of one of [Model[Customer], Model[Order], Model[Payment]].");
        assertThatExceptionOfType(InvalidWrite.class)
                .isThrownBy(() -> engine.writeTransaction(tx -> tx.checkByKey(key("ORDER#0"), model.note.eq("n"))))
                .withMessageStartingWith("The check of ");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P8 an object of a class without a model is refused")
    void otherClassesAreRefused(Way way) {
        fill(way);
        ShopItem unknown = new ShopItem() {};

        assertThatExceptionOfType(InvalidModel.class)
                .isThrownBy(() -> items.save(unknown))
                .withMessageContaining(
                        "None of its models [Model[Customer], Model[Order], Model[Payment]] has the class "
                                + unknown.getClass().getName() + "; give it the model of that class.");
    }
}
