package io.bloop.table;

import static io.bloop.model.IndexProjection.ALL;
import static io.bloop.testing.LinkModel.LINK;
import static io.bloop.testing.RawTables.attribute;
import static io.bloop.testing.RawTables.hash;
import static io.bloop.write.WriteOptions.onlyIf;
import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.engine.BloopTemplate;
import io.bloop.engine.Engine;
import io.bloop.migration.ItemMigration;
import io.bloop.migration.Migrations;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.request.RequestObserver.Observation;
import io.bloop.settings.StreamView;
import io.bloop.stream.ChangeStream;
import io.bloop.stream.Position;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.Link;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.Pages;
import io.bloop.testing.RolledStreams;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.dynamodb.model.TagResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UntagResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsResponse;

/** Compares the IAM policies of docs/production.md with the actions of the requests that are really sent. */
@Timeout(120)
class IamPolicyTests {

    private static final Pattern STATEMENT =
            Pattern.compile("\"Sid\": \"(\\w+)\".*?\"Action\": \\[(.*?)\\]", Pattern.DOTALL);
    private static final Pattern ACTION = Pattern.compile("\"dynamodb:(\\w+)\"");
    private static final String ARN = "arn:aws:dynamodb:us-east-1:123456789012:table/Thing";

    /** Wants everything of its table that binding has a request for. */
    static final class FullModel extends ThingModel {

        final GlobalSecondaryIndex<Thing> byKind = globalIndex("byKind", ALL).hashKey(kind);

        FullModel() {
            table(t ->
                    t.ttl(expires).backups(true).stream(StreamView.NEW_AND_OLD).tag("team", "docs"));
        }
    }

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    @RegisterExtension
    final RolledStreams rolled = new RolledStreams();

    private final Map<String, String> tags = new ConcurrentHashMap<>();
    private volatile PointInTimeRecoveryStatus backups = PointInTimeRecoveryStatus.DISABLED;

    private static Set<String> policy(String sid) {
        Matcher statement = STATEMENT.matcher(Pages.read("docs/production.md"));
        while (statement.find()) {
            if (statement.group(1).equals(sid)) {
                Set<String> actions = new TreeSet<>();
                ACTION.matcher(statement.group(2)).results().forEach(found -> actions.add(found.group(1)));
                return actions;
            }
        }
        throw new AssertionError("docs/production.md has no statement " + sid);
    }

    /** Returns the actions that AWS asks for: those of the items of a transaction, and one more for a table with tags. */
    private static Stream<String> actions(DynamoDbRequest request) {
        String operation = request.getClass().getSimpleName().replace("Request", "");
        if (request instanceof TransactWriteItemsRequest transaction) {
            return transaction.transactItems().stream().map(IamPolicyTests::action);
        }
        if (request instanceof TransactGetItemsRequest) {
            return Stream.of("GetItem");
        }
        if (request instanceof CreateTableRequest creation && creation.hasTags()) {
            return Stream.of(operation, "TagResource");
        }
        return Stream.of(operation);
    }

    private static String action(TransactWriteItem item) {
        if (item.conditionCheck() != null) {
            return "ConditionCheckItem";
        }
        if (item.delete() != null) {
            return "DeleteItem";
        }
        return item.put() != null ? "PutItem" : "UpdateItem";
    }

    private static Set<String> actions(InterceptedClient client) {
        Set<String> actions = new TreeSet<>();
        client.requests().forEach(request -> actions(request).forEach(actions::add));
        return actions;
    }

    /** Answers as AWS does, which has tags and backups. */
    private InterceptedClient onAws() {
        return dynamoDb.intercept()
                .describing(table -> table.copy(t -> t.tableArn(ARN)))
                .createTable((request, real) -> {
                    request.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
                    return real.apply(request);
                })
                .listTags((request, real) -> ListTagsOfResourceResponse.builder()
                        .tags(tags.entrySet().stream()
                                .map(tag -> Tag.builder()
                                        .key(tag.getKey())
                                        .value(tag.getValue())
                                        .build())
                                .toList())
                        .build())
                .tagResource((request, real) -> {
                    request.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
                    return TagResourceResponse.builder().build();
                })
                .untagResource((request, real) -> {
                    tags.keySet().removeAll(request.tagKeys());
                    return UntagResourceResponse.builder().build();
                })
                .describeBackups((request, real) -> DescribeContinuousBackupsResponse.builder()
                        .continuousBackupsDescription(b -> b.continuousBackupsStatus("ENABLED")
                                .pointInTimeRecoveryDescription(p -> p.pointInTimeRecoveryStatus(backups)))
                        .build())
                .updateBackups((request, real) -> {
                    backups = PointInTimeRecoveryStatus.ENABLED;
                    return UpdateContinuousBackupsResponse.builder().build();
                });
    }

    private void bind(InterceptedClient client, BindMode mode) {
        dynamoDb.engineBuilder(client.client())
                .bindMode(mode)
                .bindTimeout(Duration.ofSeconds(60))
                .build()
                .bind(List.of(new FullModel()));
    }

    private void createTable() {
        dynamoDb.client()
                .createTable(r -> r.tableName(dynamoDb.tableName("Thing"))
                        .keySchema(hash("id"))
                        .attributeDefinitions(attribute("id", ScalarAttributeType.S))
                        .provisionedThroughput(u -> u.readCapacityUnits(1L).writeCapacityUnits(1L)));
    }

    @Test
    void thePolicyOfCreateHasTheActionsOfANewTableAndOfOneThatIsThere() {
        InterceptedClient client = onAws();
        bind(client, BindMode.CREATE);
        bind(client, BindMode.CREATE);

        assertThat(policy("BindCreate")).isEqualTo(actions(client));
    }

    @Test
    void thePoliciesOfValidateAndPlanOnlyRead() {
        bind(onAws(), BindMode.CREATE);
        InterceptedClient validating = onAws();
        bind(validating, BindMode.VALIDATE);
        InterceptedClient planning = onAws();
        bind(planning, BindMode.PLAN);

        assertThat(policy("BindValidate")).isEqualTo(actions(validating)).isEqualTo(actions(planning));
    }

    @Test
    void planReadsWhereNoTableIsThere() {
        InterceptedClient client = onAws();
        bind(client, BindMode.PLAN);

        assertThat(policy("BindValidate")).containsAll(actions(client));
    }

    @Test
    void thePolicyOfUpdateHasTheActionsOfANewTableAndOfOneThatLacksEverything() {
        createTable();
        InterceptedClient updating = onAws();
        bind(updating, BindMode.UPDATE);
        dynamoDb.client().deleteTable(r -> r.tableName(dynamoDb.tableName("Thing")));
        tags.clear();
        backups = PointInTimeRecoveryStatus.DISABLED;
        bind(updating, BindMode.UPDATE);

        assertThat(policy("BindUpdate")).isEqualTo(actions(updating));
    }

    @Test
    void noneSendsNothing() {
        InterceptedClient client = onAws();
        bind(client, BindMode.NONE);

        assertThat(client.requests()).isEmpty();
    }

    @Test
    void thePolicyOfObjectsHasTheActionsOfEveryOperation() {
        dynamoDb.engine().bind(List.of(LINK));
        InterceptedClient client = dynamoDb.intercept();
        Engine engine =
                dynamoDb.engineBuilder(client.client()).bindMode(BindMode.NONE).build();
        BloopTemplate<Link> links = engine.template(LINK);

        links.insert(link("a"));
        links.save(link("b"));
        links.replace(link("c"));
        links.update("a").add(LINK.clicks, 1L).run();
        links.update("a").add(LINK.clicks, 1L).once().run();
        links.find("a");
        links.findAll(List.of(LINK.key("a"), LINK.key("b")));
        links.query(LINK.byOwner).where(LINK.owner.eq("ada")).all();
        links.scan().all();
        links.scan().count();
        links.bulk().replaceAll(List.of(link("d")));
        links.bulk().saveEach(List.of(link("e")));
        engine.writeTransaction(
                tx -> tx.save(link("f")).replace(link("g")).delete(link("e")).check(link("a"), LINK.slug.exists()));
        engine.readTransaction(tx -> tx.find(LINK.key("a")));
        links.delete(links.find("b").orElseThrow(), onlyIf(LINK.slug.exists()));
        links.bulk().deleteAll(List.of(link("d")));

        assertThat(policy("Objects")).isEqualTo(actions(client));
    }

    @Test
    void theTableOfOperationsNamesTheActionOfEach() {
        dynamoDb.engine().bind(List.of(LINK));
        InterceptedClient client = dynamoDb.intercept();
        Engine engine =
                dynamoDb.engineBuilder(client.client()).bindMode(BindMode.NONE).build();
        BloopTemplate<Link> links = engine.template(LINK);
        Map<String, Runnable> operations = new LinkedHashMap<>();
        operations.put("insert", () -> links.insert(link("a")));
        operations.put("save", () -> links.save(link("b")));
        operations.put("replace", () -> links.replace(link("c")));
        operations.put("update", () -> links.update("a").add(LINK.clicks, 1L).run());
        operations.put("saveEach", () -> links.bulk().saveEach(List.of(link("e"))));
        operations.put("find", () -> links.find("a"));
        operations.put("load", () -> links.load(link("a")));
        operations.put("readTransaction", () -> engine.readTransaction(tx -> tx.find(LINK.key("a"))));
        operations.put("findAll", () -> links.findAll(List.of(LINK.key("a"), LINK.key("b"))));
        operations.put("loadAll", () -> links.loadAll(List.of(link("a"), link("b"))));
        operations.put(
                "query",
                () -> links.query(LINK.byOwner).where(LINK.owner.eq("ada")).all());
        operations.put("scan", () -> links.scan().all());
        operations.put("replaceAll", () -> links.bulk().replaceAll(List.of(link("d"))));
        operations.put("deleteAll", () -> links.bulk().deleteAll(List.of(link("d"))));
        operations.put("delete", () -> links.delete(link("b")));
        operations.put("deleteByKey", () -> links.deleteByKey(LINK.key("c")));
        operations.put("deleteEach", () -> links.bulk().deleteEach(List.of(link("e"))));

        operations.forEach((name, operation) -> {
            client.clear();
            operation.run();
            assertThat(Pages.read("docs/production.md").lines())
                    .as(name)
                    .filteredOn(row -> row.matches("\\| .*`" + name + "`.*\\|.*"))
                    .singleElement()
                    .asString()
                    .endsWith(" | `" + String.join("`, `", actions(client)) + "` |");
        });
    }

    @Test
    void thePolicyOfStreamsHasTheActionsOfAReader() {
        Set<String> asked = new ConcurrentSkipListSet<>();
        Engine engine = rolled.engineBuilder()
                .settings(LINK, settings -> settings.stream(StreamView.NEW_AND_OLD))
                .observer((operation, target) -> {
                    asked.add(operation);
                    return Observation.NONE;
                })
                .build();
        engine.template(LINK).save(link("a"));
        asked.clear();

        try (ChangeStream<Link> stream = engine.stream(LINK, Position.trimHorizon())) {
            assertThat(stream.poll(10, Duration.ofSeconds(10))).hasSize(1);
            enableStream(false);
            enableStream(true);
            engine.template(LINK).save(link("b"));
            assertThat(stream.poll(10, Duration.ofSeconds(10))).hasSize(1);
        }

        asked.remove("UpdateItem");
        assertThat(policy("Streams")).isEqualTo(asked);
    }

    /** Switches the stream off or on, so that a reader has to find the next one. */
    private void enableStream(boolean enabled) {
        rolled.client()
                .updateTable(r -> r.tableName("Link").streamSpecification(s -> {
                    s.streamEnabled(enabled);
                    if (enabled) {
                        s.streamViewType(StreamViewType.NEW_AND_OLD_IMAGES);
                    }
                }));
    }

    @Test
    void thePoliciesOfMigrationsHaveTheActionsOnTheTableAndOnTheLedger() {
        dynamoDb.engine().bind(List.of(LINK));
        dynamoDb.engine().template(LINK).save(link("a"));
        InterceptedClient client = dynamoDb.intercept();
        Engine engine = dynamoDb.engineBuilder(client.client()).build();
        engine.bind(List.of(LINK));
        client.clear();
        Migrations migrations = engine.migrations().segments(1).threads(1).build();
        Set<Integer> races = new ConcurrentSkipListSet<>(List.of(1));
        ItemMigration<Link> migration = ItemMigration.of("rename-owner", LINK, item -> {
            if (races.remove(1)) { // somebody else writes the item meanwhile
                dynamoDb.engine()
                        .template(LINK)
                        .update("a")
                        .add(LINK.clicks, 1L)
                        .run();
            }
            return item.rename("owner", "editor");
        });

        migrations.run(migration);
        migrations.restart("rename-owner");
        migrations.pause("rename-owner");
        migrations.resume("rename-owner");
        migrations.run(migration);
        migrations.progress("rename-owner");

        Set<String> onTheTable = new TreeSet<>();
        Set<String> onTheLedger = new TreeSet<>();
        for (DynamoDbRequest request : client.requests()) {
            boolean ofLedger = request.toString().contains("bloop-migrations");
            actions(request).forEach((ofLedger ? onTheLedger : onTheTable)::add);
        }
        assertThat(policy("Migrations")).isEqualTo(onTheTable);
        onTheLedger.removeAll(policy("BindUpdate"));
        assertThat(policy("Ledger")).isEqualTo(onTheLedger);
    }

    private static Link link(String slug) {
        Link link = new Link(slug);
        link.owner = "ada";
        return link;
    }
}
