package io.bloop.query;

import io.bloop.Suggestion;
import io.bloop.expression.Condition;
import io.bloop.expression.Operator;
import io.bloop.expression.Path;
import io.bloop.model.Column;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.Index;
import io.bloop.model.KeyColumn;
import io.bloop.model.ModelDefinition;
import io.bloop.model.Tracked;
import io.bloop.type.BinaryType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Refuses searches that DynamoDB would refuse, or answer with less than was asked.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html">Key conditions</a>
 */
final class PlanCheck<T> {

    private static final Set<Operator> RANGE_OPERATORS = EnumSet.of(
            Operator.EQ, Operator.LT, Operator.LE, Operator.GT, Operator.GE, Operator.BETWEEN, Operator.BEGINS_WITH);

    private final Plan<T> plan;
    private final List<KeyColumn<T, ?>> hashKeys;
    private final List<KeyColumn<T, ?>> rangeKeys;

    private PlanCheck(Plan<T> plan) {
        this.plan = plan;
        Index<T> index = plan.index();
        ModelDefinition<T> model = plan.model().definition();
        this.hashKeys = index != null ? index.hashKeys() : List.of(model.hashKey());
        this.rangeKeys = index != null
                ? index.rangeKeys()
                : model.rangeKey().stream().<KeyColumn<T, ?>>map(key -> key).toList();
    }

    static <T> void query(Plan<T> plan) {
        PlanCheck<T> check = new PlanCheck<>(plan);
        check.shared();
        check.keyCondition();
        Set<String> queried = new HashSet<>();
        check.hashKeys.forEach(column -> queried.add(column.attribute()));
        check.rangeKeys.forEach(column -> queried.add(column.attribute()));
        for (Path<?, ?> path : plan.filter().paths()) {
            if (queried.contains(path.attribute())) {
                throw new InvalidSearch(
                        plan.target(),
                        "the filter names the key '" + path.name() + "', which only where() can; " + check.form());
            }
        }
    }

    static <T> void scan(Plan<T> plan) {
        new PlanCheck<>(plan).shared();
    }

    /** Refuses results in which a default would stand for what was not loaded, and be saved over it. */
    static <T> void loading(Plan<T> plan) {
        Set<Column<T, ?>> loaded = plan.loaded();
        ModelDefinition<T> model = plan.model().definition();
        if (loaded == null || Tracked.class.isAssignableFrom(model.type())) {
            return;
        }
        for (Column<T, ?> column : model.columns()) {
            if (!loaded.contains(column) && column.type().unloaded() != null) {
                throw new InvalidSearch(
                        plan.target(),
                        "the results lack '" + column.name() + "', which cannot be null, and saving one would write "
                                + column.type().unloaded() + " over what the table holds; select the column, make its "
                                + "type nullable, or let " + model.name() + " extend BaseModel.");
            }
        }
    }

    private void shared() {
        if (plan.consistent() && plan.index() instanceof GlobalSecondaryIndex<T>) {
            throw new InvalidSearch(
                    plan.target(),
                    "a global index has no consistent reads; leave consistent() out, or read the table.");
        }
        Set<Column<T, ?>> available = plan.available();
        Set<String> attributes = new HashSet<>();
        available.forEach(column -> attributes.add(column.attribute()));
        List<String> names = available.stream().map(Column::name).toList();
        for (Column<T, ?> column : plan.selected()) {
            if (!available.contains(column)) {
                throw unavailable("select()", column.name(), names);
            }
        }
        for (Path<?, ?> path : plan.filter().paths()) {
            if (!attributes.contains(path.attribute())) {
                throw unavailable("the filter", path.name(), names);
            }
        }
    }

    private InvalidSearch unavailable(String what, String column, List<String> names) {
        return new InvalidSearch(
                plan.target(),
                what + " names '" + column + "', which is not to be had there. " + Suggestion.sentence(column, names));
    }

    private void keyCondition() {
        List<Condition<T>> left = new ArrayList<>(plan.where().conjuncts());
        for (KeyColumn<T, ?> column : hashKeys) {
            if (!takes(left, column, EnumSet.of(Operator.EQ))) {
                throw malformed();
            }
        }
        boolean open = true;
        for (KeyColumn<T, ?> column : rangeKeys) {
            if (open && takes(left, column, EnumSet.of(Operator.EQ))) {
                continue;
            }
            if (open) {
                takes(left, column, RANGE_OPERATORS);
            }
            open = false;
        }
        if (!left.isEmpty()) {
            throw malformed();
        }
    }

    /** Takes the condition on a column out of those that are left, if there is one of a fitting operator. */
    private static <T> boolean takes(List<Condition<T>> left, KeyColumn<T, ?> column, Set<Operator> operators) {
        for (Condition<T> condition : left) {
            Path<?, ?> subject = condition.subject();
            if (subject != null
                    && !subject.isNested()
                    && subject.attribute().equals(column.attribute())
                    && operators.contains(condition.operator())
                    && condition.comparesWithValues()) {
                left.remove(condition);
                return true;
            }
        }
        return false;
    }

    private InvalidSearch malformed() {
        boolean isDivided = plan.where().conjuncts().stream().anyMatch(PlanCheck::isDividedPrefix);
        return new InvalidSearch(
                plan.target(),
                isDivided
                        ? "where() asks for a prefix of bytes that are stored as base64, which takes one condition only "
                                + "if the prefix has a multiple of 3 bytes; give such a prefix."
                        : "where() is " + plan.where() + "; " + form());
    }

    private static boolean isDividedPrefix(Condition<?> condition) {
        return condition.operator() == Operator.OR
                && condition.paths().stream()
                        .allMatch(path -> path.type() instanceof BinaryType<?> type && type.isBase64());
    }

    private String form() {
        String equalities = String.join(
                " and ",
                hashKeys.stream().map(column -> column.name() + " == value").toList());
        if (rangeKeys.isEmpty()) {
            return "it takes " + equalities + ".";
        }
        String range = rangeKeys.size() == 1
                ? rangeKeys.get(0).name()
                : "the last of " + rangeKeys.stream().map(Path::name).toList()
                        + " that is named, with == on those before";
        return "it takes " + equalities + ", and at most one of ==, <, <=, >, >=, between, begins_with on " + range
                + ".";
    }
}
