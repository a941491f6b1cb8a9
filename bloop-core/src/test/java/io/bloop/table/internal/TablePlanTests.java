package io.bloop.table.internal;

import static io.bloop.model.IndexProjection.ALL;
import static io.bloop.settings.Billing.ON_DEMAND;
import static io.bloop.testing.RawTables.attribute;
import static io.bloop.testing.RawTables.globalIndex;
import static io.bloop.testing.RawTables.hash;
import static io.bloop.testing.RawTables.range;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.bloop.bound.internal.BoundModel;
import io.bloop.engine.Engine;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.ModelDefinition;
import io.bloop.settings.Billing;
import io.bloop.settings.StreamView;
import io.bloop.settings.TableClass;
import io.bloop.settings.TableSettings;
import io.bloop.settings.Units;
import io.bloop.settings.internal.DescribedTable;
import io.bloop.settings.internal.Setting;
import io.bloop.settings.internal.SettingWithRequests;
import io.bloop.settings.internal.Settings;
import io.bloop.settings.internal.Tags;
import io.bloop.settings.internal.ThroughputSetting;
import io.bloop.table.BindMode;
import io.bloop.table.Difference;
import io.bloop.table.Difference.MissingIndex;
import io.bloop.table.Difference.MissingTable;
import io.bloop.table.Difference.NarrowProjection;
import io.bloop.table.Difference.OtherKeys;
import io.bloop.table.Difference.OtherSetting;
import io.bloop.table.KeySchema;
import io.bloop.table.ProjectedAttributes;
import io.bloop.table.TablePlan;
import io.bloop.table.TableStep;
import io.bloop.table.ThingModel;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Plans what would have to change. */
class TablePlanTests {

    private static final String ARN = "arn:aws:dynamodb:us-east-1:123456789012:table/things";

    static final class IndexedModel extends ThingModel {

        final GlobalSecondaryIndex<Thing> byKind =
                globalIndex("byKind", ALL).hashKey(kind).rangeKey(size);

        IndexedModel(UnaryOperator<TableSettings> settings) {
            super(settings);
        }
    }

    /** Has a local index too. */
    static final class LocalModel extends ModelDefinition<ThingModel.Thing> {

        LocalModel() {
            super(ThingModel.Thing.class, "Thing");
            column("id", io.bloop.type.Types.STRING)
                    .getter(ThingModel.Thing::id)
                    .hashKey();
            column("kind", io.bloop.type.Types.STRING)
                    .getter(ThingModel.Thing::kind)
                    .rangeKey();
            column("size", io.bloop.type.Types.LONG).getter(ThingModel.Thing::size);
            globalIndex("byKind", ALL).hashKey("kind").rangeKey("size");
            localIndex("bySize", ALL).rangeKey("size");
        }

        @Override
        protected ThingModel.Thing create(io.bloop.model.Values<ThingModel.Thing> values) {
            throw new UnsupportedOperationException();
        }
    }

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private static WantedTable goal(ModelDefinition<?> model) {
        return new WantedTable(List.of(new BoundModel<>(model, "things", model.settings(), Map.of())));
    }

    private static TableDescription.Builder description(KeySchemaElement... keys) {
        return TableDescription.builder()
                .tableName("things")
                .tableArn(ARN)
                .keySchema(keys)
                .attributeDefinitions(attribute("id", ScalarAttributeType.S));
    }

    private static GlobalSecondaryIndexDescription index(String name, KeySchemaElement... keys) {
        return GlobalSecondaryIndexDescription.builder()
                .indexName(name)
                .keySchema(keys)
                .projection(p -> p.projectionType(ProjectionType.KEYS_ONLY))
                .build();
    }

    private static TablePlan plan(ModelDefinition<?> model, TableDescription.Builder there) {
        DescribedTable described = new DescribedTable(there.build());
        for (SettingWithRequests<?> setting : Settings.withRequests()) {
            described = described.with(setting, null);
        }
        return TableComparison.check(goal(model), described).plan();
    }

    private static <V extends Serializable> OtherSetting<V> other(
            Setting<V> setting, @Nullable String index, V wanted, @Nullable V found) {
        return new OtherSetting<>(setting, index, wanted, found);
    }

    /** Returns a difference of every setting. */
    private static List<OtherSetting<?>> settings() {
        List<OtherSetting<?>> settings = new ArrayList<>(List.of(
                other(Settings.BILLING, null, Billing.ON_DEMAND, Billing.PROVISIONED),
                other(Settings.BILLING, null, Billing.PROVISIONED, Billing.ON_DEMAND),
                other(Settings.STREAM, null, StreamView.NEW, null),
                other(Settings.STREAM, null, StreamView.NEW, StreamView.OLD),
                other(Settings.ENCRYPTION, null, true, false),
                other(Settings.ENCRYPTION, null, false, true),
                other(Settings.ENCRYPTION_KEY, null, "key", "other"),
                other(Settings.TABLE_CLASS, null, TableClass.STANDARD, TableClass.INFREQUENT_ACCESS),
                other(Settings.DELETION_PROTECTION, null, true, false),
                other(Settings.DELETION_PROTECTION, null, false, true),
                other(Settings.TIME_TO_LIVE, null, "e", null),
                other(Settings.TIME_TO_LIVE, null, "e", "f"),
                other(Settings.BACKUPS, null, true, false),
                other(Settings.BACKUPS, null, false, true),
                other(Settings.TAGS, null, new Tags(Map.of("a", "1")), null),
                other(Settings.TAGS, null, new Tags(Map.of("a", "1")), new Tags(Map.of("a", "2")))));
        for (ThroughputSetting setting : Settings.ofIndexes()) {
            settings.add(other(setting, null, new Units(1L, null), null));
            settings.add(other(setting, null, new Units(1L, 2L), new Units(3L, 4L)));
            settings.add(other(setting, "byKind", new Units(1L, null), null));
            settings.add(other(setting, "byKind", new Units(1L, 2L), new Units(3L, 4L)));
        }
        return settings;
    }

    static List<Difference> differences() {
        KeySchema keys = new KeySchema(List.of(new KeySchema.Key("hash", "kind", "S")));
        ProjectedAttributes all = new ProjectedAttributes(io.bloop.model.IndexProjection.Kind.ALL, List.of());
        List<Difference> differences = new ArrayList<>(List.of(
                new MissingTable(keys),
                new OtherKeys(null, keys, keys),
                new OtherKeys("byKind", keys, keys),
                new OtherKeys("bySize", keys, keys),
                new MissingIndex("byKind", true, keys, all),
                new MissingIndex("bySize", false, keys, all),
                new NarrowProjection("byKind", all, all),
                new NarrowProjection("bySize", all, all)));
        differences.addAll(settings());
        return differences;
    }

    @ParameterizedTest
    @MethodSource("differences")
    @DisplayName("U1 every kind of difference has a step with its text, its reason and its commands")
    void plansEveryDifference(Difference difference) {
        DescribedTable there =
                new DescribedTable(description(hash("id"), range("kind")).build());
        DescribedTable table = difference instanceof MissingTable ? null : there;

        assertThat(TablePlanner.steps(goal(new LocalModel()), table, List.of(difference)))
                .singleElement()
                .satisfies(planned -> {
                    assertThat(planned.step().difference()).isEqualTo(difference);
                    assertThat(planned.step().kind()).isEqualTo(difference.remedy());
                    assertThat(planned.step().text()).endsWith(".");
                    assertThat(planned.step().reason()).endsWith(".");
                    assertThat(planned.step().commands())
                            .isNotEmpty()
                            .allMatch(line -> line.startsWith("aws dynamodb "));
                    assertThat(planned.calls()).isNotEmpty();
                });
    }

    @Test
    @DisplayName("U1 the differences of these tests are all that comparing can find")
    void knowsEveryDifference() {
        assertThat(differences().stream().<Object>map(Object::getClass).distinct())
                .containsExactlyInAnyOrder((Object[]) Difference.class.getPermittedSubclasses());
        assertThat(settings().stream().<Object>map(OtherSetting::setting).distinct())
                .containsExactlyInAnyOrderElementsOf(Settings.all());
    }

    static Stream<Difference> unsafe() {
        return differences().stream()
                .filter(difference -> !(difference instanceof MissingTable))
                .filter(difference -> !(difference instanceof MissingIndex missing && missing.global()))
                .filter(difference -> !(difference instanceof OtherSetting<?> other
                        && (other.found() == null || Boolean.FALSE.equals(other.found()))
                        && !(other.setting() instanceof ThroughputSetting)
                        && other.setting() != Settings.ENCRYPTION));
    }

    @ParameterizedTest
    @MethodSource("unsafe")
    @DisplayName("U3 keys, projections, billing, units, classes, keys of encryption and other values are never safe")
    void leavesToPersons(Difference difference) {
        DescribedTable there =
                new DescribedTable(description(hash("id"), range("kind")).build());

        assertThat(TablePlanner.steps(goal(new LocalModel()), there, List.of(difference)))
                .singleElement()
                .satisfies(planned -> assertThat(planned.step().safe()).isFalse());
    }

    @Test
    @DisplayName("U1 a plan tells each step with its reason and its command, the safe ones first")
    void printsThePlan() {
        IndexedModel model = new IndexedModel(t -> t.billing(ON_DEMAND).stream(StreamView.NEW));
        TablePlan plan = plan(model, description(hash("id")));

        assertThat(plan).hasToString("""
                Table 'things' of model Thing: 3 steps, 2 safe

                  safe    Change stream from disabled to NEW_IMAGE.
                          The models want it, and nothing else is there.
                            aws dynamodb update-table --table-name things --stream-specification \
                '{"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"}'

                  safe    Add the global index byKind with hash kind, range size, ALL.
                          The table has no such index.
                            aws dynamodb update-table --table-name things --attribute-definitions \
                '[{"AttributeName": "kind", "AttributeType": "S"}, {"AttributeName": "size", "AttributeType": "N"}]' \
                --global-secondary-index-updates '[{"Create": {"IndexName": "byKind", "KeySchema": \
                [{"AttributeName": "kind", "KeyType": "HASH"}, {"AttributeName": "size", "KeyType": "RANGE"}], \
                "Projection": {"ProjectionType": "ALL"}, "ProvisionedThroughput": {"ReadCapacityUnits": 1, \
                "WriteCapacityUnits": 1}}}]'

                  manual  Change billing from provisioned to on demand.
                          It changes what the table costs, and how much it can do.
                            aws dynamodb update-table --table-name things --billing-mode PAY_PER_REQUEST""");
    }

    private static List<String> commands(ModelDefinition<?> model, TableDescription.Builder there) {
        return plan(model, there).steps().stream()
                .flatMap(step -> step.commands().stream())
                .toList();
    }

    @Test
    @DisplayName("U1 an index with other keys is replaced by way of a new index with the next free name")
    void replacesIndexes() {
        List<String> commands = commands(
                new IndexedModel(t -> t),
                description(hash("id"))
                        .globalSecondaryIndexes(index("byKind", hash("kind")), index("byKind-2", hash("id"))));

        assertThat(commands).hasSize(3);
        assertThat(commands.get(0)).contains("\"Create\": {\"IndexName\": \"byKind-3\"");
        assertThat(commands.get(1)).isEqualTo("aws dynamodb wait table-exists --table-name things");
        assertThat(commands.get(2))
                .isEqualTo("aws dynamodb update-table --table-name things --global-secondary-index-updates "
                        + "'[{\"Delete\": {\"IndexName\": \"byKind\"}}]'");
    }

    @Test
    @DisplayName("U1 an index whose attribute has another type is deleted first, since both cannot be there")
    void replacesIndexesOfAnotherType() {
        TablePlan plan = plan(
                new IndexedModel(t -> t),
                description(hash("id"))
                        .attributeDefinitions(
                                attribute("id", ScalarAttributeType.S), attribute("kind", ScalarAttributeType.N))
                        .globalSecondaryIndexes(index("byKind", hash("kind"))));

        assertThat(plan.steps()).singleElement().satisfies(step -> {
            assertThat(step.text())
                    .isEqualTo("Delete the index byKind, and add it again with hash kind (S), range size (N), ALL.");
            assertThat(step.commands().get(0)).contains("\"Delete\"");
            assertThat(step.commands().get(1)).isEqualTo("aws dynamodb wait table-exists --table-name things");
            assertThat(step.commands().get(2)).contains("\"Create\": {\"IndexName\": \"byKind\"");
        });
    }

    @Test
    @DisplayName("U3 an index whose attribute has another type in other keys is not added")
    void refusesConflictingTypes() {
        TablePlan plan = plan(
                new IndexedModel(t -> t),
                description(hash("id"))
                        .attributeDefinitions(
                                attribute("id", ScalarAttributeType.S), attribute("size", ScalarAttributeType.S))
                        .globalSecondaryIndexes(index("bySize", hash("size"))));

        assertThat(plan.safe()).isEmpty();
        assertThat(plan.steps())
                .extracting(TableStep::reason)
                .containsExactly(
                        "The attribute size is S in the keys of index bySize, and an attribute has one type in "
                                + "all keys of a table.");
    }

    @Test
    @DisplayName("U3 an index that has the name of a local index is not added")
    void refusesNamesOfLocalIndexes() {
        TablePlan plan = plan(
                new IndexedModel(t -> t),
                description(hash("id"))
                        .localSecondaryIndexes(LocalSecondaryIndexDescription.builder()
                                .indexName("byKind")
                                .keySchema(hash("id"), range("at"))
                                .build()));

        assertThat(plan.safe()).isEmpty();
        assertThat(plan.steps()).hasSize(1);
    }

    @Test
    @DisplayName("U3 nothing is changed of a table with other keys, which may belong to somebody else")
    void leavesOtherTablesAlone() {
        TablePlan plan = plan(
                new IndexedModel(t -> t.stream(StreamView.NEW).deletionProtection(true)), description(hash("other")));

        assertThat(plan.safe()).isEmpty();
        assertThat(plan.unsafe())
                .extracting(TableStep::kind)
                .contains(Difference.Remedy.REPLACE_TABLE, Difference.Remedy.ADD_INDEX);
        assertThat(plan.unsafe().stream().flatMap(step -> step.commands().stream()))
                .anyMatch(line -> line.startsWith("aws dynamodb create-table --table-name things-2 "));
    }

    private static TableDescription.Builder onDemand(TableDescription.Builder there) {
        return there.billingModeSummary(b -> b.billingMode(BillingMode.PAY_PER_REQUEST));
    }

    private static final String MAKE_PROVISIONED = "aws dynamodb update-table --table-name things --billing-mode "
            + "PROVISIONED --provisioned-throughput '{\"ReadCapacityUnits\": 5, \"WriteCapacityUnits\": 6}'";

    @Test
    @DisplayName("U1 a table on demand gets its billing and its units by one request, and each difference has its step")
    void provisionsOnce() {
        TablePlan plan = plan(
                new ThingModel(t -> t.billing(Billing.PROVISIONED).units(5L, 6L)), onDemand(description(hash("id"))));

        assertThat(plan).hasToString("""
                Table 'things' of model Thing: 2 steps, 0 safe

                  manual  Change billing from on demand to provisioned.
                          It changes what the table costs, and how much it can do.
                            %s

                  manual  Change units from on demand to read 5, write 6.
                          It changes what the table costs, and how much it can do. The commands of earlier steps do it too.\
                """.formatted(MAKE_PROVISIONED));
    }

    static final class MaximumModel extends ThingModel {

        MaximumModel() {
            super(t -> t.billing(ON_DEMAND).onDemandMaximum(40L, null));
            globalIndex("byKind", ALL).hashKey(kind).onDemandMaximum(11L, null);
        }
    }

    @Test
    @DisplayName("U1 billing changes once, before the maximums on demand that need it")
    void billsOnDemandOnce() {
        List<String> commands = commands(
                new MaximumModel(),
                description(hash("id"))
                        .attributeDefinitions(
                                attribute("id", ScalarAttributeType.S), attribute("kind", ScalarAttributeType.S))
                        .globalSecondaryIndexes(GlobalSecondaryIndexDescription.builder()
                                .indexName("byKind")
                                .keySchema(hash("kind"))
                                .projection(p -> p.projectionType(ProjectionType.ALL))
                                .build()));

        assertThat(commands)
                .containsExactly(
                        "aws dynamodb update-table --table-name things --billing-mode PAY_PER_REQUEST",
                        "aws dynamodb update-table --table-name things --global-secondary-index-updates "
                                + "'[{\"Update\": {\"IndexName\": \"byKind\", \"OnDemandThroughput\": "
                                + "{\"MaxReadRequestUnits\": 11}}}]'",
                        "aws dynamodb update-table --table-name things --on-demand-throughput "
                                + "'{\"MaxReadRequestUnits\": 40}'");
    }

    @Test
    @DisplayName("U1 billing as provisioned provides for the indexes that the plan adds before it")
    void provisionsForNewIndexes() {
        TablePlan plan = plan(
                new IndexedModel(t -> t.billing(Billing.PROVISIONED).units(5L, 6L)), onDemand(description(hash("id"))));

        assertThat(plan.safe()).extracting(TableStep::kind).containsExactly(Difference.Remedy.ADD_INDEX);
        assertThat(plan.unsafe().get(0).commands())
                .containsExactly("aws dynamodb update-table --table-name things --billing-mode PROVISIONED "
                        + "--provisioned-throughput '{\"ReadCapacityUnits\": 5, \"WriteCapacityUnits\": 6}' "
                        + "--global-secondary-index-updates '[{\"Update\": {\"IndexName\": \"byKind\", "
                        + "\"ProvisionedThroughput\": {\"ReadCapacityUnits\": 5, \"WriteCapacityUnits\": 6}}}]'");
    }

    @Test
    @DisplayName("U1 an index that is replaced after a change of billing is added as the table is billed then")
    void replacesAfterBilling() {
        List<String> commands = commands(
                new IndexedModel(t -> t.billing(Billing.PROVISIONED).units(5L, 6L)),
                onDemand(description(hash("id"))).globalSecondaryIndexes(index("byKind", hash("kind"))));

        assertThat(commands.get(0)).startsWith(MAKE_PROVISIONED);
        assertThat(commands.get(1))
                .contains("\"Create\": {\"IndexName\": \"byKind-2\"")
                .contains("\"ProvisionedThroughput\": {\"ReadCapacityUnits\": 5, \"WriteCapacityUnits\": 6}");
    }

    @Test
    @DisplayName("U1 units of an index whose table is billed otherwise are set after the billing")
    void setsUnitsAfterBilling() {
        ThingModel model = new ThingModel(t -> t.billing(Billing.PROVISIONED).units(5L, 6L)) {
            {
                globalIndex("byKind", ALL).hashKey(kind).units(7L, 8L);
            }
        };
        TablePlan plan = plan(model, onDemand(description(hash("id"))));

        assertThat(plan.unsafe().stream().map(step -> step.difference().subject()))
                .containsExactly("billing", "index byKind units", "units");
        TableStep ofIndex = plan.unsafe().get(1);
        assertThat(ofIndex.commands())
                .containsExactly("aws dynamodb update-table --table-name things --global-secondary-index-updates "
                        + "'[{\"Update\": {\"IndexName\": \"byKind\", \"ProvisionedThroughput\": "
                        + "{\"ReadCapacityUnits\": 7, \"WriteCapacityUnits\": 8}}}]'");
        assertThat(ofIndex.reason())
                .isEqualTo("It changes what the table costs, and how much it can do. "
                        + "The commands of earlier steps have to come first.");
    }

    @Test
    @DisplayName("U1 a table that lacks its range key and a local index is created once")
    void replacesTheTableOnce() {
        TablePlan plan = plan(
                new LocalModel(),
                description(hash("id"))
                        .globalSecondaryIndexes(GlobalSecondaryIndexDescription.builder()
                                .indexName("byKind")
                                .keySchema(hash("kind"), range("size"))
                                .projection(p -> p.projectionType(ProjectionType.ALL))
                                .build())
                        .attributeDefinitions(
                                attribute("id", ScalarAttributeType.S),
                                attribute("kind", ScalarAttributeType.S),
                                attribute("size", ScalarAttributeType.N)));

        assertThat(plan.steps())
                .extracting(step -> step.difference().subject())
                .containsExactly("key schema", "index bySize");
        assertThat(plan.steps().get(0).commands())
                .singleElement()
                .asString()
                .startsWith("aws dynamodb create-table --table-name things-2 ");
        assertThat(plan.steps().get(1).commands()).isEmpty();
        assertThat(plan.steps().get(1).reason())
                .isEqualTo(
                        "A local index is created together with its table only. The commands of earlier steps do it too.");
    }

    @Test
    @DisplayName("U1 between two updates of a table, the commands wait for the first")
    void waitsBetweenUpdates() {
        assertThat(commands(
                        new ThingModel(t -> t.stream(StreamView.NEW)),
                        description(hash("id"))
                                .streamSpecification(s -> s.streamEnabled(true).streamViewType("OLD_IMAGE"))))
                .containsExactly(
                        "aws dynamodb update-table --table-name things --stream-specification "
                                + "'{\"StreamEnabled\": false}'",
                        "aws dynamodb wait table-exists --table-name things",
                        "aws dynamodb update-table --table-name things --stream-specification "
                                + "'{\"StreamEnabled\": true, \"StreamViewType\": \"NEW_IMAGE\"}'");
    }

    @Test
    @DisplayName("U1 quotes in values are quoted in commands")
    void quotesCommands() {
        assertThat(commands(new ThingModel(t -> t.tag("motto", "it's \"us\"\\")), description(hash("id"))))
                .containsExactly("aws dynamodb tag-resource --resource-arn " + ARN
                        + " --tags '[{\"Key\": \"motto\", \"Value\": \"it'\\''s \\\"us\\\"\\\\\"}]'");
    }

    @Test
    @DisplayName("U1 commands name acronyms as the AWS CLI does")
    void namesOptions() {
        assertThat(commands(new ThingModel(t -> t.encryptionKey("alias/k")), description(hash("id"))))
                .containsExactly("aws dynamodb update-table --table-name things --sse-specification "
                        + "'{\"Enabled\": true, \"SSEType\": \"KMS\", \"KMSMasterKeyId\": \"alias/k\"}'");
        assertThat(commands(
                        new ThingModel(t -> t.deletionProtection(false)),
                        description(hash("id")).deletionProtectionEnabled(true)))
                .containsExactly("aws dynamodb update-table --table-name things --no-deletion-protection-enabled");
    }

    private List<String> logged(Runnable binding) {
        Logger logger = (Logger) LoggerFactory.getLogger(TableBinder.class);
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        logger.addAppender(appender);
        Level before = logger.getLevel();
        logger.setLevel(Level.INFO);
        try {
            binding.run();
        } finally {
            logger.setLevel(before);
            logger.detachAppender(appender);
        }
        return appender.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    @DisplayName("U2 plan prints what would have to change, changes nothing, and goes on")
    void plansAndGoesOn() {
        dynamoDb.client()
                .createTable(r -> r.tableName(dynamoDb.tableName("Thing"))
                        .keySchema(hash("id"))
                        .attributeDefinitions(
                                attribute("id", ScalarAttributeType.S), attribute("kind", ScalarAttributeType.S))
                        .globalSecondaryIndexes(globalIndex("byKind", hash("kind"), ProjectionType.ALL))
                        .provisionedThroughput(u -> u.readCapacityUnits(1L).writeCapacityUnits(1L)));
        InterceptedClient client = dynamoDb.intercept();
        Engine engine =
                dynamoDb.engineBuilder(client.client()).bindMode(BindMode.PLAN).build();
        List<String> lines = logged(() -> engine.bind(
                List.of(new IndexedModel(t -> t.billing(ON_DEMAND)), new ThingModel("Other", t -> t.named("Other")))));

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0) + lines.get(1))
                .contains("Table '" + dynamoDb.tableName("Thing") + "' of model Thing: 2 steps, 0 safe")
                .contains("Table '" + dynamoDb.tableName("Other") + "' of model Other: 1 step, 1 safe");
        assertThat(client.operations()).containsOnly("DescribeTable");
        assertThat(engine.tables()).hasSize(2);
        assertThat(dynamoDb.describe("Thing").billingModeSummary()).isNull();
    }

    @Test
    @DisplayName("U2 plan says where nothing has to change")
    void plansNothing() {
        ThingModel model = new ThingModel(t -> t.billing(ON_DEMAND));
        dynamoDb.engine().bind(List.of(model));

        assertThat(logged(() ->
                        dynamoDb.engineBuilder().bindMode(BindMode.PLAN).build().bind(List.of(model))))
                .containsExactly("Table '" + dynamoDb.tableName("Thing") + "' of model Thing: nothing to change");
        assertThat(dynamoDb.describe("Thing").billingModeSummary().billingMode())
                .isEqualTo(BillingMode.PAY_PER_REQUEST);
    }

    @Test
    @DisplayName("U2 plan goes on where tables cannot be described, and says why")
    void plansWithoutAnswers() {
        InterceptedClient client = dynamoDb.intercept().describeTable((request, real) -> {
            throw SdkClientException.create("no route to host");
        });

        assertThat(logged(() -> dynamoDb.engineBuilder(client.client())
                        .bindMode(BindMode.PLAN)
                        .build()
                        .bind(List.of(new ThingModel()))))
                .containsExactly("No plan for table '" + dynamoDb.tableName("Thing")
                        + "': DescribeTable of Thing in table '" + dynamoDb.tableName("Thing")
                        + "' failed: no route to host.");
    }
}
