package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.Engine;
import io.bloop.testing.LocalDynamoDb;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Definitions of annotated collections. */
@Tag("once")
class ItemCollectionTests {

    private static final String MODELS = """
            @Model
            @Table(name = "shop")
            @HashKey("ORDER#{orderId}")
            @RangeKey("#")
            public class Order extends BaseModel {
                public String orderId;
                public long total;
            }
            """;

    private static final String LINE = """
            @Model
            @Table(name = "shop")
            @HashKey("ORDER#{orderId}")
            @RangeKey("LINE#{line:5}")
            public record Line(@KeyOnly String orderId, @KeyOnly int line, String sku) {}
            """;

    private static final String SHIPMENT = """
            @Model
            @Table(name = "shop")
            @HashKey("ORDER#{orderId}")
            @RangeKey("SHIPMENT#{parcel}")
            public record Shipment(String orderId, String parcel) {}
            """;

    private static final String COLLECTION = """
            @ItemCollection
            public record OrderWithLines(Order order, List<Line> lines, Optional<Shipment> shipment) {}
            """;

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private static Compilation compile(String... sources) {
        return Compilation.of(Stream.concat(Stream.of(MODELS, LINE, SHIPMENT), Stream.of(sources))
                .toArray(String[]::new));
    }

    /** Returns the only message of a compilation, without its place. */
    private static void assertError(String message, String... sources) {
        assertThat(compile(sources).messages()).singleElement().asString().endsWith(message);
    }

    @Test
    @DisplayName("P7 a definition is written, as a person would write it")
    void aDefinitionIsWritten() {
        Compilation compilation = compile(COLLECTION);

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("OrderWithLinesCollection")).contains("""
                public final class OrderWithLinesCollection extends ItemCollectionDefinition<OrderWithLines> {

                    /** The definition of {@link OrderWithLines}, of which there is one. */
                    public static final OrderWithLinesCollection ORDER_WITH_LINES = new OrderWithLinesCollection();

                    private final CollectionMember<Order> order = required("order", OrderModel.ORDER);
                    private final CollectionMember<List<Line>> lines = list("lines", LineModel.LINE);
                    private final CollectionMember<Optional<Shipment>> shipment = optional("shipment", ShipmentModel.SHIPMENT);

                    private OrderWithLinesCollection() {
                        super(OrderWithLines.class);
                    }

                    /**
                     * Returns the key of a collection.
                     *
                     * @param orderId part of the hash key
                     * @return the key
                     */
                    public CollectionKey<OrderWithLines> key(String orderId) {
                        return keyOf(OrderModel.ORDER.orderId.eq(orderId));
                    }

                    @Override
                    protected OrderWithLines create(CollectionValues values) {
                        return new OrderWithLines(values.get(order), values.get(lines), values.get(shipment));
                    }
                }
                """);
    }

    @Test
    @DisplayName("P7 the key of a collection takes all parts of the hash key, or the hash key itself")
    void theKeyTakesAllParts() {
        Compilation compilation = Compilation.of(
                "@Model @Table(name = \"shop\") @HashKey(\"T#{tenant:3}#{id}\") @RangeKey(\"#\")\n"
                        + "record Order(int tenant, String id) {}",
                "@Model @Discriminator(attribute = \"type\")\nrecord Note(@HashKey UUID id, @RangeKey String at) {}",
                "@ItemCollection\nrecord Orders(List<Order> orders) {}",
                "@ItemCollection\nrecord Notes(List<Note> notes) {}");

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("OrdersCollection"))
                .contains(
                        "key(int tenant, String id) {",
                        "return keyOf(OrderModel.ORDER.tenant.eq(tenant).and(OrderModel.ORDER.id.eq(id)));");
        assertThat(compilation.source("NotesCollection"))
                .contains(
                        "     * @param id the hash key\n", "key(UUID id) {", "return keyOf(NoteModel.NOTE.id.eq(id));");
    }

    @Test
    @DisplayName("P7 a class is made by its constructor, or by what is marked, and a nullable member may be missing")
    void aClassIsMadeByItsConstructor() {
        Compilation compilation = compile("""
                @ItemCollection
                class Basket {
                    private final List<? extends Line> values;
                    private final Order order;

                    private Basket(List<? extends Line> values, Order order) {
                        this.values = values;
                        this.order = order;
                    }

                    @BloopCreator
                    static Basket of(List<? extends Line> values, @org.jspecify.annotations.Nullable Order order) {
                        return new Basket(values, order);
                    }

                    List<? extends Line> values() { return values; }
                    Order order() { return order; }
                }
                """);

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("BasketCollection"))
                .contains(
                        "    private final CollectionMember<List<Line>> values = list(\"values\", LineModel.LINE);\n",
                        "    private final CollectionMember<Optional<Order>> order = optional(\"order\", OrderModel.ORDER);\n",
                        "return Basket.of(values.get(this.values), values.get(order).orElse(null));");
    }

    @Test
    @DisplayName("P7 a collection that was compiled makes an object of the items of one partition")
    void aCompiledCollectionMakesAnObject() throws Exception {
        Compilation compilation = compile(COLLECTION, """
                public class Scenario implements java.util.function.Consumer<io.bloop.engine.Engine> {
                    @Override
                    public void accept(io.bloop.engine.Engine engine) {
                        Order order = new Order();
                        order.orderId = "1001";
                        engine.template(OrderModel.ORDER).save(order);
                        engine.template(LineModel.LINE).save(new Line("1001", 1, "pen"));
                        engine.template(LineModel.LINE).save(new Line("1001", 2, "ink"));

                        OrderWithLines found = engine.collect(OrderWithLinesCollection.ORDER_WITH_LINES.key("1001"))
                                .orElseThrow();

                        org.assertj.core.api.Assertions.assertThat(found.order().orderId).isEqualTo("1001");
                        org.assertj.core.api.Assertions.assertThat(found.lines())
                                .containsExactly(new Line("1001", 1, "pen"), new Line("1001", 2, "ink"));
                        org.assertj.core.api.Assertions.assertThat(found.shipment()).isEmpty();
                    }
                }
                """);

        assertThat(compilation.messages()).isEmpty();
        Consumer<Engine> consumer = compilation.scenario();
        consumer.accept(dynamoDb.engine());
    }

    @Test
    @DisplayName("P7 a collection waits for a model whose code another processor completes")
    void aCollectionWaitsForItsModels() throws Exception {
        Compilation compilation = Compilation.withLombok(
                false, LINE, """
                @Model @Table(name = "shop") @HashKey("ORDER#{orderId}") @RangeKey("#")
                @lombok.Data
                public class Order {
                    private String orderId;
                }
                """, "@ItemCollection\npublic record OrderWithLines(Order order, List<Line> lines) {}");

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.wrote("OrderWithLinesCollection")).isTrue();
    }

    @Test
    @DisplayName("P7 what is no record and no class with members is a compiler error")
    void whatCannotBeMadeIsAnError() {
        for (String type : List.of("interface Sum {}", "enum Sum { A }", "abstract class Sum {}")) {
            assertError(
                    "Sum cannot be made; @ItemCollection goes on a record, or on a class whose constructor takes the "
                            + "members.",
                    "@ItemCollection\n" + type);
        }
        assertError(
                "Sum has no members; make it a record, or a class whose constructor takes them: objects, Optionals and "
                        + "Lists of models.",
                "@ItemCollection\nrecord Sum() {}");
        assertError(
                "Sum has type parameters, and a collection is one class; make it abstract, and extend it with the types "
                        + "that they stand for.",
                "@ItemCollection\nrecord Sum<T>(List<Line> lines) {}");
    }

    @Test
    @DisplayName("M30 annotations of a model on a collection are compiler errors")
    void annotationsOfAModelAreErrors() {
        assertError(
                "Sum is marked with @Table and is a collection, which has no columns and no table of its own; take the "
                        + "annotation away.",
                "@ItemCollection @Table\nrecord Sum(List<Line> lines) {}");
        assertError(
                "'lines' is marked with @HashKey, and Sum is a collection, which has no columns and no table of its own; "
                        + "take the annotation away.",
                "@ItemCollection\nrecord Sum(@HashKey List<Line> lines) {}");
        assertThat(compile("@ItemCollection @Model\nrecord Sum(@HashKey String id) {}")
                        .messages())
                .anySatisfy(message -> assertThat(message)
                        .endsWith(
                                "Sum is marked with @Model too, and an object is a collection of items or a part of one; "
                                        + "take one of the two away."));
    }

    @Test
    @DisplayName("P7 a member that is no model is a compiler error")
    void aMemberThatIsNoModelIsAnError() {
        for (String type : List.of("String", "List<String>", "List", "Set<Line>", "Optional<String>", "int")) {
            assertThat(compile("@ItemCollection\nrecord Sum(Order order, " + type + " other) {}")
                            .messages())
                    .as(type)
                    .anySatisfy(message -> assertThat(message)
                            .endsWith("Member 'other' is " + type
                                    + ", and a member is an object, an Optional or a List of a class that is marked with "
                                    + "@Model."));
        }
        assertError(
                "Member 'items' is List<ShopItem>, and ShopItem is abstract; give each model below it a member of its own.",
                "@Model\ninterface ShopItem {}",
                "@ItemCollection\nrecord Sum(List<ShopItem> items) {}");
    }

    @Test
    @DisplayName("P7 a model with two members is a compiler error")
    void aModelWithTwoMembersIsAnError() {
        assertError(
                "Members 'lines' and 'first' are both of Line, and each item belongs to one member; keep one of the two.",
                "@ItemCollection\nrecord Sum(List<Line> lines, Line first) {}");
    }

    @Test
    @DisplayName("P7 models of two tables are a compiler error")
    void modelsOfTwoTablesAreAnError() {
        assertError(
                "Member 'notes' is of Note in table 'Note', and member 'order' is of Order in table 'shop'; the models of a "
                        + "collection share a table, so give both the same name with @Table.",
                "@Model\nrecord Note(@HashKey String id) {}",
                "@ItemCollection\nrecord Sum(Order order, List<Note> notes) {}");
    }

    @Test
    @DisplayName("P7 a model whose items nothing tells from those of the other members is a compiler error")
    void aModelThatNothingTellsApartIsAnError() {
        String note = "@Model @Table(name = \"shop\")\n"
                + "record Note(@HashKey @Column(\"PK\") String id, @RangeKey @Column(\"SK\") String at) {}";
        assertError(
                "Nothing tells the items of Note, the model of member 'notes', from those of the other members; give it a "
                        + "@Discriminator, or a key that begins with a text of its own.",
                note,
                "@ItemCollection\nrecord Sum(Order order, List<Note> notes) {}");
        assertThat(compile(note, "@ItemCollection\nrecord Sum(List<Note> notes) {}")
                        .messages())
                .isEmpty();
        assertThat(compile(
                                note.replace("@Model", "@Model @Discriminator(attribute = \"type\")"),
                                "@ItemCollection\nrecord Sum(Order order, List<Note> notes) {}")
                        .messages())
                .isEmpty();
    }

    @Test
    @DisplayName("P7 models that never have one hash key, in the table or in an index, are a compiler error")
    void modelsWithoutACommonHashKeyAreAnError() {
        String customer = """
                @Model @Table(name = "shop") @HashKey("CUSTOMER#{customerId}") @RangeKey("#")
                record Customer(String customerId, String name) {}
                """;
        String visit = """
                @Model @Table(name = "shop") @HashKey("VISIT#{visitId}") @RangeKey("#")
                record Visit(String visitId, String customerId) {}
                """;
        String index = "@GlobalSecondaryIndex(name = \"GSI1\", hashKey = \"CUSTOMER#{customerId}\", rangeKey = \"#\", "
                + "projection = Projection.ALL) @Model";
        String collection = "@ItemCollection\nrecord Sum(Customer customer, List<Visit> visits) {}";

        assertError(
                "The members of Sum never have one hash key: that of Customer is 'CUSTOMER#{customerId}', and that of Visit "
                        + "is 'VISIT#{visitId}'; let their hash keys, or those of an index that all of them have, begin "
                        + "with the same text.",
                customer.replace("@Model", index),
                visit,
                collection);
        Compilation shared = compile(customer.replace("@Model", index), visit.replace("@Model", index), collection);
        assertThat(shared.messages()).isEmpty();
        assertThat(shared.source("SumCollection"))
                .contains(
                        "CollectionKey<Sum> key(String customerId) {",
                        "return keyOf(CustomerModel.CUSTOMER.GSI1, CustomerModel.CUSTOMER.customerId.eq(customerId));");
    }

    @Test
    @DisplayName("P7 while a collection has mistakes, code that uses it has no others")
    void codeThatUsesACollectionHasNoOtherErrors() {
        assertError(
                "Member 'sku' is String, and a member is an object, an Optional or a List of a class that is marked with "
                        + "@Model.",
                "@ItemCollection\nrecord Sum(List<Line> lines, String sku) {}",
                "class User { Object key = SumCollection.SUM.key(\"1001\"); }");
    }
}
