package io.bloop.table;

import static io.bloop.model.IndexProjection.ALL;
import static io.bloop.testing.RawTables.attribute;
import static io.bloop.testing.RawTables.globalIndex;
import static io.bloop.testing.RawTables.hash;
import static io.bloop.testing.RawTables.range;
import static io.bloop.type.Types.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType.S;

import io.bloop.engine.Engine;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.IndexProjection;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.settings.StreamView;
import io.bloop.table.ThingModel.Thing;
import io.bloop.testing.LocalDynamoDb;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

class TableSupersetTests {

    static final class IncludingModel extends ThingModel {

        final GlobalSecondaryIndex<Thing> byKind;

        IncludingModel(IndexProjection projection) {
            byKind = globalIndex("byKind", projection).hashKey(kind);
        }

        IncludingModel() {
            byKind = globalIndex("byKind", IndexProjection.of(id, kind, size)).hashKey(kind);
        }
    }

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private void table(Consumer<CreateTableRequest.Builder> more) {
        dynamoDb.client().createTable(r -> {
            r.tableName(dynamoDb.tableName("Thing"))
                    .keySchema(hash("id"))
                    .attributeDefinitions(attribute("id", S), attribute("kind", S))
                    .provisionedThroughput(u -> u.readCapacityUnits(9L).writeCapacityUnits(9L));
            more.accept(r);
        });
    }

    private void indexed(ProjectionType projection, String... attributes) {
        table(r -> r.globalSecondaryIndexes(globalIndex("byKind", hash("kind"), projection, attributes)));
    }

    private void assertMatches(ThingModel model) {
        Engine engine = dynamoDb.engine();

        engine.bind(List.of(model));

        assertThat(engine.tables()).containsEntry(model, dynamoDb.tableName("Thing"));
    }

    @Test
    @DisplayName("E2 more indexes than the model has, and their attributes, are fine")
    void acceptsMoreIndexes() {
        indexed(ProjectionType.ALL);

        assertMatches(new ThingModel());
    }

    @Test
    @DisplayName("M17 a projection of all is fine where a model wants some columns")
    void acceptsAProjectionOfAll() {
        indexed(ProjectionType.ALL);

        assertMatches(new IncludingModel());
    }

    @Test
    @DisplayName("M17 a projection of more columns is fine")
    void acceptsAWiderProjection() {
        indexed(ProjectionType.INCLUDE, "size", "other");

        assertMatches(new IncludingModel());
    }

    @Test
    @DisplayName("M17 a projection of some columns is fine where a model wants the keys")
    void acceptsSomeColumnsForKeys() {
        indexed(ProjectionType.INCLUDE, "other");

        assertMatches(new IncludingModel(IndexProjection.KEYS));
    }

    @Test
    @DisplayName("E2 a projection of every column of the model is fine where the model wants all")
    void acceptsEveryColumnForAll() {
        indexed(ProjectionType.INCLUDE, "size", "expires");

        assertMatches(new IncludingModel(ALL));
    }

    @Test
    @DisplayName("E2 a projection of the keys is fine where the model wants all and has nothing but keys")
    void acceptsKeysForAllOfAModelOfKeys() {
        indexed(ProjectionType.KEYS_ONLY);
        Engine engine = dynamoDb.engine();
        KindModel model = new KindModel();

        engine.bind(List.of(model));

        assertThat(engine.tables()).containsKey(model);
    }

    record Kind(String id, String kind) {}

    static final class KindModel extends ModelDefinition<Kind> {

        final StringColumn<Kind, String> id =
                column("id", STRING).getter(Kind::id).hashKey();
        final StringColumn<Kind, String> kind = column("kind", STRING).getter(Kind::kind);
        final GlobalSecondaryIndex<Kind> byKind = globalIndex("byKind", ALL).hashKey(kind);

        KindModel() {
            super(Kind.class);
            table(t -> t.named("Thing"));
        }

        @Override
        protected Kind create(Values<Kind> values) {
            return new Kind(values.get(id), values.get(kind));
        }
    }

    @Test
    @DisplayName("M17 a projection of the keys is fine where a model names keys alone")
    void acceptsKeysWhereOnlyKeysAreNamed() {
        indexed(ProjectionType.KEYS_ONLY);
        ThingModel namesKeys = new ThingModel() {
            final GlobalSecondaryIndex<Thing> byKind =
                    globalIndex("byKind", IndexProjection.of(kind, id)).hashKey(kind);
        };

        assertMatches(namesKeys);
    }

    @ParameterizedTest(name = "for {0}")
    @EnumSource(StreamView.class)
    @DisplayName("M10 a stream of new and old images is fine for every view")
    void acceptsTheWidestStream(StreamView view) {
        table(r -> withoutKind(r)
                .streamSpecification(s -> s.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)));

        assertMatches(new ThingModel(t -> t.stream(view)));
    }

    private static CreateTableRequest.Builder withoutKind(CreateTableRequest.Builder request) {
        return request.attributeDefinitions(attribute("id", S));
    }

    @Test
    @DisplayName("M6 what a model leaves unset is not compared")
    void comparesNothingThatIsUnset() {
        table(r -> withoutKind(r)
                .streamSpecification(s -> s.streamEnabled(true).streamViewType(StreamViewType.KEYS_ONLY)));
        dynamoDb.client()
                .updateTimeToLive(r -> r.tableName(dynamoDb.tableName("Thing"))
                        .timeToLiveSpecification(t -> t.enabled(true).attributeName("until")));

        assertMatches(new ThingModel());
    }

    @Test
    @DisplayName("M6 units that are set and the same are fine")
    void acceptsTheSameUnits() {
        indexed(ProjectionType.ALL);
        ThingModel model = new ThingModel(t -> t.units(9L, null)) {
            final GlobalSecondaryIndex<Thing> byKind =
                    globalIndex("byKind", ALL).hashKey(kind).units(2L, 3L);
        };

        assertMatches(model);
    }

    @Test
    @DisplayName("M10 encryption is not compared where DynamoDB Local does not tell")
    void believesDynamoDbLocalItsEncryption() {
        assertMatches(new ThingModel(t -> t.encryption(true)));
    }

    @Test
    @DisplayName("M10 backups are not compared where DynamoDB Local does not have them")
    void believesDynamoDbLocalItsBackups() {
        assertMatches(new ThingModel(t -> t.backups(true)));
    }

    @Test
    @DisplayName("E2 an index of the same name that is local does not stand for a global one")
    void distinguishesTheKindsOfIndexes() {
        dynamoDb.client()
                .createTable(r -> r.tableName(dynamoDb.tableName("Thing"))
                        .keySchema(hash("id"), range("at"))
                        .attributeDefinitions(attribute("id", S), attribute("at", S), attribute("kind", S))
                        .localSecondaryIndexes(LocalSecondaryIndex.builder()
                                .indexName("byKind")
                                .keySchema(hash("id"), range("kind"))
                                .projection(p -> p.projectionType(ProjectionType.ALL))
                                .build())
                        .provisionedThroughput(u -> u.readCapacityUnits(9L).writeCapacityUnits(9L)));

        TableMismatch mismatch = catchThrowableOfType(
                TableMismatch.class, () -> dynamoDb.engine().bind(List.of(new IncludingModel())));

        assertThat(mismatch.tables().get(0).differences())
                .extracting(Difference::subject, Difference::actual)
                .containsExactly(tuple("key schema", "hash id (S), range at (S)"), tuple("index byKind", "missing"));
    }
}
