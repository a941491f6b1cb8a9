package io.bloop.request;

import static io.bloop.read.Consistency.STRONG;
import static io.bloop.testing.LinkModel.LINK;
import static io.bloop.type.Types.STRING;
import static io.bloop.write.WriteOptions.onlyIf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.table.BindMode;
import io.bloop.testing.BothClients;
import io.bloop.testing.Fault;
import io.bloop.testing.FaultyHttpClient;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricPublisher;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

@BothClients
class RequestObserverTests {

    record Blank(String id) {}

    static final class BlankModel extends ModelDefinition<Blank> {

        final StringColumn<Blank, String> id =
                column("id", STRING).getter(Blank::id).hashKey();

        BlankModel() {
            super(Blank.class);
        }

        @Override
        protected Blank create(Values<Blank> values) {
            return new Blank(values.get(id));
        }
    }

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private final FaultyHttpClient http = new FaultyHttpClient(Apache5HttpClient.create());
    private final List<String> seen = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private Engine engine;
    private BloopTemplate<Link> links;

    @BeforeEach
    void bind() {
        engine = dynamoDb.engineBuilder(dynamoDb.faultyClient(http))
                .observer((operation, target) -> {
                    seen.add(operation + " " + target);
                    return outcomes::add;
                })
                .build();
        engine.bind(List.of(LINK));
        links = engine.template(LINK);
    }

    private void forget() {
        seen.clear();
        outcomes.clear();
    }

    private String table() {
        return "Link in table '" + dynamoDb.tableName("Link") + "'";
    }

    private Outcome only() {
        assertThat(outcomes).hasSize(1);
        return outcomes.get(0);
    }

    @Test
    @DisplayName("E5 binding passes through the observer")
    void observesBinding() {
        assertThat(seen)
                .startsWith("DescribeTable " + table(), "CreateTable " + table(), "DescribeTable " + table())
                .contains("UpdateTimeToLive " + table());
        assertThat(outcomes.get(0).failure()).isNotNull();
        assertThat(outcomes.get(1).failure()).isNull();
    }

    @Test
    @DisplayName("E5 every kind of request passes through the observer, with its items")
    void observesEveryKind() {
        forget();
        Link a = links.save(new Link("a"));
        links.insert(new Link("b"));
        links.replace(a);
        links.find("a");
        links.find("nothing");
        links.findAll(List.of(LINK.key("a"), LINK.key("b")), STRONG);
        links.scan().filter(LINK.slug.eq("a")).all();
        engine.writeTransaction(tx -> tx.insert(new Link("c")).insert(new Link("d")));
        engine.readTransaction(tx -> tx.find(LINK.key("a")).find(LINK.key("x")));
        links.delete(a);

        assertThat(seen)
                .containsExactly(
                        "UpdateItem " + table(),
                        "PutItem " + table(),
                        "PutItem " + table(),
                        "GetItem " + table(),
                        "GetItem " + table(),
                        "BatchGetItem " + table(),
                        "Scan " + table(),
                        "TransactWriteItems " + table(),
                        "TransactGetItems " + table(),
                        "DeleteItem " + table());
        assertThat(outcomes).extracting(Outcome::items).containsExactly(1, 1, 1, 1, 0, 2, 1, 2, 1, 1);
        assertThat(outcomes).extracting(Outcome::scanned).containsExactly(1, 1, 1, 1, 0, 2, 2, 2, 1, 1);
        assertThat(outcomes).allSatisfy(outcome -> {
            assertThat(outcome.duration()).isPositive();
            assertThat(outcome.retries()).isZero();
            assertThat(outcome.failure()).isNull();
            assertThat(outcome.capacity())
                    .extracting(ConsumedCapacity::tableName)
                    .containsExactly(dynamoDb.tableName("Link"));
            assertThat(outcome.capacity().get(0).capacityUnits()).isPositive();
        });
    }

    @Test
    @DisplayName("E5 the observer sees the index, and what it was charged")
    void observesIndexes() {
        Link link = new Link("a");
        link.owner = "me";
        links.save(link);
        forget();

        links.query(LINK.byOwner).where(LINK.owner.eq("me")).all();

        assertThat(seen).containsExactly("Query " + table() + " (index 'byOwner')");
        assertThat(only().capacity()
                        .get(0)
                        .globalSecondaryIndexes()
                        .get("byOwner")
                        .capacityUnits())
                .isPositive();
    }

    @Test
    @DisplayName("E5 the observer sees how often the SDK has tried again")
    void observesRetries() {
        forget();
        http.lay(Fault.THROTTLED, 2);

        links.find("a");

        assertThat(only().retries()).isEqualTo(2);
        assertThat(only().failure()).isNull();
    }

    @Test
    @DisplayName("E5 the observer sees a failure with the attempts before it")
    void observesFailures() {
        forget();
        http.lay(Fault.SERVER_ERROR, 3);

        assertThatThrownBy(() -> links.find("a")).isInstanceOf(RequestFailed.class);

        assertThat(only().retries()).isEqualTo(2);
        assertThat(only().failure()).hasMessageContaining("The request processing has failed");
        assertThat(only().items()).isZero();
    }

    @Test
    @DisplayName("E5 an unmet condition is an outcome too")
    void observesUnmetConditions() {
        links.save(new Link("a"));
        forget();

        assertThatThrownBy(() -> links.save(new Link("a"), onlyIf(LINK.slug.notExists())))
                .isInstanceOf(ConstraintViolation.class);

        assertThat(only().failure()).isInstanceOf(ConditionalCheckFailedException.class);
    }

    static Stream<Throwable> failuresOfOthers() {
        return Stream.of(new IllegalStateException("of an interceptor"), new AssertionError("of an interceptor"));
    }

    @ParameterizedTest
    @MethodSource("failuresOfOthers")
    @DisplayName("E5 the observer sees the end of a request that an interceptor has failed, whose failure is passed on")
    void observesFailuresOfOthers(Throwable failure) {
        DynamoDbClient intercepted = LocalDynamoDb.clientBuilder()
                .overrideConfiguration(c -> c.addExecutionInterceptor(new ExecutionInterceptor() {
                    @Override
                    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
                        if (failure instanceof Error error) {
                            throw error;
                        }
                        throw (RuntimeException) failure;
                    }
                }))
                .build();
        BloopTemplate<Link> failing = dynamoDb.engineBuilder(intercepted)
                .bindMode(BindMode.NONE)
                .observer((operation, target) -> outcomes::add)
                .build()
                .template(LINK);
        forget();

        assertThatThrownBy(() -> failing.find("a")).isSameAs(failure);

        assertThat(only().failure()).hasCause(failure).hasMessage(failure.toString());
        assertThat(only().items()).isZero();
        assertThat(only().retries()).isZero();
    }

    @Test
    @DisplayName("E5 an observer that fails is passed over")
    void passesOverAFailingObserver() {
        Engine observed = dynamoDb.engineBuilder()
                .observer((operation, target) -> {
                    throw new IllegalStateException("broken at the start");
                })
                .observer((operation, target) -> outcome -> {
                    throw new IllegalStateException("broken at the end");
                })
                .observer((operation, target) -> outcomes::add)
                .build();
        forget();

        observed.template(LINK).save(new Link("a"));

        assertThat(outcomes).hasSizeGreaterThan(1);
        assertThat(links.find("a")).isPresent();
    }

    @Test
    @DisplayName("E5 several observers see a request one inside the other")
    void nestsObservers() {
        List<String> order = new ArrayList<>();
        Engine observed = dynamoDb.engineBuilder()
                .observer((operation, target) -> {
                    order.add("outer starts");
                    return outcome -> order.add("outer stops");
                })
                .observer((operation, target) -> {
                    order.add("inner starts");
                    return outcome -> order.add("inner stops");
                })
                .build();
        BloopTemplate<Link> watched = observed.template(LINK);
        watched.find("a");
        order.clear();

        watched.find("a");

        assertThat(order).containsExactly("outer starts", "inner starts", "inner stops", "outer stops");
    }

    @Test
    @DisplayName("E5 without an observer a request asks for nothing more")
    void asksForNothingUnobserved() {
        InterceptedClient client = dynamoDb.intercept();

        dynamoDb.engineBuilder(client.client()).build().template(LINK).find("a");

        GetItemRequest sent = client.requests(GetItemRequest.class).get(0);
        assertThat(sent.returnConsumedCapacity()).isNull();
        assertThat(sent.overrideConfiguration().stream())
                .allSatisfy(configuration ->
                        assertThat(configuration.metricPublishers()).isEmpty());
    }

    @Test
    @DisplayName("E5 a request that no observer wants to watch asks for nothing more")
    void asksForNothingUnwatched() {
        InterceptedClient client = dynamoDb.intercept();
        Engine unwatched = dynamoDb.engineBuilder(client.client())
                .observer((operation, target) -> RequestObserver.Observation.NONE)
                .build();

        unwatched.template(LINK).find("a");

        GetItemRequest sent = client.requests(GetItemRequest.class).get(0);
        assertThat(sent.returnConsumedCapacity()).isNull();
        assertThat(sent.overrideConfiguration().stream())
                .allSatisfy(configuration ->
                        assertThat(configuration.metricPublishers()).isEmpty());
    }

    @Test
    @DisplayName("E5 the target of a transaction tells its tables apart")
    void tellsTheTablesOfTransactionsApart() {
        List<Target> targets = new ArrayList<>();
        Engine watched = dynamoDb.engineBuilder()
                .observer((operation, target) -> {
                    targets.add(target);
                    return outcomes::add;
                })
                .build();
        BlankModel blanks = new BlankModel();
        watched.bind(List.of(LINK, blanks));
        targets.clear();

        watched.writeTransaction(
                tx -> tx.insert(new Link("a")).insert(new Blank("b")).insert(new Link("c")));

        Target link = new Target("Link", dynamoDb.tableName("Link"), null, List.of(), Map.of("slug", "slug"));
        Target blank = new Target("Blank", dynamoDb.tableName("Blank"), null, List.of(), Map.of("id", "id"));
        assertThat(targets)
                .containsExactly(new Target(
                        "Link, Blank",
                        dynamoDb.tableName("Link") + "', '" + dynamoDb.tableName("Blank"),
                        null,
                        List.of(link, blank),
                        Map.of()));
        assertThat(targets.get(0))
                .hasToString("Link, Blank in table '" + dynamoDb.tableName("Link") + "', '"
                        + dynamoDb.tableName("Blank") + "'");
    }

    @Test
    @DisplayName("E5 an observer takes nothing from the publishers of the client's own metrics")
    void leavesTheClientItsMetrics() {
        AtomicInteger published = new AtomicInteger();
        DynamoDbClient measured = LocalDynamoDb.clientBuilder()
                .overrideConfiguration(c -> c.addMetricPublisher(new MetricPublisher() {
                    @Override
                    public void publish(MetricCollection metrics) {
                        published.incrementAndGet();
                    }

                    @Override
                    public void close() {}
                }))
                .build();

        dynamoDb.engineBuilder(measured)
                .bindMode(BindMode.NONE)
                .observer((operation, target) -> outcomes::add)
                .build()
                .template(LINK)
                .find("a");

        assertThat(published).hasValue(1);
    }
}
