package io.bloop.table;

import io.bloop.bound.BoundModel;
import io.bloop.bound.ModelEvents;
import io.bloop.bound.Units;
import io.bloop.model.Billing;
import io.bloop.model.Column;
import io.bloop.model.Index;
import io.bloop.model.InvalidModel;
import io.bloop.model.KeyColumn;
import io.bloop.model.ModelDefinition;
import io.bloop.model.StreamView;
import io.bloop.model.TableClass;
import io.bloop.model.TableSettings;
import io.bloop.request.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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
    private Throughput throughput = Throughput.UNSET;
    private @Nullable StreamView stream;
    private @Nullable String ttl;
    private @Nullable Boolean backups;
    private @Nullable Boolean encryption;
    private @Nullable String encryptionKey;
    private @Nullable TableClass tableClass;
    private @Nullable Boolean deletionProtection;
    private final Map<String, String> tags = new TreeMap<>();

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
        throughput = agreed("", throughput, Throughput.of(settings));
        stream = united(stream, settings.stream(), TablePlan::covering);
        ttl = agreed(
                "time to live columns",
                ttl,
                settings.ttl() == null ? null : settings.ttl().attribute());
        backups = agreed("backups", backups, settings.backups());
        encryption = agreed("encryption", encryption, settings.encryption());
        encryptionKey = agreed("encryption keys", encryptionKey, settings.encryptionKey());
        tableClass = agreed("table classes", tableClass, settings.tableClass());
        deletionProtection = agreed("deletion protection", deletionProtection, settings.deletionProtection());
        settings.tags().forEach(this::addTag);
    }

    private void addTag(String key, String value) {
        String agreed = agreed("values of tag '" + key + "'", tags.get(key), value);
        if (agreed != null) {
            tags.put(key, agreed);
        }
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

    private Throughput agreed(IndexPlan before, IndexPlan wanted) {
        return agreed(" of index '" + wanted.storedName() + "'", before.throughput(), wanted.throughput());
    }

    private Throughput agreed(String of, Throughput before, Throughput wanted) {
        return new Throughput(
                agreed("", of, before.provisioned(), wanted.provisioned()),
                agreed("maximum ", of, before.maximum(), wanted.maximum()),
                agreed("warm ", of, before.warm(), wanted.warm()));
    }

    private Units agreed(String kind, String of, Units before, Units wanted) {
        return new Units(
                agreed(kind + "read units" + of, before.read(), wanted.read()),
                agreed(kind + "write units" + of, before.write(), wanted.write()));
    }

    /** Finds what no table can be, which the settings of an environment may ask for. */
    private void check() {
        List<String> problems = new ArrayList<>();
        checkThroughput(problems, "Table '" + tableName + "'", throughput);
        indexes.values()
                .forEach(index -> checkThroughput(
                        problems,
                        "Index '" + index.storedName() + "' of table '" + tableName + "'",
                        index.throughput()));
        if (!problems.isEmpty()) {
            throw new InvalidModel(String.join(", ", models), problems);
        }
    }

    private void checkThroughput(List<String> problems, String what, Throughput wanted) {
        checkLeast(problems, what + " has units", wanted.provisioned());
        checkLeast(problems, what + " has a maximum on demand", wanted.maximum());
        checkLeast(problems, what + " has warm throughput", wanted.warm());
        if (billing == Billing.ON_DEMAND && !wanted.provisioned().isUnset()) {
            problems.add(what + " has units (" + wanted.provisioned()
                    + "), and the table is billed on demand; leave the units out.");
        }
        if (billing != Billing.ON_DEMAND && !wanted.maximum().isUnset()) {
            problems.add(what + " has a maximum on demand (" + wanted.maximum()
                    + "), and the table is not billed on demand; bill it so, or leave the maximum out.");
        }
    }

    private static void checkLeast(List<String> problems, String what, Units wanted) {
        if (wanted.isBelowOne()) {
            problems.add(what + " below 1 (" + wanted + "); the least is 1.");
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

    Throughput throughput() {
        return throughput;
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

    @Nullable
    String encryptionKey() {
        return encryptionKey;
    }

    @Nullable
    TableClass tableClass() {
        return tableClass;
    }

    @Nullable
    Boolean deletionProtection() {
        return deletionProtection;
    }

    /** Returns the tags that the table has to have, sorted by key. */
    Map<String, String> tags() {
        return tags;
    }
}
