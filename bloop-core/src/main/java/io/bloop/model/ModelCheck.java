package io.bloop.model;

import io.bloop.rule.ColumnFacts;
import io.bloop.rule.IndexFacts;
import io.bloop.rule.ModelRules;
import io.bloop.rule.TableFacts;
import io.bloop.rule.Words;
import java.util.ArrayList;
import java.util.List;

/** Finds all mistakes of a definition at once. */
final class ModelCheck<T> {

    private final ModelDefinition<T> model;
    private final List<String> problems = new ArrayList<>();

    private ModelCheck(ModelDefinition<T> model) {
        this.model = model;
    }

    static <T> void check(
            ModelDefinition<T> model, List<Column<T, ?>> columns, List<Index<T>> indexes, TableSettings settings) {
        ModelCheck<T> check = new ModelCheck<>(model);
        check.check(columns, indexes, settings);
        if (!check.problems.isEmpty()) {
            throw new InvalidModel(model.name(), check.problems);
        }
    }

    private void check(List<Column<T, ?>> columns, List<Index<T>> indexes, TableSettings settings) {
        ModelRules rules = new ModelRules(
                Words.DEFINITION,
                columns.stream().map(ModelCheck::facts).toList(),
                problem -> problems.add(problem.message()));
        rules.keys(false);
        rules.stamps();
        rules.names(indexes.stream().map(ModelCheck::facts).toList());
        for (int i = 0; i < indexes.size(); i++) {
            index(rules, i, indexes.get(i));
        }
        if (settings.ttl() != null) {
            own("The table's time to live is", settings.ttl());
        }
        rules.table(facts(settings));
    }

    private static ColumnFacts facts(Column<?, ?> column) {
        boolean both = column.hasTwoRoles();
        return new ColumnFacts(
                column.name(),
                column.attribute(),
                both || column.isHashKey(),
                both || column.isRangeKey(),
                column.type().javaType().getName(),
                column.stamps());
    }

    private static IndexFacts facts(Index<?> index) {
        GlobalSecondaryIndex<?> global = index instanceof GlobalSecondaryIndex<?> found ? found : null;
        boolean projectsNothing = index.projection().kind() == Projection.Kind.INCLUDE
                && index.projection().columns().isEmpty();
        return new IndexFacts(
                index.name(),
                index.storedName(),
                global != null,
                global == null ? List.of() : names(global.hashKeys()),
                names(index.rangeKeys()),
                projectsNothing,
                global == null ? null : global.readUnits(),
                global == null ? null : global.writeUnits());
    }

    private static List<String> names(List<? extends KeyColumn<?, ?>> columns) {
        return columns.stream().map(KeyColumn::name).toList();
    }

    private static TableFacts facts(TableSettings settings) {
        return new TableFacts(
                settings.name(), settings.billing() == Billing.ON_DEMAND, settings.readUnits(), settings.writeUnits());
    }

    private void index(ModelRules rules, int ordinal, Index<T> index) {
        String what = "Index '" + index.name() + "'";
        if (index.namesNull()) {
            problems.add(what + " names a column that is null, as columns are above their declaration; "
                    + "declare the index below its columns.");
            return;
        }
        rules.index(ordinal, facts(index), false);
        if (index instanceof GlobalSecondaryIndex<T> global) {
            global.hashKeys().forEach(column -> own(what + " has the hash key", (Column<?, ?>) column));
        }
        index.rangeKeys().forEach(column -> own(what + " has the range key", (Column<?, ?>) column));
        index.projection().columns().forEach(column -> own(what + " projects", column));
    }

    private void own(String what, Column<?, ?> column) {
        if (column.model() != model) {
            problems.add(what + " " + column + ", which is of another model; name a column of " + model.name() + ".");
        }
    }
}
