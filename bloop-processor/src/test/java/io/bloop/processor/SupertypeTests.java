package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.Engine;
import io.bloop.testing.LocalDynamoDb;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Supertypes whose models share a table. */
class SupertypeTests {

    private static final String SHOP_ITEM = """
            @Model
            @Table(name = "shop")
            @Discriminator(attribute = "type")
            public sealed interface ShopItem permits Customer, Order, Paper {
                String customerId();
            }
            """;

    private static final String CUSTOMER = """
            @Model
            @HashKey("CUSTOMER#{customerId}")
            @RangeKey("#")
            public record Customer(String customerId, String name, String status) implements ShopItem {}
            """;

    private static final String ORDER = """
            @Model("order")
            @HashKey("CUSTOMER#{customerId}")
            @RangeKey("ORDER#{orderId}")
            @GlobalSecondaryIndex(
                    name = "byStatus",
                    storedAs = "GSI1",
                    hashKey = "STATUS#{status}",
                    rangeKey = "{placedOn}#{orderId}",
                    projection = Projection.ALL)
            public record Order(String customerId, String orderId, String status, Instant placedOn, long total)
                    implements ShopItem {}
            """;

    private static final String PAPER = """
            public abstract sealed class Paper implements ShopItem permits Invoice, Draft {}
            """;

    private static final String INVOICE = """
            @Model
            @HashKey("CUSTOMER#{customerId}")
            @RangeKey("INVOICE#{number:6}")
            @GlobalSecondaryIndex(
                    name = "byStatus",
                    storedAs = "GSI1",
                    hashKey = "STATUS#{status}",
                    rangeKey = "{number:6}",
                    projection = Projection.ALL)
            public final class Invoice extends Paper {
                String customerId;
                int number;
                String status;
                String total;
                public String customerId() { return customerId; }
            }
            """;

    private static final String DRAFT = """
            @Ignored
            public final class Draft extends Paper {
                public String customerId() { return ""; }
            }
            """;

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private static Compilation compile(String... more) {
        return Compilation.of(
                Stream.concat(Stream.of(SHOP_ITEM, CUSTOMER, ORDER, PAPER, INVOICE, DRAFT), Stream.of(more))
                        .toArray(String[]::new));
    }

    private void run(Compilation compilation) throws Exception {
        assertThat(compilation.messages()).isEmpty();
        Consumer<Engine> loaded = compilation.scenario();
        loaded.accept(dynamoDb.engine());
    }

    private static final String HEAD = """
            package com.acme;

            import static com.acme.ShopItemModel.SHOP_ITEM;
            import static org.assertj.core.api.Assertions.assertThat;

            import io.bloop.engine.*;
            import java.time.Instant;
            import java.util.*;
            import java.util.function.Consumer;

            public class Scenario implements Consumer<Engine> {
                static Invoice invoice() {
                    Invoice invoice = new Invoice();
                    invoice.customerId = "42";
                    invoice.number = 7;
                    invoice.status = "open";
                    return invoice;
                }

                static BloopTemplate<ShopItem> filled(Engine engine) {
                    BloopTemplate<ShopItem> items = engine.template(SHOP_ITEM);
                    items.bulk().saveEach(List.of(
                            new Customer("42", "Ann", "open"),
                            new Order("42", "1001", "open", Instant.EPOCH, 7),
                            new Order("42", "1002", "closed", Instant.EPOCH, 8),
                            invoice(),
                            new Customer("7", "Bob", "open")));
                    return items;
                }
            """;

    @Test
    @DisplayName("P7 an index key has no template of a column that another model has in its key alone")
    void aColumnThatOneModelHasInItsKeyAloneIsNoPart() throws Exception {
        Compilation compilation = Compilation.of(
                "@Model @Table(name = \"shop\")\npublic sealed interface ShopItem permits Order, Line, Payment {}",
                """
                @Model
                @HashKey("ORDER#{orderId}")
                @RangeKey("#")
                @GlobalSecondaryIndex(
                        name = "byTime",
                        hashKey = "TIME#{placedOn}",
                        rangeKey = "{placedOn}#{orderId}",
                        projection = Projection.ALL)
                public record Order(String orderId, Instant placedOn) implements ShopItem {}
                """,
                """
                @Model
                @HashKey("ORDER#{orderId}")
                @RangeKey("LINE#{line:3}")
                public record Line(@KeyOnly String orderId, @KeyOnly int line) implements ShopItem {}
                """,
                """
                @Model
                @HashKey("PAYMENT#{paymentId}")
                @RangeKey("#")
                public record Payment(String paymentId) implements ShopItem {}
                """,
                """
                package com.acme;

                import static com.acme.ShopItemModel.SHOP_ITEM;
                import static org.assertj.core.api.Assertions.assertThat;

                import io.bloop.engine.*;
                import java.time.Instant;
                import java.util.List;
                import java.util.function.Consumer;

                public class Scenario implements Consumer<Engine> {
                    @Override
                    public void accept(Engine engine) {
                        BloopTemplate<ShopItem> items = engine.template(SHOP_ITEM);
                        items.save(new Order("1", Instant.EPOCH));
                        items.save(new Line("1", 1));
                        assertThat(items.query(SHOP_ITEM.byTime).where(SHOP_ITEM.placedOn.eq(Instant.EPOCH)).all())
                                .containsExactly(new Order("1", Instant.EPOCH));
                    }
                }
                """);

        run(compilation);
        assertThat(compilation.source("ShopItemModel"))
                .contains("byTimeSK = column(\"byTimeSK\", STRING);")
                .doesNotContain("orderId");
    }

    @Test
    @DisplayName("P7 a sealed supertype with a table is a model of what its permitted types have in common")
    void aSealedSupertypeIsAModel() throws Exception {
        Compilation compilation = compile(HEAD + """

                    @Override
                    public void accept(Engine engine) {
                        BloopTemplate<ShopItem> items = filled(engine);

                        List<ShopItem> ofAnn = items.query().where(SHOP_ITEM.customerId.eq("42")).all();
                        assertThat(ofAnn).hasExactlyElementsOfTypes(Customer.class, Invoice.class, Order.class, Order.class);
                        List<ShopItem> open = engine.query(SHOP_ITEM.byStatus).where(SHOP_ITEM.status.eq("open")).all();
                        assertThat(open).hasExactlyElementsOfTypes(Invoice.class, Order.class);
                        assertThat(items.scan().filter(SHOP_ITEM.status.eq("closed")).all())
                                .containsExactly(new Order("42", "1002", "closed", Instant.EPOCH, 8));
                        assertThat(items.find(SHOP_ITEM.keyOf(OrderModel.ORDER.key("42", "1001")))).isPresent();
                        assertThat(SHOP_ITEM.models())
                                .containsExactly(CustomerModel.CUSTOMER, OrderModel.ORDER, InvoiceModel.INVOICE);
                        assertThat(OrderModel.ORDER.settings().name()).isEqualTo("shop");
                        assertThat(SHOP_ITEM.status.get(invoice())).isEqualTo("open");
                    }
                }
                """);
        run(compilation);

        assertThat(compilation.source("ShopItemModel")).endsWith("""
                public final class ShopItemModel extends SupertypeDefinition<ShopItem> {

                    /** The definition of {@link ShopItem}, of which there is one. */
                    public static final ShopItemModel SHOP_ITEM = new ShopItemModel();

                    public final StringColumn<ShopItem, String> customerId = column("customerId", STRING);
                    public final StringColumn<ShopItem, String> status = column("status", STRING);
                    public final StringColumn<ShopItem, String> PK = template("PK", "CUSTOMER#{customerId}").hashKey();
                    public final StringColumn<ShopItem, String> SK = column("SK", STRING).rangeKey();
                    public final StringColumn<ShopItem, String> GSI1PK = template("GSI1PK", "STATUS#{status}");
                    public final StringColumn<ShopItem, String> GSI1SK = column("GSI1SK", STRING);

                    public final GlobalSecondaryIndex<ShopItem> byStatus =
                            globalIndex("byStatus", IndexProjection.ALL).storedAs("GSI1").hashKey(GSI1PK).rangeKey(GSI1SK);

                    private ShopItemModel() {
                        super(ShopItem.class, List.of(
                                CustomerModel.CUSTOMER,
                                OrderModel.ORDER,
                                InvoiceModel.INVOICE));
                    }
                }
                """);
    }

    @Test
    @DisplayName("P7 a switch over the objects of a sealed supertype needs no default")
    void aSwitchIsExhaustive() throws Exception {
        Assumptions.assumeTrue(Runtime.version().feature() >= 21);
        String[] sources = {SHOP_ITEM, CUSTOMER, ORDER, PAPER, INVOICE, DRAFT, HEAD + """

                    static String print(ShopItem item) {
                        return switch (item) {
                            case Customer customer -> "customer " + customer.name();
                            case Order(String customerId, String orderId, String status, Instant on, long total)
                                    when total > 7 -> "large order " + orderId;
                            case Order order -> "order " + order.orderId();
                            case Invoice invoice -> "invoice " + invoice.number;
                            case Draft draft -> "draft";
                        };
                    }

                    @Override
                    public void accept(Engine engine) {
                        List<String> printed = new ArrayList<>();
                        filled(engine).query().where(SHOP_ITEM.customerId.eq("42")).forEach(item -> printed.add(print(item)));
                        assertThat(printed).containsExactly("customer Ann", "invoice 7", "order 1001", "large order 1002");
                    }
                }
                """};
        String release = Integer.toString(Runtime.version().feature());

        run(Compilation.with(List.of(new ModelProcessor()), List.of("--release", release), sources));
    }

    @Test
    @DisplayName("P7 an abstract class that is not sealed names its models, and has the columns of its fields")
    void anAbstractClassNamesItsModels() throws Exception {
        Compilation compilation = Compilation.of("""
                @Model(value = "item", models = {One.class, Two.class})
                @Table(name = "things")
                abstract class Thing {
                    @HashKey String id;
                    @Column("s") String state;
                    long number;
                }
                """, """
                @Model
                @Discriminator(attribute = "type")
                class One extends Thing {
                    String common;
                    String odd;
                    @Column("x") String renamed;
                }
                """, """
                @Model
                @Discriminator(attribute = "type")
                class Two extends Thing {
                    String common;
                    int odd;
                    @Column("y") String renamed;
                }
                """);

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("ThingModel"))
                .contains("\nfinal class ThingModel extends SupertypeDefinition<Thing> {\n")
                .contains("""
                    public final StringColumn<Thing, String> id = column("id", STRING).hashKey();
                    public final StringColumn<Thing, String> state = column("state", STRING).storedAs("s");
                    public final NumberColumn<Thing, Long> number = column("number", LONG);
                    public final StringColumn<Thing, String> common = column("common", STRING);

                    private ThingModel() {
                        super(Thing.class, "item", List.of(
                                OneModel.ONE,
                                TwoModel.TWO));
                    }
                """.indent(0));
    }

    @Test
    @DisplayName("P7 parts of the key alone are columns where all models have the template that names them")
    void partsOfTheKeyAlone() throws Exception {
        String supertype = "@Model @Table(name = \"t\")\nsealed interface Part permits One, Two {}";
        String keys = "@Model @HashKey(\"P#{id}\") @RangeKey(\"%s#{no:3}\")\n";
        Compilation compilation = Compilation.of(
                supertype,
                keys.formatted("A") + "record One(@KeyOnly String id, @KeyOnly int no) implements Part {}",
                keys.formatted("B") + "record Two(@KeyOnly String id, @KeyOnly int no) implements Part {}");

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("PartModel")).contains("""
                    public final StringColumn<Part, String> id = column("id", STRING).keyOnly();
                    public final StringColumn<Part, String> PK = template("PK", "P#{id}").hashKey();
                    public final StringColumn<Part, String> SK = column("SK", STRING).rangeKey();
                """);
    }

    private static List<String> messages(String... sources) {
        return Compilation.of(sources).messages();
    }

    private static final String ONE = "@Model\nrecord One(@HashKey String id) implements Item {}";

    @Test
    @DisplayName("P7 a permitted type that is no model and does not say so is an error")
    void everyPermittedTypeIsAModel() {
        assertThat(messages(
                        "@Model @Table(name = \"t\")\nsealed interface Item permits One, Two, Three {}",
                        ONE,
                        "record Two(String id) implements Item {}",
                        "interface Three {}\nabstract non-sealed class Fourth implements Item {}"))
                .containsExactly(
                        "error at 1 @Model @Table(name = \"t\"): Two, a permitted type of Item, is no model; mark it with @Model, "
                                + "or with @Ignored if it has no items.",
                        "error at 1 @Model @Table(name = \"t\"): Three, a permitted type of Item, is abstract and not sealed, so "
                                + "that its models are not known; seal it, or mark it with @Ignored if it has no items.");
        assertThat(messages(
                        "@Model @Table(name = \"t\")\nsealed interface Item permits Two {}",
                        "@Ignored\nrecord Two(String id) implements Item {}"))
                .containsExactly(
                        "error at 1 @Model @Table(name = \"t\"): Item is the supertype of no model; mark its permitted "
                                + "types with @Model.");
    }

    @Test
    @DisplayName("P7 models that are named wrongly, or not at all, are errors")
    void namedModels() {
        assertThat(
                        messages(
                                "@Model(models = {One.class, Two.class, Three.class})\n@Table(name = \"t\")\ninterface Item {}",
                                ONE,
                                "record Two(String id) implements Item {}",
                                "@Model\nrecord Three(@HashKey String id) {}",
                                "@Model\n@Discriminator(attribute = \"k\")\nrecord Four(@HashKey String id) implements Item {}"))
                .containsExactlyInAnyOrder(
                        "error at 1 {One.class, Two.class, Three.class}): Two is named as a model of Item and is no model; mark "
                                + "it with @Model, or leave it out.",
                        "error at 1 {One.class, Two.class, Three.class}): Three is named as a model of Item and is no subtype of "
                                + "it; make it one, or leave it out.",
                        "error at 3 record Four(@HashKey String id) implements Item {}: Four is a model, and Item, its supertype, "
                                + "does not name it; name it there with @Model(models = ...).");
        assertThat(messages(
                        "@Model(models = One.class)\n@Table(name = \"t\")\nsealed interface Item permits One {}", ONE))
                .containsExactly(
                        "error at 1 .class): Item is sealed, so that its permitted types say which its models are; "
                                + "leave 'models' out.");
        assertThat(messages("@Model(models = One.class)\ninterface Item {}", ONE))
                .containsExactly(
                        "error at 1 .class): Item names models, and is no supertype with a table; name the table with "
                                + "@Table(name = ...), or leave the models out.");
        assertThat(messages("@Model(models = One.class)\nrecord One(@HashKey String id) {}"))
                .containsExactly(
                        "error at 1 .class): One names models, and is no supertype with a table; leave them out.");
    }

    @Test
    @DisplayName("P1 a supertype names the table of its models, which name no other")
    void aSupertypeNamesTheTable() {
        assertThat(messages(
                        "@Model @Table(name = \"t\")\nsealed interface Item permits One {}",
                        "@Model @Table(name = \"u\")\nrecord One(@HashKey String id) implements Item {}"))
                .containsExactly(
                        "error at 2 record One(@HashKey String id) implements Item {}: The table of One is named 't' by "
                                + "Item and 'u' by One; a supertype names the table of its models, so keep one name.");
        assertThat(
                        messages(
                                "@Model @Table(name = \"t\")\nsealed interface Item permits One {}",
                                "@Model @Table(name = \"t\", billing = Table.Billing.ON_DEMAND)\nrecord One(@HashKey String id) implements Item {}"))
                .isEmpty();
    }

    @Test
    @DisplayName("M30 settings of a table on its supertype, and @Ignored on a class that nobody permits, are errors")
    void whatHasNoEffectIsAnError() {
        assertThat(messages(
                        "@Model @Table(name = \"t\", tags = @Table.Tag(key = \"a\", value = \"b\"))\nsealed interface Item permits One {}",
                        ONE))
                .containsExactly(
                        "error at 1 @Table.Tag(key = \"a\", value = \"b\")): The member 'tags' of @Table has no effect on Item, a "
                                + "supertype, which only names the table; put it on one of its models.");
        assertThat(messages("@Ignored\nclass Alone {}"))
                .containsExactly(
                        "error at 1 @Ignored: Alone is marked with @Ignored, which on a class says that it is no model of "
                                + "the sealed supertype that permits it, and none does; take the annotation away.");
        assertThat(messages("@Model @Table(name = \"t\")\nsealed interface Item permits One {}", "@Ignored\n" + ONE))
                .contains(
                        "error at 1 @Ignored: One is marked with @Ignored, which on a class says that it is no model of the "
                                + "sealed supertype that permits it, and it is a model; take the annotation away.");
    }

    @Test
    @DisplayName("P7 keys of several types have no column in the supertype, which is an error")
    void keysOfSeveralTypes() {
        assertThat(messages(
                        "@Model @Table(name = \"t\")\nsealed interface Item permits One, Two {}",
                        ONE,
                        "@Model\nrecord Two(@HashKey UUID id) implements Item {}"))
                .containsExactly(
                        "error at 2 interface Item permits One, Two {}: The hash key of the models of Item, 'id', "
                                + "is of several types; declare it alike in all of them, or by a template.");
    }

    @Test
    @DisplayName("P7 a model that waits for another processor keeps its supertype waiting")
    void waitsForLombok() throws Exception {
        Compilation compilation =
                Compilation.withLombok(false, "@Model @Table(name = \"t\")\nsealed interface Item permits One {}", """
                @Model
                @lombok.Value
                final class One implements Item {
                    @HashKey String id;
                    String name;
                }
                """);

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("ItemModel")).contains("column(\"name\", STRING);");
    }
}
