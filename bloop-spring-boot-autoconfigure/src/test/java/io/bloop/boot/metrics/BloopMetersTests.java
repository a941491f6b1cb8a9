package io.bloop.boot.metrics;

import static io.bloop.boot.links.DailyVisitsModel.DAILY_VISITS;
import static io.bloop.boot.links.LinkModel.LINK;
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
import io.bloop.request.RequestFailed;
import io.bloop.request.RequestLimit;
import io.bloop.request.RequestObserver;
import io.bloop.table.BindMode;
import io.bloop.testing.Fault;
import io.bloop.testing.FaultyHttpClient;
import io.bloop.testing.InterceptedClient;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Statistic;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

class BloopMetersTests {

    private final String prefix = LocalDynamoDb.prefix();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final DynamoDbClient client = LocalDynamoDb.client();
    private Engine engine;
    private BloopTemplate<Link> links;

    private Engine engine(DynamoDbClient sender) {
        return Engine.builder(sender)
                .tableNames(TableNames.template(prefix + "{table_name}"))
                .observer(new MeterRequestObserver(registry, sender))
                .build();
    }

    @BeforeEach
    void bind() {
        engine = engine(client);
        engine.bind(List.of(LINK, DAILY_VISITS));
        links = engine.template(LINK);
    }

    /** Returns the totals of one meter by model, operation, table and index. */
    private Map<String, Double> totals(String meter) {
        Map<String, Double> totals = new TreeMap<>();
        registry.find(meter).meters().forEach(found -> totals.put(who(found), total(found)));
        return totals;
    }

    private String who(Meter meter) {
        Map<String, String> tags =
                meter.getId().getTags().stream().collect(Collectors.toMap(Tag::getKey, Tag::getValue));
        return tags.get("bloop.model") + " " + tags.get("db.operation.name") + " "
                + tags.get("db.collection.name").replace(prefix, "") + " " + tags.get("aws.dynamodb.index_name");
    }

    private static double total(Meter meter) {
        return StreamSupport.stream(meter.measure().spliterator(), false)
                .filter(measured -> measured.getStatistic() == Statistic.TOTAL
                        || meter.getId().getType() == Meter.Type.COUNTER)
                .mapToDouble(measured -> measured.getValue())
                .sum();
    }

    @Test
    void aQueryIsChargedToItsIndex() {
        saved("a");
        saved("b");

        links.query(LINK.byOwner)
                .where(LINK.owner.eq("ada"))
                .filter(LINK.slug.ne("a"))
                .all();

        assertThat(totals("bloop.capacity.read")).isEqualTo(Map.of("Link Query Link byOwner", 0.5));
        assertThat(totals("bloop.items")).containsEntry("Link Query Link byOwner", 1.0);
        assertThat(totals("bloop.items.scanned")).isEqualTo(Map.of("Link Query Link byOwner", 2.0));
    }

    private void saved(String slug) {
        Link link = new Link(slug, "ada");
        link.createdOn = Instant.EPOCH;
        links.save(link);
    }

    @Test
    void aWriteIsChargedToTheTableAndToEachIndexThatItTouches() {
        saved("a");

        assertThat(totals("bloop.capacity.write"))
                .isEqualTo(Map.of("Link UpdateItem Link none", 1.0, "Link UpdateItem Link byOwner", 1.0));
        assertThat(totals("bloop.capacity.read")).isEmpty();
    }

    @Test
    void readsAndWritesOfOneItemAddUp() {
        links.save(new Link("a", null));
        links.find("a");
        links.find("a");
        links.find("b");
        links.delete(new Link("a", null));

        assertThat(totals("bloop.capacity.read")).isEqualTo(Map.of("Link GetItem Link none", 1.5));
        assertThat(totals("bloop.capacity.write"))
                .isEqualTo(Map.of("Link UpdateItem Link none", 1.0, "Link DeleteItem Link none", 1.0));
        assertThat(totals("bloop.items")).containsEntry("Link GetItem Link none", 2.0);
        assertThat(registry.get("bloop.items")
                        .tag("db.operation.name", "GetItem")
                        .summary()
                        .count())
                .isEqualTo(3);
    }

    @Test
    void aBatchIsChargedAsOne() {
        links.bulk().replaceAll(List.of(new Link("a", null), new Link("b", null)));

        assertThat(totals("bloop.capacity.write")).isEqualTo(Map.of("Link BatchWriteItem Link none", 2.0));
        assertThat(totals("bloop.items")).isEqualTo(Map.of("Link BatchWriteItem Link none", 2.0));
    }

    @Test
    void aTransactionIsChargedToEachOfItsModels() {
        engine.writeTransaction(tx -> tx.insert(new Link("a", null)).insert(new DailyVisits("monday")));
        engine.readTransaction(tx -> tx.find(LINK.keyOf("a")).find(DAILY_VISITS.keyOf("monday")));

        assertThat(totals("bloop.capacity.write"))
                .isEqualTo(Map.of(
                        "Link TransactWriteItems Link none",
                        2.0,
                        "DailyVisits TransactWriteItems DailyVisits none",
                        2.0));
        assertThat(totals("bloop.capacity.read"))
                .isEqualTo(Map.of(
                        "Link TransactGetItems Link none", 2.0, "DailyVisits TransactGetItems DailyVisits none", 2.0));
        assertThat(totals("bloop.items")).containsEntry("Link, DailyVisits TransactWriteItems none none", 2.0);
    }

    @Test
    void aFailedRequestCountsForNothingThatIsNotKnown() {
        links.insert(new Link("a", null));

        assertThatThrownBy(() -> links.insert(new Link("a", null))).isInstanceOf(ConstraintViolation.class);

        assertThat(totals("bloop.capacity.write")).isEqualTo(Map.of("Link PutItem Link none", 1.0));
        assertThat(totals("bloop.items")).isEqualTo(Map.of("Link PutItem Link none", 1.0));
    }

    @Test
    void retriesAreCountedThoseInVainToo() {
        FaultyHttpClient http = new FaultyHttpClient(Apache5HttpClient.create());
        DynamoDbClient faulty = DynamoDbClient.builder()
                .endpointOverride(
                        URI.create(ServerAddress.of(client).orElseThrow().toString()))
                .region(Region.US_EAST_1)
                .credentialsProvider(client.serviceClientConfiguration().credentialsProvider())
                .httpClient(http)
                .overrideConfiguration(c -> c.retryStrategy(retries -> retries.maxAttempts(3)))
                .build();
        BloopTemplate<Link> retried = engine(faulty).template(LINK);
        retried.find("a");
        assertThat(totals("bloop.retries")).isEmpty();

        http.lay(Fault.SERVER_ERROR, 1);
        retried.find("a");
        http.lay(Fault.SERVER_ERROR, 3);
        assertThatThrownBy(() -> retried.find("a")).isInstanceOf(RequestFailed.class);

        assertThat(totals("bloop.retries")).isEqualTo(Map.of("Link GetItem Link none", 3.0));
    }

    @Test
    @DisplayName("E23 requests in progress and requests that wait are shown")
    void requestsThatWaitAreShown() throws Exception {
        RequestLimit limit = RequestLimit.of(1);
        CountDownLatch gate = new CountDownLatch(1);
        Engine limited = Engine.builder(client)
                .tableNames(TableNames.template(prefix + "{table_name}"))
                .bindMode(BindMode.NONE)
                .requestLimit(limit)
                .observer(new MeterRequestObserver(registry, client))
                .observer((operation, target) -> {
                    pass(gate);
                    return RequestObserver.Observation.NONE;
                })
                .build();
        limited.bind(List.of(LINK));
        RequestLimitMeters.bind(registry, limit, client);
        assertThat(gauge("bloop.requests.max")).isEqualTo(1);
        FutureTask<?> first = started(() -> limited.template(LINK).find("a"));
        FutureTask<?> second = started(() -> limited.template(LINK).find("a"));

        while (gauge("bloop.requests.waiting") < 1) {
            Thread.sleep(5);
        }

        assertThat(gauge("bloop.requests.active")).isEqualTo(1);
        assertThat(gauge("bloop.requests.waiting")).isEqualTo(1);
        Thread.sleep(100);
        gate.countDown();
        first.get();
        second.get();
        assertThat(gauge("bloop.requests.active")).isZero();
        assertThat(gauge("bloop.requests.waiting")).isZero();
        Timer waits = registry.get("bloop.requests.wait.time")
                .tag("bloop.model", "Link")
                .tag("db.operation.name", "GetItem")
                .timer();
        assertThat(waits.count()).isEqualTo(1);
        assertThat(waits.totalTime(TimeUnit.MILLISECONDS)).isGreaterThan(100);
        everyMeterOfTheRegistryIsAsItIsDocumented();
    }

    private double gauge(String name) {
        return registry.get(name).tag("server.address", "127.0.0.1").gauge().value();
    }

    private static FutureTask<?> started(Callable<?> call) {
        FutureTask<?> task = new FutureTask<>(call);
        new Thread(task).start();
        return task;
    }

    private static void pass(CountDownLatch gate) {
        try {
            gate.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void bindingCostsNothing() {
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void nothingIsAskedForWhereNothingIsExported() {
        InterceptedClient intercepted = new InterceptedClient(client);
        CompositeMeterRegistry composite = new CompositeMeterRegistry();
        Engine measured = Engine.builder(intercepted.client())
                .tableNames(TableNames.template(prefix + "{table_name}"))
                .observer(new MeterRequestObserver(composite, intercepted.client()))
                .build();

        measured.template(LINK).find("a");
        composite.add(registry);
        measured.template(LINK).find("a");

        assertThat(intercepted.requests(GetItemRequest.class))
                .extracting(GetItemRequest::returnConsumedCapacity)
                .containsExactly(null, ReturnConsumedCapacity.INDEXES);
        assertThat(totals("bloop.capacity.read")).isEqualTo(Map.of("Link GetItem Link none", 0.5));
    }

    @Test
    void everyMeterIsAsItIsDocumented() {
        saved("a");
        links.scan().all();
        everyMeterOfTheRegistryIsAsItIsDocumented();
        assertThat(registry.getMeters()).hasSizeGreaterThan(4);
    }

    private void everyMeterOfTheRegistryIsAsItIsDocumented() {
        registry.getMeters().forEach(meter -> {
            BloopMeterDocumentation documented = Arrays.stream(BloopMeterDocumentation.values())
                    .filter(one -> one.getName().equals(meter.getId().getName()))
                    .findFirst()
                    .orElseThrow();
            assertThat(meter.getId().getType()).isEqualTo(documented.getType());
            assertThat(meter.getId().getBaseUnit()).isEqualTo(documented.getBaseUnit());
            assertThat(meter.getId().getTags())
                    .extracting(Tag::getKey)
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(documented.getKeyNames())
                            .map(KeyName::asString)
                            .toList());
        });
    }
}
