package io.bloop.table;

import static io.bloop.model.IndexProjection.ALL;
import static io.bloop.settings.Billing.ON_DEMAND;
import static io.bloop.settings.TableClass.INFREQUENT_ACCESS;
import static io.bloop.settings.TableClass.STANDARD;
import static io.bloop.testing.RawTables.attribute;
import static io.bloop.testing.RawTables.globalIndex;
import static io.bloop.testing.RawTables.hash;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType.S;

import io.bloop.engine.Engine;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.InvalidModel;
import io.bloop.model.ModelDefinition;
import io.bloop.request.RequestFailed;
import io.bloop.settings.TableSettings;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.SSESpecification;
import software.amazon.awssdk.services.dynamodb.model.SSEStatus;
import software.amazon.awssdk.services.dynamodb.model.SSEType;
import software.amazon.awssdk.services.dynamodb.model.TableClass;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.dynamodb.model.WarmThroughput;

/** Creates and compares tables with the settings that bloop does not have. */
class FurtherSettingsTests {

    private static final String ARN = "arn:aws:dynamodb:us-east-1:123456789012:table/Thing";
    private static final String KEY = "arn:aws:kms:us-east-1:123456789012:key/1234-abcd";

    static final class IndexedModel extends ThingModel {

        final GlobalSecondaryIndex<Thing> byKind = globalIndex("byKind", ALL)
                .hashKey(kind)
                .onDemandMaximum(11L, 12L)
                .warmThroughput(13L, 14L);

        IndexedModel() {
            super(t -> t.billing(ON_DEMAND));
        }
    }

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private static ThingModel thing(UnaryOperator<TableSettings> settings) {
        return new ThingModel(settings);
    }

    private CreateTableRequest created(ModelDefinition<?>... models) {
        InterceptedClient intercepted = dynamoDb.intercept();
        bind(intercepted, models);
        return intercepted.requests(CreateTableRequest.class).get(0);
    }

    private void bind(InterceptedClient client, ModelDefinition<?>... models) {
        dynamoDb.engineBuilder(client.client()).build().bind(List.of(models));
    }

    private void table(Consumer<CreateTableRequest.Builder> more) {
        dynamoDb.client().createTable(r -> {
            r.tableName(dynamoDb.tableName("Thing"))
                    .keySchema(hash("id"))
                    .attributeDefinitions(attribute("id", S))
                    .billingMode(BillingMode.PAY_PER_REQUEST);
            more.accept(r);
        });
    }

    /** Describes the table as AWS would. */
    private InterceptedClient onAws(UnaryOperator<TableDescription.Builder> more) {
        return dynamoDb.intercept().describing(table -> table.copy(t -> more.apply(t.tableArn(ARN))));
    }

    private void assertReport(InterceptedClient client, ModelDefinition<?> model, String lines) {
        assertThatThrownBy(() -> bind(client, model))
                .isInstanceOf(TableMismatch.class)
                .hasMessage("Table '" + dynamoDb.tableName("Thing") + "' does not match model Thing (1 difference):\n\n"
                        + lines.stripTrailing());
    }

    private void assertInvalid(ModelDefinition<?> model, UnaryOperator<TableSettings> override, String problem) {
        assertThatThrownBy(() -> dynamoDb.engineBuilder()
                        .settings(model, override)
                        .build()
                        .bind(List.of(model)))
                .isInstanceOf(InvalidModel.class)
                .hasMessage("Model " + model.name() + " is not valid (1 problem):\n  - " + problem);
    }

    @Test
    @DisplayName("M11 a table is created with its class, warm throughput, tags and key")
    void asksForFurtherSettings() {
        CreateTableRequest sent = created(thing(t -> t.tableClass(INFREQUENT_ACCESS)
                .warmThroughput(15_000L, null)
                .tag("team", "docs")
                .tag("cost-centre", "7")
                .encryptionKey("alias/things")));

        assertThat(sent.tableClass()).isEqualTo(TableClass.STANDARD_INFREQUENT_ACCESS);
        assertThat(sent.warmThroughput())
                .isEqualTo(WarmThroughput.builder().readUnitsPerSecond(15_000L).build());
        assertThat(sent.tags())
                .containsExactly(
                        Tag.builder().key("cost-centre").value("7").build(),
                        Tag.builder().key("team").value("docs").build());
        assertThat(sent.sseSpecification())
                .isEqualTo(SSESpecification.builder()
                        .enabled(true)
                        .sseType(SSEType.KMS)
                        .kmsMasterKeyId("alias/things")
                        .build());
    }

    @Test
    @DisplayName("M11 what is unset is not asked for when the table is created")
    void asksForNothingThatIsUnset() {
        CreateTableRequest sent = created(thing(t -> t));

        assertThat(sent.tableClass()).isNull();
        assertThat(sent.warmThroughput()).isNull();
        assertThat(sent.onDemandThroughput()).isNull();
        assertThat(sent.hasTags()).isFalse();
        assertThat(sent.deletionProtectionEnabled()).isNull();
    }

    @Test
    @DisplayName("M11 a table is created with its maximum on demand")
    void createsAMaximumOnDemand() {
        created(thing(t -> t.billing(ON_DEMAND).onDemandMaximum(40L, 20L)));

        assertThat(dynamoDb.describe("Thing").onDemandThroughput())
                .isEqualTo(OnDemandThroughput.builder()
                        .maxReadRequestUnits(40L)
                        .maxWriteRequestUnits(20L)
                        .build());
    }

    @Test
    @DisplayName("M11 a table is created protected against being deleted")
    void createsDeletionProtection() {
        created(thing(t -> t.deletionProtection(true)));

        assertThat(dynamoDb.describe("Thing").deletionProtectionEnabled()).isTrue();
    }

    @Test
    @DisplayName("M11 a global index is created with a maximum on demand and warm throughput of its own")
    void createsThroughputOfAnIndex() {
        CreateTableRequest sent = created(new IndexedModel());

        assertThat(sent.globalSecondaryIndexes().get(0).onDemandThroughput())
                .isEqualTo(OnDemandThroughput.builder()
                        .maxReadRequestUnits(11L)
                        .maxWriteRequestUnits(12L)
                        .build());
        assertThat(sent.globalSecondaryIndexes().get(0).warmThroughput())
                .isEqualTo(WarmThroughput.builder()
                        .readUnitsPerSecond(13L)
                        .writeUnitsPerSecond(14L)
                        .build());
    }

    @Test
    @DisplayName("M11 a table that was created so is fine when it is bound again")
    void acceptsWhatItHasCreated() {
        ThingModel model = thing(t -> t.billing(ON_DEMAND)
                .onDemandMaximum(40L, 20L)
                .deletionProtection(true)
                .tableClass(INFREQUENT_ACCESS)
                .warmThroughput(15_000L, 5_000L)
                .tag("team", "docs")
                .encryptionKey("alias/things"));
        created(model);

        InterceptedClient again = dynamoDb.intercept();
        bind(again, model);

        assertThat(again.operations()).containsExactly("DescribeTable", "ListTagsOfResource");
    }

    @Test
    @DisplayName("M11 another maximum on demand is reported, the unset side is not")
    void reportsAnotherMaximum() {
        table(r -> r.onDemandThroughput(d -> d.maxReadRequestUnits(50L).maxWriteRequestUnits(60L)));

        assertReport(dynamoDb.intercept(), thing(t -> t.billing(ON_DEMAND).onDemandMaximum(40L, null)), """
                                      expected   actual
                  maximum             read 40    read 50
                """);
    }

    @Test
    @DisplayName("M11 a maximum on demand that was taken away is reported")
    void reportsNoMaximum() {
        table(r -> {});

        assertReport(
                onAws(t -> t.onDemandThroughput(d -> d.maxReadRequestUnits(-1L).maxWriteRequestUnits(20L))),
                thing(t -> t.billing(ON_DEMAND).onDemandMaximum(40L, 20L)),
                """
                                      expected            actual
                  maximum             read 40, write 20   read none, write 20
                """);
    }

    @Test
    @DisplayName("M11 throughput of an index that differs is reported")
    void reportsThroughputOfAnIndex() {
        table(r -> r.attributeDefinitions(attribute("id", S), attribute("kind", S))
                .globalSecondaryIndexes(globalIndex("byKind", hash("kind"), ProjectionType.ALL)));

        assertThatThrownBy(() -> bind(
                        onAws(t -> t.globalSecondaryIndexes(t.build().globalSecondaryIndexes().stream()
                                .map(index -> index.copy(i -> i.warmThroughput(
                                        w -> w.readUnitsPerSecond(13L).writeUnitsPerSecond(13L))))
                                .toList())),
                        new IndexedModel()))
                .hasMessage("Table '" + dynamoDb.tableName("Thing")
                        + "' does not match model Thing (2 differences):\n\n"
                        + """
                                                expected            actual
                  index byKind maximum          read 11, write 12   read none, write none
                  index byKind warm throughput  read 13, write 14   read 13, write 13\
                """);
    }

    @Test
    @DisplayName("M11 a table that is ready for more than the model asks is fine")
    void acceptsMoreWarmThroughput() {
        table(r -> {});

        bind(
                onAws(t -> t.warmThroughput(w -> w.readUnitsPerSecond(15_000L).writeUnitsPerSecond(5_000L))),
                thing(t -> t.warmThroughput(14_000L, 5_000L)));
    }

    @Test
    @DisplayName("M11 a table that is ready for less than the model asks is reported")
    void reportsLessWarmThroughput() {
        table(r -> {});

        assertReport(
                onAws(t -> t.warmThroughput(w -> w.readUnitsPerSecond(12_000L).writeUnitsPerSecond(4_000L))),
                thing(t -> t.warmThroughput(14_000L, 4_000L)),
                """
                                      expected                 actual
                  warm throughput     read 14000, write 4000   read 12000, write 4000
                """);
    }

    @Test
    @DisplayName("M11 another class of the table is reported")
    void reportsAnotherClass() {
        table(r -> {});

        assertReport(onAws(t -> t), thing(t -> t.tableClass(INFREQUENT_ACCESS)), """
                                      expected                     actual
                  table class         STANDARD_INFREQUENT_ACCESS   STANDARD
                """);
    }

    @Test
    @DisplayName("M11 a table whose class was never set is standard")
    void acceptsTheStandardClass() {
        table(r -> {});

        bind(onAws(t -> t), thing(t -> t.tableClass(STANDARD)));
    }

    @Test
    @DisplayName("M11 deletion protection that is off is reported where the model wants it on")
    void reportsNoDeletionProtection() {
        table(r -> {});

        assertReport(dynamoDb.intercept(), thing(t -> t.deletionProtection(true)), """
                                       expected   actual
                  deletion protection  enabled    disabled
                """);
    }

    @Test
    @DisplayName("M11 deletion protection that is on is reported where the model wants it off")
    void reportsDeletionProtection() {
        table(r -> r.deletionProtectionEnabled(true));

        assertReport(dynamoDb.intercept(), thing(t -> t.deletionProtection(false)), """
                                       expected   actual
                  deletion protection  disabled   enabled
                """);
    }

    private InterceptedClient encrypted(String key) {
        return onAws(t -> t.sseDescription(
                s -> s.status(SSEStatus.ENABLED).sseType(SSEType.KMS).kmsMasterKeyArn(key)));
    }

    @Test
    @DisplayName("M25 a tag of an environment that AWS does not allow is refused before any request")
    void refusesTags() {
        ThingModel model = thing(t -> t);

        assertInvalid(
                model,
                t -> t.tag("aws:team", "docs"),
                "Table '" + dynamoDb.tableName("Thing") + "' has a tag 'aws:team', which begins with 'aws:', which AWS "
                        + "keeps for itself; rename it.");
        assertInvalid(
                model,
                t -> t.tag("team", "d".repeat(257)),
                "Table '" + dynamoDb.tableName("Thing")
                        + "' has a tag 'team', which has a value of 257 characters; AWS " + "allows 256. Shorten it.");
    }

    @Test
    @DisplayName("M11 a key may be named by its ARN or its identifier")
    void acceptsTheKey() {
        table(r -> {});

        bind(encrypted(KEY), thing(t -> t.encryptionKey(KEY)));
        bind(encrypted(KEY), thing(t -> t.encryptionKey("1234-abcd")));
    }

    @Test
    @DisplayName("M11 a key that is named by an alias is not compared")
    void acceptsAnAlias() {
        table(r -> {});

        bind(encrypted(KEY), thing(t -> t.encryptionKey("alias/things")));
        bind(encrypted(KEY), thing(t -> t.encryptionKey("arn:aws:kms:us-east-1:123456789012:alias/things")));
    }

    @Test
    @DisplayName("M11 another key is reported")
    void reportsAnotherKey() {
        table(r -> {});

        assertReport(encrypted(KEY), thing(t -> t.encryptionKey("5678-efgh")), """
                                      expected    actual
                  encryption key      5678-efgh   arn:aws:kms:us-east-1:123456789012:key/1234-abcd
                """);
    }

    @Test
    @DisplayName("M11 a key is reported as encryption that is off where there is none")
    void reportsAKeyWithoutEncryption() {
        table(r -> {});

        assertReport(onAws(t -> t), thing(t -> t.encryptionKey(KEY)), """
                                      expected   actual
                  encryption          enabled    disabled
                """);
    }

    /** Answers in two pages, of which the first is empty. */
    private InterceptedClient tagged(Tag... tags) {
        // older than the time in which another process may still be about to finish it
        Instant created = Instant.now().minus(Duration.ofMinutes(2));
        return onAws(t -> t.creationDateTime(created))
                .listTags((request, real) -> request.nextToken() == null
                        ? ListTagsOfResourceResponse.builder().nextToken("2").build()
                        : ListTagsOfResourceResponse.builder().tags(tags).build());
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    @Test
    @DisplayName("M11 a table with more tags than the model asks for is fine")
    void acceptsMoreTags() {
        table(r -> {});

        InterceptedClient client = tagged(tag("owner", "me"), tag("team", "docs"));
        bind(client, thing(t -> t.tag("team", "docs")));

        assertThat(client.requests(ListTagsOfResourceRequest.class))
                .extracting(ListTagsOfResourceRequest::resourceArn)
                .containsExactly(ARN, ARN);
    }

    @Test
    @DisplayName("E5 tags that cannot be read have changed nothing")
    void changesNothingByReadingTags() {
        table(r -> {});
        InterceptedClient client = onAws(t -> t).listTags((request, real) -> {
            throw DynamoDbException.builder().message("broken").statusCode(500).build();
        });

        assertThatThrownBy(() -> bind(client, thing(t -> t.tag("team", "docs"))))
                .isInstanceOfSatisfying(
                        RequestFailed.class,
                        failed -> assertThat(failed.isPerhapsApplied()).isFalse());
    }

    @Test
    @DisplayName("M11 tags that differ are reported, those that agree are not")
    void reportsOtherTags() {
        table(r -> {});

        assertReport(
                tagged(tag("team", "docs"), tag("stage", "test")),
                thing(t -> t.tag("team", "docs").tag("stage", "live").tag("cost", "7")),
                """
                                      expected               actual
                  tags                {cost=7, stage=live}   {stage=test}
                """);
    }

    @Test
    @DisplayName("M11 tags that are missing are reported")
    void reportsMissingTags() {
        table(r -> {});

        assertReport(tagged(), thing(t -> t.tag("team", "docs")), """
                                      expected      actual
                  tags                {team=docs}   missing
                """);
    }

    @Test
    @DisplayName("M11 a maximum on demand is refused where the table is not billed so")
    void refusesAMaximumWithoutBillingOnDemand() {
        assertInvalid(
                thing(t -> t),
                t -> t.onDemandMaximum(40L, null),
                "Table '" + dynamoDb.tableName("Thing") + "' has a maximum on demand (read 40, write any), and the "
                        + "table is not billed on demand; bill it so, or leave the maximum out.");
    }

    @Test
    @DisplayName("M11 a maximum and warm throughput below 1 in an engine's settings are refused")
    void refusesThroughputBelowOne() {
        ThingModel model = thing(t -> t);
        assertThatThrownBy(() -> dynamoDb.engineBuilder()
                        .settings(
                                model,
                                t -> t.billing(ON_DEMAND)
                                        .onDemandMaximum(0L, null)
                                        .warmThroughput(null, -1L))
                        .build()
                        .bind(List.of(model)))
                .isInstanceOf(InvalidModel.class)
                .hasMessage("Model Thing is not valid (2 problems):\n  - Table '" + dynamoDb.tableName("Thing")
                        + "' has a maximum on demand below 1 (read 0, write any); the least is 1.\n  - Table '"
                        + dynamoDb.tableName("Thing")
                        + "' has warm throughput below 1 (read any, write -1); the least is 1.");
    }

    @Test
    @DisplayName("M9 a table has the tags of all its models")
    void unitesTags() {
        CreateTableRequest sent = created(
                new ThingModel("One", t -> t.tag("team", "docs").tag("one", "1")),
                new ThingModel("Two", t -> t.tag("team", "docs").tag("two", "2")));

        assertThat(sent.tags()).containsExactly(tag("one", "1"), tag("team", "docs"), tag("two", "2"));
    }

    private void assertConflict(UnaryOperator<TableSettings> one, UnaryOperator<TableSettings> two, String what) {
        assertThatThrownBy(() -> created(new ThingModel("One", one), new ThingModel("Two", two)))
                .isInstanceOf(InvalidModel.class)
                .hasMessage("Model Two is not valid (1 problem):\n  - Models One and Two share table '"
                        + dynamoDb.tableName("Thing") + "' and want different " + what + "; make them agree.");
    }

    @Test
    @DisplayName("M9 different values of a tag are refused")
    void refusesDifferentTags() {
        assertConflict(t -> t.tag("team", "docs"), t -> t.tag("team", "sales"), "values of tag 'team': docs and sales");
    }

    @Test
    @DisplayName("M9 different wishes for class, protection, key, maximum and warm throughput are refused")
    void refusesDifferentFurtherSettings() {
        assertConflict(
                t -> t.tableClass(STANDARD),
                t -> t.tableClass(INFREQUENT_ACCESS),
                "table classes: STANDARD and INFREQUENT_ACCESS");
        assertConflict(
                t -> t.deletionProtection(true),
                t -> t.deletionProtection(false),
                "deletion protection: true and false");
        assertConflict(t -> t.encryptionKey("a"), t -> t.encryptionKey("b"), "encryption keys: a and b");
        assertConflict(
                t -> t.billing(ON_DEMAND).onDemandMaximum(1L, null),
                t -> t.onDemandMaximum(2L, null),
                "maximum read units: 1 and 2");
        assertConflict(t -> t.warmThroughput(null, 3L), t -> t.warmThroughput(null, 4L), "warm write units: 3 and 4");
    }

    @Test
    @DisplayName("M11 switching encryption off for an environment takes the key away")
    void switchesTheKeyOff() {
        ThingModel model = thing(t -> t.encryptionKey(KEY));
        InterceptedClient intercepted = dynamoDb.intercept();
        dynamoDb.engineBuilder(intercepted.client())
                .settings(model, t -> t.encryption(false))
                .build()
                .bind(List.of(model));

        assertThat(intercepted.requests(CreateTableRequest.class).get(0).sseSpecification())
                .isNull();
    }

    @Test
    @DisplayName("M11 a check asks for all that models may want by four requests")
    void checksByFourRequests() {
        ThingModel model = new ThingModel(t -> t.backups(true).tag("team", "docs")) {
            {
                table(t -> t.ttl(expires));
            }
        };
        InterceptedClient client = dynamoDb.intercept();
        Engine engine = dynamoDb.engineBuilder(client.client()).build();
        engine.bind(List.of(model));
        int before = client.operations().size();

        engine.bindings().check(dynamoDb.tableName("Thing"));

        assertThat(client.operations().subList(before, client.operations().size()))
                .containsExactly(
                        "DescribeTable", "DescribeTimeToLive", "DescribeContinuousBackups", "ListTagsOfResource");
    }
}
