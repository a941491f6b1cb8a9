package io.bloop.table.internal;

import io.bloop.settings.Units;
import io.bloop.settings.internal.DescribedTable;
import io.bloop.settings.internal.Setting;
import io.bloop.settings.internal.SettingValues;
import io.bloop.settings.internal.Settings;
import io.bloop.settings.internal.ThroughputSetting;
import io.bloop.table.Difference;
import io.bloop.table.KeySchema;
import io.bloop.table.ProjectedAttributes;
import io.bloop.table.TableCheck;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Compares a table with what its models want; what no model declares is not compared, and more than asked is fine. */
final class TableComparison {

    private final WantedTable goal;
    private final DescribedTable described;
    private final TableDescription actual;
    private final Map<String, String> types = new HashMap<>();
    private final DifferenceCollector findings = new DifferenceCollector();

    private TableComparison(WantedTable goal, DescribedTable described) {
        this.goal = goal;
        this.described = described;
        this.actual = described.table();
        actual.attributeDefinitions()
                .forEach(attribute -> types.put(attribute.attributeName(), attribute.attributeTypeAsString()));
    }

    /** Compares a table with what its models want. */
    static TableCheck check(WantedTable goal, DescribedTable table) {
        TableComparison comparison = new TableComparison(goal, table);
        comparison.compare();
        return comparison.findings.check(goal, table);
    }

    /** Returns the comparison where there is no table. */
    static TableCheck missing(WantedTable goal) {
        DifferenceCollector findings = new DifferenceCollector();
        Difference missing = new Difference.MissingTable(KeySchema.of(goal.keys(), goal.keyAttributes()));
        findings.compared(missing.subject());
        findings.differs(missing);
        return findings.check(goal, null);
    }

    private void compare() {
        keys(null, goal.keys(), actual.keySchema());
        goal.indexes().forEach(this::index);
        SettingValues wanted = goal.settings();
        Settings.all().forEach(setting -> setting(setting, wanted));
    }

    private <V extends Serializable> void setting(Setting<V> setting, SettingValues wanted) {
        setting(setting, null, wanted.get(setting), setting.actual(described));
    }

    private <V extends Serializable> void setting(
            Setting<V> setting, @Nullable String index, @Nullable V wanted, @Nullable V found) {
        if (wanted == null || !setting.isComparable(wanted, found, described)) {
            return;
        }
        Difference difference = new Difference.OtherSetting<>(setting, index, wanted, found);
        findings.compared(difference.subject());
        if (!setting.isMet(wanted, found)) {
            findings.differs(difference);
        }
    }

    private void keys(@Nullable String index, List<KeySchemaElement> wanted, List<KeySchemaElement> found) {
        Difference.OtherKeys difference =
                new Difference.OtherKeys(index, KeySchema.of(wanted, goal.keyAttributes()), KeySchema.of(found, types));
        findings.compared(difference.subject());
        if (!difference.wanted().equals(difference.found())) {
            findings.differs(difference);
        }
    }

    /** What the two kinds of index descriptions have in common. */
    private record ActualIndex(
            List<KeySchemaElement> keys,
            software.amazon.awssdk.services.dynamodb.model.Projection projection,
            @Nullable GlobalSecondaryIndexDescription global) {}

    private Optional<ActualIndex> find(WantedIndex index) {
        if (index.global()) {
            return actual.globalSecondaryIndexes().stream()
                    .filter(one -> one.indexName().equals(index.storedName()))
                    .filter(one -> one.indexStatus() != IndexStatus.DELETING)
                    .findFirst()
                    .map(one -> new ActualIndex(one.keySchema(), one.projection(), one));
        }
        return actual.localSecondaryIndexes().stream()
                .filter(one -> one.indexName().equals(index.storedName()))
                .findFirst()
                .map(one -> new ActualIndex(one.keySchema(), one.projection(), null));
    }

    private void index(WantedIndex index) {
        Optional<ActualIndex> found = find(index);
        if (found.isEmpty()) {
            Difference missing = new Difference.MissingIndex(
                    index.storedName(),
                    index.global(),
                    KeySchema.of(index.keys(), goal.keyAttributes()),
                    index.projected());
            findings.compared(missing.subject());
            findings.differs(missing);
            return;
        }
        ActualIndex present = found.get();
        keys(index.storedName(), index.keys(), present.keys());
        if (!index.isCoveredBy(present.projection(), keysOf(present))) {
            findings.differs(new Difference.NarrowProjection(
                    index.storedName(), index.projected(), ProjectedAttributes.of(present.projection())));
        }
        GlobalSecondaryIndexDescription global = present.global();
        if (global != null) {
            for (ThroughputSetting setting : Settings.ofIndexes()) {
                Units wanted = index.settings().get(setting);
                setting(setting, index.storedName(), wanted, setting.actual(described, global));
            }
        }
    }

    private Set<String> keysOf(ActualIndex index) {
        Set<String> keys = new HashSet<>();
        actual.keySchema().forEach(key -> keys.add(key.attributeName()));
        index.keys().forEach(key -> keys.add(key.attributeName()));
        return keys;
    }
}
