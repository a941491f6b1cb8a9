package io.bloop.boot;

import static io.bloop.model.IndexProjection.ALL;
import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.nothing.NothingApplication;
import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import io.bloop.model.Values;
import io.bloop.settings.Billing;
import io.bloop.table.BindMode;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Starts applications whose properties bill tables otherwise than the models say. */
class BillingPropertyTests {

    record Order(String id, String place) {}

    static final class OrderModel extends ModelDefinition<Order> {

        OrderModel(String name, Billing billing) {
            super(Order.class, name);
            column("id", STRING).getter(Order::id).hashKey();
            column("place", STRING).getter(Order::place);
            var byPlace = globalIndex("byPlace", ALL).hashKey("place");
            table(t -> t.billing(billing));
            if (billing == Billing.ON_DEMAND) {
                byPlace.onDemandMaximum(11L, 12L);
                table(t -> t.onDemandMaximum(40L, 20L));
            } else {
                byPlace.units(3L, 4L);
                table(t -> t.units(5L, 6L));
            }
        }

        @Override
        protected Order create(Values<Order> values) {
            throw new UnsupportedOperationException();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import({LocalDynamoDb.class, NothingApplication.class})
    static class Orders {

        @Bean
        OrderModel cheap() {
            return new OrderModel("Cheap", Billing.ON_DEMAND);
        }

        @Bean
        OrderModel busy() {
            return new OrderModel("Busy", Billing.PROVISIONED);
        }
    }

    private final String prefix = LocalDynamoDb.prefix();

    private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
            .withUserConfiguration(Orders.class)
            .withPropertyValues(
                    "bloop.table-name-template=" + prefix + "{table_name}",
                    "bloop.tables.cheap.billing=provisioned",
                    "bloop.tables.busy.billing=on-demand",
                    "bloop.tables.busy.indexes.by-place.read-units=");

    @ParameterizedTest
    @EnumSource(BindMode.class)
    void startsWithThroughputOfTheModelsThatMeansNothingNow(BindMode mode) {
        contextRunner.run(context -> assertThat(context).hasNotFailed());

        contextRunner
                .withPropertyValues("bloop.bind=" + mode.name().toLowerCase(Locale.ROOT))
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(Engine.class).tables()).hasSize(2);
                });

        TableDescription cheap = LocalDynamoDb.describe(prefix + "Cheap");
        assertThat(cheap.billingModeSummary()).isNull();
        assertThat(cheap.onDemandThroughput()).isNull();
        assertThat(cheap.globalSecondaryIndexes().get(0).onDemandThroughput()).isNull();
        TableDescription busy = LocalDynamoDb.describe(prefix + "Busy");
        assertThat(busy.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
    }
}
