package io.bloop.engine;

import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.IndexProjection;
import io.bloop.model.InvalidModel;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.testing.LocalDynamoDb;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

class SharedTablesTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final Logger logger = (Logger) LoggerFactory.getLogger(Engine.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    record Item(String id, String kind) {}

    /** Declares its claim as a test wants it. */
    static final class ItemModel extends ModelDefinition<Item> {

        final StringColumn<Item, String> id =
                column("id", STRING).getter(Item::id).hashKey();
        final StringColumn<Item, String> kind = column("kind", STRING).getter(Item::kind);
        final GlobalSecondaryIndex<Item> byKind =
                globalIndex("byKind", IndexProjection.KEYS).hashKey(kind);

        ItemModel(String name, Consumer<ItemModel> claim) {
            super(Item.class, name);
            table(t -> t.named("items"));
            claim.accept(this);
        }

        void mark(String attribute, String value, String... aliases) {
            discriminator(attribute, value, aliases);
        }

        void predicate(String... attributes) {
            claimedBy(item -> true, attributes);
        }

        @Override
        protected Item create(Values<Item> values) {
            return new Item(values.get(id), values.get(kind));
        }
    }

    private static ItemModel open(String name) {
        return new ItemModel(name, model -> {});
    }

    private static ItemModel marked(String name, String value, String... aliases) {
        return new ItemModel(name, model -> model.mark("type", value, aliases));
    }

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
    }

    private List<String> warnings() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    @DisplayName(
            "P1 binding warns once for each table on which nothing tells the items of a model from those of others")
    void warnsOfItemsThatNothingTellsApart() {
        Engine engine = dynamoDb.engine();

        engine.bind(List.of(open("Order"), marked("Line", "line")));
        engine.bind(List.of(open("Payment")));
        engine.rebind();

        assertThat(warnings())
                .containsExactly("Models [Line, Order] share table '" + dynamoDb.tableName("items")
                        + "', and nothing tells the items of [Order] from those of the others: they read, change and "
                        + "delete each other's items. Give each definition a discriminator() or claimedBy()");
    }

    @Test
    @DisplayName("P1 binding does not warn of models that tell their items apart, nor of one that has its table alone")
    void doesNotWarnWithoutNeed() {
        dynamoDb.engine().bind(List.of(marked("Order", "order"), marked("Line", "line")));
        dynamoDb.engine().bind(List.of(open("Order")));

        assertThat(warnings()).isEmpty();
    }

    @Test
    @DisplayName("P1 values of discriminators are unique among the models of a table, also those that are bound later")
    void refusesValuesOfAnother() {
        Engine engine = dynamoDb.engine();
        engine.bind(List.of(marked("Order", "order", "Order-v0")));

        assertThatExceptionOfType(InvalidModel.class)
                .isThrownBy(() -> engine.bind(List.of(marked("Line", "line", "Order-v0", "order"))))
                .withMessage("Model Line is not valid (1 problem):\n"
                        + "  - The discriminator 'type' of Line has values of Order, which shares table '"
                        + dynamoDb.tableName("items")
                        + "': [Order-v0, order]; give each model values of its own.");
    }

    @Test
    @DisplayName("P1 the attribute of a discriminator is no column of any model of the table")
    void refusesColumnsOfAnother() {
        ItemModel order = new ItemModel("Order", model -> model.mark("type", "order"));
        ModelDefinition<Item> line = new ModelDefinition<>(Item.class, "Line") {
            {
                table(t -> t.named("items"));
                column("id", STRING).getter(Item::id).hashKey();
                column("sort", STRING).getter(Item::kind).storedAs("type");
            }

            @Override
            protected Item create(Values<Item> values) {
                return new Item("", "");
            }
        };

        assertThatExceptionOfType(InvalidModel.class)
                .isThrownBy(() -> dynamoDb.engine().bind(List.of(order, line)))
                .withMessage("Model Line is not valid (1 problem):\n"
                        + "  - The discriminator 'type' of Order is the attribute of column 'sort' of Line, which shares "
                        + "table '" + dynamoDb.tableName("items")
                        + "'; it is no column, so rename one of the two, or remove the column.");
    }

    @Test
    @DisplayName("P9 a definition whose claim is wrong is refused with all that is wrong about it")
    void refusesWrongClaims() {
        ItemModel twice = new ItemModel("Order", model -> {
            model.mark("kind", "order", "", "order");
            model.predicate();
        });

        assertThatExceptionOfType(InvalidModel.class)
                .isThrownBy(twice::columns)
                .withMessage("Model Order is not valid (5 problems):\n"
                        + "  - The model claims its items in 2 ways: [items whose 'kind' is one of [order, , order], "
                        + "items that a predicate takes by []]; keep one.\n"
                        + "  - The discriminator 'kind' is the attribute of column 'kind'; it is no column, so rename "
                        + "one of the two, or remove the column.\n"
                        + "  - The discriminator 'kind' has the value 'order' twice; keep it once.\n"
                        + "  - The discriminator 'kind' has an empty text among its values; give it one.\n"
                        + "  - claimedBy() names no attribute; name those that the predicate reads.");
    }

    @Test
    @DisplayName("P3 an index of a model that shares its table holds what tells the items apart")
    void projectsTheDiscriminator() {
        dynamoDb.engine().bind(List.of(marked("Order", "order")));

        assertThat(dynamoDb.describe("items").globalSecondaryIndexes())
                .singleElement()
                .satisfies(index -> {
                    assertThat(index.projection().projectionType()).isEqualTo(ProjectionType.INCLUDE);
                    assertThat(index.projection().nonKeyAttributes()).containsExactly("type");
                });
    }

    record Part(String owner, String id) {}

    /** Makes its keys by the templates that a test wants. */
    static final class PartModel extends ModelDefinition<Part> {

        final StringColumn<Part, String> owner = column("owner", STRING).getter(Part::owner);
        final StringColumn<Part, String> id = column("id", STRING).getter(Part::id);

        PartModel(String name, String hashKey, String rangeKey) {
            super(Part.class, name);
            table(t -> t.named("parts"));
            template("PK", hashKey).hashKey();
            template("SK", rangeKey).rangeKey();
        }

        @Override
        protected Part create(Values<Part> values) {
            return new Part(values.get(owner), values.get(id));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "O#{owner},A#{id},O#{owner},B#{id}",
        "O#{owner},A#{id},P#{owner},A#{id}",
        "{owner},#,{owner},A#{id}",
        "{owner},#,{owner},#A#{id}",
        "{owner},#,{owner},##",
    })
    @DisplayName("P2 models whose keys begin differently share a table")
    void modelsWhoseKeysBeginDifferently(String hash, String range, String otherHash, String otherRange) {
        dynamoDb.engine().bind(List.of(new PartModel("One", hash, range), new PartModel("Two", otherHash, otherRange)));

        assertThat(log.list).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "O#{owner},A#{id},O#{owner},A#{id}",
        "O#{owner},A#{id},O#{owner},A#B#{id}",
        "O#{owner},A#B#{id},{owner},A#{id}",
        "O#{owner},#A,O#{owner},#{id}",
        "O#{owner},#,O#{owner},#",
    })
    @DisplayName("P2 models whose keys may begin alike are refused when they are bound to one table")
    void modelsWhoseKeysBeginAlike(String hash, String range, String otherHash, String otherRange) {
        String hashKeys = otherHash.startsWith("{") ? "" : "'PK' is '" + otherHash + "' and '" + hash + "', ";

        assertThatExceptionOfType(InvalidModel.class)
                .isThrownBy(() -> dynamoDb.engine()
                        .bind(List.of(new PartModel("One", hash, range), new PartModel("Two", otherHash, otherRange))))
                .withMessage(
                        "Model Two is not valid (1 problem):\n  - The keys of Two cannot be told from those of One, which "
                                + "shares table '" + dynamoDb.tableName("parts") + "': " + hashKeys + "'SK' is '"
                                + otherRange
                                + "' and '" + range
                                + "'; let one key of each begin with a text of its own, none of which begins "
                                + "with another, or give both a discriminator().");
    }
}
