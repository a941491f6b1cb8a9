package io.bloop.model;

import static io.bloop.testing.Orders.CUSTOMER;
import static io.bloop.testing.Orders.LINE;
import static io.bloop.testing.Orders.ORDER;
import static io.bloop.testing.Orders.VISIT;
import static io.bloop.testing.Orders.customer;
import static io.bloop.testing.Orders.order;
import static io.bloop.type.Types.INSTANT;
import static io.bloop.type.Types.INTEGER;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bloop.InvalidArgument;
import io.bloop.expression.Path;
import io.bloop.testing.LinkModel;
import io.bloop.testing.OfCustomerModel;
import io.bloop.testing.Orders;
import io.bloop.testing.Orders.OfCustomer;
import io.bloop.testing.Orders.Visit;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class SupertypeDefinitionTests {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final OfCustomerModel OF_CUSTOMER = OfCustomerModel.OF_CUSTOMER;

    /** A supertype of any models, with what a test declares. */
    private static final class Any extends SupertypeDefinition<Object> {

        Any(List<? extends @Nullable ModelDefinition<?>> models, Consumer<Any> declares) {
            super(Object.class, "Any", models);
            declares.accept(this);
        }

        Any withKeys() {
            column("PK", STRING).hashKey();
            column("SK", STRING).rangeKey();
            return this;
        }
    }

    private static List<String> problems(List<? extends @Nullable ModelDefinition<?>> models, Consumer<Any> declares) {
        Any any = new Any(models, declares);
        InvalidModel refused = catchThrowableOfType(InvalidModel.class, any::columns);
        return refused == null ? List.of() : refused.problems();
    }

    private static List<String> problems(Consumer<Any> declares) {
        return problems(List.of(CUSTOMER, ORDER), any -> declares.accept(any.withKeys()));
    }

    @Test
    @DisplayName("P7 a supertype knows its models, the name of their table, and what they claim")
    void knowsItsModels() {
        assertThat(OF_CUSTOMER.models()).containsExactly(CUSTOMER, ORDER, VISIT);
        assertThat(CUSTOMER.models()).containsExactly(CUSTOMER);
        assertThat(OF_CUSTOMER.settings().name()).isEqualTo("shop");
        assertThat(OF_CUSTOMER.name()).isEqualTo("OfCustomer");
        assertThat(OF_CUSTOMER.claim())
                .hasToString(
                        "items whose 'PK' begins with 'CUSTOMER#' and 'SK' is '#', or items whose 'PK' begins with "
                                + "'CUSTOMER#' and 'SK' begins with 'ORDER#', or items whose 'PK' begins with 'CUSTOMER#' and 'SK' "
                                + "begins with 'VISIT#'");
        assertThat(OF_CUSTOMER.claim().attributes()).containsExactly("PK", "SK");
        assertThat(((SupertypeClaim) OF_CUSTOMER.claim()).claims())
                .containsExactly(CUSTOMER.claim(), ORDER.claim(), VISIT.claim());
        assertThat(OF_CUSTOMER.claim().isOpen()).isFalse();
        assertThat(OF_CUSTOMER
                        .claim()
                        .admits(Map.of(
                                "PK", AttributeValue.fromS("CUSTOMER#1"), "SK", AttributeValue.fromS("ORDER#1"))))
                .isTrue();
        assertThat(OF_CUSTOMER
                        .claim()
                        .admits(Map.of(
                                "PK", AttributeValue.fromS("ORDER#1"), "SK", AttributeValue.fromS("LINE#00001"))))
                .isFalse();
        assertThat(new Any(
                                List.of(LinkModel.LINK),
                                any -> any.column("slug", STRING).hashKey())
                        .claim()
                        .isOpen())
                .isTrue();
    }

    @Test
    @DisplayName("P7 a supertype among the models stands for its own models")
    void nestedSupertypesAreFlattened() {
        Any any = new Any(List.of(OF_CUSTOMER, LINE, ORDER), Any::withKeys);

        assertThat(any.columns()).hasSize(2);
        assertThat(any.models()).containsExactly(CUSTOMER, ORDER, VISIT, LINE);
    }

    @Test
    @DisplayName(
            "P7 a column of a supertype has the value of the object's model, and null where that has no such column")
    void columnsReadObjects() {
        OfCustomer order = order("42", "1001", "open", NOON);
        OfCustomer customer = customer("7", "Ann");

        assertThat(OF_CUSTOMER.customerId.get(order)).isEqualTo("42");
        assertThat(OF_CUSTOMER.customerId.get(customer)).isEqualTo("7");
        assertThat(OF_CUSTOMER.status.get(order)).isEqualTo("open");
        assertThat(OF_CUSTOMER.status.get(customer)).isNull();
        assertThat(OF_CUSTOMER.pk.get(order)).isEqualTo("CUSTOMER#42");
        assertThat(OF_CUSTOMER.sk.get(order)).isEqualTo("ORDER#1001");
        assertThat(OF_CUSTOMER.modelOf(customer)).isSameAs(CUSTOMER);
        assertThat(OF_CUSTOMER.modelOf(new Visit("1", NOON, "home"))).isSameAs(VISIT);
        assertThat(OF_CUSTOMER.print(order)).startsWith("OfCustomer(").contains("status=open");
        assertThatExceptionOfType(InvalidModel.class)
                .isThrownBy(() -> OF_CUSTOMER.modelOf(new OfCustomer() {}))
                .withMessageContaining("None of its models [Model[Customer], Model[Order], Model[Visit]] has the class "
                        + "io.bloop.model.SupertypeDefinitionTests$");
        assertThatExceptionOfType(InvalidArgument.class).isThrownBy(() -> OF_CUSTOMER.modelOf(null));
    }

    @Test
    @DisplayName("P7 a supertype makes, fills and changes no objects")
    void makesNoObjects() {
        assertThatIllegalStateException()
                .isThrownBy(() -> OF_CUSTOMER.create(new NoValues()))
                .withMessage("Model[OfCustomer] makes no objects; its models do.");
        assertThatIllegalStateException()
                .isThrownBy(() -> OF_CUSTOMER.fill(customer("7", "Ann"), new NoValues()))
                .withMessage("Model[OfCustomer] fills no objects; its models do.");
        assertThatIllegalStateException()
                .isThrownBy(() -> OF_CUSTOMER.set(customer("7", "Ann"), 0, "8"))
                .withMessage("Model[OfCustomer] writes no objects; its models do.");
        assertThat(OF_CUSTOMER.columns()).noneMatch(Column::hasSetter);
    }

    private static final class NoValues extends Values<OfCustomer> {
        @Override
        public <V> @Nullable V get(Path<OfCustomer, V> path) {
            return null;
        }

        @Override
        public <V> V get(Path<OfCustomer, V> path, V absent) {
            return absent;
        }

        @Override
        public <V> V required(Path<OfCustomer, V> path) {
            throw new IllegalStateException();
        }
    }

    @Test
    @DisplayName("P7 keys of a supertype are made of values, and of the keys of its models")
    void makesKeys() {
        Key<Orders.Order> key = ORDER.key("42", "1001");

        assertThat(OF_CUSTOMER.keyOf(key)).isEqualTo(OF_CUSTOMER.keyOf("42", "ORDER#1001"));
        assertThat(OF_CUSTOMER.keyOf(key)).hasToString("OfCustomer(pk=S \"CUSTOMER#42\", sk=S \"ORDER#1001\")");
        assertThat(OF_CUSTOMER.keyOf(OF_CUSTOMER.keyOf(key))).isEqualTo(OF_CUSTOMER.keyOf(key));
        assertThat(OF_CUSTOMER.keyOf(key).get(OF_CUSTOMER.customerId)).isEqualTo("42");
        Any any = new Any(List.of(ORDER, LINE), Any::withKeys);
        assertThatExceptionOfType(InvalidKey.class)
                .isThrownBy(() -> any.keyOf(CUSTOMER.keyOf("42")))
                .withMessage(
                        "Cannot make a key of Any: expected a key of one of [Model[Order], Model[Line]], found one of "
                                + "Model[Customer].");
    }

    @Test
    @DisplayName("P7 models that are missing, of several tables or of one class are refused")
    void refusesModels() {
        assertThat(problems(List.of(), Any::withKeys))
                .containsExactly("It has no models; name those of the supertype's objects.");
        assertThat(problems(Arrays.asList(CUSTOMER, null), Any::withKeys))
                .containsExactly(
                        "One of its models is null, as a constant is while its own class is being initialised; "
                                + "make the models of a supertype without referring to the supertype.");
        assertThat(problems(List.of(LinkModel.LINK, CUSTOMER), Any::withKeys))
                .contains("Its models are of the tables [Link, shop]; give them the same table name.");
        Shops shops = new Shops();
        assertThat(problems(List.of(shops.first, shops.second), Any::withKeys))
                .containsExactly(
                        "Its models Model[Order] and Model[Order] have the same class, so that an object does not "
                                + "tell which is meant; keep one.");
    }

    private static final class Shops {
        final io.bloop.testing.Shop.OrderModel first =
                new io.bloop.testing.Shop(io.bloop.testing.Shop.Way.DISCRIMINATOR).orders;
        final io.bloop.testing.Shop.OrderModel second =
                new io.bloop.testing.Shop(io.bloop.testing.Shop.Way.DISCRIMINATOR).orders;
    }

    @Test
    @DisplayName(
            "P7 a column that not all models have is refused, unless it is in the key of an index of those that do")
    void refusesColumnsOfSome() {
        assertThat(problems(any -> any.column("name", STRING)))
                .containsExactly(
                        "Column 'name' is stored as 'name', of which [Model[Order]] has no column; remove it, or "
                                + "give all of the models one.");
        assertThat(problems(any -> any.column("x", STRING).storedAs("y")))
                .containsExactly(
                        "Column 'x' is stored as 'y', of which [Model[Customer], Model[Order]] have no column; "
                                + "remove it, or give all of the models one.");
        assertThat(problems(any -> any.globalIndex("GSI1", IndexProjection.KEYS)
                        .hashKey(any.template("GSI1PK", "STATUS#{status}"))
                        .rangeKey(any.column("GSI1SK", STRING))))
                .contains("The template of 'GSI1PK', 'STATUS#{status}', names 'status', and there is no such column. "
                        + "Known: GSI1PK, GSI1SK, PK, SK.");
        assertThat(OF_CUSTOMER.indexes()).hasSize(1);
    }

    @Test
    @DisplayName("P7 a column of another type than in a model, or that has no attribute there, is refused")
    void refusesOtherTypes() {
        assertThat(problems(any -> any.column("customerId", INTEGER)))
                .hasSize(2)
                .contains(
                        "Column 'customerId' is of the type Integer (N), and of String (S) in Model[Customer]; give it the "
                                + "type that all have.");
        assertThat(problems(List.of(ORDER), any -> any.withKeys().column("total", LONG)))
                .isEmpty();
        assertThat(problems(List.of(ORDER), any -> any.withKeys().column("placedOn", STRING)))
                .containsExactly(
                        "Column 'placedOn' is of the type String (S), and of Instant (S) in Model[Order]; give it "
                                + "the type that all have.");
        assertThat(problems(List.of(LINE), any -> any.withKeys().column("orderId", STRING)))
                .containsExactly(
                        "Column 'orderId' is only a part of the key in Model[Line]; mark it with keyOnly(), so that "
                                + "no filter names it.");
    }

    @Test
    @DisplayName("P7 keys of another form than those of the models are refused")
    void refusesOtherKeys() {
        assertThat(problems(
                        List.of(CUSTOMER, ORDER),
                        any -> any.column("PK", STRING).hashKey()))
                .contains(
                        "Its keys are stored as [PK], and those of Model[Customer] as [PK, SK]; declare the keys of the "
                                + "table.");
        assertThat(problems(List.of(ORDER, LINE), any -> {
                    any.column("orderId", STRING).keyOnly();
                    any.template("PK", "ORDER#{orderId}").hashKey();
                    any.column("SK", STRING).rangeKey();
                }))
                .containsExactly(
                        "Column 'PK' is made by the template 'ORDER#{orderId}', and by 'CUSTOMER#{customerId}' in "
                                + "Model[Order]; declare it as a column of texts where the models differ.");
        assertThat(problems(List.of(ORDER), any -> {
                    any.column("PK", INTEGER).hashKey();
                    any.column("SK", STRING).rangeKey();
                }))
                .containsExactly(
                        "Column 'PK' is of the type Integer (N), and of String (S) in Model[Order]; give it the "
                                + "type that all have.");
        assertThat(problems(List.of(LinkModel.LINK), any -> {
                    any.column("owner", STRING);
                    any.template("slug", "{owner}").hashKey();
                }))
                .contains(
                        "Column 'slug' is made by the template '{owner}', and by none in Model[Link]; declare it as a "
                                + "column of texts where the models differ.");
    }

    @Test
    @DisplayName("P7 an index that no model has, of another kind, with other keys or a wider projection is refused")
    void refusesOtherIndexes() {
        assertThat(problems(any -> any.globalIndex("GSI2", IndexProjection.KEYS).hashKey("PK")))
                .containsExactly(
                        "Index 'GSI2' is an index of none of its models [Model[Customer], Model[Order]]; name one "
                                + "by the name that it has in the table.");
        assertThat(problems(any -> any.globalIndex("GSI1", IndexProjection.KEYS).hashKey("SK")))
                .containsExactly(
                        "Index 'GSI1' has the keys [SK], and [GSI1PK, GSI1SK] in Model[Order]; declare it alike.");
        assertThat(problems(any -> any.localIndex("GSI1", IndexProjection.KEYS).rangeKey(any.column("GSI1SK", STRING))))
                .contains("Index 'GSI1' is declared as another kind of index than in Model[Order]; declare it alike.");
        assertThat(problems(any -> any.globalIndex("GSI1", IndexProjection.ALL)
                        .hashKey(any.column("GSI1PK", STRING))
                        .rangeKey(any.column("GSI1SK", STRING))))
                .containsExactly(
                        "Index 'GSI1' projects all, and keys in Model[Order]; project no more than each of its "
                                + "models.");
        assertThat(problems(any -> {
                    any.globalIndex("GSI1", IndexProjection.named("PK"))
                            .hashKey(any.column("GSI1PK", STRING))
                            .rangeKey(any.column("GSI1SK", STRING));
                }))
                .isEmpty();
    }

    @Test
    @DisplayName("M30 what only models can say has no effect on a supertype, and is refused")
    void refusesWhatModelsSay() {
        assertThat(problems(any -> any.discriminator("type", "any")))
                .containsExactly(
                        "It claims items itself: [items whose 'type' is [any]]; remove the claim, since its items "
                                + "are those that its models claim.");
        assertThat(problems(any -> any.table(t -> t.named("shop"))))
                .containsExactly("It says something of its table by table(); say it in its models.");
        String behaviour =
                "Column 'customerId' says how its values are read, written or made; leave that to the columns of "
                        + "the models.";
        assertThat(problems(any -> any.column("customerId", STRING).getter(object -> "")))
                .containsExactly(behaviour);
        assertThat(problems(
                        List.of(ORDER),
                        any -> any.withKeys().column("placedOn", INSTANT).modified()))
                .containsExactly(behaviour.replace("customerId", "placedOn"));
    }
}
