package io.bloop.testing;

import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Shortens what tests say when they create tables without the library. */
public final class RawTables {

    private RawTables() {}

    public static KeySchemaElement hash(String attribute) {
        return key(attribute, KeyType.HASH);
    }

    public static KeySchemaElement range(String attribute) {
        return key(attribute, KeyType.RANGE);
    }

    private static KeySchemaElement key(String attribute, KeyType type) {
        return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
    }

    /** Returns the description of a table as if it was created long ago. */
    public static TableDescription old(TableDescription table) {
        return table.copy(t -> t.creationDateTime(Instant.parse("2020-01-01T00:00:00Z")));
    }

    public static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }

    /** Returns a global index with one hash key, 2 read units and 3 write units. */
    public static GlobalSecondaryIndex globalIndex(
            String name, KeySchemaElement key, ProjectionType projection, String... included) {
        return GlobalSecondaryIndex.builder()
                .indexName(name)
                .keySchema(key)
                .projection(p ->
                        p.projectionType(projection).nonKeyAttributes(included.length == 0 ? null : List.of(included)))
                .provisionedThroughput(u -> u.readCapacityUnits(2L).writeCapacityUnits(3L))
                .build();
    }
}
