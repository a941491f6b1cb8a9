package io.bloop.table;

import io.bloop.event.ModelEvents;
import io.bloop.model.Billing;
import io.bloop.model.Column;
import io.bloop.model.Index;
import io.bloop.model.InvalidModel;
import io.bloop.model.KeyColumn;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StreamView;
import io.bloop.model.TableSettings;
import io.bloop.request.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/** Is what all models of one table want of it together. */
final class TablePlan {

    private final String tableName;
    private final List<ModelEvents<?>> events = new ArrayList<>();
    private final List<String> models = new ArrayList<>();
    private final List<KeySchemaElement> keys;
    private final Map<String, String> keyAttributes = new LinkedHashMap<>();
    private final Map<String, IndexPlan> indexes = new LinkedHashMap<>();
    private @Nullable Billing billing;
    private Units units = Units.UNSET;
    private @Nullable StreamView stream;
    private @Nullable String ttl;
    private @Nullable Boolean backups;
    private @Nullable Boolean encryption;

    TablePlan(List<? extends BoundModel<?>> bound) {
        BoundModel<?> first = bound.get(0);
        this.tableName = first.tableName();
        this.keys = keys(first.definition());
        bound.forEach(this::add);
        check();
    }

    private static List<KeySchemaElement> keys(ModelDefinition<?> definition) {
        List<KeyColumn<?, ?>> range = new ArrayList<>();
        definition.rangeKey().ifPresent(range::add);
        return IndexPlan.keys(List.of(definition.hashKey()), range);
    }

    private void add(BoundModel<?> bound) {
        ModelDefinition<?> definition = bound.definition();
        events.add(bound.events());
        models.add(definition.name());
        if (!keys.equals(keys(definition))) {
            throw conflict("key schemas", Printing.keys(keys), Printing.keys(keys(definition)));
        }
        for (Column<?, ?> column : definition.keys()) {
            addKeyAttribute((KeyColumn<?, ?>) column);
        }
        for (Index<?> index : definition.indexes()) {
            index.hashKeys().forEach(this::addKeyAttribute);
            index.rangeKeys().forEach(this::addKeyAttribute);
            addIndex(IndexPlan.of(bound, index));
        }
        TableSettings settings = bound.settings();
        billing = agreed("billing modes", billing, settings.billing());
        units = new Units(
                agreed("read units", units.read(), settings.readUnits()),
                agreed("write units", units.write(), settings.writeUnits()));
        stream = united(stream, settings.stream(), TablePlan::covering);
        ttl = agreed(
                "time to live columns",
                ttl,
                settings.ttl() == null ? null : settings.ttl().attribute());
        backups = agreed("backups", backups, settings.backups());
        encryption = agreed("encryption", encryption, settings.encryption());
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

    private void addIndex(IndexPlan index) {
        IndexPlan other = indexes.get(index.storedName());
        if (other != null && (other.global() != index.global() || !other.keys().equals(index.keys()))) {
            throw conflict("indexes '" + index.storedName() + "'", other.print(), index.print());
        }
        indexes.put(index.storedName(), other == null ? index : other.covering(index, agreed(other, index)));
    }

    private Units agreed(IndexPlan before, IndexPlan wanted) {
        String of = " units of index '" + wanted.storedName() + "'";
        return new Units(
                agreed("read" + of, before.units().read(), wanted.units().read()),
                agreed("write" + of, before.units().write(), wanted.units().write()));
    }

    /** Finds what no table can be, which the settings of an environment may ask for. */
    private void check() {
        List<String> problems = new ArrayList<>();
        checkUnits(problems, "Table '" + tableName + "'", units);
        indexes.values()
                .forEach(index -> checkUnits(
                        problems, "Index '" + index.storedName() + "' of table '" + tableName + "'", index.units()));
        if (!problems.isEmpty()) {
            throw new InvalidModel(String.join(", ", models), problems);
        }
    }

    private void checkUnits(List<String> problems, String what, Units wanted) {
        if (wanted.isBelowOne()) {
            problems.add(what + " has units below 1 (" + wanted + "); the least is 1.");
        }
        if (billing == Billing.ON_DEMAND && !wanted.isUnset()) {
            problems.add(what + " has units (" + wanted + "), and the table is billed on demand; leave the units out.");
        }
    }

    private static StreamView covering(StreamView left, StreamView right) {
        if (left == right || right == StreamView.KEYS) {
            return left;
        }
        return left == StreamView.KEYS ? right : StreamView.NEW_AND_OLD;
    }

    private <X> @Nullable X agreed(String what, @Nullable X before, @Nullable X wanted) {
        return united(before, wanted, (left, right) -> {
            if (!Objects.equals(left, right)) {
                throw conflict(what, left.toString(), right.toString());
            }
            return left;
        });
    }

    private static <X> @Nullable X united(@Nullable X before, @Nullable X wanted, BinaryOperator<X> both) {
        if (before == null || wanted == null) {
            return before == null ? wanted : before;
        }
        return both.apply(before, wanted);
    }

    private InvalidModel conflict(String what, String before, String wanted) {
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
        return keys;
    }

    /** Returns the data types of all attributes that are keys of the table or of an index. */
    Map<String, String> keyAttributes() {
        return keyAttributes;
    }

    List<IndexPlan> indexes() {
        return List.copyOf(indexes.values());
    }

    @Nullable
    Billing billing() {
        return billing;
    }

    Units units() {
        return units;
    }

    @Nullable
    StreamView stream() {
        return stream;
    }

    @Nullable
    String ttl() {
        return ttl;
    }

    @Nullable
    Boolean backups() {
        return backups;
    }

    @Nullable
    Boolean encryption() {
        return encryption;
    }
}
