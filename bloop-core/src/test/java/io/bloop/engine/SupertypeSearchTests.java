package io.bloop.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bloop.query.InvalidSearch;
import io.bloop.query.Page;
import io.bloop.query.Query;
import io.bloop.query.Results;
import io.bloop.query.Search;
import io.bloop.query.Unclaimed;
import io.bloop.request.ForeignItem;
import io.bloop.request.RequestObserver;
import io.bloop.request.Target;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.Shop;
import io.bloop.testing.Shop.Customer;
import io.bloop.testing.Shop.Order;
import io.bloop.testing.Shop.Payment;
import io.bloop.testing.Shop.ShopItem;
import io.bloop.testing.Shop.Way;
import io.bloop.testing.ShopItems;
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

/** Searches the models of a supertype, of which a fourth model of the table is none. */
@BothClients
class SupertypeSearchTests {

    private static final List<String> CUSTOMERS_ORDERS_PAYMENTS =
            List.of("CUSTOMER#0", "CUSTOMER#1", "ORDER#0", "ORDER#1", "PAYMENT#0", "PAYMENT#1");

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private Engine engine;
    private Shop shop;
    private ShopItems model;
    private BloopTemplate<ShopItem> items;

    private void fill(Way way) {
        shop = new Shop(way);
        model = new ShopItems(shop, way);
        engine = dynamoDb.engine();
        engine.bind(shop.models());
        items = engine.template(model);
        for (String partition : List.of("p", "q")) {
            shop.items(partition, 2).forEach(item -> dynamoDb.put("shop", item));
        }
    }

    private Query<ShopItem> ofPartition() {
        return items.query().where(model.partition.eq("p"));
    }

    /** Checks that an object is of the class that its key tells, and returns its range key. */
    private static String sk(ShopItem item) {
        Class<?> expected = switch (item.sk.substring(0, 2)) {
            case "CU" -> Customer.class;
            case "OR" -> Order.class;
            default -> Payment.class;
        };
        assertThat(item).isInstanceOf(expected);
        return item.sk;
    }

    private static List<String> keys(Iterable<ShopItem> found) {
        List<String> keys = new ArrayList<>();
        found.forEach(item -> keys.add(sk(item)));
        return keys;
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P7 a query of the supertype hands out the objects of its models, and passes over those of others")
    void aQueryHandsOutItsModels(Way way) {
        fill(way);

        assertThat(keys(ofPartition().all())).isEqualTo(CUSTOMERS_ORDERS_PAYMENTS);
        assertThat(keys(engine.query(model).where(model.partition.eq("p")).all()))
                .isEqualTo(CUSTOMERS_ORDERS_PAYMENTS);
        assertThat(ofPartition().count()).isEqualTo(6);
        assertThat(keys(ofPartition().descending().pageSize(1).limit(3).all()))
                .containsExactly("PAYMENT#1", "PAYMENT#0", "ORDER#1");
        assertThat(keys(ofPartition().consistent())).isEqualTo(CUSTOMERS_ORDERS_PAYMENTS);
        assertThat(ofPartition().first().orElseThrow()).isInstanceOf(Customer.class);
        assertThat(ofPartition().stream().count()).isEqualTo(6);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P7 conditions on keys and filters name the common columns, typed by the supertype")
    void conditionsNameCommonColumns(Way way) {
        fill(way);
        ShopItem order = ofPartition().all().get(2);
        order.note = "changed";
        items.save(order);

        assertThat(keys(items.query()
                        .where(model.partition.eq("p").and(model.sk.beginsWith("ORDER#")))
                        .all()))
                .containsExactly("ORDER#0", "ORDER#1");
        assertThat(keys(ofPartition().filter(model.note.eq("changed")).all())).containsExactly("ORDER#0");
        assertThat(keys(items.scan().filter(model.note.eq("changed")).all())).containsExactly("ORDER#0");
        assertThat(ofPartition().filter(model.note.ne("changed")).count()).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P7 a query of an index of the table hands out the supertype")
    void aQueryOfAnIndex(Way way) {
        fill(way);

        Query<ShopItem> query = engine.query(model.byOwner).where(model.owner.eq("bob"));

        assertThat(keys(query.all())).hasSize(12).containsAll(CUSTOMERS_ORDERS_PAYMENTS);
        assertThat(query.count()).isEqualTo(12);
        assertThat(keys(items.scan(model.byOwner).all())).hasSize(12);
        assertThat(engine.query(model.keysByOwner).where(model.owner.eq("bob")).count())
                .isEqualTo(12);
        assertThatExceptionOfType(InvalidSearch.class)
                .isThrownBy(() -> items.query(model.keysByOwner)
                        .where(model.owner.eq("bob"))
                        .all())
                .withMessageEndingWith(
                        "the index projects keys, and a search of several models needs whole items; project "
                                + "all, or search each model alone.");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P7 scans, segments and parallel scans of the supertype hand out its models alone")
    void scansHandOutItsModels(Way way) {
        fill(way);

        assertThat(keys(items.scan().all())).hasSize(12).containsAll(CUSTOMERS_ORDERS_PAYMENTS);
        assertThat(items.scan().count()).isEqualTo(12);
        assertThat(items.scan().segment(0, 2).count()
                        + items.scan().segment(1, 2).count())
                .isEqualTo(12);
        assertThat(keys(items.scan().parallel(3).all())).hasSize(12).containsAll(CUSTOMERS_ORDERS_PAYMENTS);
        assertThat(items.scan().limit(5).all()).hasSize(5);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P7 pages and tokens of the supertype go on after any object, also in a parallel engine")
    void tokensGoOn(Way way) {
        fill(way);
        List<String> found = new ArrayList<>();
        Optional<String> token = Optional.empty();
        do {
            BloopTemplate<ShopItem> elsewhere = dynamoDb.engine().template(model);
            Page<ShopItem> page = elsewhere
                    .query()
                    .where(model.partition.eq("p"))
                    .limit(2)
                    .from(token.orElse(null))
                    .page();
            found.addAll(keys(page.items()));
            token = page.next();
        } while (token.isPresent());

        assertThat(found).isEqualTo(CUSTOMERS_ORDERS_PAYMENTS);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P3 what nobody claims is passed over, counted or refused in searches of the supertype")
    void unclaimedItems(Way way) {
        fill(way);
        dynamoDb.put("shop", Map.of("PK", AttributeValue.fromS("p"), "SK", AttributeValue.fromS("REFUND#1")));

        Results<ShopItem> results = ofPartition().onUnclaimed(Unclaimed.COUNT).results();

        assertThat(keys(() -> results)).isEqualTo(CUSTOMERS_ORDERS_PAYMENTS);
        assertThat(results.skipped()).isEqualTo(1);
        assertThat(keys(ofPartition().all())).isEqualTo(CUSTOMERS_ORDERS_PAYMENTS);
        assertThatExceptionOfType(ForeignItem.class)
                .isThrownBy(() -> ofPartition().onUnclaimed(Unclaimed.FAIL).all())
                .withMessageContaining(
                        "is not one of ShopItem, which claims " + model.claim() + ". No model that is bound");
    }

    /** Hears what searches pass over. */
    private static final class Skipped implements RequestObserver {

        private final List<String> heard = new ArrayList<>();

        @Override
        public Observation start(String operation, Target target) {
            return Observation.NONE;
        }

        @Override
        public void skipped(String operation, Target target, int items) {
            heard.add(operation + " " + target.models() + " " + target.index() + " " + items);
        }
    }

    @Test
    @DisplayName(
            "P3 observers hear of what searches pass over since nobody claims it, and not of the items of other models")
    void observersHearOfUnclaimedItems() {
        fill(Way.PREDICATE);
        for (String sk : List.of("REFUND#1", "REFUND#2")) {
            dynamoDb.put(
                    "shop",
                    Map.of(
                            "PK", AttributeValue.fromS("p"),
                            "SK", AttributeValue.fromS(sk),
                            "owner", AttributeValue.fromS("bob")));
        }
        Skipped skipped = new Skipped();
        RequestObserver failing = new RequestObserver() {
            @Override
            public Observation start(String operation, Target target) {
                return Observation.NONE;
            }

            @Override
            public void skipped(String operation, Target target, int items) {
                throw new IllegalStateException("an observer that fails");
            }
        };
        Engine watched =
                dynamoDb.engineBuilder().observer(failing).observer(skipped).build();
        watched.bind(shop.models());

        watched.query(model).where(model.partition.eq("p")).all();
        watched.query(model.byOwner).where(model.owner.eq("bob")).count();
        watched.template(shop.orders).scan().parallel(1).all();
        watched.query(model).where(model.partition.eq("q")).all();

        assertThat(skipped.heard)
                .containsExactly("Query ShopItem null 2", "Query ShopItem byOwner 2", "Scan Order null 2");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P7 the supertype stands for its models among others in one query")
    void standsForItsModels(Way way) {
        fill(way);

        Query<Object> everything = engine.query(List.of(model, shop.lines), model.partition.eq("p"));

        assertThat(everything.all()).hasSize(8);
        assertThat(engine.<ShopItem>query(
                                List.of(model), shop.orders.partition().eq("p"))
                        .all())
                .hasSize(6);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P7 an object of a search is known to its model, so that saving it writes what has changed")
    void objectsAreKnown(Way way) {
        fill(way);
        Order order = (Order) ofPartition().all().get(2);

        order.status = "closed";
        engine.template(shop.orders).save(order);

        assertThat(dynamoDb.item(
                        "shop", Map.of("PK", AttributeValue.fromS("p"), "SK", AttributeValue.fromS("ORDER#0"))))
                .containsEntry("status", AttributeValue.fromS("closed"))
                .containsEntry("price", AttributeValue.fromN("100"))
                .containsEntry("version", AttributeValue.fromN("1"));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P7 select() is refused, since each model has other columns")
    void selectIsRefused(Way way) {
        fill(way);
        Search<ShopItem, ?> selecting = ofPartition().select(model.note);

        assertThatExceptionOfType(InvalidSearch.class)
                .isThrownBy(selecting::all)
                .withMessageEndingWith(
                        "select() names columns of one model, and the search hands out objects of several; "
                                + "leave it out.");
    }
}
