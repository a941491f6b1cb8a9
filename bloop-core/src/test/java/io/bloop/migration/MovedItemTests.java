package io.bloop.migration;

import static io.bloop.migration.Person.PERSON;
import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.Shop;
import io.bloop.testing.Shop.Order;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items that are moved, and items that are claimed. */
@Timeout(60)
class MovedItemTests {

    /** A person of a table with other keys. */
    record Member(String team, String email, String id) {}

    static final class MemberModel extends ModelDefinition<Member> {

        static final MemberModel MEMBER = new MemberModel("members");

        final StringColumn<Member, String> team =
                column("team", STRING).getter(Member::team).hashKey();
        final StringColumn<Member, String> email =
                column("email", STRING).getter(Member::email).rangeKey();
        final StringColumn<Member, String> id = column("id", STRING).getter(Member::id);

        private MemberModel(String table) {
            super(Member.class);
            table(t -> t.named(table));
        }

        @Override
        protected Member create(Values<Member> values) {
            return new Member(values.get(team), values.get(email), values.get(id));
        }
    }

    private static final ItemMigration<Person> MOVE = ItemMigration.of(
            "move",
            PERSON,
            item -> item.move(
                    MemberModel.MEMBER,
                    new Member("all", item.object().email(), item.object().id())));

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private Engine engine;

    @BeforeEach
    void bind() {
        engine = dynamoDb.engine();
        engine.bind(List.of(PERSON, MemberModel.MEMBER));
    }

    private static Migrations migrations(Engine engine) {
        return engine.migrations()
                .segments(2)
                .threads(2)
                .lease(Duration.ofSeconds(1))
                .onFailure(OnFailure.COLLECT)
                .build();
    }

    private void put(String id, String email, Map<String, AttributeValue> others) {
        Map<String, AttributeValue> item = new HashMap<>(others);
        item.put("id", fromS(id));
        item.put("email", fromS(email));
        dynamoDb.put("people", item);
    }

    private Map<String, AttributeValue> member(String email) {
        return dynamoDb.item("members", Map.of("team", fromS("all"), "email", fromS(email)));
    }

    private Map<String, AttributeValue> person(String id) {
        return dynamoDb.item("people", Map.of("id", fromS(id)));
    }

    @Test
    @DisplayName("U6 an item moves to another table under other keys, in one step")
    void moves() {
        put("ada", "a@x", Map.of());
        assertThat(migrations(engine).dryRun(MOVE).samples())
                .singleElement()
                .hasToString("Person(id=S \"ada\") moves to Member(team=S \"all\", email=S \"a@x\") in table '"
                        + dynamoDb.tableName("members") + "'");

        MigrationProgress progress = migrations(engine).run(MOVE);

        assertThat(progress.counts()).isEqualTo(new MigrationCounts(1, 1, 0, 0, 0, 0));
        assertThat(person("ada")).isEmpty();
        assertThat(member("a@x")).isEqualTo(Map.of("team", fromS("all"), "email", fromS("a@x"), "id", fromS("ada")));
    }

    @Test
    @DisplayName("U6 an item that was written before it was moved is moved as it is then")
    void losesNoWrite() {
        put("ada", "a@x", Map.of());
        AtomicInteger races = new AtomicInteger(2);
        InterceptedClient client = dynamoDb.intercept();
        client.transactWriteItems((request, sent) -> {
            if (races.getAndDecrement() > 0) {
                put("ada", "a@" + races.get(), Map.of());
            }
            return sent.apply(request);
        });

        MigrationProgress progress =
                migrations(dynamoDb.engineBuilder(client.client()).build()).run(MOVE);

        assertThat(progress.counts()).isEqualTo(new MigrationCounts(1, 1, 0, 0, 0, 2));
        assertThat(member("a@0")).containsEntry("id", fromS("ada"));
        assertThat(member("a@x")).isEmpty();
        assertThat(member("a@1")).isEmpty();
        assertThat(person("ada")).isEmpty();
    }

    @Test
    @DisplayName("U6 two items of one new key are a failure, and none of them is lost")
    void refusesTakenKeys() {
        put("ada", "a@x", Map.of());
        put("eve", "a@x", Map.of());

        MigrationProgress progress = migrations(engine).run(MOVE);

        assertThat(progress.counts()).isEqualTo(new MigrationCounts(2, 1, 0, 0, 1, 0));
        assertThat(progress.failures())
                .singleElement()
                .extracting(FailedItem::reason)
                .isEqualTo(
                        "there is an item under the new key Member(team=S \"all\", email=S \"a@x\"). Give each item a "
                                + "key of its own, or call keepingExisting().");
        String moved = member("a@x").get("id").s();
        assertThat(person(moved)).isEmpty();
        assertThat(person(moved.equals("ada") ? "eve" : "ada")).isNotEmpty();
    }

    @Test
    @DisplayName("U6 where it is told to, a move keeps the item under the new key, and deletes the old one")
    void keepsExisting() {
        put("ada", "a@x", Map.of());
        engine.template(MemberModel.MEMBER).insert(new Member("all", "a@x", "newer"));
        ItemMigration<Person> keeping =
                ItemMigration.of("move", PERSON, item -> MOVE.migrate(item).keepingExisting());

        assertThat(migrations(engine).run(keeping).counts().changed()).isEqualTo(1);

        assertThat(member("a@x")).containsEntry("id", fromS("newer"));
        assertThat(person("ada")).isEmpty();
    }

    @Test
    @DisplayName("U6 a move refuses to lose attributes that the model does not know, unless it is told to")
    void refusesToLoseAttributes() {
        put("ada", "a@x", Map.of("shoe", fromN("38"), "hat", fromN("56")));
        Migrations migrations = migrations(engine);

        assertThat(migrations.dryRun(MOVE).failures())
                .singleElement()
                .hasToString("Person(id=S \"ada\"): the move would lose attributes that the model does not know: "
                        + "[hat, shoe]. Add them to both models, or name them in dropping().");
        ItemMigration<Person> dropping =
                ItemMigration.of("move", PERSON, item -> MOVE.migrate(item).dropping("hat", "shoe"));
        assertThat(migrations.run(dropping).counts().changed()).isEqualTo(1);
        assertThat(member("a@x")).hasSize(3);
    }

    @Test
    @DisplayName("U6 attributes can be dropped one by one, of an item that keeps another one too")
    void dropsOneByOne() {
        put("ada", "a@x", Map.of("shoe", fromN("38"), "hat", fromN("56")));
        ItemMigration<Person> dropping = ItemMigration.of(
                "move",
                PERSON,
                item -> MOVE.migrate(item).dropping("hat").keepingExisting().dropping("shoe"));

        assertThat(migrations(engine).run(dropping).counts().changed()).isEqualTo(1);
        assertThat(person("ada")).isEmpty();
    }

    @Test
    @DisplayName("U6 a move into the same table has to be repeatable")
    void movesInOneTable() {
        put("ada", "a@x", Map.of());
        put("bob", "b@x", Map.of());
        ItemMigration<Person> always =
                ItemMigration.of("prefix", PERSON, item -> item.move(PERSON, prefixed(item.object())));
        ItemMigration<Person> once = ItemMigration.of(
                "prefix",
                PERSON,
                item -> item.object().id().startsWith("p-")
                        ? item.unchanged()
                        : item.move(PERSON, prefixed(item.object())));
        Migrations migrations = migrations(engine);

        assertThat(migrations.dryRun(always).failures())
                .hasSize(2)
                .allSatisfy(failed -> assertThat(failed.reason()).startsWith("the function is not repeatable"));
        assertThat(migrations.run(once).counts().changed()).isEqualTo(2);
        assertThat(person("p-ada")).containsEntry("email", fromS("a@x"));
        assertThat(person("p-bob")).containsEntry("email", fromS("b@x"));
        assertThat(person("ada")).isEmpty();
    }

    private static Person prefixed(Person person) {
        return new Person("p-" + person.id(), person.email(), person.first(), person.last(), person.visits());
    }

    @ParameterizedTest
    @EnumSource(Shop.Way.class)
    @DisplayName(
            "U6 P3 a migration of a shared table sees the items of its model, and those of nobody where it takes them")
    void passesOverOthers(Shop.Way way) {
        Shop shop = new Shop(way);
        engine.bind(shop.models());
        shop.items("pk", 3).forEach(item -> dynamoDb.put("shop", item));
        dynamoDb.put("shop", Map.of("PK", fromS("pk"), "SK", fromS("NOBODY#1")));
        AtomicInteger unclaimed = new AtomicInteger();
        ItemMigration<Order> migration = ItemMigration.of("orders", shop.orders, item -> {
            if (!item.isClaimed()) {
                unclaimed.incrementAndGet();
                return item.unchanged();
            }
            return item.set(shop.orders.status, "migrated");
        });

        assertThat(migrations(engine).dryRun(migration).counts()).isEqualTo(new MigrationCounts(13, 3, 0, 10, 0, 0));
        assertThat(unclaimed).hasValue(0);
        MigrationProgress progress = migrations(engine).run(migration.withUnclaimed());

        assertThat(progress.counts()).isEqualTo(new MigrationCounts(13, 3, 1, 9, 0, 0));
        assertThat(unclaimed.get()).isPositive();
        assertThat(engine.template(shop.orders).scan().all())
                .hasSize(3)
                .allMatch(order -> order.status.equals("migrated"));
    }

    @Test
    @DisplayName("U6 a mark in the attribute of the discriminator is refused")
    void refusesTheDiscriminatorAsMark() {
        Shop shop = new Shop(Shop.Way.DISCRIMINATOR);
        engine.bind(shop.models());

        assertThatExceptionOfType(InvalidMigration.class)
                .isThrownBy(() -> migrations(engine)
                        .run(ItemMigration.of("marks", shop.orders, MigratedItem::unchanged)
                                .marking("type")))
                .withMessage("Migration 'marks' has its mark in 'type', which is the discriminator of Order; name "
                        + "another attribute.");
    }

    @Test
    @DisplayName("U6 P4 an item that nobody claims gets the discriminator of a model")
    void claimsItems() {
        Shop shop = new Shop(Shop.Way.DISCRIMINATOR);
        engine.bind(shop.models());
        dynamoDb.put("shop", Map.of("PK", fromS("pk"), "SK", fromS("1"), "status", fromS("open")));
        dynamoDb.put("shop", Map.of("PK", fromS("pk"), "SK", fromS("2"), "type", fromS("UNKNOWN")));
        ItemMigration<Order> claim = ItemMigration.of(
                        "claim",
                        shop.orders,
                        item -> item.attribute("type").isEmpty() ? item.claim() : item.unchanged())
                .withUnclaimed();

        assertThat(migrations(engine).dryRun(claim).samples())
                .singleElement()
                .hasToString("Order(pk=S \"pk\", sk=S \"1\") sets [type]");
        MigrationProgress progress = migrations(engine).run(claim);

        assertThat(progress.counts()).isEqualTo(new MigrationCounts(2, 1, 1, 0, 0, 0));
        assertThat(dynamoDb.item("shop", Map.of("PK", fromS("pk"), "SK", fromS("1"))))
                .containsEntry("type", fromS("ORDER"))
                .containsEntry("status", fromS("open"));
        assertThat(dynamoDb.item("shop", Map.of("PK", fromS("pk"), "SK", fromS("2"))))
                .containsEntry("type", fromS("UNKNOWN"));
    }
}
