package io.bloop.boot;

import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bloop.boot.BloopProperties.Table;
import io.bloop.engine.Engine;
import io.bloop.engine.EngineBuilder;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NamesakeOverridesTests {

    record Order(String id) {}

    record Purchase(String id) {}

    static final class OrderModel extends ModelDefinition<Order> {

        final StringColumn<Order, String> id = column("id", STRING, Order::id).hashKey();

        OrderModel() {
            super(Order.class);
        }

        @Override
        protected Order create(Values<Order> values) {
            return new Order(values.get(id));
        }
    }

    /** Has the name that it would have if its class were called Order in another package. */
    static final class OtherOrderModel extends ModelDefinition<Purchase> {

        final StringColumn<Purchase, String> id =
                column("id", STRING, Purchase::id).hashKey();

        OtherOrderModel() {
            super(Purchase.class, "Order");
        }

        @Override
        protected Purchase create(Values<Purchase> values) {
            return new Purchase(values.get(id));
        }
    }

    private static Table table(@Nullable String name, @Nullable Boolean backups) {
        return new Table(
                name, null, null, null, null, null, null, null, null, backups, null, null, null, null, Map.of(),
                Map.of());
    }

    private static void apply(Table table, ModelDefinition<?>... models) {
        EngineBuilder engine = Engine.builder(LocalDynamoDb.client());
        TableOverrides.apply(Map.of("order", table), List.of(models), engine);
    }

    @Test
    @DisplayName("M26 a property does not join the tables of two classes that have the same simple name")
    void refusesANameForSeveralModels() {
        InvalidProperties refused = catchThrowableOfType(
                InvalidProperties.class, () -> apply(table("orders", null), new OrderModel(), new OtherOrderModel()));

        assertThat(refused.problems())
                .containsExactly(new PropertyProblem(
                        "bloop.tables.order.table-name",
                        "is for several models of that name: " + Order.class.getName() + ", "
                                + Purchase.class.getName(),
                        "Name the table of each model where it is declared."));
    }

    @Test
    @DisplayName("M26 another setting may be for several models of one name")
    void appliesOtherSettings() {
        apply(table(null, true), new OrderModel(), new OtherOrderModel());
    }

    @Test
    @DisplayName("M26 a property names the table of several definitions of one class")
    void namesTheTableOfOneClass() {
        apply(table("orders", null), new OrderModel(), new OrderModel());
    }
}
