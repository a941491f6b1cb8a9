package io.bloop.table;

import static io.bloop.model.IndexProjection.ALL;
import static io.bloop.settings.Billing.ON_DEMAND;
import static io.bloop.settings.Billing.PROVISIONED;
import static io.bloop.testing.RawTables.attribute;
import static io.bloop.testing.RawTables.globalIndex;
import static io.bloop.testing.RawTables.hash;
import static io.bloop.testing.RawTables.range;
import static io.bloop.type.Types.BYTES;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType.N;
import static software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType.S;

import io.bloop.model.BinaryColumn;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.IndexProjection;
import io.bloop.model.LocalSecondaryIndex;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.settings.StreamView;
import io.bloop.settings.internal.Settings;
import io.bloop.table.ThingModel.Thing;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import io.bloop.testing.RawTables;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.SSEDescription;
import software.amazon.awssdk.services.dynamodb.model.SSEStatus;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

class TableMismatchTests {

    private static final ProvisionedThroughput NO_UNITS = null;

    static final class IndexedModel extends ThingModel {

        final GlobalSecondaryIndex<Thing> byKind;

        IndexedModel(IndexProjection projection) {
            byKind = globalIndex("byKind", projection).hashKey(kind).rangeKey(size);
        }
    }

    static final class IncludingModel extends ThingModel {

        final GlobalSecondaryIndex<Thing> byKind =
                globalIndex("byKind", IndexProjection.of(expires, size)).hashKey(kind);
    }

    static final class IndexUnitsModel extends ThingModel {

        final GlobalSecondaryIndex<Thing> byKind =
                globalIndex("byKind", ALL).hashKey(kind).units(7L, 8L);
    }

    record Entry(String log, Long number, byte[] digest) {}

    static final class EntryModel extends ModelDefinition<Entry> {

        final StringColumn<Entry, String> log =
                column("log", STRING).getter(Entry::log).hashKey().storedAs("l");
        final NumberColumn<Entry, Long> number =
                column("number", LONG).getter(Entry::number).rangeKey().storedAs("n");
        final BinaryColumn<Entry, byte[]> digest = column("digest", BYTES).getter(Entry::digest);
        final LocalSecondaryIndex<Entry> byDigest =
                localIndex("byDigest", IndexProjection.KEYS).rangeKey(digest);

        EntryModel() {
            super(Entry.class);
        }

        @Override
        protected Entry create(Values<Entry> values) {
            return new Entry(values.get(log), values.get(number), values.get(digest));
        }
    }

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private void table(Consumer<CreateTableRequest.Builder> more) {
        dynamoDb.client().createTable(r -> {
            r.tableName(dynamoDb.tableName("Thing"))
                    .keySchema(hash("id"))
                    .attributeDefinitions(attribute("id", S))
                    .provisionedThroughput(u -> u.readCapacityUnits(1L).writeCapacityUnits(1L));
            more.accept(r);
        });
    }

    private void indexedTable(ProjectionType projection, String... attributes) {
        table(r -> r.attributeDefinitions(attribute("id", S), attribute("kind", S))
                .globalSecondaryIndexes(globalIndex("byKind", hash("kind"), projection, attributes)));
    }

    private TableMismatch mismatch(ModelDefinition<?>... models) {
        return mismatch(dynamoDb.intercept(), models);
    }

    private TableMismatch mismatch(InterceptedClient client, ModelDefinition<?>... models) {
        return catchThrowableOfType(
                TableMismatch.class,
                () -> dynamoDb.engineBuilder(client.client()).build().bind(List.of(models)));
    }

    private String report(String differences, String lines) {
        return "Table '" + dynamoDb.tableName("Thing") + "' does not match model Thing (" + differences + "):\n\n"
                + lines.stripTrailing();
    }

    @Test
    @DisplayName("E2 another key schema is reported with both")
    void reportsTheKeySchema() {
        table(r -> r.keySchema(hash("id"), range("at")).attributeDefinitions(attribute("id", S), attribute("at", N)));

        assertThat(mismatch(new ThingModel())).hasMessage(report("1 difference", """
                                      expected      actual
                  key schema          hash id (S)   hash id (S), range at (N)
                """));
    }

    @Test
    @DisplayName("E2 another data type of a key is reported")
    void reportsTheKeyType() {
        table(r -> r.attributeDefinitions(attribute("id", N)));

        assertThat(mismatch(new ThingModel())).hasMessage(report("1 difference", """
                                      expected      actual
                  key schema          hash id (S)   hash id (N)
                """));
    }

    @Test
    @DisplayName("E2 a missing global index is reported with what the model wants of it")
    void reportsAMissingIndex() {
        table(r -> {});

        assertThat(mismatch(new IncludingModel())).hasMessage(report("1 difference", """
                                      expected                             actual
                  index byKind        hash kind, INCLUDE [expires, size]   missing
                """));
    }

    @Test
    @DisplayName("E2 a missing local index is reported by its attributes, with the one remedy")
    void reportsAMissingLocalIndex() {
        dynamoDb.client()
                .createTable(r -> r.tableName(dynamoDb.tableName("Entry"))
                        .keySchema(hash("l"), range("n"))
                        .attributeDefinitions(attribute("l", S), attribute("n", N))
                        .billingMode(BillingMode.PAY_PER_REQUEST));

        TableMismatch mismatch = mismatch(new EntryModel());

        assertThat(mismatch.tables().get(0).differences())
                .extracting(Difference::subject, Difference::expected, Difference::actual, Difference::action)
                .containsExactly(tuple(
                        "index byDigest",
                        "hash l, range digest, KEYS_ONLY",
                        "missing",
                        "Local indexes are made with the table: recreate it, or bind another table name."));
    }

    @Test
    @DisplayName("E2 other keys of an index are reported")
    void reportsTheKeysOfAnIndex() {
        indexedTable(ProjectionType.ALL);

        assertThat(mismatch(new IndexedModel(ALL))).hasMessage(report("1 difference", """
                                      expected                        actual
                  index byKind        hash kind (S), range size (N)   hash kind (S)
                """));
    }

    @Test
    @DisplayName("E2 an index that is being deleted counts as missing")
    void reportsAnIndexThatIsBeingDeleted() {
        indexedTable(ProjectionType.ALL);
        InterceptedClient client = dynamoDb.intercept()
                .describing(table -> table.copy(t -> t.globalSecondaryIndexes(
                        table.globalSecondaryIndexes().get(0).copy(i -> i.indexStatus(IndexStatus.DELETING)))));

        assertThat(mismatch(client, new IncludingModel())).hasMessage(report("1 difference", """
                                      expected                             actual
                  index byKind        hash kind, INCLUDE [expires, size]   missing
                """));
    }

    @Test
    @DisplayName("E2 a projection that lacks columns is reported")
    void reportsANarrowProjection() {
        indexedTable(ProjectionType.INCLUDE, "size");

        assertThat(mismatch(new IncludingModel())).hasMessage(report("1 difference", """
                                      expected                  actual
                  index byKind        INCLUDE [expires, size]   INCLUDE [size]
                """));
    }

    @Test
    @DisplayName("E2 a projection of the keys alone is reported where a model wants all")
    void reportsAProjectionOfKeys() {
        indexedTable(ProjectionType.KEYS_ONLY);

        assertThat(mismatch(new IndexUnitsModel()).tables().get(0).differences().get(0))
                .extracting(Difference::subject, Difference::expected, Difference::actual, Difference::action)
                .containsExactly(
                        "index byKind",
                        "ALL",
                        "KEYS_ONLY",
                        "Projections never change: recreate the index with this projection, or narrow the model's.");
    }

    @Test
    @DisplayName("M6 billing that is set and differs is reported")
    void reportsBilling() {
        table(r -> {});

        assertThat(mismatch(new ThingModel(t -> t.billing(ON_DEMAND)))).hasMessage(report("1 difference", """
                                      expected    actual
                  billing             on demand   provisioned
                """));
    }

    @Test
    @DisplayName("U1 a difference carries the setting, both values and the kind of remedy")
    void carriesData() {
        table(r -> {});

        assertThat(mismatch(new ThingModel(t -> t.billing(ON_DEMAND)))
                        .tables()
                        .get(0)
                        .differences())
                .containsExactly(new Difference.OtherSetting<>(Settings.BILLING, null, ON_DEMAND, PROVISIONED))
                .extracting(Difference::remedy)
                .containsExactly(Difference.Remedy.CHANGE_SETTING);
    }

    @Test
    @DisplayName("U1 the difference of an index carries its name, keys and projection")
    void carriesTheDataOfAnIndex() {
        table(r -> {});

        assertThat(mismatch(new IncludingModel()).tables().get(0).differences())
                .containsExactly(new Difference.MissingIndex(
                        "byKind",
                        true,
                        new KeySchema(List.of(new KeySchema.Key("hash", "kind", "S"))),
                        new ProjectedAttributes(IndexProjection.Kind.INCLUDE, List.of("expires", "size"))))
                .extracting(Difference::remedy)
                .containsExactly(Difference.Remedy.ADD_INDEX);
    }

    @Test
    @DisplayName("M6 provisioned billing that is set is reported where the table is on demand")
    void reportsProvisionedBilling() {
        table(r -> r.billingMode(BillingMode.PAY_PER_REQUEST).provisionedThroughput(NO_UNITS));

        assertThat(mismatch(new ThingModel(t -> t.billing(PROVISIONED)))).hasMessage(report("1 difference", """
                                      expected      actual
                  billing             provisioned   on demand
                """));
    }

    @Test
    @DisplayName("M6 units that are set and differ are reported, the unset side is not")
    void reportsUnitsOfTheTable() {
        table(r -> {});

        assertThat(mismatch(new ThingModel(t -> t.units(5L, null)))).hasMessage(report("1 difference", """
                                      expected   actual
                  units               read 5     read 1
                """));
    }

    @Test
    @DisplayName("M6 units are reported where the table is on demand")
    void reportsUnitsOfATableOnDemand() {
        table(r -> r.billingMode(BillingMode.PAY_PER_REQUEST).provisionedThroughput(NO_UNITS));

        assertThat(mismatch(new ThingModel(t -> t.units(5L, 6L)))).hasMessage(report("1 difference", """
                                      expected          actual
                  units               read 5, write 6   on demand
                """));
    }

    @Test
    @DisplayName("M18 units of a global index that differ are reported")
    void reportsUnitsOfAnIndex() {
        indexedTable(ProjectionType.ALL);

        assertThat(mismatch(new IndexUnitsModel())).hasMessage(report("1 difference", """
                                      expected          actual
                  index byKind units  read 7, write 8   read 2, write 3
                """));
    }

    @Test
    @DisplayName("M10 a stream that is disabled is reported")
    void reportsADisabledStream() {
        table(r -> {});

        assertThat(mismatch(new ThingModel(t -> t.stream(StreamView.KEYS)))).hasMessage(report("1 difference", """
                                      expected    actual
                  stream              KEYS_ONLY   disabled
                """));
    }

    @Test
    @DisplayName("M10 a stream that tells less is reported")
    void reportsANarrowStream() {
        table(r -> r.streamSpecification(s -> s.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE)));

        assertThat(mismatch(new ThingModel(t -> t.stream(StreamView.NEW_AND_OLD))))
                .hasMessage(report("1 difference", """
                                      expected             actual
                  stream              NEW_AND_OLD_IMAGES   NEW_IMAGE
                """));
    }

    @Test
    @DisplayName("M10 a stream that tells something else is reported")
    void reportsAnotherStream() {
        table(r -> r.streamSpecification(s -> s.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE)));

        assertThat(mismatch(new ThingModel(t -> t.stream(StreamView.OLD)))).hasMessage(report("1 difference", """
                                      expected    actual
                  stream              OLD_IMAGE   NEW_IMAGE
                """));
    }

    /** Returns a client that sees tables as if they were created long ago. */
    private InterceptedClient longAgo() {
        return dynamoDb.intercept().describing(RawTables::old);
    }

    @Test
    @DisplayName("M10 time to live that is disabled is reported")
    void reportsDisabledTimeToLive() {
        table(r -> {});

        assertThat(mismatch(longAgo(), expiring())).hasMessage(report("1 difference", """
                                      expected            actual
                  ttl                 attribute expires   disabled
                """));
    }

    @Test
    @DisplayName("M10 time to live on another attribute is reported")
    void reportsTimeToLiveOnAnotherAttribute() {
        table(r -> {});
        enableTimeToLive("until");

        assertThat(mismatch(expiring())).hasMessage(report("1 difference", """
                                      expected            actual
                  ttl                 attribute expires   attribute until
                """));
    }

    private void enableTimeToLive(String attribute) {
        dynamoDb.client()
                .updateTimeToLive(r -> r.tableName(dynamoDb.tableName("Thing"))
                        .timeToLiveSpecification(t -> t.enabled(true).attributeName(attribute)));
    }

    private static ThingModel expiring() {
        return new ExpiringModel();
    }

    static final class ExpiringModel extends ThingModel {
        ExpiringModel() {
            table(t -> t.ttl(expires));
        }
    }

    private InterceptedClient withBackups(PointInTimeRecoveryStatus status) {
        return longAgo()
                .describeBackups((request, real) -> DescribeContinuousBackupsResponse.builder()
                        .continuousBackupsDescription(b -> b.continuousBackupsStatus("ENABLED")
                                .pointInTimeRecoveryDescription(p -> p.pointInTimeRecoveryStatus(status)))
                        .build());
    }

    @Test
    @DisplayName("M10 backups that are off are reported where the model wants them on")
    void reportsDisabledBackups() {
        table(r -> {});

        assertThat(mismatch(withBackups(PointInTimeRecoveryStatus.DISABLED), new ThingModel(t -> t.backups(true))))
                .hasMessage(report("1 difference", """
                                      expected                 actual
                  backups             point-in-time recovery   disabled
                """));
    }

    @Test
    @DisplayName("M10 backups that are on are reported where the model wants them off")
    void reportsEnabledBackups() {
        table(r -> {});

        assertThat(mismatch(withBackups(PointInTimeRecoveryStatus.ENABLED), new ThingModel(t -> t.backups(false))))
                .hasMessage(report("1 difference", """
                                      expected                    actual
                  backups             no point-in-time recovery   enabled
                """));
    }

    private InterceptedClient onAws(SSEStatus status) {
        SSEDescription description =
                status == null ? null : SSEDescription.builder().status(status).build();
        return dynamoDb.intercept()
                .describing(table -> table.copy(t -> t.tableArn("arn:aws:dynamodb:us-east-1:123456789012:table/Thing")
                        .sseDescription(description)));
    }

    @Test
    @DisplayName("M10 encryption that is off is reported where the model wants it on")
    void reportsDisabledEncryption() {
        table(r -> {});

        assertThat(mismatch(onAws(null), new ThingModel(t -> t.encryption(true))))
                .hasMessage(report("1 difference", """
                                      expected   actual
                  encryption          enabled    disabled
                """));
    }

    @Test
    @DisplayName("M10 encryption that is on is reported where the model wants it off")
    void reportsEnabledEncryption() {
        table(r -> {});

        assertThat(mismatch(onAws(SSEStatus.UPDATING), new ThingModel(t -> t.encryption(false))))
                .hasMessage(report("1 difference", """
                                      expected   actual
                  encryption          disabled   enabled
                """));
    }

    @Test
    @DisplayName("E3 a missing table is reported where binding only verifies")
    void reportsAMissingTable() {
        TableMismatch mismatch = catchThrowableOfType(
                TableMismatch.class,
                () -> dynamoDb.engineBuilder()
                        .bindMode(BindMode.VALIDATE)
                        .build()
                        .bind(List.of(new ThingModel())));

        assertThat(mismatch).hasMessage(report("1 difference", """
                                      expected      actual
                  table               hash id (S)   missing
                """));
        assertThat(dynamoDb.client().listTables().tableNames()).doesNotContain(dynamoDb.tableName("Thing"));
    }

    static final class ThreeWishesModel extends ThingModel {

        final GlobalSecondaryIndex<Thing> byKind =
                globalIndex("byKind", ALL).hashKey(kind).rangeKey(size);

        ThreeWishesModel() {
            table(t -> t.ttl(expires));
        }
    }

    @Test
    @DisplayName("E2 another key type, a missing index and time to live off are one report that names all three")
    void reportsEveryDifferenceOfATable() {
        table(r -> r.attributeDefinitions(attribute("id", N)));

        assertThat(mismatch(new ThreeWishesModel())).hasMessage(report("3 differences", """
                                      expected                     actual
                  key schema          hash id (S)                  hash id (N)
                  index byKind        hash kind, range size, ALL   missing
                  ttl                 attribute expires            disabled
                """));
    }

    @Test
    @DisplayName("E2 several tables that do not match are one exception with a report each")
    void reportsEveryTable() {
        table(r -> {});
        dynamoDb.client()
                .createTable(r -> r.tableName(dynamoDb.tableName("Entry"))
                        .keySchema(hash("id"))
                        .attributeDefinitions(attribute("id", S))
                        .billingMode(BillingMode.PAY_PER_REQUEST));

        TableMismatch mismatch = mismatch(longAgo(), expiring(), new EntryModel());

        assertThat(mismatch)
                .hasMessage(report("1 difference", """
                                      expected            actual
                  ttl                 attribute expires   disabled
                """) + "\n\nTable '" + dynamoDb.tableName("Entry")
                        + "' does not match model Entry (2 differences):\n"
                        + """

                                      expected                          actual
                  key schema          hash l (S), range n (N)           hash id (S)
                  index byDigest      hash l, range digest, KEYS_ONLY   missing\
                """);
        assertThat(mismatch.tables())
                .extracting(TableReport::table)
                .containsExactly(dynamoDb.tableName("Thing"), dynamoDb.tableName("Entry"));
    }

    @Test
    @DisplayName("E2 an existing table is never altered")
    void neverAltersAnExistingTable() {
        table(r -> {});
        InterceptedClient client = dynamoDb.intercept();

        mismatch(client, new ThreeWishesModel());

        assertThat(client.operations()).containsExactly("DescribeTable", "DescribeTimeToLive");
    }
}
