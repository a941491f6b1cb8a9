package io.bloop.engine;

import static io.bloop.write.WriteOptions.once;
import static io.bloop.write.WriteOptions.onlyIf;
import static io.bloop.write.WriteOptions.returnExisting;
import static io.bloop.write.WriteOptions.sync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bloop.bulk.BulkFailed;
import io.bloop.model.Key;
import io.bloop.model.MissingKey;
import io.bloop.model.ProjectionDefinition;
import io.bloop.model.Values;
import io.bloop.query.Page;
import io.bloop.query.Query;
import io.bloop.query.Results;
import io.bloop.query.Scan;
import io.bloop.query.Search;
import io.bloop.query.Unclaimed;
import io.bloop.read.Consistency;
import io.bloop.request.ConstraintViolation;
import io.bloop.request.ForeignItem;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.Shop;
import io.bloop.testing.Shop.ShopModel;
import io.bloop.testing.Shop.Way;
import io.bloop.transaction.TransactionCancelled;
import io.bloop.write.Sync;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Compares the whole table before and after each operation of each of four models on the items of the others. */
@BothClients
@Tag("once")
class OneTableTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    /** An operation of a model on one item, of which it knows the key. */
    enum Operation {
        FIND {
            @Override
            <T> void run(Attempt<T> at) {
                at.template.find(at.key());
            }
        },
        FIND_CONSISTENT {
            @Override
            <T> void run(Attempt<T> at) {
                at.template.find(at.key(), Consistency.STRONG);
            }
        },
        FIND_ALL {
            @Override
            <T> void run(Attempt<T> at) {
                at.template.findAll(List.of(at.key()));
            }
        },
        FIND_EACH {
            @Override
            <T> void run(Attempt<T> at) {
                at.template.findEach(List.of(at.key()), Consistency.EVENTUAL).toList();
            }
        },
        FIND_PROJECTION {
            @Override
            <T> void run(Attempt<T> at) {
                at.template.as(at.notes()).find(at.key());
            }
        },
        FIND_ALL_PROJECTIONS {
            @Override
            <T> void run(Attempt<T> at) {
                at.template.as(at.notes()).findAll(List.of(at.key()));
            }
        },
        EXISTS {
            @Override
            <T> void run(Attempt<T> at) {
                at.template.existsByKey(at.key());
            }
        },
        LOAD {
            @Override
            <T> void run(Attempt<T> at) {
                at.template.load(at.object());
            }
        },
        LOAD_ALL {
            @Override
            <T> void run(Attempt<T> at) {
                at.template.loadAll(List.of(at.object()));
            }
        },
        LOAD_ALL_OF_ANY_MODEL {
            @Override
            <T> void run(Attempt<T> at) {
                at.engine.loadAll(List.of(at.object()));
            }
        },
        FIND_IN_TRANSACTION {
            @Override
            <T> void run(Attempt<T> at) {
                at.engine.readTransaction(t -> t.find(at.key()));
            }
        },
        LOAD_IN_TRANSACTION {
            @Override
            <T> void run(Attempt<T> at) {
                at.engine.readTransaction(t -> t.load(at.object()));
            }
        },
        SAVE {
            @Override
            <T> void run(Attempt<T> at) {
                at.template.save(at.object());
            }
        },
        SAVE_WITH_CONDITION {
            @Override
            <T> void run(Attempt<T> at) {
                at.template.save(at.object(), onlyIf(at.model.note().eq("original")));
            }
        },
        SAVE_AND_TAKE_NEW {
            @Override
            <T> void run(Attempt<T> at) {
                at.template.save(at.object(), sync(Sync.NEW));
            }
        },
        SAVE_ONCE {
            @Override
            <T> void run(Attempt<T> at) {
                at.template.save(at.object(), once());
            }
        },
        INSERT {
            @Override
            <T> void run(Attempt<T> at) {
                at.template.insert(at.object());
            }
        },
        INSERT_AND_RETURN_EXISTING {
            @Override
            <T> void run(Attempt<T> at) {
                at.template.insert(at.object(), returnExisting());
            }
        },
        REPLACE {
            @Override
            <T> void run(Attempt<T> at) {
                at.template.replace(at.object());
            }
        },
        REPLACE_AND_TAKE_OLD {
            @Override
            <T> void run(Attempt<T> at) {
                at.template.replace(at.object(), sync(Sync.OLD));
            }
        },
        REPLACE_ONCE {
            @Override
            <T> void run(Attempt<T> at) {
                at.template.replace(at.object(), once());
            }
        },
        DELETE {
            @Override
            <T> void run(Attempt<T> at) {
                at.template.delete(at.object());
            }
        },
        DELETE_ONCE {
            @Override
            <T> void run(Attempt<T> at) {
                at.template.delete(at.object(), once());
            }
        },
        DELETE_BY_KEY {
            @Override
            <T> void run(Attempt<T> at) {
                at.template.deleteByKey(at.key());
            }
        },
        DELETE_BY_KEY_WITH_CONDITION {
            @Override
            <T> void run(Attempt<T> at) {
                at.template.deleteByKey(at.key(), onlyIf(at.model.note().eq("original")));
            }
        },
        UPDATE {
            @Override
            <T> void run(Attempt<T> at) {
                at.template.update(at.key()).set(at.model.note(), "updated").run();
            }
        },
        UPDATE_AND_RETURN_NEW {
            @Override
            <T> void run(Attempt<T> at) {
                at.template
                        .update(at.key())
                        .setIfAbsent(at.model.note(), "updated")
                        .returnNew();
            }
        },
        UPDATE_ONCE {
            @Override
            <T> void run(Attempt<T> at) {
                at.template
                        .update(at.key())
                        .set(at.model.note(), "updated")
                        .once()
                        .run();
            }
        },
        SAVE_EACH {
            @Override
            <T> void run(Attempt<T> at) {
                at.template.bulk().saveEach(List.of(at.object()));
            }
        },
        DELETE_EACH {
            @Override
            <T> void run(Attempt<T> at) {
                at.template.bulk().deleteEach(List.of(at.object()));
            }
        },
        REPLACE_ALL {
            @Override
            <T> void run(Attempt<T> at) {
                at.template.bulk().replaceAll(List.of(at.object()));
            }
        },
        DELETE_ALL {
            @Override
            <T> void run(Attempt<T> at) {
                at.template.bulk().deleteAll(List.of(at.object()));
            }
        },
        SAVE_EACH_OF_ANY_MODEL {
            @Override
            <T> void run(Attempt<T> at) {
                at.engine.saveEach(List.of(at.object()));
            }
        },
        DELETE_EACH_OF_ANY_MODEL {
            @Override
            <T> void run(Attempt<T> at) {
                at.engine.deleteEach(List.of(at.object()));
            }
        },
        SAVE_IN_TRANSACTION {
            @Override
            <T> void run(Attempt<T> at) {
                at.engine.writeTransaction(t -> t.save(at.object()));
            }
        },
        INSERT_IN_TRANSACTION {
            @Override
            <T> void run(Attempt<T> at) {
                at.engine.writeTransaction(t -> t.insert(at.object()));
            }
        },
        REPLACE_IN_TRANSACTION {
            @Override
            <T> void run(Attempt<T> at) {
                at.engine.writeTransaction(t -> t.replace(at.object()));
            }
        },
        DELETE_IN_TRANSACTION {
            @Override
            <T> void run(Attempt<T> at) {
                at.engine.writeTransaction(t -> t.delete(at.object()));
            }
        },
        CHECK_IN_TRANSACTION {
            @Override
            <T> void run(Attempt<T> at) {
                at.engine.writeTransaction(
                        t -> t.check(at.object(), at.model.note().eq("original")));
            }
        },
        DELETE_BY_KEY_IN_TRANSACTION {
            @Override
            <T> void run(Attempt<T> at) {
                at.engine.writeTransaction(t -> t.deleteByKey(at.key()));
            }
        },
        CHECK_BY_KEY_IN_TRANSACTION {
            @Override
            <T> void run(Attempt<T> at) {
                at.engine.writeTransaction(
                        t -> t.checkByKey(at.key(), at.model.note().eq("original")));
            }
        },
        UPDATE_IN_TRANSACTION {
            @Override
            <T> void run(Attempt<T> at) {
                at.engine.writeTransaction(
                        t -> t.update(at.template.update(at.key()).set(at.model.note(), "updated")));
            }
        };

        abstract <T> void run(Attempt<T> at);

        /** Tells whether the operation is refused for any item that is there. */
        boolean isInsert() {
            return name().startsWith("INSERT");
        }
    }

    /** A model with the key of an item. */
    record Attempt<T>(Engine engine, ShopModel<T> model, BloopTemplate<T> template, String pk, String sk) {

        static <T> Attempt<T> of(Engine engine, ShopModel<T> model, String pk, String sk) {
            return new Attempt<>(engine, model, engine.template(model), pk, sk);
        }

        Key<T> key() {
            return model.key(pk, sk);
        }

        T object() {
            return model.object(pk, sk);
        }

        /** Returns a projection that does not ask for what tells whose an item is. */
        ProjectionDefinition<T, String> notes() {
            return new ProjectionDefinition<>(String.class, model, List.of(model.note())) {
                @Override
                public String create(Values<T> values) {
                    return String.valueOf(values.get(model.note()));
                }
            };
        }

        void run(Operation operation) {
            operation.run(this);
        }
    }

    private Engine engine(Shop shop, String... partitions) {
        Engine engine = dynamoDb.engine();
        engine.bind(shop.models());
        for (String partition : partitions) {
            shop.items(partition, 2).forEach(item -> dynamoDb.put("shop", item));
        }
        return engine;
    }

    private Set<Map<String, AttributeValue>> table() {
        return new HashSet<>(dynamoDb.client()
                .scan(r -> r.tableName(dynamoDb.tableName("shop")).consistentRead(true))
                .items());
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P3 no operation of a model reads, changes or deletes an item of another")
    void touchesNoItemOfAnother(Way way) {
        Shop shop = new Shop(way);
        Engine engine = engine(shop, "p");

        for (Operation operation : Operation.values()) {
            assertTouchesNoItemOfAnother(shop, engine, operation);
        }
    }

    private void assertTouchesNoItemOfAnother(Shop shop, Engine engine, Operation operation) {
        Set<Map<String, AttributeValue>> before = table();
        for (ShopModel<?> model : shop.models()) {
            for (ShopModel<?> other : shop.models()) {
                if (model != other) {
                    Throwable refused = catchThrowable(() ->
                            Attempt.of(engine, model, "p", other.rangeKey(0)).run(operation));
                    assertThat(isRefusal(refused, operation))
                            .as("%s of %s on an item of %s: %s", operation, model, other, refused)
                            .isTrue();
                }
            }
            assertThat(table()).as("%s of %s", operation, model).isEqualTo(before);
        }
    }

    private static boolean isRefusal(Throwable thrown, Operation operation) {
        Throwable failure = thrown instanceof BulkFailed failed ? failed.getCause() : thrown;
        if (failure instanceof TransactionCancelled cancelled) {
            return cancelled.reasons().stream()
                    .anyMatch(
                            reason -> operation.isInsert() ? reason.isUnmetCondition() : reason.foreignItem() != null);
        }
        // an object whose key is made by a template has no key of another model
        return failure instanceof ForeignItem
                || failure instanceof MissingKey
                || operation.isInsert() && failure instanceof ConstraintViolation refused && refused.existing() == null;
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P3 searches of projections hand out the model's own items, and count no others")
    void searchesProjections(Way way) {
        Shop shop = new Shop(way);
        Engine engine = engine(shop, "p");

        for (ShopModel<?> model : shop.models()) {
            assertSearchesOwnItems(Attempt.of(engine, model, "p", "unused"));
        }
    }

    private static <T> void assertSearchesOwnItems(Attempt<T> at) {
        long own = at.template.scan().count();

        assertThat(own).isPositive();
        assertThat(at.template.scan().as(at.notes()).all()).hasSize((int) own).containsOnly("original");
        assertThat(at.template.scan().as(at.notes()).parallel(2).all()).hasSize((int) own);
        assertThat(at.template.count()).isEqualTo(own);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P3 each of these operations works on an item of the model itself, and touches no other")
    void worksOnOwnItems(Way way) {
        Shop shop = new Shop(way);
        Engine engine = engine(shop);

        for (Operation operation : Operation.values()) {
            shop.items("p", 1).forEach(item -> dynamoDb.put("shop", item));
            assertWorksOnOwnItems(shop, engine, operation);
        }
    }

    private void assertWorksOnOwnItems(Shop shop, Engine engine, Operation operation) {
        for (ShopModel<?> model : shop.models()) {
            Set<Map<String, AttributeValue>> before = table();
            String sk = model.rangeKey(operation.isInsert() ? 5 + operation.ordinal() : 0);

            Throwable refused =
                    catchThrowable(() -> Attempt.of(engine, model, "p", sk).run(operation));

            assertThat(refused).as("%s of %s", operation, model).isNull();
            before.removeIf(item -> sk.equals(Shop.text(item, "SK")));
            assertThat(table()).as("%s of %s", operation, model).containsAll(before);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P4 what an operation creates belongs to its model")
    void marksWhatItCreates(Way way) {
        Shop shop = new Shop(way);
        Engine engine = engine(shop);

        for (Operation operation : Operation.values()) {
            for (ShopModel<?> model : shop.models()) {
                String pk = operation.name();
                catchThrowable(
                        () -> Attempt.of(engine, model, pk, model.rangeKey(0)).run(operation));
            }
        }

        Set<Map<String, AttributeValue>> created = table();
        // an update by request writes no column that it is not told to, such as the one that the predicate reads
        created.removeIf(item -> way == Way.PREDICATE && text(item, "PK").startsWith("UPDATE"));
        assertThat(created)
                .hasSizeGreaterThan(40)
                .allSatisfy(item -> assertThat(shop.models().stream()
                                .filter(model -> model.claim().admits(item)))
                        .singleElement()
                        .satisfies(model -> assertThat(text(item, "SK")).isEqualTo(model.rangeKey(0))));
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return String.valueOf(Shop.text(item, name));
    }

    /** A search of a model. */
    enum Searching {
        QUERY {
            @Override
            <T> Search<T, ?> search(Attempt<T> at) {
                return query(at);
            }
        },
        QUERY_CONSISTENT {
            @Override
            <T> Search<T, ?> search(Attempt<T> at) {
                return query(at).consistent();
            }
        },
        QUERY_WITH_FILTER {
            @Override
            <T> Search<T, ?> search(Attempt<T> at) {
                return query(at).filter(at.model.note().eq("original"));
            }
        },
        QUERY_WITH_SELECT {
            @Override
            <T> Search<T, ?> search(Attempt<T> at) {
                return query(at).select(at.model.note());
            }
        },
        QUERY_IN_SMALL_PAGES {
            @Override
            <T> Search<T, ?> search(Attempt<T> at) {
                return query(at).pageSize(1).descending();
            }
        },
        QUERY_OF_GLOBAL_INDEX {
            @Override
            <T> Search<T, ?> search(Attempt<T> at) {
                return at.template
                        .query(at.model.byOwner())
                        .where(at.model.owner().eq("bob"));
            }
        },
        QUERY_OF_KEYS_INDEX {
            @Override
            <T> Search<T, ?> search(Attempt<T> at) {
                return at.template
                        .query(at.model.keysByOwner())
                        .where(at.model.owner().eq("bob"));
            }
        },
        QUERY_OF_LOCAL_INDEX {
            @Override
            <T> Search<T, ?> search(Attempt<T> at) {
                return at.template
                        .query(at.model.byNote())
                        .where(at.model.partition().eq("p"));
            }
        },
        QUERY_OF_LOCAL_INDEX_THAT_FETCHES {
            @Override
            <T> Search<T, ?> search(Attempt<T> at) {
                return at.template
                        .query(at.model.byNote())
                        .where(at.model.partition().eq("p"))
                        .select(at.model.status());
            }
        },
        SCAN {
            @Override
            <T> Search<T, ?> search(Attempt<T> at) {
                return at.template.scan();
            }
        },
        SCAN_WITH_SELECT {
            @Override
            <T> Search<T, ?> search(Attempt<T> at) {
                return at.template.scan().select(at.model.owner()).pageSize(3);
            }
        },
        SCAN_OF_GLOBAL_INDEX {
            @Override
            <T> Search<T, ?> search(Attempt<T> at) {
                return at.template.scan(at.model.byOwner());
            }
        },
        SCAN_OF_KEYS_INDEX {
            @Override
            <T> Search<T, ?> search(Attempt<T> at) {
                return at.template.scan(at.model.keysByOwner());
            }
        },
        SCAN_OF_LOCAL_INDEX {
            @Override
            <T> Search<T, ?> search(Attempt<T> at) {
                return at.template.scan(at.model.byNote());
            }
        };

        abstract <T> Search<T, ?> search(Attempt<T> at);

        private static <T> Query<T> query(Attempt<T> at) {
            return at.template.query().where(at.model.partition().eq("p"));
        }
    }

    /** A way to run a search, which returns the range keys of its results, or as many as there are. */
    enum Running {
        ALL,
        LIMITED,
        PAGES,
        STREAM,
        FIRST,
        PARALLEL,
        COUNT,
        COUNT_ALL_UNCLAIMED,
        COUNT_LIMITED;

        <T> long count(Search<T, ?> search, Function<T, String> rangeKey, Set<String> found) {
            List<T> results = switch (this) {
                case ALL -> search.all();
                case LIMITED -> search.limit(1).all();
                case PAGES -> pages(search);
                case STREAM -> search.onUnclaimed(Unclaimed.FAIL).stream().toList();
                case FIRST -> search.first().map(List::of).orElse(List.of());
                case PARALLEL -> parallel(search);
                case COUNT, COUNT_ALL_UNCLAIMED, COUNT_LIMITED -> List.of();
            };
            results.forEach(result -> found.add(rangeKey.apply(result)));
            return switch (this) {
                case COUNT -> search.count();
                case COUNT_ALL_UNCLAIMED -> search.onUnclaimed(Unclaimed.COUNT).count();
                case COUNT_LIMITED -> search.limit(1).count();
                default -> results.size();
            };
        }

        @SuppressWarnings("unchecked") // a search of the same objects
        private static <T> List<T> parallel(Search<T, ?> search) {
            Object given = search;
            return given instanceof Scan<?> scan ? ((Scan<T>) scan).parallel(3).all() : search.all();
        }

        private static <T> List<T> pages(Search<T, ?> search) {
            List<T> all = new ArrayList<>();
            Optional<String> token = Optional.empty();
            do {
                Page<T> page = search.limit(1).from(token.orElse(null)).page();
                all.addAll(page.items());
                token = page.next();
            } while (token.isPresent());
            return all;
        }

        boolean isLimited() {
            return this == LIMITED || this == FIRST || this == COUNT_LIMITED;
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P3 a search hands out and counts the items of its model only, however it is run")
    void searchesOwnItemsOnly(Way way) {
        Shop shop = new Shop(way);
        Engine engine = engine(shop, "p");

        for (Searching searching : Searching.values()) {
            for (ShopModel<?> model : List.of(shop.orders, shop.lines)) {
                for (Running running : Running.values()) {
                    assertOwn(Attempt.of(engine, model, "p", ""), searching, running);
                }
            }
        }
    }

    private static <T> void assertOwn(Attempt<T> at, Searching searching, Running running) {
        Set<String> found = new HashSet<>();
        Set<String> own = Set.of(at.model.rangeKey(0), at.model.rangeKey(1));

        long count = running.count(
                searching.search(at), object -> (String) at.model.column("sk").get(object), found);

        assertThat(count).as("%s of %s, %s", searching, at.model, running).isEqualTo(running.isLimited() ? 1 : 2);
        assertThat(own).as("%s of %s, %s", searching, at.model, running).containsAll(found);
    }

    // the four failures that a shared table had

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P3 deleting all that a scan finds leaves the items of other models")
    void deletingWhatAScanFindsLeavesOthers(Way way) {
        Shop shop = new Shop(way);
        Engine engine = engine(shop, "p");
        BloopTemplate<Shop.Customer> customers = engine.template(shop.customers);

        customers.bulk().deleteAll(customers.scan().all());

        Set<Map<String, AttributeValue>> left = new HashSet<>(shop.items("p", 2));
        left.removeIf(item -> shop.customers.claim().admits(item));
        assertThat(table()).isEqualTo(left).hasSize(6);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P3 a scan counts the items of its model")
    void countsOwnItems(Way way) {
        Shop shop = new Shop(way);
        Engine engine = engine(shop, "p", "q");

        assertThat(engine.template(shop.customers).scan().count()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P3 the key of an order line finds no order, and names the model that it belongs to")
    void findsNoOrderByTheKeyOfALine(Way way) {
        Shop shop = new Shop(way);
        Engine engine = engine(shop, "p");
        String claim = switch (way) {
            case DISCRIMINATOR -> "items whose 'type' is one of [ORDER, ORDER-v0]";
            case PREDICATE -> "items that a predicate takes by [entity]";
            case KEY_PREDICATE -> "items that a predicate takes by [SK]";
            case TEMPLATE -> "items whose 'SK' begins with 'ORDER#'";
        };

        assertThatExceptionOfType(ForeignItem.class)
                .isThrownBy(() -> engine.template(shop.orders).find(shop.orders.key("p", "LINE#0")))
                .withMessage("The item Order(pk=S \"p\", sk=S \"LINE#0\") in table '" + dynamoDb.tableName("shop")
                        + "' is not one of Order, which claims " + claim
                        + ". The item belongs to Line; use that model.")
                .satisfies(ex -> {
                    assertThat(ex.owners()).containsExactly("Line");
                    assertThat(ex.target().table()).isEqualTo(dynamoDb.tableName("shop"));
                    assertThat(ex.key()).isEqualTo("Order(pk=S \"p\", sk=S \"LINE#0\")");
                    assertThat(ex.found().keySet())
                            .isEqualTo(shop.orders.claim().attributes());
                });
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P2 a query of orders passes over a payment whose status is a number, which is not read")
    void passesOverWhatItCouldNotRead(Way way) {
        Shop shop = new Shop(way);
        Engine engine = engine(shop, "p");

        List<Shop.Order> orders = engine.template(shop.orders)
                .query()
                .where(shop.orders.partition().eq("p"))
                .all();

        assertThat(orders).extracting(order -> order.status).containsExactly("open", "open");
    }

    private void putUnclaimed(String pk, Way way) {
        Map<String, AttributeValue> item = new HashMap<>(Map.of(
                "PK", AttributeValue.fromS(pk),
                "SK", AttributeValue.fromS("REFUND#1"),
                "owner", AttributeValue.fromS("bob"),
                "note", AttributeValue.fromS("original")));
        item.put(way == Way.DISCRIMINATOR ? "type" : "entity", AttributeValue.fromS("REFUND"));
        dynamoDb.put("shop", item);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    @DisplayName("P3 what nobody claims is passed over and counted, or refused where the search says so")
    void countsOrRefusesWhatNobodyClaims(Way way) {
        Shop shop = new Shop(way);
        Engine engine = engine(shop, "p");
        putUnclaimed("p", way);

        for (Searching searching : Searching.values()) {
            for (ShopModel<?> model : List.of(shop.orders, shop.lines)) {
                assertCountedOrRefused(Attempt.of(engine, model, "p", ""), searching);
            }
        }
    }

    private static <T> void assertCountedOrRefused(Attempt<T> at, Searching searching) {
        Results<T> results = searching.search(at).onUnclaimed(Unclaimed.COUNT).results();
        results.forEachRemaining(result -> {});
        assertThat(results.count()).as("%s of %s", searching, at.model).isEqualTo(2);
        assertThat(results.skipped()).as("%s of %s", searching, at.model).isEqualTo(1);
        assertThat(searching.search(at).all()).hasSize(2);
        Search<T, ?> strict = searching.search(at).onUnclaimed(Unclaimed.FAIL);
        assertThatExceptionOfType(ForeignItem.class)
                .isThrownBy(strict::all)
                .satisfies(ex -> assertThat(ex.owners()).isEmpty())
                .withMessageEndingWith(
                        "No model that is bound to the table claims the item; see found() for what it has.");
        ForeignItem refused = catchThrowableOfType(ForeignItem.class, strict::all);
        assertThatExceptionOfType(ForeignItem.class)
                .isThrownBy(strict::count)
                .withMessage(refused.getMessage())
                .satisfies(ex -> assertThat(ex.key()).isEqualTo(refused.key()).contains("pk=S \"p\""));
    }
}
