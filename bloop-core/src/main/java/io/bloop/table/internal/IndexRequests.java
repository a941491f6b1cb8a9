package io.bloop.table.internal;

import io.bloop.settings.Billing;
import io.bloop.settings.Units;
import io.bloop.settings.internal.DescribedTable;
import io.bloop.settings.internal.SettingValues;
import io.bloop.settings.internal.Settings;
import io.bloop.settings.internal.TableCall;
import io.bloop.settings.internal.ThroughputSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;

/** Makes the requests that give a table global indexes, or take them away. */
final class IndexRequests {

    private final WantedTable goal;

    IndexRequests(WantedTable goal) {
        this.goal = goal;
    }

    /**
     * Returns the request that adds an index to a table.
     *
     * @param index the index
     * @param name the name that it gets
     * @param table the table, which tells how the index is billed
     */
    TableCall<?, ?> addition(WantedIndex index, String name, DescribedTable table) {
        Billing billing = table.isOnDemand() ? Billing.ON_DEMAND : Billing.PROVISIONED;
        GlobalSecondaryIndex added = TableCreation.global(
                goal, index, attainable(index, table), goal.settings().with(Settings.BILLING, billing));
        CreateGlobalSecondaryIndexAction creation = CreateGlobalSecondaryIndexAction.builder()
                .indexName(name)
                .keySchema(added.keySchema())
                .projection(added.projection())
                .provisionedThroughput(added.provisionedThroughput())
                .onDemandThroughput(added.onDemandThroughput())
                .warmThroughput(added.warmThroughput())
                .build();
        return TableCall.update(
                table,
                r -> r.attributeDefinitions(attributes(index))
                        .globalSecondaryIndexUpdates(GlobalSecondaryIndexUpdate.builder()
                                .create(creation)
                                .build()));
    }

    private List<AttributeDefinition> attributes(WantedIndex index) {
        return index.keys().stream()
                .map(key -> AttributeDefinition.builder()
                        .attributeName(key.attributeName())
                        .attributeType(goal.keyAttributes().get(key.attributeName()))
                        .build())
                .toList();
    }

    /** Returns the values that an index can have: an index without units of its own gets those of the table. */
    private static SettingValues attainable(WantedIndex index, DescribedTable table) {
        SettingValues values = SettingValues.NONE;
        for (ThroughputSetting setting : Settings.ofIndexes()) {
            if (setting.isTaken(table.isOnDemand())) {
                values = values.with(setting, index.settings().get(setting));
            }
        }
        Units units = Settings.UNITS.actual(table);
        if (units == null) {
            return values;
        }
        Units own = values.get(Settings.UNITS);
        return values.with(Settings.UNITS, own == null ? units : own.or(units));
    }

    /** Returns the request that deletes an index. */
    static TableCall<?, ?> deletion(String name, DescribedTable table) {
        return TableCall.update(
                table,
                r -> r.globalSecondaryIndexUpdates(GlobalSecondaryIndexUpdate.builder()
                        .delete(d -> d.indexName(name))
                        .build()));
    }

    /** Returns the table as it is described with the index. */
    DescribedTable with(DescribedTable table, WantedIndex index, String name) {
        List<AttributeDefinition> attributes = new ArrayList<>(table.table().attributeDefinitions());
        Set<String> known =
                attributes.stream().map(AttributeDefinition::attributeName).collect(Collectors.toSet());
        attributes(index).stream()
                .filter(attribute -> !known.contains(attribute.attributeName()))
                .forEach(attributes::add);
        List<GlobalSecondaryIndexDescription> indexes =
                new ArrayList<>(table.table().globalSecondaryIndexes());
        indexes.add(GlobalSecondaryIndexDescription.builder()
                .indexName(name)
                .keySchema(index.keys())
                .projection(index.request(goal.keys()))
                .build());
        return table.with(
                table.table().copy(t -> t.attributeDefinitions(attributes).globalSecondaryIndexes(indexes)));
    }
}
