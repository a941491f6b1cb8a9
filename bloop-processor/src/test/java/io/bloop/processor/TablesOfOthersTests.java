package io.bloop.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.Engine;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.TablesOfOthers;
import io.bloop.testing.TablesOfOthers.Recorded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Annotated classes for the items of other libraries. */
class TablesOfOthersTests {

    private static final String ELECTRO_DB = """
            @Model
            @Table(name = "shop")
            @Discriminator(attribute = "__edb_e__", value = "order")
            @HashKey(value = "$shop#customerid_{customerId:lower}", storedAs = "pk")
            @RangeKey(value = "$order_1#orderid_{orderId:lower}", storedAs = "sk")
            @GlobalSecondaryIndex(
                    name = "byStatus",
                    storedAs = "gsi1",
                    hashKey = "$shop#status_{status:lower}",
                    hashKeyStoredAs = "gsi1pk",
                    rangeKey = "$order_1#placedat_{placedAt:*}#orderid_{orderId:lower}",
                    rangeKeyStoredAs = "gsi1sk",
                    projection = Projection.ALL)
            public class Order extends BaseModel {
                String customerId;
                String orderId;
                String status;
                long placedAt;
                String note;

                @Computed(from = "orderId")
                @Column("__edb_v__")
                String entityVersion() {
                    return "1";
                }
            }
            """;

    private static final String ONE_TABLE = """
            @Model
            @Table(name = "shop")
            @Discriminator(attribute = "_type", value = "Order")
            @HashKey(value = "customer#{customerId}", storedAs = "pk")
            @RangeKey(value = "order#{orderId}", storedAs = "sk")
            @GlobalSecondaryIndex(
                    name = "byStatus",
                    storedAs = "gs1",
                    hashKey = "order#{status}",
                    hashKeyStoredAs = "gs1pk",
                    rangeKey = "order#{placedAt:*}#{orderId}",
                    rangeKeyStoredAs = "gs1sk",
                    projection = Projection.ALL)
            @StoredWith(holder = CompatibleTypes.class, constant = "EPOCH_MILLISECONDS")
            public class Order extends BaseModel {
                String customerId;
                String orderId;
                String status;
                Instant placedAt;
                String note;
                @Created Instant created;
                @Modified Instant updated;
            }
            """;

    private static final String TOOLBOX = """
            @Model
            @Table(name = "shop")
            @Discriminator(attribute = "_et", value = "ORDER")
            @HashKey("CUSTOMER#{customerId}")
            @RangeKey("ORDER#{orderId}")
            @GlobalSecondaryIndex(
                    name = "byStatus",
                    storedAs = "GSI1",
                    hashKey = "{status}",
                    rangeKey = "{created}#{orderId}",
                    projection = Projection.ALL)
            @StoredWith(holder = CompatibleTypes.class, constant = "JAVASCRIPT_INSTANT")
            public class Order extends BaseModel {
                String customerId;
                String orderId;
                String status;
                @Column("_ct") Instant created = Instant.now();
                @Column("_md") @Modified Instant modified;
                String note;
            }
            """;

    private static final String ENHANCED = """
            @Model
            @Table(name = "shop")
            @Discriminator(attribute = "type", value = "ORDER")
            @HashKey("CUSTOMER#{customerId}")
            @RangeKey("ORDER#{orderId}")
            @GlobalSecondaryIndex(
                    name = "byStatus",
                    storedAs = "GSI1",
                    hashKey = "STATUS#{status}",
                    rangeKey = "{placedAt}",
                    projection = Projection.ALL)
            @StoredWith(holder = CompatibleTypes.class, constant = "ENHANCED_INSTANT")
            public class Order extends BaseModel {
                String customerId;
                String orderId;
                String status;
                Instant placedAt;
                String note;
                @Version long version;
            }
            """;

    private static final String SCENARIO = """
            package com.acme;

            import static com.acme.OrderModel.ORDER;

            import io.bloop.engine.*;
            import java.util.*;
            import java.util.function.Consumer;

            public class Scenario implements Consumer<Engine> {
                @Override
                public void accept(Engine engine) {
                    BloopTemplate<Order> orders = engine.template(ORDER);
                    Order order = orders.find(ORDER.key("Ann-42", "O-1001")).orElseThrow();
                    orders.replace(order);
                    order.status = "PAID";
                    order.note = null;
                    orders.save(order);
                }
            }
            """;

    private static final Set<String> MOVING = Set.of("_md", "updated", "version");

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    static Stream<Arguments> libraries() {
        return Stream.of(
                Arguments.of("electrodb", ELECTRO_DB),
                Arguments.of("onetable", ONE_TABLE),
                Arguments.of("toolbox", TOOLBOX),
                Arguments.of("enhanced", ENHANCED));
    }

    private static Map<String, AttributeValue> still(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> still = new HashMap<>(item);
        still.keySet().removeAll(MOVING);
        return still;
    }

    @ParameterizedTest
    @MethodSource("libraries")
    @DisplayName("P1 P5 an annotated class reads the item of another library, and writes it in the library's form")
    void anAnnotatedClassWritesTheFormOfTheLibrary(String library, String source) throws Exception {
        Compilation compilation = Compilation.of(source, SCENARIO);
        assertThat(compilation.messages()).isEmpty();
        Consumer<Engine> scenario = compilation.scenario();
        Engine engine = dynamoDb.engine();
        List<Recorded> items = TablesOfOthers.items(library);
        engine.bind(TablesOfOthers.models(library)); // makes the table
        items.forEach(one -> dynamoDb.put("shop", one.item()));

        scenario.accept(dynamoDb.engine());

        List<Map<String, AttributeValue>> expected = items.stream()
                .map(one -> "Order".equals(one.model()) ? paid(one.item()) : one.item())
                .map(TablesOfOthersTests::still)
                .toList();
        assertThat(dynamoDb.client()
                        .scan(r -> r.tableName(dynamoDb.tableName("shop")))
                        .items())
                .extracting(TablesOfOthersTests::still)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static Map<String, AttributeValue> paid(Map<String, AttributeValue> item) {
        Map<String, AttributeValue> paid = new HashMap<>(item);
        paid.remove("note");
        paid.replaceAll((name, value) -> value.s() == null
                ? value
                : AttributeValue.fromS(value.s().replace("OPEN", "PAID").replace("status_open", "status_paid")));
        return paid;
    }

    @Test
    @DisplayName("P5 a part in one case is no part of the key alone, and only texts have letters")
    void mistakesAreErrors() {
        assertThat(Compilation.of("@Model @HashKey(\"A#{id:lower}\")\nrecord Item(@KeyOnly String id, int n) {}")
                        .messages())
                .singleElement()
                .asString()
                .endsWith(
                        "Column 'id' is marked with @KeyOnly, and the key has its letters in one case, so that its value "
                                + "would be lost; remove @KeyOnly, so that it has an attribute, or let the key have the letters as "
                                + "they are.");
        assertThat(Compilation.of("@Model @HashKey(\"A#{n:lower}\")\nrecord Item(String id, int n) {}")
                        .messages())
                .singleElement()
                .asString()
                .endsWith(
                        "names 'n', which is a number and needs a width, so that keys are in the order of the numbers; "
                                + "write {n:5} for at most 5 digits.");
        assertThat(Compilation.of("@Model @HashKey(\"A#{id:*}\")\nrecord Item(String id, int n) {}")
                        .messages())
                .singleElement()
                .asString()
                .endsWith("names 'id', which is a text, and only numbers have a width; leave the width out.");
    }
}
