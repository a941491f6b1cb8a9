package io.bloop.engine;

import static io.bloop.testing.LinkModel.LINK;
import static io.bloop.testing.RawTables.attribute;
import static io.bloop.testing.RawTables.hash;
import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType.N;

import io.bloop.InvalidArgument;
import io.bloop.bound.internal.BoundModel;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.settings.Units;
import io.bloop.table.BindMode;
import io.bloop.table.Difference;
import io.bloop.table.KeySchema;
import io.bloop.table.TableCheck;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

class BindingsTests {

    record Visit(String slug) {}

    /** Shares the table of links. */
    static final class VisitModel extends ModelDefinition<Visit> {

        final StringColumn<Visit, String> slug =
                column("slug", STRING).getter(Visit::slug).hashKey();

        VisitModel() {
            super(Visit.class);
            table(t -> t.named("Link"));
        }

        @Override
        protected Visit create(Values<Visit> values) {
            return new Visit(values.get(slug));
        }
    }

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private static KeySchema hashSlug(String type) {
        return new KeySchema(List.of(new KeySchema.Key("hash", "slug", type)));
    }

    private String table() {
        return dynamoDb.tableName("Link");
    }

    @Test
    @DisplayName("E2 an engine tells its models, tables and bind mode")
    void tellsWhatIsBound() {
        Engine engine = dynamoDb.engineBuilder()
                .bindMode(BindMode.NONE)
                .indexUnits(LINK, "byOwner", new Units(7L, 8L))
                .build();
        VisitModel visits = new VisitModel();
        assertThat(engine.bindings().models()).isEmpty();

        engine.bind(List.of(visits, LINK));

        Bindings bindings = engine.bindings();
        assertThat(bindings.mode()).isEqualTo(BindMode.NONE);
        assertThat(bindings.client()).isSameAs(dynamoDb.client());
        assertThat(bindings.tables()).containsExactly(table());
        assertThat(bindings.models()).<Object>extracting(BoundModel::definition).containsExactly(LINK, visits);
        assertThat(bindings.models().get(0).units(LINK.byOwner)).isEqualTo(new Units(7L, 8L));
    }

    @Test
    @DisplayName("E2 an engine describes a bound table by one request")
    void describesTables() {
        InterceptedClient client = dynamoDb.intercept();
        Engine engine = dynamoDb.engineBuilder(client.client()).build();
        engine.bind(List.of(LINK));
        int before = client.requests(DynamoDbRequest.class).size();

        assertThat(engine.bindings().describe(table()))
                .hasValueSatisfying(found -> assertThat(found.tableStatus()).isEqualTo(TableStatus.ACTIVE));

        assertThat(client.requests(DynamoDbRequest.class).subList(before, before + 1))
                .containsExactly(
                        DescribeTableRequest.builder().tableName(table()).build());
        assertThat(client.requests(DynamoDbRequest.class)).hasSize(before + 1);
    }

    @Test
    @DisplayName("E2 an engine describes nothing where the table is gone")
    void describesNoTable() {
        Engine engine = dynamoDb.engine();
        engine.bind(List.of(LINK));
        dynamoDb.client().deleteTable(r -> r.tableName(table()));

        assertThat(engine.bindings().describe(table())).isEmpty();
    }

    @Test
    @DisplayName("E2 an engine says what it has compared of a table that matches")
    void checksTables() {
        Engine engine = dynamoDb.engineBuilder()
                .settings(LINK, t -> t.units(1L, 1L).backups(true).encryption(true))
                .build();
        engine.bind(List.of(LINK));

        TableCheck check = engine.bindings().check(table());

        assertThat(check.table()).isEqualTo(table());
        assertThat(check.models()).containsExactly("Link");
        assertThat(check.description()).isNotNull();
        // DynamoDB Local knows neither backups nor encryption
        assertThat(check.compared())
                .containsExactly("key schema", "index byOwner", "index slugsByOwner", "index t_by_o", "units", "ttl");
        assertThat(check.differences()).isEmpty();
    }

    @Test
    @DisplayName("E3 an engine tells the differences of a table without changing it")
    void checksTablesThatDiffer() {
        dynamoDb.client()
                .createTable(r -> r.tableName(table())
                        .keySchema(hash("slug"))
                        .attributeDefinitions(attribute("slug", N))
                        .billingMode(BillingMode.PAY_PER_REQUEST));
        Engine engine = dynamoDb.engineBuilder().bindMode(BindMode.NONE).build();
        VisitModel visits = new VisitModel();
        engine.bind(List.of(visits));

        assertThat(engine.bindings().check(table()).differences())
                .containsExactly(new Difference.OtherKeys(null, hashSlug("S"), hashSlug("N")));
    }

    @Test
    @DisplayName("E3 an engine that may create does not create what it only checks")
    void checksMissingTables() {
        Engine engine = dynamoDb.engine();
        engine.bind(List.of(LINK));
        dynamoDb.client().deleteTable(r -> r.tableName(table()));

        TableCheck check = engine.bindings().check(table());

        assertThat(check.description()).isNull();
        assertThat(check.compared()).containsExactly("table");
        assertThat(check.differences()).containsExactly(new Difference.MissingTable(hashSlug("S")));
        assertThat(engine.bindings().describe(table())).isEmpty();
    }

    @Test
    @DisplayName("E21 a table that no model is bound to is refused")
    void refusesOtherTables() {
        Engine engine = dynamoDb.engineBuilder().bindMode(BindMode.NONE).build();
        engine.bind(List.of(LINK));

        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> engine.bindings().describe("other"))
                .withMessage("describe(): 'table' has to be a table that a model is bound to [" + table()
                        + "], and is 'other'.");
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> engine.bindings().check("other"))
                .withMessage("check(): 'table' has to be a table that a model is bound to [" + table()
                        + "], and is 'other'.");
    }
}
