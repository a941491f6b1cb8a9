package io.bloop.boot.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.Capacity;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;

/**
 * What a request was charged for one table or index.
 *
 * @param index the index, or null for the table itself
 * @param read read units
 * @param write write units
 */
record ConsumedUnits(String table, @Nullable String index, double read, double write) {

    private static final Set<String> READS = Set.of("GetItem", "BatchGetItem", "Query", "Scan", "TransactGetItems");

    /** Returns what is not zero of a response's charges; a request that cost nothing at all has one of zero. */
    static List<ConsumedUnits> of(String operation, ConsumedCapacity answer) {
        boolean reads = READS.contains(operation);
        List<ConsumedUnits> charges = new ArrayList<>();
        add(charges, answer.tableName(), null, answer.table(), reads);
        add(charges, answer.tableName(), answer.globalSecondaryIndexes(), reads);
        add(charges, answer.tableName(), answer.localSecondaryIndexes(), reads);
        if (charges.isEmpty()) {
            charges.add(of(
                    answer.tableName(),
                    null,
                    answer.capacityUnits(),
                    answer.readCapacityUnits(),
                    answer.writeCapacityUnits(),
                    reads));
        }
        return charges;
    }

    private static void add(List<ConsumedUnits> charges, String table, Map<String, Capacity> indexes, boolean reads) {
        indexes.forEach((index, capacity) -> add(charges, table, index, capacity, reads));
    }

    private static void add(
            List<ConsumedUnits> charges,
            String table,
            @Nullable String index,
            @Nullable Capacity capacity,
            boolean reads) {
        if (capacity != null) {
            ConsumedUnits charge = of(
                    table,
                    index,
                    capacity.capacityUnits(),
                    capacity.readCapacityUnits(),
                    capacity.writeCapacityUnits(),
                    reads);
            if (charge.read > 0 || charge.write > 0) {
                charges.add(charge);
            }
        }
    }

    /** DynamoDB tells reads and writes apart in transactions alone; elsewhere the operation does. */
    private static ConsumedUnits of(
            String table,
            @Nullable String index,
            @Nullable Double units,
            @Nullable Double read,
            @Nullable Double write,
            boolean reads) {
        if (read == null && write == null) {
            return new ConsumedUnits(table, index, reads ? orZero(units) : 0, reads ? 0 : orZero(units));
        }
        return new ConsumedUnits(table, index, orZero(read), orZero(write));
    }

    private static double orZero(@Nullable Double units) {
        return units == null ? 0 : units;
    }
}
