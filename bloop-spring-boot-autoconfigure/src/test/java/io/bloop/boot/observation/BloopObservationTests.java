package io.bloop.boot.observation;

import static io.bloop.boot.links.DailyVisitsModel.DAILY_VISITS;
import static io.bloop.boot.links.LinkModel.LINK;
import static io.bloop.read.Consistency.STRONG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.boot.LocalDynamoDb;
import io.bloop.boot.ServerAddress;
import io.bloop.boot.links.DailyVisits;
import io.bloop.boot.links.Link;
import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.engine.TableNames;
import io.bloop.request.ConstraintViolation;
import io.bloop.request.NoAnswer;
import io.bloop.table.BindMode;
import io.bloop.testing.Fault;
import io.bloop.testing.FaultyHttpClient;
import io.bloop.testing.InterceptedClient;
import io.micrometer.common.KeyValue;
import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.transport.Kind;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

class BloopObservationTests {

    private final String prefix = LocalDynamoDb.prefix();
    private final TestObservationRegistry registry = TestObservationRegistry.create();
    private final List<BloopObservationContext> seen = new ArrayList<>();
    private final DynamoDbClient client = LocalDynamoDb.client();
    private final ServerAddress server = ServerAddress.of(client).orElseThrow();
    private Engine engine;
    private BloopTemplate<Link> links;

    private Engine engine(DynamoDbClient sender, BloopObservationConvention convention) {
        return Engine.builder(sender)
                .tableNames(TableNames.template(prefix + "{table_name}"))
                .observer(new ObservationRequestObserver(registry, convention, sender))
                .build();
    }

    @BeforeEach
    void bind() {
        registry.observationConfig().observationHandler(new Seeing());
        engine = engine(client, null);
        engine.bind(List.of(LINK, DAILY_VISITS));
        links = engine.template(LINK);
        seen.clear();
    }

    private BloopObservationContext only() {
        assertThat(seen).hasSize(1);
        return seen.get(0);
    }

    private static Map<String, String> low(Observation.Context context) {
        return map(context.getLowCardinalityKeyValues());
    }

    private static Map<String, String> high(Observation.Context context) {
        return map(context.getHighCardinalityKeyValues());
    }

    private static Map<String, String> map(Iterable<KeyValue> keys) {
        List<KeyValue> all = new ArrayList<>();
        keys.forEach(all::add);
        return all.stream().collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue));
    }

    private Map<String, String> lowOf(String operation, String table, String index, String model, String error) {
        return Map.of(
                "db.system.name", "aws.dynamodb",
                "db.operation.name", operation,
                "db.collection.name", table,
                "aws.dynamodb.index_name", index,
                "bloop.model", model,
                "server.address", "127.0.0.1",
                "server.port", Integer.toString(server.port()),
                "error.type", error);
    }

    @Test
    void aWriteIsNamedByTheConventionsOfOpenTelemetry() {
        links.save(new Link("docs", "ada"));

        assertThat(only().getName()).isEqualTo("db.client.operation.duration");
        assertThat(only().getContextualName()).isEqualTo("UpdateItem " + prefix + "Link");
        assertThat(only().getKind()).isEqualTo(Kind.CLIENT);
        assertThat(only().getRemoteServiceName()).isEqualTo("DynamoDB");
        assertThat(only().getRemoteServiceAddress()).isEqualTo("http://127.0.0.1:" + server.port());
        assertThat(low(only())).isEqualTo(lowOf("UpdateItem", prefix + "Link", "none", "Link", "none"));
        assertThat(high(only()))
                .isEqualTo(Map.of(
                        "cloud.region",
                        "us-east-1",
                        "aws.dynamodb.consumed_capacity",
                        "[{\"TableName\":\"" + prefix + "Link\",\"CapacityUnits\":1.0,"
                                + "\"Table\":{\"CapacityUnits\":1.0}}]",
                        "aws.dynamodb.count",
                        "1"));
    }

    @Test
    void aQueryTellsItsIndexAndWhatItCosts() {
        Link link = new Link("docs", "ada");
        link.createdOn = Instant.EPOCH;
        links.save(link);
        seen.clear();

        links.query(LINK.byOwner)
                .where(LINK.owner.eq("ada"))
                .filter(LINK.expiresOn.exists())
                .all();

        assertThat(only().getContextualName()).isEqualTo("Query " + prefix + "Link");
        assertThat(low(only())).isEqualTo(lowOf("Query", prefix + "Link", "byOwner", "Link", "none"));
        assertThat(high(only()))
                .containsEntry("aws.dynamodb.count", "0")
                .containsEntry("aws.dynamodb.scanned_count", "1");
        assertThat(high(only()).get("aws.dynamodb.consumed_capacity"))
                .contains("\"GlobalSecondaryIndexes\":{\"byOwner\":{\"CapacityUnits\":0.5");
    }

    @Test
    void aBatchIsOneObservation() {
        links.bulk().replaceAll(List.of(new Link("a", "ada"), new Link("b", "ada")));
        links.findAll(List.of(LINK.keyOf("a"), LINK.keyOf("b"), LINK.keyOf("c")), STRONG);

        assertThat(seen)
                .extracting(BloopObservationContext::getContextualName)
                .containsExactly("BatchWriteItem " + prefix + "Link", "BatchGetItem " + prefix + "Link");
        assertThat(seen)
                .extracting(context -> high(context).get("aws.dynamodb.count"))
                .containsExactly("2", "2");
    }

    @Test
    void aTransactionOfSeveralTablesNamesThemInTracesAlone() {
        engine.writeTransaction(tx -> tx.insert(new Link("docs", "ada")).insert(new DailyVisits("monday")));

        assertThat(only().getContextualName()).isEqualTo("TransactWriteItems");
        assertThat(low(only())).isEqualTo(lowOf("TransactWriteItems", "none", "none", "Link, DailyVisits", "none"));
        assertThat(high(only()))
                .containsEntry("aws.dynamodb.table_names", prefix + "Link," + prefix + "DailyVisits")
                .containsEntry("aws.dynamodb.count", "2");
    }

    @Test
    void aTransactionOfOneTableNamesIt() {
        engine.writeTransaction(tx -> tx.insert(new Link("a", "ada")).insert(new Link("b", "ada")));

        assertThat(low(only())).isEqualTo(lowOf("TransactWriteItems", prefix + "Link", "none", "Link", "none"));
        assertThat(high(only())).doesNotContainKey("aws.dynamodb.table_names");
    }

    @Test
    void anUnmetConditionIsAnErrorOfItsCode() {
        links.insert(new Link("docs", "ada"));
        seen.clear();

        assertThatThrownBy(() -> links.insert(new Link("docs", "bob"))).isInstanceOf(ConstraintViolation.class);

        assertThat(low(only()))
                .isEqualTo(lowOf("PutItem", prefix + "Link", "none", "Link", "ConditionalCheckFailedException"));
        assertThat(high(only()))
                .containsEntry("db.response.status_code", "ConditionalCheckFailedException")
                .containsKey("aws.request_id")
                .doesNotContainKeys("aws.dynamodb.count", "aws.dynamodb.consumed_capacity");
        assertThat(only().getError()).isNotNull();
    }

    @Test
    void aRequestWithoutAnAnswerIsAnErrorOfItsException() {
        Engine lost = engine(nowhere(), null);

        assertThatThrownBy(() -> lost.template(LINK).find("docs")).isInstanceOf(NoAnswer.class);

        // that of the SDK's HTTP client
        assertThat(low(only()).get("error.type")).endsWith("ConnectException");
        assertThat(high(only())).doesNotContainKeys("db.response.status_code", "aws.request_id");
    }

    private static DynamoDbClient nowhere() {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:1"))
                .region(Region.EU_NORTH_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    @Test
    void retriesAreToldWhereThereWereAny() {
        FaultyHttpClient http = new FaultyHttpClient(Apache5HttpClient.create());
        DynamoDbClient faulty = DynamoDbClient.builder()
                .endpointOverride(URI.create(server.toString()))
                .region(Region.US_EAST_1)
                .credentialsProvider(client.serviceClientConfiguration().credentialsProvider())
                .httpClient(http)
                .build();
        BloopTemplate<Link> retried = engine(faulty, null).template(LINK);
        retried.find("docs");
        seen.clear();
        http.lay(Fault.THROTTLED, 1);

        retried.find("docs");

        assertThat(high(only())).containsEntry("bloop.retries", "1");
        assertThat(low(only())).containsEntry("error.type", "none");
    }

    @Test
    void nothingThatIsObservedHoldsValuesOrKeysOfItems() {
        Link link = new Link("secret-slug", "secret-owner");
        link.createdOn = Instant.EPOCH;
        links.insert(link);
        assertThatThrownBy(() -> links.insert(link)).isInstanceOf(ConstraintViolation.class);
        links.find("secret-slug");
        links.query(LINK.byOwner).where(LINK.owner.eq("secret-owner")).all();
        engine.writeTransaction(tx -> tx.delete(link));

        assertThat(seen).hasSize(5).allSatisfy(context -> {
            assertThat(context.getAllKeyValues().toString()).doesNotContain("secret");
            assertThat(context.getContextualName()).doesNotContain("secret");
            assertThat(String.valueOf(context.getError())).doesNotContain("secret");
        });
    }

    @Test
    void aRequestIsAChildOfWhatIsObservedAroundIt() {
        Observation around = Observation.start("around", registry);
        around.scoped(() -> {
            links.find("docs");
            assertThat(registry.getCurrentObservation()).isSameAs(around);
        });
        around.stop();

        assertThat(only().getParentObservation()).isSameAs(around);
        assertThat(registry.getCurrentObservation()).isNull();
    }

    @Test
    void bindingIsObservedToo() {
        Engine another = Engine.builder(client)
                .tableNames(TableNames.template(prefix + "b-{table_name}"))
                .observer(new ObservationRequestObserver(registry, null, client))
                .build();

        another.bind(List.of(DAILY_VISITS));

        assertThat(seen)
                .extracting(
                        context -> context.getOperation() + " " + low(context).get("error.type"))
                .startsWith("DescribeTable ResourceNotFoundException", "CreateTable none", "DescribeTable none");
        assertThat(high(seen.get(1))).doesNotContainKey("aws.dynamodb.count");
    }

    @Test
    void aConventionOfOnesOwnOverridesSingleKeys() {
        Engine named = engine(client, new DefaultBloopObservationConvention() {
            @Override
            public String getName() {
                return "my.requests";
            }

            @Override
            protected KeyValue model(BloopObservationContext context) {
                return KeyValue.of("model", context.getTarget().models().toLowerCase(Locale.ROOT));
            }
        });
        named.bind(List.of(LINK));
        seen.clear();

        named.template(LINK).find("docs");

        assertThat(only().getName()).isEqualTo("my.requests");
        assertThat(low(only())).containsEntry("model", "link").doesNotContainKey("bloop.model");
    }

    @Test
    void nothingIsAskedForWhereNobodyListens() {
        InterceptedClient intercepted = new InterceptedClient(client);
        Engine unheard = Engine.builder(intercepted.client())
                .bindMode(BindMode.NONE)
                .tableNames(TableNames.template(prefix + "{table_name}"))
                .observer(new ObservationRequestObserver(ObservationRegistry.NOOP, null, intercepted.client()))
                .build();

        unheard.template(LINK).find("docs");

        assertThat(intercepted.requests(GetItemRequest.class).get(0).returnConsumedCapacity())
                .isNull();
    }

    @Test
    void nothingIsAskedForWhereTheObservationIsSwitchedOff() {
        registry.observationConfig()
                .observationPredicate((name, context) -> !name.equals("db.client.operation.duration"));
        InterceptedClient intercepted = new InterceptedClient(client);

        engine(intercepted.client(), null).template(LINK).find("docs");

        assertThat(seen).isEmpty();
        assertThat(intercepted.requests(GetItemRequest.class).get(0).returnConsumedCapacity())
                .isNull();
    }

    @Test
    void theDocumentationNamesEveryKeyThatIsObserved() {
        links.insert(new Link("docs", "ada"));
        assertThatThrownBy(() -> links.insert(new Link("docs", "ada"))).isInstanceOf(ConstraintViolation.class);
        links.scan().all();
        engine.readTransaction(tx -> tx.find(LINK.keyOf("docs")).find(DAILY_VISITS.keyOf("monday")));

        List<String> low = names(BloopObservationDocumentation.REQUEST.getLowCardinalityKeyNames());
        List<String> high = names(BloopObservationDocumentation.REQUEST.getHighCardinalityKeyNames());
        assertThat(seen).hasSize(4).allSatisfy(context -> {
            assertThat(low(context)).containsOnlyKeys(low);
            assertThat(high).containsAll(high(context).keySet());
        });
    }

    private static List<String> names(KeyName[] keys) {
        return Arrays.stream(keys).map(KeyName::asString).toList();
    }

    private final class Seeing implements ObservationHandler<BloopObservationContext> {

        @Override
        public void onStop(BloopObservationContext context) {
            seen.add(context);
        }

        @Override
        public boolean supportsContext(Observation.Context context) {
            return context instanceof BloopObservationContext;
        }
    }
}
