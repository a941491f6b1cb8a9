package io.bloop.table.internal;

import io.bloop.bound.internal.BoundModel;
import io.bloop.bound.internal.ModelEvents;
import io.bloop.expression.NumberPath;
import io.bloop.model.Column;
import io.bloop.model.Index;
import io.bloop.model.InvalidModel;
import io.bloop.model.KeyColumn;
import io.bloop.model.ModelDefinition;
import io.bloop.request.Target;
import io.bloop.rule.internal.ServiceLimits;
import io.bloop.settings.internal.Setting;
import io.bloop.settings.internal.SettingValues;
import io.bloop.settings.internal.Settings;
import io.bloop.table.KeySchema;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/** What all models of one table want of it together. */
final class WantedTable {

    private final String tableName;
    private final List<ModelEvents<?>> events = new ArrayList<>();
    private final List<String> models = new ArrayList<>();
    private final ModelDefinition<?> first;
    private final Map<String, String> keyAttributes = new LinkedHashMap<>();
    private final Map<String, WantedIndex> indexes = new LinkedHashMap<>();
    private SettingValues settings = SettingValues.NONE;

    WantedTable(List<? extends BoundModel<?>> bound) {
        BoundModel<?> first = bound.get(0);
        this.tableName = first.tableName();
        this.first = first.definition();
        for (BoundModel<?> model : bound) {
            add(model);
        }
        check();
    }

    /** Returns the tables of models; those that share a table want one together. */
    static List<WantedTable> all(List<? extends BoundModel<?>> models) {
        List<WantedTable> tables = new ArrayList<>();
        for (List<BoundModel<?>> sharing : BoundModel.byTable(models).values()) {
            tables.add(new WantedTable(sharing));
        }
        return tables;
    }

    private static List<KeySchemaElement> keys(ModelDefinition<?> definition) {
        KeyColumn<?, ?> range = definition.rangeKey().orElse(null);
        return WantedIndex.keys(List.of(definition.hashKey()), range == null ? List.of() : List.of(range));
    }

    private static String names(List<KeySchemaElement> keys) {
        return KeySchema.of(keys, Map.of()).printNames();
    }

    private void add(BoundModel<?> bound) {
        ModelDefinition<?> definition = bound.definition();
        events.add(bound.events());
        models.add(definition.name());
        if (definition != first && !keys().equals(keys(definition))) {
            throw conflict("key schemas", names(keys()), names(keys(definition)));
        }
        for (Column<?, ?> column : definition.keys()) {
            addKeyAttribute((KeyColumn<?, ?>) column);
        }
        for (Index<?> index : definition.indexes()) {
            for (KeyColumn<?, ?> column : index.hashKeys()) {
                addKeyAttribute(column);
            }
            for (KeyColumn<?, ?> column : index.rangeKeys()) {
                addKeyAttribute(column);
            }
            addIndex(WantedIndex.of(bound, index));
        }
        settings = settings.united(wanted(bound), this::conflict);
    }

    private static SettingValues wanted(BoundModel<?> bound) {
        NumberPath<?, ?> ttl = bound.settings().ttl();
        return bound.settings().values().with(Settings.TIME_TO_LIVE, ttl == null ? null : ttl.attribute());
    }

    List<ModelEvents<?>> events() {
        return events;
    }

    private void addKeyAttribute(KeyColumn<?, ?> column) {
        String tag = column.type().tag().name();
        String other = keyAttributes.putIfAbsent(column.attribute(), tag);
        if (other != null && !other.equals(tag)) {
            throw conflict("data types of '" + column.attribute() + "'", other, tag);
        }
    }

    private void addIndex(WantedIndex index) {
        WantedIndex other = indexes.get(index.storedName());
        if (other != null && (other.global() != index.global() || !other.keys().equals(index.keys()))) {
            throw conflict("indexes '" + index.storedName() + "'", other.print(), index.print());
        }
        indexes.put(index.storedName(), other == null ? index : other.covering(index, united(other, index)));
    }

    private SettingValues united(WantedIndex before, WantedIndex wanted) {
        String of = " of index '" + wanted.storedName() + "'";
        return before.settings().united(wanted.settings(), (what, left, right) -> conflict(what + of, left, right));
    }

    /** Finds what no table can be, which the settings of an environment may ask for. */
    private void check() {
        List<String> problems = new ArrayList<>();
        check(problems, "Table '" + tableName + "'", settings);
        for (WantedIndex index : indexes.values()) {
            check(problems, "Index '" + index.storedName() + "' of table '" + tableName + "'", index.settings());
        }
        if (!problems.isEmpty()) {
            throw new InvalidModel(String.join(", ", models), problems);
        }
    }

    /**
     * Finds what DynamoDB does not create, which models may ask for together.
     *
     * @throws InvalidModel if there is anything
     */
    void checkCreation() {
        int locals = 0;
        int included = 0;
        for (WantedIndex index : indexes.values()) {
            locals += index.global() ? 0 : 1;
            included += index.includedBeside(keys()).size();
        }
        List<String> problems = ServiceLimits.ofTable(locals, included);
        if (!problems.isEmpty()) {
            throw new InvalidModel(String.join(", ", models), problems);
        }
    }

    private void check(List<String> problems, String what, SettingValues values) {
        for (Setting<?> setting : Settings.all()) {
            check(problems, what, setting, values);
        }
    }

    private <V extends Serializable> void check(
            List<String> problems, String what, Setting<V> setting, SettingValues values) {
        V wanted = values.get(setting);
        if (wanted != null) {
            setting.check(wanted, settings, problem -> problems.add(what + " " + problem));
        }
    }

    private InvalidModel conflict(String what, Object before, Object wanted) {
        int last = models.size() - 1;
        return new InvalidModel(
                models.get(last),
                List.of("Models " + String.join(", ", models.subList(0, last)) + " and " + models.get(last)
                        + " share table '" + tableName + "' and want different " + what + ": " + before + " and "
                        + wanted + "; make them agree."));
    }

    Target target() {
        return new Target(String.join(", ", models), tableName, null);
    }

    String tableName() {
        return tableName;
    }

    List<String> models() {
        return models;
    }

    List<KeySchemaElement> keys() {
        return keys(first);
    }

    /** Returns the data types of all attributes that are keys of the table or of an index. */
    Map<String, String> keyAttributes() {
        return keyAttributes;
    }

    List<WantedIndex> indexes() {
        return List.copyOf(indexes.values());
    }

    /** Returns what the models want of the table, as attributes. */
    SettingValues settings() {
        return settings;
    }
}
