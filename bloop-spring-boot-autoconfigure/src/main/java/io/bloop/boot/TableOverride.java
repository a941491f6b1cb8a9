package io.bloop.boot;

import io.bloop.Suggestion;
import io.bloop.boot.BloopProperties.Index;
import io.bloop.boot.BloopProperties.StreamPart;
import io.bloop.boot.BloopProperties.Table;
import io.bloop.engine.EngineBuilder;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.ModelDefinition;
import io.bloop.settings.Billing;
import io.bloop.settings.StreamView;
import io.bloop.settings.TableSettings;
import io.bloop.settings.Units;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Overrides the settings of one model's table. */
final class TableOverride {

    private final String key;
    private final Table table;
    private final ModelDefinition<?> model;
    private final List<PropertyProblem> problems;

    TableOverride(String key, Table table, ModelDefinition<?> model, List<PropertyProblem> problems) {
        this.key = key;
        this.table = table;
        this.model = model;
        this.problems = problems;
    }

    void apply(EngineBuilder engine) {
        engine.settings(model, this::overridden);
        checkUnits(key, table.readUnits(), table.writeUnits());
        checkMaximum("maximum-read-units", table.maximumReadUnits());
        checkMaximum("maximum-write-units", table.maximumWriteUnits());
        table.indexes().forEach((name, index) -> index(name, index, engine));
    }

    private TableSettings overridden(TableSettings settings) {
        return features(throughput(named(settings)));
    }

    private TableSettings named(TableSettings settings) {
        return table.tableName() == null ? settings : settings.named(table.tableName());
    }

    private TableSettings throughput(TableSettings settings) {
        TableSettings changed = with(settings, table.billing(), TableSettings::billing);
        Units units = new Units(table.readUnits(), table.writeUnits())
                .or(new Units(changed.readUnits(), changed.writeUnits()));
        Units maximum = new Units(table.maximumReadUnits(), table.maximumWriteUnits())
                .or(new Units(changed.maximumReadUnits(), changed.maximumWriteUnits()));
        Units warm = new Units(table.warmReadUnits(), table.warmWriteUnits())
                .or(new Units(changed.warmReadUnits(), changed.warmWriteUnits()));
        return changed.units(units.read(), units.write())
                .onDemandMaximum(maximum.read(), maximum.write())
                .warmThroughput(warm.read(), warm.write());
    }

    private TableSettings features(TableSettings settings) {
        TableSettings changed = settings;
        changed = with(changed, table.stream(), (s, parts) -> s.stream(view(parts)));
        changed = with(changed, table.backups(), TableSettings::backups);
        changed = with(changed, table.encryption(), TableSettings::encryption);
        changed = with(changed, table.encryptionKey(), TableSettings::encryptionKey);
        changed = with(changed, table.tableClass(), TableSettings::tableClass);
        changed = with(changed, table.deletionProtection(), TableSettings::deletionProtection);
        for (Map.Entry<String, String> tag : table.tags().entrySet()) {
            changed = changed.tag(tag.getKey(), tag.getValue());
        }
        return changed;
    }

    private static <V> TableSettings with(
            TableSettings settings, @Nullable V value, BiFunction<TableSettings, V, TableSettings> change) {
        return value == null ? settings : change.apply(settings, value);
    }

    private static StreamView view(List<StreamPart> parts) {
        if (parts.contains(StreamPart.KEYS)) {
            return StreamView.KEYS;
        }
        if (!parts.contains(StreamPart.OLD)) {
            return StreamView.NEW;
        }
        return parts.contains(StreamPart.NEW) ? StreamView.NEW_AND_OLD : StreamView.OLD;
    }

    private void index(String name, Index override, EngineBuilder engine) {
        String indexKey = key + ".indexes." + name;
        Optional<? extends GlobalSecondaryIndex<?>> found = model.globalIndexes().stream()
                .filter(index -> TableOverrides.uniform(index.name()).equals(TableOverrides.uniform(name)))
                .findFirst();
        if (found.isEmpty()) {
            problems.add(new PropertyProblem(
                    indexKey,
                    "is for a global index that model " + model.name() + " does not have",
                    Suggestion.sentence(
                            name,
                            model.globalIndexes().stream()
                                    .map(GlobalSecondaryIndex::name)
                                    .toList())));
            return;
        }
        checkUnits(indexKey, override.readUnits(), override.writeUnits());
        GlobalSecondaryIndex<?> index = found.get();
        Units units = new Units(override.readUnits(), override.writeUnits());
        if (!units.isUnset()) {
            engine.indexUnits(model, index.name(), units.or(new Units(index.readUnits(), index.writeUnits())));
        }
    }

    private void checkUnits(String prefix, @Nullable Long read, @Nullable Long write) {
        if (billing() == Billing.ON_DEMAND) {
            checkUnset(prefix + ".read-units", read, "on demand", "provisioned");
            checkUnset(prefix + ".write-units", write, "on demand", "provisioned");
        }
    }

    private void checkMaximum(String property, @Nullable Long units) {
        if (billing() == Billing.PROVISIONED) {
            checkUnset(key + "." + property, units, "as provisioned", "on-demand");
        }
    }

    private @Nullable Billing billing() {
        return table.billing() != null ? table.billing() : model.settings().billing();
    }

    private void checkUnset(String unitsKey, @Nullable Long units, String billed, String other) {
        if (units != null) {
            problems.add(new PropertyProblem(
                    unitsKey,
                    "is " + units + ", but the table of model " + model.name() + " is billed " + billed,
                    "Remove the property, or set " + key + ".billing=" + other + "."));
        }
    }
}
