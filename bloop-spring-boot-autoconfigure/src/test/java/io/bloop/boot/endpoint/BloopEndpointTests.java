package io.bloop.boot.endpoint;

import static io.bloop.boot.links.DailyVisitsModel.DAILY_VISITS;
import static io.bloop.boot.links.LinkModel.LINK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.bloop.boot.LocalDynamoDb;
import io.bloop.boot.ServerAddress;
import io.bloop.boot.endpoint.BloopEndpoint.EngineDescriptor;
import io.bloop.boot.endpoint.ModelDescriptor.ColumnDescriptor;
import io.bloop.boot.endpoint.ModelDescriptor.IndexDescriptor;
import io.bloop.boot.endpoint.TableDescriptor.DifferenceDescriptor;
import io.bloop.boot.endpoint.TableDescriptor.StepDescriptor;
import io.bloop.boot.links.Link;
import io.bloop.engine.Engine;
import io.bloop.engine.TableNames;
import io.bloop.table.BindMode;
import io.bloop.table.ExportFormat;
import io.bloop.testing.InterceptedClient;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class BloopEndpointTests {

    private final String prefix = LocalDynamoDb.prefix();
    private final InterceptedClient client = new InterceptedClient(LocalDynamoDb.client());

    private Engine engine(DynamoDbClient sender, BindMode mode) {
        return Engine.builder(sender)
                .tableNames(TableNames.template(prefix + "{table_name}"))
                .bindMode(mode)
                .build();
    }

    private Engine bound() {
        Engine engine = engine(client.client(), BindMode.CREATE);
        engine.bind(List.of(LINK, DAILY_VISITS));
        client.clear();
        return engine;
    }

    private static EngineDescriptor describe(Engine engine) {
        return new BloopEndpoint(Map.of("engine", engine)).bloop().engines().get("engine");
    }

    @Test
    void tellsModelsWithTheirColumnsAndIndexes() {
        EngineDescriptor described = describe(bound());

        assertThat(described.bind()).isEqualTo("create");
        assertThat(described.endpoint())
                .isEqualTo(
                        ServerAddress.of(LocalDynamoDb.client()).orElseThrow().toString());
        assertThat(described.region()).isEqualTo("us-east-1");
        assertThat(described.models())
                .containsExactly(
                        new ModelDescriptor(
                                "DailyVisits",
                                "io.bloop.boot.links.DailyVisits",
                                prefix + "DailyVisits",
                                List.of(new ColumnDescriptor("day", "day", "String", "S", "hash")),
                                List.of()),
                        new ModelDescriptor(
                                "Link",
                                "io.bloop.boot.links.Link",
                                prefix + "Link",
                                List.of(
                                        new ColumnDescriptor("owner", "owner", "String", "S", null),
                                        new ColumnDescriptor("slug", "slug", "String", "S", "hash"),
                                        new ColumnDescriptor("createdOn", "createdOn", "Instant", "S", null),
                                        new ColumnDescriptor("expiresOn", "expiresOn", "timestamp", "N", null)),
                                List.of(new IndexDescriptor(
                                        "byOwner",
                                        "byOwner",
                                        "global",
                                        List.of("owner"),
                                        List.of("createdOn"),
                                        "all"))));
    }

    @Test
    void tellsWhatATableIsLikeAndWhatWasCompared() {
        EngineDescriptor described = describe(bound());

        assertThat(described.tables()).containsOnlyKeys(prefix + "DailyVisits", prefix + "Link");
        assertThat(described.tables().get(prefix + "Link"))
                .isEqualTo(new TableDescriptor(
                        List.of("Link"),
                        "ACTIVE",
                        "provisioned",
                        0L,
                        0L,
                        Map.of("byOwner", "ACTIVE"),
                        List.of("key schema", "index byOwner", "index byOwner units", "units", "ttl"),
                        List.of(),
                        List.of(),
                        null));
        assertThat(client.operations()).containsExactly("DescribeTable", "DescribeTable", "DescribeTimeToLive");
    }

    @Test
    void tellsTheDifferencesOfTablesThatWereOnlyValidated() {
        bound();
        Engine validating = engine(LocalDynamoDb.client(), BindMode.VALIDATE);
        validating.bind(List.of(LINK));
        LocalDynamoDb.client()
                .updateTable(r -> r.tableName(prefix + "Link")
                        .provisionedThroughput(
                                units -> units.readCapacityUnits(9L).writeCapacityUnits(3L)));

        EngineDescriptor described = describe(validating);

        assertThat(described.bind()).isEqualTo("validate");
        assertThat(described.tables().get(prefix + "Link").differences())
                .containsExactly(new DifferenceDescriptor(
                        "units",
                        "read 3, write 3",
                        "read 9, write 3",
                        "Change the units of the table, or leave them out of the model."));
    }

    @Test
    @DisplayName("U5 the tables of bound models are exported without a request")
    void exports() {
        Engine engine = bound();

        String text = new BloopEndpoint(Map.of("engine", engine)).export(ExportFormat.CLI);

        assertThat(text).contains("aws dynamodb create-table --table-name " + prefix + "Link ");
        assertThat(client.operations()).isEmpty();
    }

    @Test
    @DisplayName("U1 the plan of a table is told with its steps, what is safe, and the commands")
    void tellsThePlan() {
        bound();
        Engine planning = engine(LocalDynamoDb.client(), BindMode.PLAN);
        planning.bind(List.of(LINK, DAILY_VISITS));
        LocalDynamoDb.client()
                .updateTable(r -> r.tableName(prefix + "Link")
                        .provisionedThroughput(
                                units -> units.readCapacityUnits(9L).writeCapacityUnits(3L)));
        LocalDynamoDb.client().deleteTable(r -> r.tableName(prefix + "DailyVisits"));

        EngineDescriptor described = describe(planning);

        assertThat(described.bind()).isEqualTo("plan");
        assertThat(described.tables().get(prefix + "Link").plan())
                .containsExactly(new StepDescriptor(
                        "change-setting",
                        false,
                        "Change units from read 9, write 3 to read 3, write 3.",
                        "It changes what the table costs, and how much it can do.",
                        List.of("aws dynamodb update-table --table-name " + prefix + "Link --provisioned-throughput"
                                + " '{\"ReadCapacityUnits\": 3, \"WriteCapacityUnits\": 3}'")));
        assertThat(described.tables().get(prefix + "DailyVisits").plan())
                .containsExactly(new StepDescriptor(
                        "create-table",
                        true,
                        "Create the table with hash day (S).",
                        "There is no such table.",
                        List.of("aws dynamodb create-table --table-name " + prefix + "DailyVisits"
                                + " --attribute-definitions '[{\"AttributeName\": \"day\", \"AttributeType\": \"S\"}]'"
                                + " --key-schema '[{\"AttributeName\": \"day\", \"KeyType\": \"HASH\"}]'"
                                + " --billing-mode PROVISIONED --provisioned-throughput"
                                + " '{\"ReadCapacityUnits\": 1, \"WriteCapacityUnits\": 1}'")));
    }

    @Test
    void tellsATableThatIsGoneAndDoesNotCreateIt() {
        Engine engine = bound();
        LocalDynamoDb.client().deleteTable(r -> r.tableName(prefix + "DailyVisits"));

        TableDescriptor table = describe(engine).tables().get(prefix + "DailyVisits");

        assertThat(table.status()).isEqualTo("missing");
        assertThat(table.differences()).hasSize(1);
        assertThat(client.operations()).doesNotContain("CreateTable");
    }

    @Test
    void asksForNothingWhereBindingIsNone() {
        Engine engine = engine(client.client(), BindMode.NONE);
        engine.bind(List.of(LINK));

        EngineDescriptor described = describe(engine);

        assertThat(described.models()).hasSize(1);
        assertThat(described.tables()).isEqualTo(Map.of(prefix + "Link", TableDescriptor.unasked(List.of("Link"))));
        assertThat(client.operations()).isEmpty();
    }

    @Test
    void tellsWhyATableCannotBeCompared() {
        Engine engine = bound();
        client.describeTable((request, real) -> {
            if (request.tableName().endsWith("Link")) {
                return real.apply(request);
            }
            throw DynamoDbException.builder()
                    .statusCode(400)
                    .awsErrorDetails(AwsErrorDetails.builder()
                            .errorCode("AccessDeniedException")
                            .errorMessage("User is not authorized to perform dynamodb:DescribeTable")
                            .build())
                    .build();
        });

        Map<String, TableDescriptor> tables = describe(engine).tables();

        assertThat(tables.get(prefix + "DailyVisits").error())
                .isEqualTo("DescribeTable of DailyVisits in table '" + prefix + "DailyVisits' failed:"
                        + " AccessDeniedException: User is not authorized to perform dynamodb:DescribeTable."
                        + " Allow the action dynamodb:DescribeTable on the table to these credentials.");
        assertThat(tables.get(prefix + "Link").error()).isNull();
    }

    @Test
    void asksNoFurtherOnceThereIsNoAnswer() {
        DynamoDbClient nowhere = DynamoDbClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:1"))
                .region(Region.EU_NORTH_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
        Engine engine = bound();
        client.describeTable((request, real) -> nowhere.describeTable(request));

        Map<String, TableDescriptor> tables = describe(engine).tables();

        assertThat(tables.get(prefix + "DailyVisits").error()).contains("DescribeTable of DailyVisits");
        assertThat(tables.get(prefix + "Link").error())
                .isEqualTo("Not asked, because an earlier request got no response.");
        assertThat(client.operations()).containsExactly("DescribeTable");
    }

    @Test
    void tellsNothingOfItems() {
        Engine engine = bound();
        engine.template(LINK).save(new Link("secret-slug", "secret-owner"));

        assertThat(describe(engine).toString()).doesNotContain("secret");
    }

    @Test
    void tellsNoAddressOfAClientThatTellsNone() {
        EngineDescriptor described = describe(engine(mock(DynamoDbClient.class), BindMode.NONE));

        assertThat(described).isEqualTo(new EngineDescriptor("none", null, null, List.of(), Map.of()));
    }
}
