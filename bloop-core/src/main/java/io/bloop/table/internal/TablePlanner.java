package io.bloop.table.internal;

import io.bloop.settings.Billing;
import io.bloop.settings.Units;
import io.bloop.settings.internal.DescribedTable;
import io.bloop.settings.internal.Setting;
import io.bloop.settings.internal.SettingValues;
import io.bloop.settings.internal.SettingWithRequests;
import io.bloop.settings.internal.Settings;
import io.bloop.settings.internal.TableCall;
import io.bloop.settings.internal.ThroughputSetting;
import io.bloop.table.Difference;
import io.bloop.table.Difference.MissingIndex;
import io.bloop.table.Difference.MissingTable;
import io.bloop.table.Difference.NarrowProjection;
import io.bloop.table.Difference.OtherKeys;
import io.bloop.table.Difference.OtherSetting;
import io.bloop.table.Difference.Remedy;
import io.bloop.table.KeySchema;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/**
 * Finds the steps from a table as it is to a table as its models want it; sends nothing.
 *
 * <p>A step is safe where it adds what models want to a place where there is nothing.
 */
final class TablePlanner {

    /**
     * Safe steps come first, and those that take long after the others. Requests other than updates come last: DynamoDB
     * Local may never finish an index of a table whose time to live is on.
     */
    private static final Comparator<PlannedStep> ORDER = Comparator.<PlannedStep, Boolean>comparing(
                    planned -> !planned.step().safe())
            .thenComparing(planned -> planned.setting() != null)
            .thenComparing(planned -> planned.step().kind() != Remedy.CHANGE_SETTING);

    private static final Pattern NUMBERED = Pattern.compile("(.+)-(\\d{1,6})");
    private static final int LONGEST_NAME = 255;

    private final WantedTable goal;
    private final @Nullable DescribedTable table;
    private final List<Difference> differences;
    private final List<PlannedStep> steps = new ArrayList<>();

    private TablePlanner(WantedTable goal, @Nullable DescribedTable table, List<Difference> differences) {
        this.goal = goal;
        this.table = table;
        this.differences = differences;
    }

    /**
     * Returns the steps in order, the safe ones first.
     *
     * @param table the table as it is, or null where there is none
     * @param differences all differences between the two
     */
    static List<PlannedStep> steps(WantedTable goal, @Nullable DescribedTable table, List<Difference> differences) {
        TablePlanner planner = new TablePlanner(goal, table, differences);
        differences.forEach(planner::plan);
        boolean isOther = differences.stream().anyMatch(TablePlanner::isOfTableKeys);
        return planner.steps.stream()
                .map(step ->
                        isOther ? step.manual("The table has other keys, so it may belong to somebody else.") : step)
                .sorted(ORDER)
                .toList();
    }

    private static boolean isOfTableKeys(Difference difference) {
        return difference instanceof OtherKeys keys && keys.index() == null;
    }

    /** Returns the requests that create a table of this name with all that its models want, in order. */
    static List<TableCall<?, ?>> creation(WantedTable goal, String name) {
        CreateTableRequest request = TableCreation.request(goal, false).copy(r -> r.tableName(name));
        DescribedTable created =
                new DescribedTable(TableDescription.builder().tableName(name).build());
        List<TableCall<?, ?>> calls = new ArrayList<>();
        calls.add(new TableCall<>("CreateTable", request, DynamoDbClient::createTable));
        Settings.withRequests().stream()
                .filter(setting -> !setting.isCreated())
                .forEach(setting -> calls.addAll(additions(setting, goal.settings(), created)));
        return calls;
    }

    private static <V extends Serializable> List<TableCall<?, ?>> additions(
            SettingWithRequests<V> setting, SettingValues wanted, DescribedTable table) {
        V value = wanted.get(setting);
        V lacking = value == null ? null : setting.lacking(value, null);
        return lacking == null ? List.of() : setting.changes(lacking, null, wanted, table);
    }

    private void plan(Difference difference) {
        if (difference instanceof MissingTable missing) {
            steps.add(PlannedStep.safe(
                    missing,
                    "Create the table with " + missing.wanted() + ".",
                    "There is no such table.",
                    creation(goal, goal.tableName())));
        } else if (table != null) {
            plan(difference, table);
        }
    }

    private void plan(Difference difference, DescribedTable there) {
        if (difference instanceof OtherKeys other && other.index() == null) {
            replaceTable(other, "The keys of a table never change.");
        } else if (difference instanceof MissingIndex missing && !missing.global()) {
            replaceTable(missing, "A local index is created together with its table only.");
        } else if (difference instanceof MissingIndex missing) {
            addIndex(missing, wanted(missing.index()), there);
        } else if (difference instanceof OtherKeys other) {
            replaceIndex(other, wanted(String.valueOf(other.index())), "The keys of an index never change.", there);
        } else if (difference instanceof NarrowProjection narrow) {
            if (differences.stream().noneMatch(other -> isOfKeys(other, narrow.index()))) {
                replaceIndex(narrow, wanted(narrow.index()), "The projection of an index never changes.", there);
            }
        } else if (difference instanceof OtherSetting<?> other) {
            set(other, there);
        }
    }

    /** A step that replaces an index for its keys gives it its projection too. */
    private static boolean isOfKeys(Difference difference, String index) {
        return difference instanceof OtherKeys keys && index.equals(keys.index());
    }

    private WantedIndex wanted(String index) {
        return goal.indexes().stream()
                .filter(wanted -> wanted.storedName().equals(index))
                .findFirst()
                .orElseThrow();
    }

    private void replaceTable(Difference difference, String reason) {
        String name = successor(goal.tableName(), List.of());
        steps.add(PlannedStep.manual(
                difference,
                "Create another table with " + difference.expected() + " (" + difference.subject()
                        + "), copy the items, and bind the models to it.",
                reason,
                creation(goal, name)));
    }

    private void addIndex(MissingIndex missing, WantedIndex index, DescribedTable there) {
        String text = "Add the global index " + missing.index() + " with " + missing.expected() + ".";
        List<TableCall<?, ?>> calls = List.of(addition(index, index.storedName(), there));
        List<String> conflicts = new ArrayList<>(typeConflicts(index, there, null));
        if (localNames(there).contains(missing.index())) {
            conflicts.add("The table has a local index of that name, which is never deleted: store the index under "
                    + "another name.");
        }
        steps.add(
                conflicts.isEmpty()
                        ? PlannedStep.safe(missing, text, "The table has no such index.", calls)
                        : PlannedStep.manual(missing, text, conflicts.get(0), calls));
        Settings.ofIndexes().forEach(setting -> setLater(setting, index, there));
    }

    /** Tells what a new index will lack because the table is billed otherwise than the models want. */
    private void setLater(ThroughputSetting setting, WantedIndex index, DescribedTable there) {
        Units wanted = index.settings().get(setting);
        if (wanted != null && !setting.isTaken(there.isOnDemand())) {
            set(new OtherSetting<>(setting, index.storedName(), wanted, null), there);
        }
    }

    private void replaceIndex(Difference difference, WantedIndex index, String reason, DescribedTable there) {
        if (!index.global()) {
            replaceTable(difference, reason);
            return;
        }
        String name = index.storedName();
        String keysAndProjection = KeySchema.of(index.keys(), goal.keyAttributes()) + ", " + index.projected();
        List<String> conflicts = typeConflicts(index, there, name);
        TableCall<?, ?> deletion = update(
                there,
                r -> r.globalSecondaryIndexUpdates(GlobalSecondaryIndexUpdate.builder()
                        .delete(d -> d.indexName(name))
                        .build()));
        if (typeConflicts(index, there, null).size() > conflicts.size()) {
            steps.add(PlannedStep.manual(
                    difference,
                    "Delete the index " + name + ", and add it again with " + keysAndProjection + ".",
                    conflicts.isEmpty() ? reason : conflicts.get(0),
                    List.of(deletion, addition(index, name, there))));
            return;
        }
        String other = successor(name, globalNames(there));
        steps.add(PlannedStep.manual(
                difference,
                "Add the global index " + other + " with " + keysAndProjection + ", store the models' index " + name
                        + " under that name, and delete " + name + " when nothing uses it any more.",
                conflicts.isEmpty() ? reason : conflicts.get(0),
                List.of(addition(index, other, there), deletion)));
    }

    /** Returns why DynamoDB refuses an index beside those that are there: an attribute has one type in all keys. */
    private List<String> typeConflicts(WantedIndex index, DescribedTable there, @Nullable String replaced) {
        Map<String, String> types = new HashMap<>();
        there.table()
                .attributeDefinitions()
                .forEach(attribute -> types.put(attribute.attributeName(), attribute.attributeTypeAsString()));
        List<String> conflicts = new ArrayList<>();
        for (KeySchemaElement key : index.keys()) {
            String attribute = key.attributeName();
            String type = types.get(attribute);
            List<String> users = users(attribute, there, replaced);
            if (type != null
                    && !users.isEmpty()
                    && !type.equals(goal.keyAttributes().get(attribute))) {
                conflicts.add("The attribute " + attribute + " is " + type + " in the keys of "
                        + String.join(", ", users) + ", and an attribute has one type in all keys of a table.");
            }
        }
        return conflicts;
    }

    private static List<String> users(String attribute, DescribedTable there, @Nullable String replaced) {
        List<String> users = new ArrayList<>();
        if (isKey(attribute, there.table().keySchema())) {
            users.add("the table");
        }
        there.table().localSecondaryIndexes().stream()
                .filter(index -> isKey(attribute, index.keySchema()))
                .forEach(index -> users.add("index " + index.indexName()));
        there.table().globalSecondaryIndexes().stream()
                .filter(index -> isKey(attribute, index.keySchema()))
                .filter(index -> !index.indexName().equals(replaced))
                .forEach(index -> users.add("index " + index.indexName()));
        return users;
    }

    private static boolean isKey(String attribute, List<KeySchemaElement> keys) {
        return keys.stream().anyMatch(key -> key.attributeName().equals(attribute));
    }

    private static List<String> localNames(DescribedTable there) {
        return there.table().localSecondaryIndexes().stream()
                .map(LocalSecondaryIndexDescription::indexName)
                .toList();
    }

    private static List<String> globalNames(DescribedTable there) {
        return there.table().globalSecondaryIndexes().stream()
                .map(GlobalSecondaryIndexDescription::indexName)
                .toList();
    }

    /** Returns the request that adds an index to a table as that is billed now. */
    private TableCall<?, ?> addition(WantedIndex index, String name, DescribedTable there) {
        Billing billing = there.isOnDemand() ? Billing.ON_DEMAND : Billing.PROVISIONED;
        GlobalSecondaryIndex added = TableCreation.global(
                goal, index, attainable(index, there), goal.settings().with(Settings.BILLING, billing));
        List<AttributeDefinition> attributes = index.keys().stream()
                .map(key -> AttributeDefinition.builder()
                        .attributeName(key.attributeName())
                        .attributeType(goal.keyAttributes().get(key.attributeName()))
                        .build())
                .toList();
        CreateGlobalSecondaryIndexAction creation = CreateGlobalSecondaryIndexAction.builder()
                .indexName(name)
                .keySchema(added.keySchema())
                .projection(added.projection())
                .provisionedThroughput(added.provisionedThroughput())
                .onDemandThroughput(added.onDemandThroughput())
                .warmThroughput(added.warmThroughput())
                .build();
        return update(
                there,
                r -> r.attributeDefinitions(attributes)
                        .globalSecondaryIndexUpdates(GlobalSecondaryIndexUpdate.builder()
                                .create(creation)
                                .build()));
    }

    /** Returns the values that an index can have now: an index without units of its own gets those of the table. */
    private static SettingValues attainable(WantedIndex index, DescribedTable there) {
        SettingValues values = SettingValues.NONE;
        for (ThroughputSetting setting : Settings.ofIndexes()) {
            if (setting.isTaken(there.isOnDemand())) {
                values = values.with(setting, index.settings().get(setting));
            }
        }
        Units units = Settings.UNITS.actual(there);
        if (units == null) {
            return values;
        }
        Units own = values.get(Settings.UNITS);
        return values.with(
                Settings.UNITS,
                own == null
                        ? units
                        : new Units(
                                own.read() == null ? units.read() : own.read(),
                                own.write() == null ? units.write() : own.write()));
    }

    private <V extends Serializable> void set(OtherSetting<V> other, DescribedTable there) {
        Setting<V> setting = other.setting();
        String text = "Change " + other.subject() + " from " + other.actual() + " to " + other.expected() + ".";
        SettingWithRequests<?> own = setting instanceof SettingWithRequests<?> one ? one : null;
        V lacking = other.index() == null ? setting.lacking(other.wanted(), other.found()) : null;
        PlannedStep step = lacking == null
                ? PlannedStep.manual(other, text, setting.caution(other.wanted(), other.found()), changes(other, there))
                : PlannedStep.safe(
                        other,
                        text,
                        "The models want it, and nothing else is there.",
                        setting.changes(lacking, other.found(), goal.settings(), there));
        steps.add(step.of(own));
    }

    private <V extends Serializable> List<TableCall<?, ?>> changes(OtherSetting<V> other, DescribedTable there) {
        String index = other.index();
        if (index != null && other.setting() instanceof ThroughputSetting throughput) {
            return throughput.changes((Units) other.wanted(), (Units) other.found(), goal.settings(), there, index);
        }
        return other.setting().changes(other.wanted(), other.found(), goal.settings(), there);
    }

    private static TableCall<?, ?> update(DescribedTable there, Consumer<UpdateTableRequest.Builder> change) {
        UpdateTableRequest.Builder request =
                UpdateTableRequest.builder().tableName(there.table().tableName());
        change.accept(request);
        return new TableCall<>("UpdateTable", request.build(), DynamoDbClient::updateTable);
    }

    /** Returns the next name of a series, such as {@code byOwner-2} after {@code byOwner}. */
    private static String successor(String name, List<String> taken) {
        Matcher numbered = NUMBERED.matcher(name);
        boolean isNumbered = numbered.matches();
        String stem = isNumbered ? numbered.group(1) : name;
        int number = isNumbered ? Integer.parseInt(numbered.group(2)) : 1;
        String next;
        do {
            number++;
            String suffix = "-" + number;
            next = stem.substring(0, Math.min(stem.length(), LONGEST_NAME - suffix.length())) + suffix;
        } while (taken.contains(next));
        return next;
    }
}
