package io.bloop.model;

import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.query.InvalidSearch;
import io.bloop.request.ConstraintViolation;
import io.bloop.testing.BothClients;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.write.IncompleteObject;
import io.bloop.write.InvalidWrite;
import io.bloop.write.Sync;
import io.bloop.write.WriteOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Stores what getters compute, of tracked objects and of records, and looks at the items. */
@BothClients
class ComputedColumnTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    static final class User extends BaseModel {
        String id;
        String email;
        long price;
        long quantity;

        @Nullable
        String domain() {
            return email == null ? null : email.substring(email.indexOf('@') + 1);
        }

        long total() {
            return price * quantity;
        }
    }

    static final class UserModel extends ModelDefinition<User> {
        final StringColumn<User, String> id = column("id", STRING)
                .getter(u -> u.id)
                .setter((u, v) -> u.id = v)
                .hashKey();
        final StringColumn<User, String> email =
                column("email", STRING).getter(u -> u.email).setter((u, v) -> u.email = v);
        final NumberColumn<User, Long> price =
                column("price", LONG.orElse(0L)).getter(u -> u.price).setter((u, v) -> u.price = v);
        final NumberColumn<User, Long> quantity =
                column("quantity", LONG.orElse(0L)).getter(u -> u.quantity).setter((u, v) -> u.quantity = v);
        final StringColumn<User, String> domain =
                column("domain", STRING).getter(User::domain).computedFrom("email");
        final NumberColumn<User, Long> total =
                column("total", LONG).getter(User::total).computedFrom("price", "quantity");
        final GlobalSecondaryIndex<User> byDomain =
                globalIndex("byDomain", IndexProjection.ALL).hashKey(domain).rangeKey(total);

        UserModel() {
            super(User.class);
        }

        @Override
        protected User create(Values<User> values) {
            return new User();
        }
    }

    record Order(
            String customer,
            String number,
            @Nullable Long price,
            @Nullable Long quantity) {
        String id() {
            return customer + "/" + number;
        }

        @Nullable
        Long total() {
            return price == null || quantity == null ? null : price * quantity;
        }
    }

    static final class OrderModel extends ModelDefinition<Order> {
        final StringColumn<Order, String> id = column("id", STRING)
                .getter(Order::id)
                .computedFrom("customer", "number")
                .hashKey();
        final StringColumn<Order, String> customer = column("customer", STRING).getter(Order::customer);
        final StringColumn<Order, String> number = column("number", STRING).getter(Order::number);
        final NumberColumn<Order, Long> price = column("price", LONG).getter(Order::price);
        final NumberColumn<Order, Long> quantity = column("quantity", LONG).getter(Order::quantity);
        final NumberColumn<Order, Long> total =
                column("total", LONG).getter(Order::total).computedFrom("price", "quantity");

        OrderModel() {
            super(Order.class);
        }

        @Override
        protected Order create(Values<Order> values) {
            return new Order(values.get(customer), values.get(number), values.get(price), values.get(quantity));
        }
    }

    record Badge(String id, String text) {
        String label() {
            return id + ": " + text;
        }
    }

    static final class BadgeModel extends ModelDefinition<Badge> {
        final StringColumn<Badge, String> id =
                column("id", STRING).getter(Badge::id).hashKey();
        final StringColumn<Badge, String> text = column("text", STRING).getter(Badge::text);
        final StringColumn<Badge, String> label =
                column("label", STRING).getter(Badge::label).computedFrom("id", "text");

        BadgeModel() {
            super(Badge.class);
        }

        @Override
        protected Badge create(Values<Badge> values) {
            return new Badge(values.get(id), values.get(text));
        }
    }

    private final UserModel users = new UserModel();
    private final OrderModel orders = new OrderModel();

    private BloopTemplate<User> userTemplate() {
        return dynamoDb.engine().template(users);
    }

    private BloopTemplate<Order> orderTemplate() {
        return dynamoDb.engine().template(orders);
    }

    private static User user(String email, long price, long quantity) {
        User user = new User();
        user.id = "1";
        user.email = email;
        user.price = price;
        user.quantity = quantity;
        return user;
    }

    private static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    private Map<String, AttributeValue> storedUser() {
        return dynamoDb.item("User", Map.of("id", text("1")));
    }

    private static Map<String, AttributeValue> item(
            String email, String domain, long price, long quantity, long total) {
        return Map.of(
                "id", text("1"),
                "email", text(email),
                "domain", text(domain),
                "price", number(price),
                "quantity", number(quantity),
                "total", number(total));
    }

    @Test
    @DisplayName("M29 every way of writing an object stores what its getters compute")
    void everyWriteStoresComputedValues() {
        BloopTemplate<User> template = userTemplate();
        Map<String, AttributeValue> whole = item("ann@a.example", "a.example", 2, 3, 6);

        template.save(user("ann@a.example", 2, 3));
        assertThat(storedUser()).isEqualTo(whole);
        template.replace(user("ann@b.example", 2, 4));
        assertThat(storedUser()).isEqualTo(item("ann@b.example", "b.example", 2, 4, 8));
        template.bulk().replaceAll(List.of(user("ann@a.example", 2, 3)));
        assertThat(storedUser()).isEqualTo(whole);
        template.deleteByKey(users.keyOf("1"));
        template.insert(user("ann@a.example", 2, 3));
        assertThat(storedUser()).isEqualTo(whole);
        Engine engine = dynamoDb.engine();
        engine.bind(List.of(users));
        engine.writeTransaction(t -> t.save(user("ann@b.example", 1, 1)));
        assertThat(storedUser()).isEqualTo(item("ann@b.example", "b.example", 1, 1, 1));
    }

    @Test
    @DisplayName(
            "M29 a loaded object writes a computed column with the column that it is computed from, and not without")
    void aLoadedObjectWritesWhatHasChanged() {
        BloopTemplate<User> template = userTemplate();
        template.save(user("ann@a.example", 2, 3));
        User loaded = template.find("1").orElseThrow();

        dynamoDb.put("User", item("ann@a.example", "somebody else's", 2, 3, 99));
        template.save(loaded);
        assertThat(storedUser()).isEqualTo(item("ann@a.example", "somebody else's", 2, 3, 99));

        loaded.email = "ann@b.example";
        template.save(loaded);
        assertThat(storedUser()).isEqualTo(item("ann@b.example", "b.example", 2, 3, 99));

        loaded.email = null;
        template.save(loaded, WriteOptions.sync(Sync.NEW));
        assertThat(storedUser())
                .isEqualTo(Map.of("id", text("1"), "price", number(2), "quantity", number(3), "total", number(99)));
        loaded.price = 5;
        template.save(loaded);
        assertThat(storedUser()).containsEntry("total", number(15));
    }

    @Test
    @DisplayName("M29 an item that lacks a computed column is corrected by the next save")
    void anOlderItemIsCorrected() {
        BloopTemplate<User> template = userTemplate();
        Map<String, AttributeValue> older = new HashMap<>(item("ann@a.example", "a.example", 2, 3, 6));
        older.remove("domain");
        older.remove("total");
        template.save(user("ann@a.example", 2, 3));
        dynamoDb.put("User", older);

        User loaded = template.find("1").orElseThrow();
        template.save(loaded);

        assertThat(storedUser()).isEqualTo(item("ann@a.example", "a.example", 2, 3, 6));
    }

    @Test
    @DisplayName("M29 a computed column is the key of an index, and can be asked for")
    void aComputedColumnIsAKeyOfAnIndex() {
        BloopTemplate<User> template = userTemplate();
        template.save(user("ann@a.example", 2, 3));

        List<User> found = template.query(users.byDomain)
                .where(users.domain.eq("a.example").and(users.total.gt(5L)))
                .all();

        assertThat(found)
                .singleElement()
                .satisfies(user -> assertThat(user.email).isEqualTo("ann@a.example"));
    }

    @Test
    @DisplayName("M29 an object that was loaded without an input leaves the computed column as it is stored")
    void anObjectThatLacksAnInputLeavesTheColumn() {
        BloopTemplate<User> template = userTemplate();
        template.save(user("ann@a.example", 2, 3));
        User partial = template.scan()
                .select(users.email, users.price)
                .filter(users.price.eq(2L))
                .one();

        partial.email = "ann@b.example";
        template.save(partial);
        assertThat(storedUser()).isEqualTo(item("ann@b.example", "b.example", 2, 3, 6));

        partial.price = 7;
        assertThatExceptionOfType(IncompleteObject.class)
                .isThrownBy(() -> template.save(partial))
                .withMessage(
                        "User(id=S \"1\") was loaded through a projection, and lacks 'quantity', from which 'total' "
                                + "is computed, which this write would have to store anew; load it first, or let the search read "
                                + "that column.");
        partial.quantity = 3;
        template.save(partial);
        assertThat(storedUser()).isEqualTo(item("ann@b.example", "b.example", 7, 3, 21));
    }

    @Test
    @DisplayName("M29 an update by request of an input is refused unless it sets the computed column too")
    void anUpdateOfAnInputSetsTheColumn() {
        BloopTemplate<User> template = userTemplate();
        template.save(user("ann@a.example", 2, 3));

        assertThatExceptionOfType(InvalidWrite.class)
                .isThrownBy(() -> template.update(users.keyOf("1"))
                        .add(users.quantity, 1L)
                        .run())
                .withMessage("The update of User(id=S \"1\") writes 'quantity', from which 'total' is computed, and no "
                        + "update computes it; set 'total' in the same update, or save the object.");
        template.update(users.keyOf("1"))
                .set(users.quantity, 4L)
                .set(users.total, 8L)
                .run();
        assertThat(storedUser()).isEqualTo(item("ann@a.example", "a.example", 2, 4, 8));
    }

    @Test
    @DisplayName("M29 a computed column is the key of a record's table, and is not asked for when the record is made")
    void aComputedColumnIsTheKeyOfATable() {
        BloopTemplate<Order> template = orderTemplate();
        Order order = new Order("ann", "7", 2L, 3L);

        template.save(order);

        assertThat(dynamoDb.item("Order", Map.of("id", text("ann/7"))))
                .isEqualTo(Map.of(
                        "id", text("ann/7"),
                        "customer", text("ann"),
                        "number", text("7"),
                        "price", number(2),
                        "quantity", number(3),
                        "total", number(6)));
        assertThat(template.find("ann/7").orElseThrow()).isEqualTo(order);
        template.delete(template.find("ann/7").orElseThrow());
        assertThat(template.scan().count()).isZero();
        assertThatExceptionOfType(InvalidWrite.class)
                .isThrownBy(() -> template.update(orders.keyOf("ann/7")).set(orders.number, "8"))
                .withMessage(
                        "The update of Order(id=S \"ann/7\") writes 'number', from which the key 'id' is computed, and "
                                + "keys never change; insert the object under its new key, and delete the old one.");
    }

    @Test
    @DisplayName(
            "M29 results of an untracked class that lack an input are refused, since saving one would lose the value")
    void resultsThatLackAnInputAreRefused() {
        assertThatExceptionOfType(InvalidSearch.class)
                .isThrownBy(() -> orderTemplate()
                        .scan()
                        .select(orders.customer, orders.number, orders.price)
                        .all())
                .withMessageEndingWith(
                        "the results lack 'quantity', from which 'total' is computed, and saving one would "
                                + "write another value over what the table holds; select the column, or let Order extend "
                                + "BaseModel.");
    }

    @Test
    @DisplayName("M29 a tracked object compares its item with what was computed when it was loaded")
    void aSnapshotHasComputedColumns() {
        BloopTemplate<User> template = userTemplate();
        template.save(user("ann@a.example", 2, 3));
        User loaded = template.find("1").orElseThrow();
        loaded.price = 5;

        template.save(loaded, WriteOptions.onlyIf(template.snapshot(loaded)));

        assertThat(storedUser()).isEqualTo(item("ann@a.example", "a.example", 5, 3, 15));
    }

    @Test
    @DisplayName("M29 an object that says nothing of an input is saved only where the item has no value for it")
    void anInputOfWhichTheObjectSaysNothing() {
        BloopTemplate<Order> template = orderTemplate();
        template.save(new Order("ann", "7", 2L, null));
        template.save(new Order("ann", "7", 2L, 3L));

        assertThatExceptionOfType(ConstraintViolation.class)
                .isThrownBy(() -> template.save(new Order("ann", "7", 5L, null)))
                .satisfies(ex -> assertThat(ex.condition().toString()).contains("attribute_not_exists(quantity)"));
        template.save(new Order("ann", "7", null, null));
        assertThat(dynamoDb.item("Order", Map.of("id", text("ann/7"))))
                .containsEntry("price", number(2))
                .containsEntry("total", number(6));
        template.save(new Order("ann", "7", 5L, null), WriteOptions.clear(orders.quantity));
        assertThat(dynamoDb.item("Order", Map.of("id", text("ann/7"))))
                .isEqualTo(
                        Map.of("id", text("ann/7"), "customer", text("ann"), "number", text("7"), "price", number(5)));
    }

    private static void assertProblem(Blank model, String problem) {
        assertThatExceptionOfType(InvalidModel.class)
                .isThrownBy(model::columns)
                .withMessage("Model Thing is not valid (1 problem):\n  - " + problem);
    }

    @Test
    @DisplayName(
            "M29 a computed column names the columns that it is computed from, which are neither computed nor stamped")
    void namesItsInputs() {
        Blank none = new Blank();
        none.string("id").hashKey();
        none.computed("a").computedFrom();
        assertProblem(none, "Column 'a' is computed from no column; name those that its getter reads.");

        Blank unknown = new Blank();
        unknown.string("id").hashKey();
        unknown.computed("a").computedFrom("idd");
        assertProblem(unknown, "Column 'a' is computed from 'idd', and there is no such column. Did you mean 'id'?");

        Blank chained = new Blank();
        chained.string("id").hashKey();
        chained.computed("a").computedFrom("id");
        chained.computed("b").computedFrom("a");
        assertProblem(
                chained,
                "Column 'b' is computed from 'a', which is computed too; name the columns that this one is computed "
                        + "from.");

        Blank stamped = new Blank();
        stamped.string("id").hashKey();
        stamped.number("version").version();
        stamped.computed("a").computedFrom("version");
        assertProblem(
                stamped,
                "Column 'a' is computed from 'version', which the engine itself writes; name columns that objects have a "
                        + "value for.");
    }

    @Test
    @DisplayName("M29 a computed column with a setter is refused")
    void aSetterIsRefused() {
        Blank model = new Blank();
        model.string("id").hashKey();
        model.string("a").computedFrom("id");
        assertProblem(
                model,
                "Column 'a' is computed and has a setter; remove one of the two, since a computed value is never read "
                        + "into an object.");
    }

    @Test
    @DisplayName(
            "M29 a column that is computed of the key and another one is written again by an object that was not loaded")
    void aColumnIsComputedOfTheKeyAndAnother() {
        BloopTemplate<Badge> badges = dynamoDb.engine().template(new BadgeModel());
        badges.save(new Badge("1", "a"));

        badges.save(new Badge("1", "b"));

        assertThat(dynamoDb.item("Badge", Map.of("id", AttributeValue.fromS("1"))))
                .containsEntry("label", AttributeValue.fromS("1: b"));
    }
}
