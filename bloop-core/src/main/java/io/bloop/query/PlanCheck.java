package io.bloop.query;

import io.bloop.Suggestion;
import io.bloop.expression.Path;
import io.bloop.model.Column;
import io.bloop.model.GlobalSecondaryIndex;
import io.bloop.model.Index;
import io.bloop.model.IndexProjection;
import io.bloop.model.ModelDefinition;
import io.bloop.model.ProjectionDefinition;
import io.bloop.model.Tracked;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Refuses searches that DynamoDB would refuse, or answer with less than was asked. */
final class PlanCheck<T> {

    private final Plan<T> plan;

    private PlanCheck(Plan<T> plan) {
        this.plan = plan;
    }

    static <T> void search(Plan<T> plan, boolean query) {
        new PlanCheck<>(plan).shared();
        if (query) {
            query(plan);
        }
    }

    private static <T> void query(Plan<T> plan) {
        KeyCondition<T> condition = KeyCondition.of(plan);
        Set<String> queried = condition.attributes();
        for (Path<?, ?> path : plan.filter().paths()) {
            if (queried.contains(path.attribute())) {
                throw plan.invalid(
                        "the filter names the key '" + path.name() + "', which only where() can; " + condition.form());
            }
        }
    }

    /** Refuses results in which a default would stand for what was not loaded, and be saved over it. */
    static <T> void loading(Plan<T> plan) {
        if (plan.isOfSeveral()) {
            whole(plan);
            return;
        }
        Set<Column<T, ?>> loaded = plan.loaded();
        ModelDefinition<T> model = plan.definition();
        if (loaded == null || Tracked.class.isAssignableFrom(model.type())) {
            return;
        }
        for (Column<T, ?> column : model.columns()) {
            if (!loaded.contains(column) && column.type().unloaded() != null && !isInKey(loaded, column)) {
                throw plan.invalid(
                        "the results lack '" + column.name() + "', which cannot be null, and saving one would write "
                                + column.type().unloaded() + " over what the table holds; select the column, make its "
                                + "type nullable, or let " + model.name() + " extend BaseModel.");
            }
            for (Column<T, ?> input : column.template().isPresent() ? List.<Column<T, ?>>of() : column.inputs()) {
                if (!loaded.contains(input)) {
                    throw plan.invalid("the results lack '" + input.name() + "', from which '" + column.name()
                            + "' is computed, and saving one would write another value over what the table holds; select "
                            + "the column, or let " + model.name() + " extend BaseModel.");
                }
            }
        }
    }

    /** Refuses results of several models that lack columns, of which each model has others. */
    private static void whole(Plan<?> plan) {
        Index<?> index = plan.index();
        if (!plan.selected().isEmpty()) {
            throw plan.invalid(
                    "select() names columns of one model, and the search hands out objects of several; leave it "
                            + "out.");
        }
        if (index != null && index.projection().kind() != IndexProjection.Kind.ALL) {
            throw plan.invalid("the index projects " + index.projection()
                    + ", and a search of several models needs whole items; project all, or search each model alone.");
        }
    }

    /** Tells whether results have the value of a column as a part of a key. */
    private static <T> boolean isInKey(Set<Column<T, ?>> loaded, Column<T, ?> column) {
        return loaded.stream()
                .anyMatch(key -> key.template()
                        .map(template -> template.parts().contains(column))
                        .orElse(false));
    }

    /** Refuses a projection where it says nothing of the columns that other models have. */
    static void projecting(Plan<?> plan, ProjectionDefinition<?, ?> projection) {
        if (plan.isOfSeveral()) {
            throw plan.invalid("as() names " + projection
                    + ", which has columns of one model, and the search hands out objects of several; leave it out.");
        }
    }

    private void shared() {
        if (plan.consistent() && plan.index() instanceof GlobalSecondaryIndex<T>) {
            throw plan.invalid("a global index has no consistent reads; leave consistent() out, or read the table.");
        }
        Set<Column<T, ?>> available = plan.available();
        Set<String> attributes = new HashSet<>();
        available.forEach(column -> attributes.add(column.attribute()));
        List<String> names = available.stream().map(Column::name).toList();
        String selecting = plan.projection() == null ? "select()" : "as(" + plan.projection() + ")";
        for (Column<T, ?> column : plan.selected()) {
            if (!available.contains(column)) {
                throw unavailable(selecting, column.name(), names);
            }
        }
        for (Path<?, ?> path : plan.filter().paths()) {
            if (path.root() instanceof Column<?, ?> column && column.isKeyOnly()) {
                throw plan.invalid(
                        "the filter names '" + column.name() + "', which is only a part of the key and has no "
                                + "attribute; ask for it in where(), or store it as a column too.");
            }
            if (!attributes.contains(path.attribute())) {
                throw unavailable("the filter", path.name(), names);
            }
        }
    }

    private InvalidSearch unavailable(String what, String column, List<String> names) {
        String reason = plan.index() == null
                ? "which " + plan.definition().name() + " does not have"
                : "which this index does not project";
        return plan.invalid(what + " names '" + column + "', " + reason + ". " + Suggestion.sentence(column, names));
    }
}
