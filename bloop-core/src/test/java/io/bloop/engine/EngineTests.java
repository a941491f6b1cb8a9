package io.bloop.engine;

import static io.bloop.testing.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bloop.model.IndexProjection;
import io.bloop.model.InvalidModel;
import io.bloop.model.ModelDefinition;
import io.bloop.model.Values;
import io.bloop.settings.Billing;
import io.bloop.settings.StreamView;
import io.bloop.settings.Units;
import io.bloop.table.TableMismatch;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.type.Types;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

class EngineTests {

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    @Test
    @DisplayName("E1 a table is named by the template and the model's name")
    void namesTables() {
        Engine engine = Engine.builder(dynamoDb.client())
                .tableNames(TableNames.template(dynamoDb.tableName("{table_name}.x")))
                .build();

        engine.bind(List.of(LINK));

        assertThat(engine.tables()).isEqualTo(Map.of(LINK, dynamoDb.tableName("Link.x")));
    }

    @Test
    @DisplayName("E1 the name in an engine's settings goes through the template")
    void namesTablesBySettings() {
        Engine engine = dynamoDb.engineBuilder()
                .settings(LINK, t -> t.named("short-links"))
                .build();

        engine.bind(List.of(LINK));

        assertThat(engine.tables()).isEqualTo(Map.of(LINK, dynamoDb.tableName("short-links")));
    }

    @Test
    @DisplayName("E1 an engine's settings override those of the model, one after the other")
    void overridesSettings() {
        dynamoDb.engineBuilder()
                .settings(LINK, t -> t.units(3L, 4L).stream(StreamView.KEYS))
                .settings(LINK, t -> t.units(5L, t.writeUnits()))
                .build()
                .bind(List.of(LINK));

        var table = dynamoDb.describe("Link");
        assertThat(table.provisionedThroughput().readCapacityUnits()).isEqualTo(5L);
        assertThat(table.provisionedThroughput().writeCapacityUnits()).isEqualTo(4L);
        assertThat(table.streamSpecification().streamViewType()).isEqualTo(StreamViewType.KEYS_ONLY);
    }

    @Test
    @DisplayName("M6 units below 1 in an engine's settings are refused")
    void refusesUnitsBelowOne() {
        assertThatExceptionOfType(InvalidModel.class)
                .isThrownBy(() -> dynamoDb.engineBuilder()
                        .settings(LINK, t -> t.units(0L, null))
                        .indexUnits(LINK, "byOwner", new Units(1L, -1L))
                        .build()
                        .bind(List.of(LINK)))
                .withMessage("""
                        Model Link is not valid (2 problems):
                          - Table '%1$s' has units below 1 (read 0, write any); the least is 1.
                          - Index 'byOwner' of table '%1$s' has units below 1 (read 1, write -1); the least is 1.""".formatted(dynamoDb.tableName("Link")));
    }

    @Test
    @DisplayName("M6 units in an engine's settings are refused with billing on demand")
    void refusesUnitsOnDemand() {
        assertThatExceptionOfType(InvalidModel.class)
                .isThrownBy(() -> dynamoDb.engineBuilder()
                        .settings(LINK, t -> t.units(1L, 2L).billing(Billing.ON_DEMAND))
                        .build()
                        .bind(List.of(LINK)))
                .withMessage("""
                        Model Link is not valid (1 problem):
                          - Table '%s' has units (read 1, write 2), and the table is billed on demand; leave the \
                        units out.""".formatted(dynamoDb.tableName("Link")));
    }

    @Test
    @DisplayName("M18 an engine provisions an index by its name in the model")
    void overridesUnitsOfAnIndex() {
        dynamoDb.engineBuilder()
                .indexUnits(LINK, "targetsByOwner", new Units(7L, 8L))
                .build()
                .bind(List.of(LINK));

        var index = dynamoDb.describe("Link").globalSecondaryIndexes().stream()
                .filter(one -> one.indexName().equals("t_by_o"))
                .findFirst()
                .orElseThrow();
        assertThat(index.provisionedThroughput().readCapacityUnits()).isEqualTo(7L);
        assertThat(index.provisionedThroughput().writeCapacityUnits()).isEqualTo(8L);
    }

    @Test
    @DisplayName("M18 units for an index that does not exist are refused with the nearest name")
    void refusesUnitsOfAnUnknownIndex() {
        EngineBuilder builder = dynamoDb.engineBuilder();

        assertThatExceptionOfType(InvalidModel.class)
                .isThrownBy(() -> builder.indexUnits(LINK, "by-owners", new Units(7L, 8L)))
                .withMessage("""
                        Model Link is not valid (1 problem):
                          - There is no global index 'by-owners' to give units. Did you mean 'byOwner'?""");
    }

    @Test
    @DisplayName("E1 a builder that goes on after build() does not change the engine")
    void keepsItsConfiguration() {
        EngineBuilder builder = dynamoDb.engineBuilder();
        Engine engine = builder.build();

        builder.tableNames((model, name) -> "other")
                .settings(LINK, t -> t.named("other"))
                .indexUnits(LINK, "byOwner", new Units(9L, 9L));
        engine.bind(List.of(LINK));

        assertThat(engine.tables()).isEqualTo(Map.of(LINK, dynamoDb.tableName("Link")));
        assertThat(dynamoDb.describe("Link").globalSecondaryIndexes())
                .allMatch(index -> index.provisionedThroughput().readCapacityUnits() == 1L);
    }

    @Test
    @DisplayName("E2 a model is bound when its template is used first")
    void bindsOnFirstUse() {
        InterceptedClient client = dynamoDb.intercept();
        BloopTemplate<Link> links =
                dynamoDb.engineBuilder(client.client()).build().template(LINK);
        assertThat(client.requests()).isEmpty();

        links.find("a");
        links.find("b");

        assertThat(client.operations())
                .containsExactly(
                        "DescribeTable",
                        "CreateTable",
                        "DescribeTable",
                        "UpdateTimeToLive",
                        "DescribeTimeToLive",
                        "GetItem",
                        "GetItem");
    }

    @Test
    @DisplayName("E2 a search binds its model when it runs, and not when it is made")
    void bindsWhenASearchRuns() {
        InterceptedClient client = dynamoDb.intercept();
        BloopTemplate<Link> links =
                dynamoDb.engineBuilder(client.client()).build().template(LINK);

        var query = links.query().where(LINK.slug.eq("a")).limit(3);
        assertThat(client.requests()).isEmpty();
        query.all();

        assertThat(client.operations()).startsWith("DescribeTable").endsWith("Query");
    }

    @Test
    @DisplayName("E2 binding on first use fails as any other, and is tried again at the next use")
    void triesAgainToBind() {
        Engine engine =
                dynamoDb.engineBuilder().settings(LINK, t -> t.units(5L, 5L)).build();
        dynamoDb.engine().bind(List.of(LINK));
        BloopTemplate<Link> links = engine.template(LINK);
        assertThatExceptionOfType(TableMismatch.class).isThrownBy(() -> links.find("a"));

        dynamoDb.client()
                .updateTable(r -> r.tableName(dynamoDb.tableName("Link"))
                        .provisionedThroughput(u -> u.readCapacityUnits(5L).writeCapacityUnits(5L)));

        assertThat(links.find("a")).isEmpty();
    }

    @Test
    @DisplayName("E1 two engines share nothing: each has its own tables for the same model")
    void sharesNothingBetweenEngines() {
        BloopTemplate<Link> here = dynamoDb.engine().template(LINK);
        BloopTemplate<Link> there = dynamoDb.engineBuilder()
                .tableNames((model, name) -> dynamoDb.tableName("other-" + name))
                .build()
                .template(LINK);

        here.save(new Link("a"));

        assertThat(here.find("a")).isPresent();
        assertThat(there.find("a")).isEmpty();
    }

    @Test
    @DisplayName("E1 a template knows its model")
    void knowsTheModel() {
        assertThat(dynamoDb.engine().template(LINK).model()).isSameAs(LINK);
    }

    @Test
    @DisplayName("T1 a table that is gone is created anew when its model is bound again")
    void bindsAgain() {
        Engine engine = dynamoDb.engineBuilder().build();
        engine.bind(List.of(LINK));
        dynamoDb.client().deleteTable(r -> r.tableName(dynamoDb.tableName("Link")));

        engine.rebind();

        assertThat(dynamoDb.describe("Link").tableName()).isEqualTo(dynamoDb.tableName("Link"));
    }

    static final class Wrong extends ModelDefinition<Link> {

        Wrong(String name) {
            super(Link.class, name);
            column("slug", Types.STRING).getter(link -> link.slug).setter((link, value) -> link.slug = value);
        }

        @Override
        protected Link create(Values<Link> values) {
            return new Link();
        }
    }

    @Test
    @DisplayName("E2 the mistakes of all models are reported at once, and none is bound")
    void reportsAllMistakes() {
        Engine engine = dynamoDb.engine();

        assertThatExceptionOfType(InvalidModel.class)
                .isThrownBy(() -> engine.bind(List.of(new Wrong("One"), LINK, new Wrong("Two"))))
                .withMessageStartingWith("Model One, Two is not valid (2 problems):\n  - One: ")
                .withMessageContaining("\n  - Two: ");

        assertThat(engine.tables()).isEmpty();
    }

    static final class Provisioned extends ModelDefinition<Link> {

        Provisioned() {
            super(Link.class, "Provisioned");
            var slug = column("slug", Types.STRING)
                    .getter(link -> link.slug)
                    .setter((link, value) -> link.slug = value)
                    .hashKey();
            var owner = column("owner", Types.STRING)
                    .getter(link -> link.owner)
                    .setter((link, value) -> link.owner = value);
            globalIndex("byOwner", IndexProjection.ALL)
                    .hashKey(owner)
                    .rangeKey(slug)
                    .units(3L, 4L);
            table(t -> t.units(5L, 6L));
        }

        @Override
        protected Link create(Values<Link> values) {
            return new Link();
        }
    }

    @Test
    @DisplayName("M6 units of the model's own mean nothing where an engine bills on demand")
    void billsOnDemand() {
        Provisioned model = new Provisioned();

        dynamoDb.engineBuilder()
                .settings(model, t -> t.billing(Billing.ON_DEMAND))
                .build()
                .bind(List.of(model));

        assertThat(dynamoDb.describe("Provisioned").billingModeSummary().billingMode())
                .isEqualTo(BillingMode.PAY_PER_REQUEST);
    }
}
