package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.Engine;
import io.bloop.testing.LocalDynamoDb;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that are made by the templates of annotations. */
class TemplateTests {

    private static final String CUSTOMER = """
            @Model
            @Table(name = "shop")
            @HashKey("CUSTOMER#{customerId}")
            @RangeKey("#")
            public record Customer(String customerId, String name) {}
            """;

    private static final String ORDER = """
            @Model
            @Table(name = "shop")
            @HashKey("CUSTOMER#{customerId}")
            @RangeKey("ORDER#{orderId}")
            @GlobalSecondaryIndex(
                    name = "byStatus",
                    storedAs = "GSI1",
                    hashKey = "STATUS#{status}",
                    rangeKey = "{placedOn}#{orderId}",
                    projection = Projection.ALL)
            public class Order extends BaseModel {
                String customerId;
                String orderId;
                String status;
                Instant placedOn;
                long total;
            }
            """;

    private static final String LINE = """
            @Model
            @Table(name = "shop")
            @HashKey("ORDER#{orderId}")
            @RangeKey("LINE#{line:5}")
            public record Line(@KeyOnly String orderId, @KeyOnly int line, String sku) {}
            """;

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    @Test
    @DisplayName("P5 P6 models whose keys are made by templates share a table")
    void modelsShareATable() throws Exception {
        Compilation compilation = Compilation.of(CUSTOMER, ORDER, LINE, """
                package com.acme;

                import static com.acme.CustomerModel.CUSTOMER;
                import static com.acme.LineModel.LINE;
                import static com.acme.OrderModel.ORDER;
                import static org.assertj.core.api.Assertions.assertThat;

                import io.bloop.engine.*;
                import java.time.Instant;
                import java.util.*;
                import java.util.function.Consumer;

                public class Scenario implements Consumer<Engine> {
                    @Override
                    public void accept(Engine engine) {
                        engine.bind(List.of(CUSTOMER, ORDER, LINE));
                        engine.template(CUSTOMER).save(new Customer("42", "Ann"));
                        Order order = new Order();
                        order.customerId = "42";
                        order.orderId = "1001";
                        order.status = "open";
                        order.placedOn = Instant.EPOCH;
                        engine.template(ORDER).save(order);
                        engine.template(LINE).save(new Line("1001", 7, "pen"));

                        assertThat(engine.template(CUSTOMER).query().where(CUSTOMER.customerId.eq("42")).all())
                                .containsExactly(new Customer("42", "Ann"));
                        assertThat(engine.template(LINE).query().where(LINE.orderId.eq("1001").and(LINE.line.gt(6))).all())
                                .containsExactly(new Line("1001", 7, "pen"));
                        assertThat(engine.template(LINE).find(LINE.key("1001", 7))).isPresent();
                        Order found = engine.template(ORDER).query(ORDER.byStatus)
                                .where(ORDER.status.eq("open").and(ORDER.placedOn.le(Instant.EPOCH)))
                                .one();
                        assertThat(found.orderId).isEqualTo("1001");
                        found.status = null;
                        engine.template(ORDER).save(found);
                        assertThat(engine.template(ORDER).query(ORDER.byStatus).where(ORDER.status.eq("open")).count()).isZero();
                        assertThat(engine.template(ORDER).find(ORDER.key("42", "1001"))).isPresent();
                        assertThat(ORDER.GSI1PK.name()).isEqualTo("GSI1PK");
                    }
                }
                """);
        assertThat(compilation.messages()).isEmpty();
        Consumer<Engine> loaded = compilation.scenario();
        loaded.accept(dynamoDb.engine());

        assertThat(compilation.source("OrderModel"))
                .contains(
                        "    public final StringColumn<Order, String> PK = "
                                + "template(\"PK\", \"CUSTOMER#{customerId}\").hashKey();\n",
                        "    public final StringColumn<Order, String> GSI1SK = template(\"GSI1SK\", "
                                + "\"{placedOn}#{orderId}\");\n",
                        "storedAs(\"GSI1\").hashKey(GSI1PK).rangeKey(GSI1SK);",
                        "    /**\n     * Returns the key of an object.\n     *\n     * @param customerId the part of the "
                                + "hash key\n     * @param orderId the part of the range key\n     * @return the key\n",
                        "return keyOf(customerId, orderId);");
        assertThat(compilation.source("LineModel")).contains("column(\"orderId\", STRING).keyOnly();");
    }

    private static List<String> messages(String annotations) {
        return Compilation.of("""
                        @Model
                        %s
                        class Order {
                            String id;
                            String name;
                            int number;
                            double price;
                            boolean paid;
                            @Version long version;
                            @Computed(from = "id") String first() { return id; }
                        }
                        """.formatted(annotations)).messages();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A#{id|has a brace without its counterpart; write each part as {name}.",
                "{id}{name}|has nothing between 'id' and 'name', so that nobody can tell where the first ends; put a separator "
                        + "such as # between them.",
                "{id}#{id}|has the part 'id' twice; keep it once.",
                "#{idd}|names 'idd', and Order has no such column. Did you mean 'id'?",
                "{id:5}|names 'id', which is a text, and only numbers have a width; leave the width out.",
                "{number}|names 'number', which is a number and needs a width, so that keys are in the order of the numbers; write "
                        + "{number:5} for at most 5 digits.",
                "{price:5}|names 'price', whose type double cannot be a part of a key; a part is stored as a string, or is a whole "
                        + "number.",
                "{paid}|names 'paid', whose type boolean cannot be a part of a key; a part is stored as a string, or is a whole "
                        + "number.",
                "{version:5}|names 'version', which the engine itself writes; name a column that objects have a value for."
            })
    @DisplayName("P5 a template whose keys could not be read back is a compiler error, for the table and for an index")
    void aWrongTemplateIsAnError(String template, String problem) {
        assertThat(messages("@HashKey(\"" + template + "\")"))
                .containsExactly(
                        "error at 2 \"" + template + "\"): The template of 'PK', '" + template + "', " + problem);
        assertThat(messages(
                        "@HashKey(\"#{id}\") @GlobalSecondaryIndex(name = \"byX\", projection = Projection.ALL, hashKey = \""
                                + template + "\")"))
                .containsExactly(
                        "error at 2 \"" + template + "\"): The template of 'byXPK', '" + template + "', " + problem);
    }

    @Test
    @DisplayName("P5 parts may be computed, and stand one after another where the first has a width")
    void partsMayBeComputed() {
        assertThat(messages("@HashKey(\"#{first}\") @RangeKey(\"{number:3}{name}\")"))
                .isEmpty();
    }

    @Test
    @DisplayName("P5 the attribute that a template makes can be named, and has to have the name of a Java field")
    void theAttributeCanBeNamed() throws Exception {
        Compilation compilation = Compilation.of("""
                @Model
                @HashKey(value = "#{id}", storedAs = "pk")
                @GlobalSecondaryIndex(
                        name = "byName",
                        hashKey = "N#{name}",
                        hashKeyStoredAs = "gsi1pk",
                        rangeKey = "pk",
                        projection = Projection.KEYS)
                record Item(String id, String name) {}
                """);
        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("ItemModel"))
                .contains("template(\"gsi1pk\", \"N#{name}\");", ".hashKey(gsi1pk).rangeKey(pk);");

        assertThat(messages("@HashKey(value = \"#{id}\", storedAs = \"p-k\")"))
                .containsExactly(
                        "error at 2 \"p-k\"): The template of 'p-k', '#{id}', makes an attribute whose name no Java "
                                + "field can have; choose another, or write the definition by hand.");
        assertThat(messages("@HashKey(\"#{id}\") @RangeKey(value = \"#{name}\", storedAs = \"PK\")"))
                .containsExactly(
                        "error at 2 \"#{name}\", storedAs = \"PK\"): The templates '#{id}' and '#{name}' both make "
                                + "'PK'; name the attribute of one of them with storedAs, hashKeyStoredAs or rangeKeyStoredAs.");
    }

    @Test
    @DisplayName("M30 a template on a member, and a name for a key that is none, are errors")
    void whatHasNoEffectIsAnError() {
        assertThat(Compilation.of("@Model\nclass Item { @HashKey(\"#{id}\") String id; }")
                        .messages())
                .containsExactly(
                        "error at 2 \"#{id}\") String id; }: The member 'id' is marked with @HashKey(\"#{id}\"), and "
                                + "a template is for a key of several columns; put the annotation on Item, or leave its values "
                                + "out.");
        assertThat(messages("@HashKey(\"#{id}\") @GlobalSecondaryIndex(name = \"byName\", hashKey = \"name\", "
                        + "hashKeyStoredAs = \"x\", projection = Projection.ALL)"))
                .containsExactly("error at 2 \"x\", projection = Projection.ALL): Index 'byName' has the hash keys of "
                        + "columns, and hashKeyStoredAs names what a template makes; leave it out.");
        assertThat(Compilation.of("@HashKey(\"#{id}\")\nclass Item { String id; }")
                        .messages())
                .containsExactly("error at 1 @HashKey(\"#{id}\"): Item is marked with @HashKey and is "
                        + "no model; mark it with @Model, make it abstract if models extend it, or take the annotation "
                        + "away.");
        assertThat(Compilation.of("@Model\nclass Item { @HashKey String id; @KeyOnly String name; }")
                        .messages())
                .containsExactly(
                        "error at 2 @KeyOnly String name; }: Column 'name' is marked with @KeyOnly, and no template "
                                + "of the table's keys names it, so that its value would be lost; name it in one, or remove "
                                + "@KeyOnly.");
    }

    @Test
    @DisplayName("P5 a template of a superclass or an interface is inherited, and the nearest counts")
    void templatesAreInherited() throws Exception {
        Compilation compilation = Compilation.of(
                "@HashKey(\"CUSTOMER#{customerId}\")\ninterface OfCustomer {}",
                "@RangeKey(\"ITEM#{id}\")\nabstract class Base extends BaseModel implements OfCustomer "
                        + "{ String customerId; String id; }",
                "@Model @RangeKey(\"ORDER#{id}\")\nclass Order extends Base {}");

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.source("OrderModel"))
                .contains(
                        "template(\"PK\", \"CUSTOMER#{customerId}\").hashKey();",
                        "template(\"SK\", \"ORDER#{id}\").rangeKey();");
    }

    private static List<String> onOneTable(String one, String other) {
        return Compilation.of(
                        "@Model @Table(name = \"shop\") " + one + "\nrecord One(String id, String name) {}",
                        "@Model @Table(name = \"shop\") " + other + "\nrecord Two(String id, String name) {}")
                .messages();
    }

    @Test
    @DisplayName("P2 models of one table whose keys may begin alike are a compiler error")
    void keysThatBeginAlikeAreAnError() {
        String message =
                "The keys of Two cannot be told from those of One, which shares table 'shop': %s; let one key of each "
                        + "begin with a text of its own, none of which begins with another, or give both a @Discriminator.";
        assertThat(onOneTable("@HashKey(\"A#{id}\")", "@HashKey(\"A#{name}\")"))
                .singleElement()
                .asString()
                .endsWith(message.formatted("'PK' is 'A#{name}' and 'A#{id}'"));
        assertThat(onOneTable(
                        "@HashKey(\"A#{id}\") @RangeKey(\"B#{name}\")",
                        "@HashKey(\"A#{id}\") @RangeKey(\"B#C#{name}\")"))
                .singleElement()
                .asString()
                .endsWith(message.formatted("'PK' is 'A#{id}' and 'A#{id}', 'SK' is 'B#C#{name}' and 'B#{name}'"));
        assertThat(onOneTable(
                        "@HashKey(\"A#{id}\") @RangeKey(\"B#{name}\")", "@HashKey(\"X#{id}\") @RangeKey(\"B#{name}\")"))
                .isEmpty();
        assertThat(onOneTable("@HashKey(\"{id}\") @RangeKey(\"#\")", "@HashKey(\"{id}\") @RangeKey(\"X#{name}\")"))
                .isEmpty();
    }

    @Test
    @DisplayName("P2 models of one table whose keys are not the same attributes are a compiler error")
    void otherKeysAreAnError() {
        assertThat(onOneTable("@HashKey(\"A#{id}\")", "@HashKey(value = \"B#{name}\", storedAs = \"pk\")"))
                .singleElement()
                .asString()
                .endsWith(
                        "The hash key of table 'shop' is 'pk' (S) here and 'PK' (S) in One; the models of a table have the "
                                + "same keys and time to live.");
        assertThat(onOneTable("@HashKey(\"A#{id}\")", "@HashKey(\"B#{id}\") @RangeKey(\"#\")"))
                .singleElement()
                .asString()
                .endsWith(
                        "The range key of table 'shop' is 'SK' (S) here and none in One; the models of a table have the "
                                + "same keys and time to live.");
    }
}
