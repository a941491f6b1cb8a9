package io.bloop.query;

import io.bloop.expression.Condition;
import io.bloop.expression.Operator;
import io.bloop.expression.Path;
import io.bloop.model.Column;
import io.bloop.model.KeyColumn;
import io.bloop.model.KeyTemplate;
import io.bloop.type.AttributeValues;
import io.bloop.type.BinaryType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The condition of a query on the keys of its table or index.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html">Key conditions</a>
 */
final class KeyCondition<T> {

    private static final Set<Operator> RANGE_OPERATORS = EnumSet.of(
            Operator.EQ, Operator.LT, Operator.LE, Operator.GT, Operator.GE, Operator.BETWEEN, Operator.BEGINS_WITH);

    private final Plan<T> plan;
    private final Condition<T> where;
    private final List<KeyColumn<T, ?>> hashKeys;
    private final List<KeyColumn<T, ?>> rangeKeys;
    private final List<Condition<T>> restrictions = new ArrayList<>();

    private KeyCondition(Plan<T> plan, KeyQuery<T> query) {
        this.plan = plan;
        this.where = query.where();
        this.hashKeys = KeyQuery.hashKeys(plan.definition(), plan.index());
        this.rangeKeys = KeyQuery.rangeKeys(plan.definition(), plan.index());
    }

    /** Returns the key condition of a query, or throws {@link InvalidSearch} where DynamoDB would refuse it. */
    static <T> KeyCondition<T> of(Plan<T> plan) {
        return of(plan, plan.keyQuery());
    }

    /** Returns the key condition of a query that is translated already. */
    static <T> KeyCondition<T> of(Plan<T> plan, KeyQuery<T> query) {
        KeyCondition<T> condition = new KeyCondition<>(plan, query);
        condition.read();
        return condition;
    }

    private void read() {
        List<Condition<T>> left = new ArrayList<>(where.conjuncts());
        for (KeyColumn<T, ?> column : hashKeys) {
            if (!takes(left, column, EnumSet.of(Operator.EQ), KeyValues.MOST_HASH_BYTES)) {
                throw malformed();
            }
        }
        boolean open = true;
        for (KeyColumn<T, ?> column : rangeKeys) {
            if (open && takes(left, column, EnumSet.of(Operator.EQ), KeyValues.MOST_RANGE_BYTES)) {
                continue;
            }
            if (open) {
                takes(left, column, RANGE_OPERATORS, KeyValues.MOST_RANGE_BYTES);
            }
            open = false;
        }
        if (!left.isEmpty()) {
            throw malformed();
        }
    }

    /** Takes the condition on a column out of those that are left, if there is one of a fitting operator. */
    private boolean takes(List<Condition<T>> left, KeyColumn<T, ?> column, Set<Operator> operators, int mostBytes) {
        for (Condition<T> condition : left) {
            Path<?, ?> subject = condition.subject();
            if (subject != null
                    && !subject.isNested()
                    && subject.attribute().equals(column.attribute())
                    && operators.contains(condition.operator())
                    && condition.comparesWithValues()) {
                requireValues(column, condition, mostBytes);
                restrictions.add(condition);
                left.remove(condition);
                return true;
            }
        }
        return false;
    }

    private void requireValues(KeyColumn<T, ?> column, Condition<T> condition, int mostBytes) {
        List<AttributeValue> values = condition.values();
        for (AttributeValue value : values) {
            String problem = problem(column, value, mostBytes);
            if (problem != null) {
                throw plan.invalid("where() compares '" + column.name() + "' with " + problem + ".");
            }
        }
        if (condition.operator() == Operator.BETWEEN && KeyValues.compare(values.get(0), values.get(1)) > 0) {
            throw plan.invalid("where() asks for '" + column.name() + "' between "
                    + AttributeValues.print(values.get(0)) + " and " + AttributeValues.print(values.get(1))
                    + "; give the lower bound first.");
        }
    }

    private @Nullable String problem(KeyColumn<T, ?> column, AttributeValue value, int mostBytes) {
        if (!KeyValues.isOf(value, column.type().tag())) {
            return AttributeValues.print(value) + ", and it is stored as "
                    + column.type().tag();
        }
        if (KeyValues.isEmpty(value)) {
            return "an empty value, and no key is empty";
        }
        int bytes = KeyValues.bytes(value).length;
        return bytes > mostBytes ? "a value of " + bytes + " bytes, and it has at most " + mostBytes : null;
    }

    private InvalidSearch malformed() {
        Set<String> keys = attributes();
        named(hashKeys).forEach(column -> keys.add(column.attribute()));
        named(rangeKeys).forEach(column -> keys.add(column.attribute()));
        String where = plan.where().print(place -> keys.contains(place.attribute()));
        boolean isDivided = plan.where().conjuncts().stream().anyMatch(KeyCondition::isDividedPrefix);
        return plan.invalid(
                isDivided
                        ? "where() asks for a prefix of bytes that are stored as base64, which takes one condition only "
                                + "if the prefix has a multiple of 3 bytes; give such a prefix."
                        : "where() is " + where + "; " + form());
    }

    private static boolean isDividedPrefix(Condition<?> condition) {
        return condition.operator() == Operator.OR
                && condition.paths().stream()
                        .allMatch(path -> path.type() instanceof BinaryType<?> type && type.isBase64());
    }

    /** Returns the form that the condition takes, as the end of a sentence. */
    String form() {
        List<String> hash = named(hashKeys).stream().map(Path::name).toList();
        List<String> range = named(rangeKeys).stream()
                .map(Path::name)
                .filter(name -> !hash.contains(name))
                .toList();
        String equalities = String.join(
                " and ", hash.stream().map(name -> name + " == value").toList());
        if (range.isEmpty()) {
            return equalities.isEmpty() ? "it takes nothing." : "it takes " + equalities + ".";
        }
        String last =
                range.size() == 1 ? range.get(0) : "the last of " + range + " that is named, with == on those before";
        return "it takes " + equalities + (equalities.isEmpty() ? "" : ", and ")
                + "at most one of ==, <, <=, >, >=, between, begins_with on " + last + unordered() + ".";
    }

    /** Names the parts of templates on which no order can be asked for. */
    private String unordered() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (KeyColumn<T, ?> key : rangeKeys) {
            ((Column<T, ?>) key).template().ifPresent(template -> {
                for (int i = 0; i < template.parts().size(); i++) {
                    Column<T, ?> part = template.parts().get(i);
                    template.unordered(i)
                            .ifPresent(reason -> names.computeIfAbsent(reason, r -> new ArrayList<>())
                                    .add(part.name()));
                }
            });
        }
        StringBuilder unordered = new StringBuilder();
        names.forEach((reason, of) -> unordered
                .append(", and only == and begins_with on ")
                .append(String.join(" and ", of))
                .append(", ")
                .append(reason));
        return unordered.toString();
    }

    /** Returns the columns that a condition names: those of the keys, or the parts of their templates. */
    private static <T> Set<Column<T, ?>> named(List<KeyColumn<T, ?>> keys) {
        Set<Column<T, ?>> named = new LinkedHashSet<>();
        for (KeyColumn<T, ?> key : keys) {
            Column<T, ?> column = (Column<T, ?>) key;
            named.addAll(column.template().map(KeyTemplate::parts).orElse(List.of(column)));
        }
        return named;
    }

    /** Returns the attributes of the keys that are queried. */
    Set<String> attributes() {
        Set<String> attributes = new HashSet<>();
        hashKeys.forEach(column -> attributes.add(column.attribute()));
        rangeKeys.forEach(column -> attributes.add(column.attribute()));
        return attributes;
    }

    /** Tells whether an item with these attributes, of the data types of their columns, meets the condition. */
    boolean admits(Map<String, AttributeValue> position) {
        return restrictions.stream().allMatch(restriction -> {
            Path<?, ?> subject = restriction.subject();
            AttributeValue value = subject == null ? null : position.get(subject.attribute());
            return value != null && admits(restriction, value);
        });
    }

    private static boolean admits(Condition<?> restriction, AttributeValue value) {
        List<AttributeValue> bounds = restriction.values();
        int order = KeyValues.compare(value, bounds.get(0));
        return switch (restriction.operator()) {
            case EQ -> order == 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            case GT -> order > 0;
            case GE -> order >= 0;
            case BETWEEN -> order >= 0 && KeyValues.compare(value, bounds.get(1)) <= 0;
            default -> KeyValues.beginsWith(value, bounds.get(0));
        };
    }
}
