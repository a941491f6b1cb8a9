package io.bloop.boot.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.Capacity;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/** Writes the consumed capacity in the form of DynamoDB's responses; no name in it needs to be escaped. */
final class CapacityJson {

    private CapacityJson() {}

    static String of(List<ConsumedCapacity> charges) {
        return array(charges.stream().map(CapacityJson::of).toList());
    }

    private static String of(ConsumedCapacity charge) {
        List<String> members = new ArrayList<>();
        members.add("\"TableName\":\"" + charge.tableName() + "\"");
        members.add("\"CapacityUnits\":" + charge.capacityUnits());
        add(members, "ReadCapacityUnits", charge.readCapacityUnits());
        add(members, "WriteCapacityUnits", charge.writeCapacityUnits());
        if (charge.table() != null) {
            members.add("\"Table\":" + of(charge.table()));
        }
        add(members, "GlobalSecondaryIndexes", charge.globalSecondaryIndexes());
        add(members, "LocalSecondaryIndexes", charge.localSecondaryIndexes());
        return object(members);
    }

    private static String of(Capacity charge) {
        List<String> members = new ArrayList<>();
        add(members, "CapacityUnits", charge.capacityUnits());
        add(members, "ReadCapacityUnits", charge.readCapacityUnits());
        add(members, "WriteCapacityUnits", charge.writeCapacityUnits());
        return object(members);
    }

    private static void add(List<String> members, String name, @Nullable Double units) {
        if (units != null) {
            members.add("\"" + name + "\":" + units);
        }
    }

    private static void add(List<String> members, String name, Map<String, Capacity> indexes) {
        if (!indexes.isEmpty()) {
            List<String> charges = new ArrayList<>();
            new TreeMap<>(indexes).forEach((index, charge) -> charges.add("\"" + index + "\":" + of(charge)));
            members.add("\"" + name + "\":" + object(charges));
        }
    }

    private static String object(List<String> members) {
        return "{" + String.join(",", members) + "}";
    }

    private static String array(List<String> elements) {
        return "[" + String.join(",", elements) + "]";
    }
}
