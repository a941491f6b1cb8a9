package io.bloop.table.internal;

import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.bound.internal.BoundModel;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.IndexProjection;
import io.bloop.model.ModelDefinition;
import io.bloop.model.Values;
import io.bloop.request.internal.TableRequests;
import io.bloop.settings.Billing;
import io.bloop.settings.StreamView;
import io.bloop.settings.internal.DescribedTable;
import io.bloop.settings.internal.SettingWithRequests;
import io.bloop.settings.internal.Settings;
import io.bloop.settings.internal.TableCall;
import io.bloop.table.BindMode;
import io.bloop.table.Difference.NarrowProjection;
import io.bloop.table.IndexWait;
import io.bloop.table.TablePlan;
import io.bloop.table.TableReport;
import io.bloop.table.TableStep;
import io.bloop.table.TableUpdateTests;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/** Updates random tables to random models on DynamoDB Local. */
class TablePlanPropertyTests {

    private static final AtomicInteger TABLES = new AtomicInteger();

    /** An index that a model declares. */
    record Declared(
            String name, boolean global, String hash, String range, IndexProjection.Kind projection, Units units) {}

    /** Says whether a model wants throughput of an index. */
    enum Units {
        NONE,
        SOME
    }

    /** A model with some of the features that DynamoDB Local describes. */
    record Shape(
            boolean textId,
            boolean withRange,
            boolean textA,
            List<Declared> indexes,
            @Nullable Billing billing,
            boolean withUnits,
            @Nullable StreamView stream,
            @Nullable Boolean protection,
            boolean expiring) {}

    static final class ShapeModel extends ModelDefinition<Map<String, Object>> {

        @SuppressWarnings("unchecked") // the class of a map's objects
        ShapeModel(Shape shape) {
            super((Class<Map<String, Object>>) (Class<?>) Map.class, "Shape");
            if (shape.textId()) {
                text("id").hashKey();
            } else {
                number("id").hashKey();
            }
            if (shape.withRange()) {
                text("at").rangeKey();
            }
            if (shape.textA()) {
                text("a");
            } else {
                number("a");
            }
            text("b");
            number("e");
            boolean onDemand = shape.billing() == Billing.ON_DEMAND;
            shape.indexes().forEach(index -> declare(index, onDemand, shape.withRange()));
            table(t -> t.named("shape").backups(false));
            table(t -> t.billing(shape.billing() == null ? Billing.PROVISIONED : shape.billing()));
            // DynamoDB Local forgets the maximum of a table on demand with each update of anything else
            if (shape.withUnits() && !onDemand) {
                table(t -> t.units(3L, null));
            }
            if (shape.stream() != null) {
                table(t -> t.stream(shape.stream()));
            }
            if (shape.protection() != null) {
                table(t -> t.deletionProtection(shape.protection()));
            }
            if (shape.expiring()) {
                table(t -> t.ttl("e"));
            }
        }

        private void declare(Declared index, boolean onDemand, boolean withRange) {
            IndexProjection projection = switch (index.projection()) {
                case ALL -> IndexProjection.ALL;
                case KEYS -> IndexProjection.KEYS;
                case INCLUDE -> IndexProjection.named("e");
            };
            if (index.global()) {
                GlobalSecondaryIndex<?> global =
                        globalIndex(index.name(), projection).hashKey(index.hash());
                if (!index.range().equals(index.hash())) {
                    global.rangeKey(index.range());
                }
                if (index.units() == Units.SOME && !onDemand) {
                    global.units(5L, null);
                }
            } else if (withRange) {
                localIndex(index.name(), projection).rangeKey(index.range());
            }
        }

        private io.bloop.model.StringColumn<Map<String, Object>, String> text(String name) {
            return column(name, STRING)
                    .getter(map -> (String) map.get(name))
                    .setter((map, value) -> map.put(name, value));
        }

        private io.bloop.model.NumberColumn<Map<String, Object>, Long> number(String name) {
            return column(name, LONG).getter(map -> (Long) map.get(name)).setter((map, value) -> map.put(name, value));
        }

        @Override
        protected Map<String, Object> create(Values<Map<String, Object>> values) {
            return Map.of();
        }
    }

    private static Arbitrary<Declared> index(String name) {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(3, Arbitraries.just(true)),
                                net.jqwik.api.Tuple.of(1, Arbitraries.just(false))),
                        Arbitraries.of("a", "b"),
                        Arbitraries.of("a", "b"),
                        Arbitraries.of(IndexProjection.Kind.class),
                        Arbitraries.of(Units.class))
                .as((global, hash, range, projection, units) ->
                        new Declared(name, global, hash, range, projection, units));
    }

    private static Arbitrary<List<Declared>> indexes() {
        return Combinators.combine(index("one").optional(0.6), index("two").optional(0.4))
                .as((one, two) -> {
                    List<Declared> indexes = new ArrayList<>();
                    one.ifPresent(indexes::add);
                    two.ifPresent(indexes::add);
                    return indexes;
                });
    }

    @Provide
    Arbitrary<Shape> shapes() {
        Arbitrary<Boolean> mostly = Arbitraries.of(true, true, true, true, true, false);
        Arbitrary<Boolean> either = Arbitraries.of(true, false);
        return Combinators.combine(
                        mostly,
                        mostly,
                        mostly,
                        indexes(),
                        Arbitraries.of(Billing.class).injectNull(0.3),
                        either,
                        Arbitraries.of(StreamView.class).injectNull(0.4))
                .flatAs((textId, withRange, textA, indexes, billing, units, stream) -> Combinators.combine(
                                either.injectNull(0.4), either)
                        .as((protection, expiring) -> new Shape(
                                textId, withRange, textA, indexes, billing, units, stream, protection, expiring)));
    }

    private static WantedTable goal(Shape shape, String table) {
        ShapeModel model = new ShapeModel(shape);
        return new WantedTable(List.of(new BoundModel<>(model, table, model.settings(), Map.of())));
    }

    private static void create(DynamoDbClient client, Shape shape, String table) {
        client.createTable(TableCreation.request(goal(shape, table), false));
    }

    private static Optional<TablePlan> bind(DynamoDbClient client, BindMode mode, WantedTable goal) {
        return new TableBinding(
                        goal, mode, IndexWait.WAIT, new TableRequests(client, List.of(), null), Duration.ofSeconds(60))
                .bind()
                .map(TableReport::plan);
    }

    private static List<String> told(List<TableStep> steps) {
        // commands name what is there, which safe steps change
        return steps.stream()
                .map(step -> step.difference() + ": " + step.text() + " " + step.reason())
                .toList();
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    @Label("U1 the safe steps of a plan leave exactly its unsafe ones, and nothing but what is safe is ever sent")
    void leavesTheUnsafeSteps(@ForAll("shapes") Shape there, @ForAll("shapes") Shape wanted) {
        String table = "shapes-" + TABLES.incrementAndGet();
        try (DynamoDbClient client = LocalDynamoDb.clientBuilder().build()) {
            create(client, there, table);
            WantedTable goal = goal(wanted, table);
            List<TableStep> unsafe =
                    bind(client, BindMode.VALIDATE, goal).map(TablePlan::unsafe).orElse(List.of());
            InterceptedClient intercepted = new InterceptedClient(client);
            try {
                Optional<TablePlan> left = bind(intercepted.client(), BindMode.UPDATE, goal);

                assertThat(told(left.map(TablePlan::steps).orElse(List.of()))).containsExactlyElementsOf(told(unsafe));
                assertThat(intercepted.requests()).allSatisfy(TablePlanPropertyTests::assertSafe);
            } finally {
                client.updateTable(r -> r.tableName(table).deletionProtectionEnabled(false));
                client.deleteTable(r -> r.tableName(table));
            }
        }
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    @Label("U1 the plan of a missing table creates it with nothing left to do")
    void createsAll(@ForAll("shapes") Shape wanted) {
        String table = "shapes-" + TABLES.incrementAndGet();
        try (DynamoDbClient client = LocalDynamoDb.clientBuilder().build()) {
            InterceptedClient intercepted = new InterceptedClient(client);
            try {
                assertThat(bind(intercepted.client(), BindMode.UPDATE, goal(wanted, table)))
                        .isEmpty();
                assertThat(intercepted.requests()).allSatisfy(TablePlanPropertyTests::assertSafe);
            } finally {
                client.updateTable(r -> r.tableName(table).deletionProtectionEnabled(false));
                client.deleteTable(r -> r.tableName(table));
            }
        }
    }

    /** Describes a table as it is right after its creation. */
    private static DescribedTable described(Shape shape, String table) {
        CreateTableRequest created = TableCreation.request(goal(shape, table), false);
        List<GlobalSecondaryIndexDescription> globals = created.globalSecondaryIndexes().stream()
                .map(index -> GlobalSecondaryIndexDescription.builder()
                        .indexName(index.indexName())
                        .keySchema(index.keySchema())
                        .projection(index.projection())
                        .provisionedThroughput(described(index.provisionedThroughput()))
                        .build())
                .toList();
        List<LocalSecondaryIndexDescription> locals = created.localSecondaryIndexes().stream()
                .map(index -> LocalSecondaryIndexDescription.builder()
                        .indexName(index.indexName())
                        .keySchema(index.keySchema())
                        .projection(index.projection())
                        .build())
                .toList();
        DescribedTable described = new DescribedTable(TableDescription.builder()
                .tableName(table)
                .tableArn("arn:aws:dynamodb:us-east-1:123456789012:table/" + table)
                .keySchema(created.keySchema())
                .attributeDefinitions(created.attributeDefinitions())
                .billingModeSummary(b -> b.billingMode(created.billingMode()))
                .provisionedThroughput(described(created.provisionedThroughput()))
                .globalSecondaryIndexes(globals)
                .localSecondaryIndexes(locals)
                .build());
        for (SettingWithRequests<?> setting : Settings.withRequests()) {
            described = described.with(setting, null);
        }
        return described;
    }

    private static @Nullable ProvisionedThroughputDescription described(@Nullable ProvisionedThroughput throughput) {
        return throughput == null
                ? null
                : ProvisionedThroughputDescription.builder()
                        .readCapacityUnits(throughput.readCapacityUnits())
                        .writeCapacityUnits(throughput.writeCapacityUnits())
                        .build();
    }

    @Property(tries = 1000)
    @Label("U1 no request is in a plan twice, and each difference is in it")
    void plansEachRequestOnce(@ForAll("shapes") Shape there, @ForAll("shapes") Shape wanted) {
        WantedTable goal = goal(wanted, "shapes");
        DescribedTable table = described(there, "shapes");

        List<PlannedStep> steps = TablePlanner.steps(
                goal, table, TableComparison.check(goal, table).differences());

        assertThat(steps.stream().flatMap(step -> step.calls().stream()).map(TableCall::request))
                .doesNotHaveDuplicates();
        assertThat(steps.stream().map(PlannedStep::step).map(TableStep::difference))
                .containsAll(TableComparison.check(goal, table).differences().stream()
                        .filter(difference -> !(difference instanceof NarrowProjection))
                        .toList());
    }

    /** Asserts that a request describes, creates, adds an index or switches something on. */
    private static void assertSafe(DynamoDbRequest request) {
        if (request instanceof UpdateTableRequest update) {
            UpdateTableRequest known = UpdateTableRequest.builder()
                    .tableName(update.tableName())
                    .overrideConfiguration(update.overrideConfiguration().orElse(null))
                    .attributeDefinitions(update.hasAttributeDefinitions() ? update.attributeDefinitions() : null)
                    .globalSecondaryIndexUpdates(
                            update.hasGlobalSecondaryIndexUpdates() ? update.globalSecondaryIndexUpdates() : null)
                    .streamSpecification(update.streamSpecification())
                    .deletionProtectionEnabled(update.deletionProtectionEnabled())
                    .build();
            assertThat(update).isEqualTo(known);
            assertThat(update.globalSecondaryIndexUpdates()).allSatisfy(index -> {
                assertThat(index.create()).isNotNull();
                assertThat(index.update()).isNull();
                assertThat(index.delete()).isNull();
            });
            assertThat(update.streamSpecification() == null
                            || update.streamSpecification().streamEnabled())
                    .isTrue();
            assertThat(update.deletionProtectionEnabled() == null || update.deletionProtectionEnabled())
                    .isTrue();
        } else if (request instanceof UpdateTimeToLiveRequest update) {
            assertThat(update.timeToLiveSpecification().enabled()).isTrue();
        } else if (!(request instanceof CreateTableRequest)) {
            assertThat(TableUpdateTests.isReading(request)).as("%s", request).isTrue();
        }
    }
}
