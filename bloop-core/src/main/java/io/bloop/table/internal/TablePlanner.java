package io.bloop.table.internal;

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
import io.bloop.table.KeySchema;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
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
     * Safe steps come first. Billing comes right after them, since other settings and new indexes depend on it. Requests
     * other than updates come last: DynamoDB Local may never finish an index of a table whose time to live is on. All
     * else stays as it is planned, so that what takes long comes after what does not.
     */
    private static final Comparator<PlannedStep> ORDER = Comparator.<PlannedStep, Boolean>comparing(
                    planned -> !planned.step().safe())
            .thenComparing(planned -> planned.setting() != null)
            .thenComparing(planned -> !isOfBilling(planned));

    private static final Pattern NUMBERED = Pattern.compile("(.+)-(\\d{1,6})");
    private static final int LONGEST_NAME = 255;

    private final WantedTable goal;
    private final IndexRequests requests;
    private final DescribedTable there;
    private final List<Difference> differences;
    private final boolean isOther;
    private final List<PlannedStep> steps = new ArrayList<>();

    private TablePlanner(WantedTable goal, DescribedTable there, List<Difference> differences) {
        this.goal = goal;
        this.requests = new IndexRequests(goal);
        this.there = there;
        this.differences = differences;
        this.isOther = differences.stream().anyMatch(TablePlanner::isOfTableKeys);
    }

    /**
     * Returns the steps in order, the safe ones first; none repeats a request of an earlier one.
     *
     * @param table the table as it is, or null where there is none
     * @param differences all differences between the two
     */
    static List<PlannedStep> steps(WantedTable goal, @Nullable DescribedTable table, List<Difference> differences) {
        if (table == null) {
            return differences.stream()
                    .filter(MissingTable.class::isInstance)
                    .map(missing -> create((MissingTable) missing, goal))
                    .toList();
        }
        TablePlanner planner = new TablePlanner(goal, table, differences);
        planner.plan();
        return PlannedStep.withoutRepetition(planner.steps.stream()
                .map(step -> planner.isOther
                        ? step.manual("The table has other keys, so it may belong to somebody else.")
                        : step)
                .sorted(ORDER)
                .toList());
    }

    private static PlannedStep create(MissingTable missing, WantedTable goal) {
        return PlannedStep.safe(
                missing,
                "Create the table with " + missing.wanted() + ".",
                "There is no such table.",
                creation(goal, goal.tableName()));
    }

    private static boolean isOfTableKeys(Difference difference) {
        return difference instanceof OtherKeys keys && keys.index() == null;
    }

    private static boolean isOfBilling(PlannedStep planned) {
        return planned.step().difference() instanceof OtherSetting<?> other && other.setting() == Settings.BILLING;
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

    private void plan() {
        DescribedTable extended = there;
        for (Difference difference : differences) {
            if (difference instanceof MissingIndex missing && isAddedSafely(missing)) {
                extended = requests.with(extended, wanted(missing.index()), missing.index());
            }
        }
        for (Difference difference : differences) {
            if (difference instanceof MissingIndex missing && isAddedSafely(missing)) {
                setLater(wanted(missing.index()), extended);
            } else if (difference instanceof OtherSetting<?> other) {
                set(other, extended);
            }
        }
        DescribedTable set = billed(extended);
        differences.forEach(difference -> plan(difference, set));
    }

    /** Returns the table as it is billed when the steps are taken that are planned so far. */
    private DescribedTable billed(DescribedTable table) {
        return steps.stream()
                .flatMap(step -> step.calls().stream())
                .map(TableCall::request)
                .filter(request -> request instanceof UpdateTableRequest update && update.billingMode() != null)
                .map(request -> table.billed((UpdateTableRequest) request))
                .findFirst()
                .orElse(table);
    }

    /** Plans what gives a table other keys or indexes; the settings of the table are as the models want them then. */
    private void plan(Difference difference, DescribedTable set) {
        if (difference instanceof OtherKeys other && other.index() == null) {
            replaceTable(other, "The keys of a table never change.");
        } else if (difference instanceof MissingIndex missing && !missing.global()) {
            replaceTable(missing, "A local index is created together with its table only.");
        } else if (difference instanceof MissingIndex missing) {
            addIndex(missing, wanted(missing.index()), set);
        } else if (difference instanceof OtherKeys other) {
            replaceIndex(other, wanted(String.valueOf(other.index())), "The keys of an index never change.", set);
        } else if (difference instanceof NarrowProjection narrow) {
            if (differences.stream().noneMatch(other -> isOfKeys(other, narrow.index()))) {
                replaceIndex(narrow, wanted(narrow.index()), "The projection of an index never changes.", set);
            }
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

    private boolean isAddedSafely(MissingIndex missing) {
        return missing.global() && !isOther && conflicts(missing).isEmpty();
    }

    private List<String> conflicts(MissingIndex missing) {
        List<String> conflicts = new ArrayList<>(typeConflicts(wanted(missing.index()), there, null));
        if (localNames(there).contains(missing.index())) {
            conflicts.add("The table has a local index of that name, which is never deleted: store the index under "
                    + "another name.");
        }
        return conflicts;
    }

    private void addIndex(MissingIndex missing, WantedIndex index, DescribedTable set) {
        String text = "Add the global index " + missing.index() + " with " + missing.expected() + ".";
        boolean safely = isAddedSafely(missing);
        // a safe step comes before manual changes of settings, and any other step after them
        List<TableCall<?, ?>> calls = List.of(requests.addition(index, missing.index(), safely ? there : set));
        List<String> conflicts = conflicts(missing);
        steps.add(
                conflicts.isEmpty()
                        ? PlannedStep.safe(missing, text, "The table has no such index.", calls)
                        : PlannedStep.manual(missing, text, conflicts.get(0), calls));
        if (!safely) {
            setLater(index, requests.with(set, index, missing.index()));
        }
    }

    /** Tells what a new index will lack because the table is billed otherwise than the models want. */
    private void setLater(WantedIndex index, DescribedTable table) {
        Settings.ofIndexes().forEach(setting -> {
            Units wanted = index.settings().get(setting);
            if (wanted != null && !setting.isTaken(table.isOnDemand())) {
                set(new OtherSetting<>(setting, index.storedName(), wanted, null), table);
            }
        });
    }

    private void replaceIndex(Difference difference, WantedIndex index, String reason, DescribedTable set) {
        if (!index.global()) {
            replaceTable(difference, reason);
            return;
        }
        String name = index.storedName();
        String keysAndProjection = KeySchema.of(index.keys(), goal.keyAttributes()) + ", " + index.projected();
        List<String> conflicts = typeConflicts(index, set, name);
        TableCall<?, ?> deletion = IndexRequests.deletion(name, set);
        if (typeConflicts(index, set, null).size() > conflicts.size()) {
            steps.add(PlannedStep.manual(
                    difference,
                    "Delete the index " + name + ", and add it again with " + keysAndProjection + ".",
                    conflicts.isEmpty() ? reason : conflicts.get(0),
                    List.of(deletion, requests.addition(index, name, set))));
            return;
        }
        String other = successor(name, globalNames(set));
        steps.add(PlannedStep.manual(
                difference,
                "Add the global index " + other + " with " + keysAndProjection + ", store the models' index " + name
                        + " under that name, and delete " + name + " when nothing uses it any more.",
                conflicts.isEmpty() ? reason : conflicts.get(0),
                List.of(requests.addition(index, other, set), deletion)));
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

    private <V extends Serializable> void set(OtherSetting<V> other, DescribedTable table) {
        Setting<V> setting = other.setting();
        String text = "Change " + other.subject() + " from " + other.actual() + " to " + other.expected() + ".";
        SettingWithRequests<?> own = setting instanceof SettingWithRequests<?> one ? one : null;
        V lacking = other.index() == null ? setting.lacking(other.wanted(), other.found()) : null;
        PlannedStep step = lacking == null
                ? PlannedStep.manual(other, text, setting.caution(other.wanted(), other.found()), changes(other, table))
                : PlannedStep.safe(
                        other,
                        text,
                        "The models want it, and nothing else is there.",
                        setting.changes(lacking, other.found(), goal.settings(), table));
        steps.add(step.of(own));
    }

    private <V extends Serializable> List<TableCall<?, ?>> changes(OtherSetting<V> other, DescribedTable table) {
        String index = other.index();
        if (index != null && other.setting() instanceof ThroughputSetting throughput) {
            return throughput.changes((Units) other.wanted(), (Units) other.found(), goal.settings(), table, index);
        }
        return other.setting().changes(other.wanted(), other.found(), goal.settings(), table);
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
