package io.bloop.model;

import io.bloop.expression.NumberPath;
import io.bloop.rule.internal.ColumnFacts;
import io.bloop.rule.internal.ComputedFacts;
import io.bloop.rule.internal.IndexFacts;
import io.bloop.rule.internal.ModelRules;
import io.bloop.rule.internal.Problem;
import io.bloop.rule.internal.ServiceLimits;
import io.bloop.rule.internal.TableFacts;
import io.bloop.rule.internal.ThroughputFacts;
import io.bloop.rule.internal.Vocabulary;
import io.bloop.settings.Billing;
import io.bloop.settings.TableSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds all mistakes of a definition at once. */
final class ModelCheck<T> {

    private final ModelDefinition<T> model;
    private final List<String> problems = new ArrayList<>();
    private final Consumer<String> found = problems::add;

    private ModelCheck(ModelDefinition<T> model) {
        this.model = model;
    }

    /** Checks a definition, and lets its indexes know their columns; returns the settings that know theirs. */
    static <T> TableSettings check(
            ModelDefinition<T> model, List<Column<T, ?>> columns, List<Index<T>> indexes, TableSettings settings) {
        ModelCheck<T> check = new ModelCheck<>(model);
        TableSettings resolved = check.check(columns, indexes, settings);
        if (!check.problems.isEmpty()) {
            throw new InvalidModel(model.name(), check.problems);
        }
        return resolved;
    }

    private TableSettings check(List<Column<T, ?>> columns, List<Index<T>> indexes, TableSettings settings) {
        List<ColumnFacts> columnFacts = columnFacts(columns);
        Consumer<Problem> broken = problem -> found.accept(problem.message());
        ModelRules rules = new ModelRules(Vocabulary.DEFINITION, columnFacts, broken);
        own(columns);
        Resolution<T> resolution = new Resolution<>(model, columns, found);
        inputs(resolution, columns);
        computed(columns);
        new KeyOnlyCheck<>(columns, found).check(indexes);
        rules.keys(false);
        rules.stamps();
        List<IndexFacts> indexFacts = indexFacts(indexes);
        rules.names(indexFacts);
        for (int i = 0; i < indexes.size(); i++) {
            index(rules, resolution, i, indexes.get(i));
        }
        TableSettings resolved = resolution.resolve(settings);
        NumberPath<?, ?> ttl = resolved.ttl();
        if (ttl != null) {
            rules.timeToLive(ttl.name());
        }
        rules.table(facts(resolved));
        claims(rules);
        rules.billing(indexFacts, facts(resolved));
        new ServiceLimits(columnFacts, broken).check(indexFacts, included(indexes), ttl == null ? null : ttl.name());
        model.check(columns, indexes, found);
        return resolved;
    }

    private void own(List<Column<T, ?>> columns) {
        for (Column<T, ?> column : columns) {
            String problem = column.problem();
            if (problem != null) {
                problems.add(problem);
            }
        }
    }

    private void inputs(Resolution<T> resolution, List<Column<T, ?>> columns) {
        for (Column<T, ?> column : columns) {
            resolution.resolve(column);
        }
        for (Column<T, ?> column : columns) {
            KeyTemplate<T> template = column.template().orElse(null);
            if (template != null && template.declared().problem() == null) {
                resolution.resolveTemplate(column, template);
            }
        }
    }

    private void computed(List<Column<T, ?>> columns) {
        for (Column<T, ?> column : columns) {
            if (column.isComputed() && !column.stamps().isEmpty()) {
                problems.add(ComputedFacts.stamped(column.name()));
            }
        }
    }

    private void claims(ModelRules rules) {
        List<Claim> claims = model.draft().claims();
        if (claims.size() > 1) {
            problems.add("The model claims its items in " + claims.size() + " ways: " + claims + "; keep one.");
        }
        for (Claim claim : claims) {
            if (claim instanceof Discriminator discriminator) {
                rules.discriminator(discriminator.attribute(), discriminator.values());
            } else if (claim.isOpen()) {
                problems.add("claimedBy() names no attribute; name those that the predicate reads.");
            }
        }
    }

    private static <T> List<ColumnFacts> columnFacts(List<Column<T, ?>> columns) {
        List<ColumnFacts> facts = new ArrayList<>();
        for (Column<T, ?> column : columns) {
            facts.add(facts(column));
        }
        return facts;
    }

    private static ColumnFacts facts(Column<?, ?> column) {
        boolean both = column.hasTwoRoles();
        return new ColumnFacts(
                column.name(),
                column.attribute(),
                both || column.isHashKey(),
                both || column.isRangeKey(),
                column.type().javaType().getName(),
                column.stamps(),
                column.source());
    }

    private static <T> List<IndexFacts> indexFacts(List<Index<T>> indexes) {
        List<IndexFacts> facts = new ArrayList<>();
        for (Index<T> index : indexes) {
            facts.add(facts(index));
        }
        return facts;
    }

    private static <T> List<List<String>> included(List<Index<T>> indexes) {
        List<List<String>> included = new ArrayList<>();
        for (Index<T> index : indexes) {
            included.add(names(index.declaredProjection().mentions()));
        }
        return included;
    }

    private static IndexFacts facts(Index<?> index) {
        GlobalSecondaryIndex<?> global = index instanceof GlobalSecondaryIndex<?> found ? found : null;
        IndexProjection projection = index.declaredProjection();
        boolean projectsNothing = projection.kind() == IndexProjection.Kind.INCLUDE
                && projection.mentions().isEmpty();
        return new IndexFacts(
                index.name(),
                index.storedName(),
                global != null,
                names(index.declaredHashKeys()),
                names(index.declaredRangeKeys()),
                projectsNothing,
                global == null ? new ThroughputFacts(null, null) : facts(global),
                index.source());
    }

    private static List<String> names(List<@Nullable ColumnReference> columns) {
        List<String> names = new ArrayList<>();
        for (ColumnReference column : columns) {
            if (column != null) {
                names.add(column.name());
            }
        }
        return names;
    }

    private static ThroughputFacts facts(GlobalSecondaryIndex<?> index) {
        return new ThroughputFacts(
                index.readUnits(),
                index.writeUnits(),
                index.maximumReadUnits(),
                index.maximumWriteUnits(),
                index.warmReadUnits(),
                index.warmWriteUnits());
    }

    private static TableFacts facts(TableSettings settings) {
        return new TableFacts(
                settings.name(),
                settings.billing() == Billing.ON_DEMAND,
                settings.billing() == Billing.PROVISIONED,
                new ThroughputFacts(
                        settings.readUnits(),
                        settings.writeUnits(),
                        settings.maximumReadUnits(),
                        settings.maximumWriteUnits(),
                        settings.warmReadUnits(),
                        settings.warmWriteUnits()),
                settings.tags().keySet());
    }

    private void index(ModelRules rules, Resolution<T> resolution, int ordinal, Index<T> index) {
        if (namesNull(index)) {
            problems.add("Index '" + index.name() + "' names a column that is null, as columns are above their "
                    + "declaration; declare the index below its columns.");
            return;
        }
        rules.index(ordinal, facts(index), false);
        resolution.resolve(index);
    }

    private static boolean namesNull(Index<?> index) {
        return hasNull(index.declaredHashKeys())
                || hasNull(index.declaredRangeKeys())
                || hasNull(index.declaredProjection().mentions());
    }

    private static boolean hasNull(List<@Nullable ColumnReference> columns) {
        for (ColumnReference column : columns) {
            if (column == null) {
                return true;
            }
        }
        return false;
    }
}
