package io.bloop.migration;

import static io.bloop.migration.MigrationPageTests.ContactModel.CONTACT;
import static io.bloop.migration.MigrationPageTests.MemberModel.MEMBER;
import static io.bloop.migration.MigrationPageTests.OrderModel.ORDER;
import static io.bloop.migration.MigrationPageTests.TypedOrderModel.TYPED_ORDER;
import static io.bloop.migration.MigrationPageTests.UserModel.USER;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.read.Consistency;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.PageCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The code of the page on migrations, and what instances of several releases see before, while and after it runs. */
@Timeout(60)
class MigrationPageTests {

    private static final int ITEMS = 10;

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private Engine engine;
    private Migrations migrations;

    @BeforeEach
    void build() {
        engine = dynamoDb.engine();
        migrations = engine.migrations()
                .segments(1)
                .threads(1)
                .lease(Duration.ofSeconds(1))
                .build();
    }

    /** Reads and writes the address under its new name, and still reads the old one. */
    record Contact(String id, String email, String mail) {

        String address() {
            return email == null ? mail : email;
        }
    }

    static final class ContactModel extends ModelDefinition<Contact> {

        static final ContactModel CONTACT = new ContactModel();

        final StringColumn<Contact, String> id =
                column("id", STRING).getter(Contact::id).hashKey();
        final StringColumn<Contact, String> email = column("email", STRING).getter(Contact::email);
        final StringColumn<Contact, String> mail = column("mail", STRING).getter(Contact::mail);

        ContactModel() {
            super(Contact.class);
        }

        @Override
        protected Contact create(Values<Contact> values) {
            return new Contact(values.get(id), values.get(email), values.get(mail));
        }
    }

    /** Knows the parts of a name, and still writes the whole. */
    record User(String id, String name, String first, String last) {}

    static final class UserModel extends ModelDefinition<User> {

        static final UserModel USER = new UserModel();

        final StringColumn<User, String> id =
                column("id", STRING).getter(User::id).hashKey();
        final StringColumn<User, String> name = column("name", STRING).getter(User::name);
        final StringColumn<User, String> first = column("first", STRING).getter(User::first);
        final StringColumn<User, String> last = column("last", STRING).getter(User::last);

        UserModel() {
            super(User.class);
        }

        @Override
        protected User create(Values<User> values) {
            return new User(values.get(id), values.get(name), values.get(first), values.get(last));
        }
    }

    /** Fills a column that will be the discriminator. */
    record Order(String id, long total, String type) {

        Order(String id, long total) {
            this(id, total, "ORDER");
        }
    }

    static final class OrderModel extends ModelDefinition<Order> {

        static final OrderModel ORDER = new OrderModel();

        final StringColumn<Order, String> id =
                column("id", STRING).getter(Order::id).hashKey();
        final NumberColumn<Order, Long> total = column("total", LONG).getter(Order::total);
        final StringColumn<Order, String> type = column("type", STRING).getter(Order::type);

        OrderModel() {
            super(Order.class);
            table(t -> t.named("orders"));
        }

        @Override
        protected Order create(Values<Order> values) {
            return new Order(values.get(id), values.get(total, 0L), values.get(type));
        }
    }

    /** Maps orders of the release that has the discriminator. */
    record TypedOrder(String id, long total) {}

    static final class TypedOrderModel extends ModelDefinition<TypedOrder> {

        static final TypedOrderModel TYPED_ORDER = new TypedOrderModel();

        final StringColumn<TypedOrder, String> id =
                column("id", STRING).getter(TypedOrder::id).hashKey();
        final NumberColumn<TypedOrder, Long> total = column("total", LONG).getter(TypedOrder::total);

        TypedOrderModel() {
            super(TypedOrder.class);
            table(t -> t.named("orders"));
            discriminator("type", "ORDER");
        }

        @Override
        protected TypedOrder create(Values<TypedOrder> values) {
            return new TypedOrder(values.get(id), values.get(total, 0L));
        }
    }

    record Member(String team, String email, String name) {}

    static final class MemberModel extends ModelDefinition<Member> {

        static final MemberModel MEMBER = new MemberModel();

        final StringColumn<Member, String> team =
                column("team", STRING).getter(Member::team).hashKey();
        final StringColumn<Member, String> email =
                column("email", STRING).getter(Member::email).rangeKey();
        final StringColumn<Member, String> name = column("name", STRING).getter(Member::name);

        MemberModel() {
            super(Member.class);
        }

        @Override
        protected Member create(Values<Member> values) {
            return new Member(values.get(team), values.get(email), values.get(name));
        }
    }

    /** An account of the old table, whose key is its e-mail address. */
    record Account(String email, String team, String name) {}

    static final class AccountModel extends ModelDefinition<Account> {

        static final AccountModel ACCOUNT = new AccountModel();

        final StringColumn<Account, String> email =
                column("email", STRING).getter(Account::email).hashKey();
        final StringColumn<Account, String> team = column("team", STRING).getter(Account::team);
        final StringColumn<Account, String> name = column("name", STRING).getter(Account::name);

        AccountModel() {
            super(Account.class);
        }

        @Override
        protected Account create(Values<Account> values) {
            return new Account(values.get(email), values.get(team), values.get(name));
        }
    }

    static ItemMigration<Contact> rename() {
        return ItemMigration.of("rename-mail", CONTACT, item -> item.rename("mail", "email"));
    }

    static ItemMigration<User> split() {
        return ItemMigration.of("split-name", USER, item -> {
            User user = item.object();
            if (user.name() == null) {
                return item.unchanged();
            }
            int space = user.name().lastIndexOf(' ');
            return item.set(USER.first, user.name().substring(0, Math.max(space, 0)))
                    .set(USER.last, user.name().substring(space + 1));
        });
    }

    static ItemMigration<User> dropName() {
        return ItemMigration.of("drop-name", USER, item -> item.remove(USER.name));
    }

    static ItemMigration<Order> addType() {
        return ItemMigration.of(
                "add-type",
                ORDER,
                item -> item.object().type() == null ? item.set(ORDER.type, "ORDER") : item.unchanged());
    }

    static ItemMigration<TypedOrder> claim() {
        return ItemMigration.of("claim-orders", TYPED_ORDER, item -> item.claim())
                .withUnclaimed();
    }

    static ItemMigration<Account> move() {
        return ItemMigration.of("move-accounts", AccountModel.ACCOUNT, item -> {
            Account account = item.object();
            return item.move(MEMBER, new Member(account.team(), account.email(), account.name()));
        });
    }

    private Optional<String> name(String team, String email) {
        for (int i = 0; i < 2; i++) {
            Optional<Member> member = engine.template(MEMBER).find(team, email, Consistency.STRONG);
            if (member.isPresent()) {
                return member.map(Member::name);
            }
            Optional<Account> account = engine.template(AccountModel.ACCOUNT).find(email, Consistency.STRONG);
            if (account.isPresent()) {
                return account.map(Account::name);
            }
        }
        return Optional.empty();
    }

    private MigrationProgress runCore(Engine engine, ItemMigration<Contact> rename) {
        try (Migrations migrations =
                engine.migrations().rate(200).onFailure(OnFailure.COLLECT).build()) {
            return migrations.run(rename);
        }
    }

    /** Watches what several releases find of the items, before a migration, when half of the items are done, and after. */
    private final class TimeSeries {

        private final Map<String, LongSupplier> finds = new LinkedHashMap<>();
        private final Map<String, List<Long>> found = new LinkedHashMap<>();

        TimeSeries watch(String who, LongSupplier count) {
            finds.put(who, count);
            found.put(who, new ArrayList<>());
            return this;
        }

        private void look() {
            finds.forEach((who, count) -> found.get(who).add(count.getAsLong()));
        }

        <T> TimeSeries of(ItemMigration<T> migration) {
            Set<String> seen = new HashSet<>();
            ItemMigration<T> watched = new ItemMigration<>() {
                @Override
                public String id() {
                    return migration.id();
                }

                @Override
                public ModelDefinition<T> model() {
                    return migration.model();
                }

                @Override
                public boolean takesUnclaimed() {
                    return migration.takesUnclaimed();
                }

                @Override
                public ItemChange<T> migrate(MigratedItem<T> item) {
                    if (seen.add(item.key().toString()) && seen.size() == ITEMS / 2 + 1) {
                        look();
                    }
                    return migration.migrate(item);
                }
            };
            look();
            assertThat(migrations.run(watched).counts().changed()).isEqualTo(ITEMS);
            look();
            return this;
        }

        void assertOnPage() throws IOException {
            String page = Files.readString(Path.of("../docs/migrations.md"));
            assertThat(rows()).allSatisfy(row -> assertThat(page).contains(row));
        }

        List<String> rows() {
            return found.entrySet().stream()
                    .map(row -> "| " + row.getKey() + " | "
                            + row.getValue().stream().map(Object::toString).collect(Collectors.joining(" | "))
                            + " |")
                    .toList();
        }
    }

    private List<Map<String, AttributeValue>> raw(String table) {
        return dynamoDb.client()
                .scan(r -> r.tableName(dynamoDb.tableName(table)).consistentRead(true))
                .items();
    }

    private long having(String table, String... attributes) {
        return raw(table).stream()
                .filter(item -> item.keySet().containsAll(List.of(attributes)))
                .count();
    }

    @Test
    @DisplayName("U6 an attribute is renamed: a release that reads both names finds the value at any time")
    void renamesAnAttribute() throws IOException {
        engine.bind(List.of(CONTACT));
        for (int i = 0; i < ITEMS; i++) {
            dynamoDb.put("Contact", Map.of("id", fromS("c" + i), "mail", fromS("c" + i + "@example.org")));
        }
        new TimeSeries()
                .watch("a release that reads `mail`", () -> having("Contact", "mail"))
                .watch(
                        "a release that reads `email`, else `mail`",
                        () -> engine.template(CONTACT).scan().consistent().stream()
                                .filter(contact -> contact.address() != null)
                                .count())
                .watch("a release that reads `email`", () -> having("Contact", "email"))
                .of(rename())
                .assertOnPage();
    }

    @Test
    @DisplayName(
            "U6 an attribute is split: releases that read the whole and releases that read both find it at any time")
    void splitsAnAttribute() throws IOException {
        engine.bind(List.of(USER));
        for (int i = 0; i < ITEMS; i++) {
            dynamoDb.put("User", Map.of("id", fromS("u" + i), "name", fromS("Ada M. Lovelace" + i)));
        }
        new TimeSeries()
                .watch("a release that reads and writes `name`", () -> having("User", "name"))
                .watch(
                        "a release that reads `first` and `last`, else `name`",
                        () -> having("User", "first", "last")
                                + raw("User").stream()
                                        .filter(item -> !item.containsKey("last") && item.containsKey("name"))
                                        .count())
                .watch("a release that reads `first` and `last`", () -> having("User", "first", "last"))
                .of(split())
                .assertOnPage();
        assertThat(engine.template(USER).find("u1"))
                .contains(new User("u1", "Ada M. Lovelace1", "Ada M.", "Lovelace1"));

        // an instance of the release before writes a name
        dynamoDb.put("User", Map.of("id", fromS("late"), "name", fromS("Grace Hopper")));
        migrations.restart("split-name");
        assertThat(migrations.run(split()).counts().changed()).isEqualTo(1);
        assertThat(migrations.run(dropName()).counts().changed()).isEqualTo(ITEMS + 1);
        assertThat(engine.template(USER).find("late")).contains(new User("late", null, "Grace", "Hopper"));
    }

    @Test
    @DisplayName("U6 a table gets a discriminator: a release that fills the column sees all items at any time")
    void addsADiscriminator() throws IOException {
        engine.bind(List.of(ORDER));
        Engine next = dynamoDb.engine();
        next.bind(List.of(TYPED_ORDER));
        for (int i = 0; i < ITEMS; i++) {
            dynamoDb.put("orders", Map.of("id", fromS("o" + i), "total", fromN("" + i)));
        }
        new TimeSeries()
                .watch(
                        "a release without `type`, or with a plain column",
                        () -> engine.template(ORDER).scan().consistent().count())
                .watch(
                        "a release with the discriminator",
                        () -> next.template(TYPED_ORDER).scan().consistent().count())
                .of(addType())
                .assertOnPage();
        engine.template(ORDER).insert(new Order("new", 7));
        assertThat(next.template(TYPED_ORDER).find("new")).contains(new TypedOrder("new", 7));
    }

    @Test
    @DisplayName("U6 a release that has the discriminator already claims the items that have none")
    void claimsItems() {
        engine.bind(List.of(TYPED_ORDER));
        dynamoDb.put("orders", Map.of("id", fromS("o"), "total", fromN("3")));

        assertThat(migrations.run(claim()).counts().changed()).isEqualTo(1);

        assertThat(engine.template(TYPED_ORDER).find("o")).contains(new TypedOrder("o", 3));
    }

    @Test
    @DisplayName("U6 items move to a table with other keys: a release that looks into both finds them at any time")
    void movesItems() throws IOException {
        engine.bind(List.of(AccountModel.ACCOUNT, MEMBER));
        for (int i = 0; i < ITEMS; i++) {
            engine.template(AccountModel.ACCOUNT).insert(new Account(i + "@example.org", "blue", "name " + i));
        }
        new TimeSeries()
                .watch("a release that looks into the old table", () -> having("Account", "email"))
                .watch("a release that looks into the new table, else the old one", () -> {
                    long count = 0;
                    for (int i = 0; i < ITEMS; i++) {
                        count += name("blue", i + "@example.org").filter(("name " + i)::equals).stream()
                                .count();
                    }
                    return count;
                })
                .watch("a release that looks into the new table", () -> having("Member", "team"))
                .of(move())
                .assertOnPage();
        assertThat(name("red", "0@example.org")).isEmpty();
    }

    @Test
    @DisplayName("U6 core runs migrations without Spring")
    void runsInCore() {
        dynamoDb.engine().bind(List.of(CONTACT));
        dynamoDb.put("Contact", Map.of("id", fromS("c"), "mail", fromS("c@example.org")));

        assertThat(runCore(engine, rename()).state()).isEqualTo(MigrationState.DONE);
    }

    @Test
    @DisplayName("the page on migrations shows the code of this test")
    void thePageShowsThisCode() throws IOException {
        PageCode.assertIsCompiled("docs/migrations.md", 11);
    }
}
