package io.bloop.table;

import static io.bloop.testing.RawTables.attribute;
import static io.bloop.testing.RawTables.hash;

import io.bloop.testing.LocalDynamoDb;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Creates tables that have the key of ThingModel and nothing else. */
record TableFixture(LocalDynamoDb dynamoDb) {

    void create() {
        create("Thing");
    }

    void create(String name) {
        dynamoDb.client()
                .createTable(r -> r.tableName(dynamoDb.tableName(name))
                        .keySchema(hash("id"))
                        .attributeDefinitions(attribute("id", ScalarAttributeType.S))
                        .provisionedThroughput(u -> u.readCapacityUnits(4L).writeCapacityUnits(5L)));
    }
}
