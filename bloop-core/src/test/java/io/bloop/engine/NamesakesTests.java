package io.bloop.engine;

import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.model.InvalidModel;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.settings.TableSettings;
import io.bloop.table.BindMode;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NamesakesTests {

    /** Stands for a package. */
    static final class Shop {
        record Order(String id) {}
    }

    /** Stands for another package. */
    static final class Monastery {
        record Order(String id) {}
    }

    static final class ShopOrderModel extends ModelDefinition<Shop.Order> {

        final StringColumn<Shop.Order, String> id =
                column("id", STRING).getter(Shop.Order::id).hashKey();

        ShopOrderModel() {
            this(t -> t);
        }

        ShopOrderModel(UnaryOperator<TableSettings> settings) {
            super(Shop.Order.class);
            table(settings);
        }

        @Override
        protected Shop.Order create(Values<Shop.Order> values) {
            return new Shop.Order(values.get(id));
        }
    }

    static final class MonasteryOrderModel extends ModelDefinition<Monastery.Order> {

        final StringColumn<Monastery.Order, String> id =
                column("id", STRING).getter(Monastery.Order::id).hashKey();

        MonasteryOrderModel(String name, UnaryOperator<TableSettings> settings) {
            super(Monastery.Order.class, name);
            table(settings);
        }

        MonasteryOrderModel() {
            this("Order", t -> t);
        }

        @Override
        protected Monastery.Order create(Values<Monastery.Order> values) {
            return new Monastery.Order(values.get(id));
        }
    }

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final InterceptedClient client = dynamoDb.intercept();

    private void assertRefused(Engine engine, ModelDefinition<?>... models) {
        assertThatThrownBy(() -> engine.bind(List.of(models)))
                .isInstanceOf(InvalidModel.class)
                .hasMessage("Model Order is not valid (1 problem):\n  - Classes "
                        + "io.bloop.engine.NamesakesTests$Shop$Order and "
                        + "io.bloop.engine.NamesakesTests$Monastery$Order have the same simple name, and only so their "
                        + "models would share table '" + dynamoDb.tableName("Order") + "'. Name the table of each "
                        + "model; models share a table where both name it.");
    }

    private Engine engine() {
        return dynamoDb.engineBuilder(client.client()).build();
    }

    @Test
    @DisplayName("M26 two classes of the same simple name do not share a table by chance")
    void refusesNamesakes() {
        assertRefused(engine(), new ShopOrderModel(), new MonasteryOrderModel());

        assertThat(client.requests()).isEmpty();
    }

    @Test
    @DisplayName("M26 a class of the same simple name as one that is bound already is refused")
    void refusesANamesakeOfABoundModel() {
        Engine engine = engine();
        ShopOrderModel first = new ShopOrderModel();
        engine.bind(List.of(first));

        assertRefused(engine, new MonasteryOrderModel());

        assertThat(engine.tables()).containsOnlyKeys(first);
    }

    @Test
    @DisplayName("M26 namesakes are refused where nothing is asked of the tables too")
    void refusesNamesakesWithoutRequests() {
        Engine engine = dynamoDb.engineBuilder().bindMode(BindMode.NONE).build();

        assertRefused(engine, new ShopOrderModel(), new MonasteryOrderModel());
    }

    private void assertBound(ModelDefinition<?>... models) {
        Engine engine = engine();

        engine.bind(List.of(models));

        assertThat(engine.tables().keySet()).containsExactlyInAnyOrder(models);
    }

    @Test
    @DisplayName("M26 namesakes share a table where both name it")
    void sharesANamedTable() {
        assertBound(new ShopOrderModel(t -> t.named("Order")), new MonasteryOrderModel("Order", t -> t.named("Order")));
    }

    @Test
    @DisplayName("M26 namesakes share a table where one names it as the other's class is called")
    void sharesATableThatOneNames() {
        assertBound(new ShopOrderModel(), new MonasteryOrderModel("Order", t -> t.named("Order")));
    }

    @Test
    @DisplayName("M26 namesakes with tables of their own are bound")
    void bindsNamesakes() {
        assertBound(new ShopOrderModel(), new MonasteryOrderModel("Order", t -> t.named("Orders")));
    }

    @Test
    @DisplayName("M26 namesakes whose models are named differently are bound")
    void bindsModelsWithOtherNames() {
        assertBound(new ShopOrderModel(), new MonasteryOrderModel("HolyOrder", t -> t));
    }

    @Test
    @DisplayName("M26 two definitions of one class share its table")
    void sharesTheTableOfOneClass() {
        assertBound(new ShopOrderModel(), new ShopOrderModel());
    }

    @Test
    @DisplayName("M26 models share a table where the engine's names say so")
    void sharesByTheNamesOfTheEngine() {
        Engine engine = dynamoDb.engineBuilder(client.client())
                .tableNames((model, name) -> dynamoDb.tableName("shop"))
                .build();

        engine.bind(List.of(new ShopOrderModel(), new MonasteryOrderModel("HolyOrder", t -> t)));

        assertThat(engine.tables()).hasSize(2);
    }
}
