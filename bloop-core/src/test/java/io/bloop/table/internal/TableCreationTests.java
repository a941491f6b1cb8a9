package io.bloop.table.internal;

import static io.bloop.model.IndexProjection.ALL;
import static io.bloop.model.IndexProjection.KEYS;
import static io.bloop.settings.Billing.ON_DEMAND;
import static io.bloop.settings.StreamView.NEW_AND_OLD;
import static io.bloop.type.Types.BYTES;
import static io.bloop.type.Types.LONG;
import static io.bloop.type.Types.STRING;
import static io.bloop.type.Types.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.bloop.engine.Engine;
import io.bloop.model.BinaryColumn;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.IndexProjection;
import io.bloop.model.InvalidModel;
import io.bloop.model.LocalSecondaryIndex;
import io.bloop.model.ModelDefinition;
import io.bloop.model.NumberColumn;
import io.bloop.model.StringColumn;
import io.bloop.model.Values;
import io.bloop.settings.TableSettings;
import io.bloop.table.KeySchema;
import io.bloop.testing.InterceptedClient;
import io.bloop.testing.LocalDynamoDb;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

class TableCreationTests {

    record Event(String source, long at, String kind, byte[] digest, String text, Instant expires) {}

    static class EventModel extends ModelDefinition<Event> {

        final StringColumn<Event, String> source =
                column("source", STRING).getter(Event::source).hashKey().storedAs("s");
        final NumberColumn<Event, Long> at =
                column("at", LONG.orElse(0L)).getter(Event::at).rangeKey();
        final StringColumn<Event, String> kind = column("kind", STRING).getter(Event::kind);
        final BinaryColumn<Event, byte[]> digest = column("digest", BYTES).getter(Event::digest);
        final StringColumn<Event, String> text = column("text", STRING).getter(Event::text);
        final NumberColumn<Event, Instant> expires =
                column("expires", TIMESTAMP).getter(Event::expires).storedAs("x");

        EventModel(UnaryOperator<TableSettings> settings) {
            super(Event.class);
            table(settings);
        }

        @Override
        protected Event create(Values<Event> values) {
            return new Event(
                    values.get(source),
                    values.get(at),
                    values.get(kind),
                    values.get(digest),
                    values.get(text),
                    values.get(expires));
        }
    }

    static final class IndexedEventModel extends EventModel {

        final GlobalSecondaryIndex<Event> byKind = globalIndex("byKind", IndexProjection.of(text, at))
                .storedAs("by_kind")
                .hashKey(kind)
                .rangeKey(at);
        final GlobalSecondaryIndex<Event> byDigest =
                globalIndex("byDigest", ALL).hashKey(digest).units(3L, 4L);
        final LocalSecondaryIndex<Event> textsOfSource =
                localIndex("textsOfSource", KEYS).rangeKey(text);

        IndexedEventModel() {
            super(t -> t.units(5L, 6L));
        }
    }

    @RegisterExtension
    final LocalDynamoDb dynamoDb = new LocalDynamoDb();

    private TableDescription bind(ModelDefinition<?> model) {
        dynamoDb.engine().bind(List.of(model));
        return dynamoDb.describe("Event");
    }

    @Test
    @DisplayName("E2 a missing table is created with the keys and their data types")
    void createsKeysWithTheirDataTypes() {
        TableDescription table = bind(new EventModel(t -> t));

        assertThat(table.keySchema())
                .extracting(KeySchemaElement::attributeName, KeySchemaElement::keyType)
                .containsExactly(tuple("s", KeyType.HASH), tuple("at", KeyType.RANGE));
        assertThat(table.attributeDefinitions())
                .extracting(AttributeDefinition::attributeName, AttributeDefinition::attributeType)
                .containsExactlyInAnyOrder(tuple("s", ScalarAttributeType.S), tuple("at", ScalarAttributeType.N));
    }

    @Test
    @DisplayName("M18 global indexes are created with their keys, projections and units")
    void createsGlobalIndexes() {
        TableDescription table = bind(new IndexedEventModel());

        assertThat(table.globalSecondaryIndexes())
                .extracting(
                        GlobalSecondaryIndexDescription::indexName,
                        index -> KeySchema.of(index.keySchema(), Map.of()).printNames())
                .containsExactlyInAnyOrder(tuple("by_kind", "hash kind, range at"), tuple("byDigest", "hash digest"));
        assertThat(table.globalSecondaryIndexes())
                .extracting(
                        GlobalSecondaryIndexDescription::indexName,
                        index -> index.provisionedThroughput().readCapacityUnits(),
                        index -> index.provisionedThroughput().writeCapacityUnits())
                .containsExactlyInAnyOrder(tuple("by_kind", 1L, 1L), tuple("byDigest", 3L, 4L));
        assertThat(table.attributeDefinitions())
                .extracting(AttributeDefinition::attributeName, AttributeDefinition::attributeType)
                .contains(tuple("digest", ScalarAttributeType.B), tuple("kind", ScalarAttributeType.S));
    }

    @Test
    @DisplayName("M17 an index is created with its projection, of which keys are always a part")
    void createsProjectionsWithoutNamingKeys() {
        TableDescription table = bind(new IndexedEventModel());

        assertThat(table.globalSecondaryIndexes())
                .extracting(
                        GlobalSecondaryIndexDescription::indexName,
                        index -> index.projection().projectionType(),
                        index -> index.projection().nonKeyAttributes())
                .containsExactlyInAnyOrder(
                        tuple("by_kind", ProjectionType.INCLUDE, List.of("text")),
                        tuple("byDigest", ProjectionType.ALL, List.of()));
    }

    @Test
    @DisplayName("M18 a local index is created with the table's hash key")
    void createsLocalIndexes() {
        TableDescription table = bind(new IndexedEventModel());

        assertThat(table.localSecondaryIndexes())
                .extracting(
                        LocalSecondaryIndexDescription::indexName,
                        index -> KeySchema.of(index.keySchema(), Map.of()).printNames(),
                        index -> index.projection().projectionType())
                .containsExactly(tuple("textsOfSource", "hash s, range text", ProjectionType.KEYS_ONLY));
    }

    @Test
    @DisplayName("M6 unset units are 1, and unset billing is provisioned, when the table is created")
    void createsProvisionedTablesOfOneUnit() {
        TableDescription table = bind(new EventModel(t -> t));

        assertThat(table.billingModeSummary()).isNull();
        assertThat(table.provisionedThroughput())
                .extracting(
                        ProvisionedThroughputDescription::readCapacityUnits,
                        ProvisionedThroughputDescription::writeCapacityUnits)
                .containsExactly(1L, 1L);
    }

    @Test
    @DisplayName("M6 units that are set for one side alone leave the other at 1")
    void createsTheOtherUnitsAsOne() {
        TableDescription table = bind(new EventModel(t -> t.units(null, 7L)));

        assertThat(table.provisionedThroughput())
                .extracting(
                        ProvisionedThroughputDescription::readCapacityUnits,
                        ProvisionedThroughputDescription::writeCapacityUnits)
                .containsExactly(1L, 7L);
    }

    @Test
    @DisplayName("M10 a table on demand is created without units")
    void createsOnDemandTablesWithoutUnits() {
        InterceptedClient intercepted = dynamoDb.intercept();

        dynamoDb.engineBuilder(intercepted.client()).build().bind(List.of(new EventModel(t -> t.billing(ON_DEMAND))));

        CreateTableRequest sent = intercepted.requests(CreateTableRequest.class).get(0);
        assertThat(sent.provisionedThroughput()).isNull();
        assertThat(dynamoDb.describe("Event").billingModeSummary().billingMode())
                .isEqualTo(BillingMode.PAY_PER_REQUEST);
    }

    @Test
    @DisplayName("M10 a stream is created with its view")
    void createsStreams() {
        TableDescription table = bind(new EventModel(t -> t.stream(NEW_AND_OLD)));

        assertThat(table.streamSpecification().streamEnabled()).isTrue();
        assertThat(table.streamSpecification().streamViewType()).isEqualTo(StreamViewType.NEW_AND_OLD_IMAGES);
    }

    @Test
    @DisplayName("E2 time to live is switched on for a table that was created")
    void enablesTimeToLive() {
        EventModel plain = new EventModel(t -> t);

        dynamoDb.engineBuilder()
                .settings(plain, t -> t.ttl(plain.expires))
                .build()
                .bind(List.of(plain));

        TimeToLiveDescription ttl = dynamoDb.client()
                .describeTimeToLive(r -> r.tableName(dynamoDb.tableName("Event")))
                .timeToLiveDescription();
        assertThat(ttl.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.ENABLED);
        assertThat(ttl.attributeName()).isEqualTo("x");
    }

    @Test
    @DisplayName("M10 an environment may name the time to live by its column's name")
    void enablesTimeToLiveByName() {
        EventModel plain = new EventModel(t -> t);

        dynamoDb.engineBuilder().settings(plain, t -> t.ttl("expires")).build().bind(List.of(plain));

        TimeToLiveDescription ttl = dynamoDb.client()
                .describeTimeToLive(r -> r.tableName(dynamoDb.tableName("Event")))
                .timeToLiveDescription();
        assertThat(ttl.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.ENABLED);
        assertThat(ttl.attributeName()).isEqualTo("x");
    }

    @Test
    @DisplayName("M10 a time to live of an environment that the model does not have is refused")
    void refusesAnUnknownTimeToLive() {
        EventModel plain = new EventModel(t -> t);
        Engine engine =
                dynamoDb.engineBuilder().settings(plain, t -> t.ttl("expire")).build();

        assertThatThrownBy(() -> engine.bind(List.of(plain)))
                .isInstanceOf(InvalidModel.class)
                .hasMessage(
                        "Model Event is not valid (1 problem):\n  - The table's time to live is 'expire', and there "
                                + "is no such column. Did you mean 'expires'?");
    }

    @Test
    @DisplayName("M10 encryption is asked for when the table is created")
    void asksForEncryption() {
        InterceptedClient intercepted = dynamoDb.intercept();

        dynamoDb.engineBuilder(intercepted.client()).build().bind(List.of(new EventModel(t -> t.encryption(true))));

        CreateTableRequest sent = intercepted.requests(CreateTableRequest.class).get(0);
        assertThat(sent.sseSpecification().enabled()).isTrue();
    }

    @Test
    @DisplayName("M6 what is unset is not asked for when the table is created")
    void asksForNothingThatIsUnset() {
        InterceptedClient intercepted = dynamoDb.intercept();

        dynamoDb.engineBuilder(intercepted.client()).build().bind(List.of(new EventModel(t -> t)));

        CreateTableRequest sent = intercepted.requests(CreateTableRequest.class).get(0);
        assertThat(sent.sseSpecification()).isNull();
        assertThat(sent.streamSpecification()).isNull();
        assertThat(intercepted.operations()).containsExactly("DescribeTable", "CreateTable", "DescribeTable");
    }
}
