package io.bloop.table;

import static io.bloop.model.IndexProjection.ALL;
import static io.bloop.settings.Billing.ON_DEMAND;
import static io.bloop.settings.Billing.PROVISIONED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.model.InvalidModel;
import io.bloop.settings.TableSettings;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/** Bills tables otherwise than their models say, in one environment. */
class BillingOverrideTests {

    static final class OnDemandModel extends ThingModel {

        OnDemandModel() {
            super(t -> t.billing(ON_DEMAND).onDemandMaximum(40L, 20L));
            globalIndex("byKind", ALL).hashKey(kind).onDemandMaximum(11L, 12L);
        }
    }

    static final class ProvisionedModel extends ThingModel {

        ProvisionedModel() {
            super(t -> t.billing(PROVISIONED).units(5L, 6L));
            globalIndex("byKind", ALL).hashKey(kind).units(3L, 4L);
        }
    }

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private CreateTableRequest bind(BindMode mode, ThingModel model, UnaryOperator<TableSettings> override) {
        InterceptedClient intercepted = dynamoDb.intercept();
        for (BindMode next : List.of(BindMode.CREATE, mode)) {
            dynamoDb.engineBuilder(intercepted.client())
                    .bindMode(next)
                    .settings(model, override)
                    .build()
                    .bind(List.of(model));
        }
        List<CreateTableRequest> created = intercepted.requests(CreateTableRequest.class);
        assertThat(created).hasSize(1);
        return created.get(0);
    }

    @ParameterizedTest
    @EnumSource(BindMode.class)
    @DisplayName("M11 maximums of the model's own mean nothing where an engine bills as provisioned")
    void billsAsProvisioned(BindMode mode) {
        CreateTableRequest sent =
                bind(mode, new OnDemandModel(), t -> t.billing(PROVISIONED).units(7L, 8L));

        assertThat(sent.billingMode()).isEqualTo(BillingMode.PROVISIONED);
        assertThat(sent.provisionedThroughput().readCapacityUnits()).isEqualTo(7);
        assertThat(sent.onDemandThroughput()).isNull();
        assertThat(sent.globalSecondaryIndexes()).singleElement().satisfies(index -> {
            assertThat(index.onDemandThroughput()).isNull();
            assertThat(index.provisionedThroughput().readCapacityUnits()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @EnumSource(BindMode.class)
    @DisplayName("M6 units of the model's own mean nothing where an engine bills on demand")
    void billsOnDemand(BindMode mode) {
        CreateTableRequest sent =
                bind(mode, new ProvisionedModel(), t -> t.billing(ON_DEMAND).onDemandMaximum(9L, 8L));

        assertThat(sent.billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
        assertThat(sent.provisionedThroughput()).isNull();
        assertThat(sent.onDemandThroughput().maxReadRequestUnits()).isEqualTo(9);
        assertThat(sent.globalSecondaryIndexes()).singleElement().satisfies(index -> {
            assertThat(index.provisionedThroughput()).isNull();
            assertThat(index.onDemandThroughput()).isNull();
        });
    }

    @Test
    @DisplayName("M11 a maximum that an engine asks for beside provisioned billing is refused")
    void refusesAMaximumOfTheEngine() {
        OnDemandModel model = new OnDemandModel();

        assertThatThrownBy(() -> dynamoDb.engineBuilder()
                        .settings(model, t -> t.billing(PROVISIONED).onDemandMaximum(30L, 20L))
                        .build()
                        .bind(List.of(model)))
                .isInstanceOf(InvalidModel.class)
                .hasMessage("Model Thing is not valid (1 problem):\n  - Table '" + dynamoDb.tableName("Thing")
                        + "' has a maximum on demand (read 30, write any), and the table is not billed on demand; bill "
                        + "it so, or leave the maximum out.");
    }
}
