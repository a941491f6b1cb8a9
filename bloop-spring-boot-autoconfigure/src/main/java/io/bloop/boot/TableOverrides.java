package io.bloop.boot;

import io.bloop.boot.BloopProperties.Table;
import io.bloop.engine.EngineBuilder;
import io.bloop.model.ModelDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Matches the overrides of the properties with the models that they are for. */
final class TableOverrides {

    private final Map<String, Table> tables;
    private final Collection<? extends ModelDefinition<?>> models;
    private final List<PropertyProblem> problems = new ArrayList<>();

    private TableOverrides(Map<String, Table> tables, Collection<? extends ModelDefinition<?>> models) {
        this.tables = tables;
        this.models = models;
    }

    /** Applies the overrides to an engine, or tells all that is wrong with them. */
    static void apply(
            Map<String, Table> tables, Collection<? extends ModelDefinition<?>> models, EngineBuilder engine) {
        new TableOverrides(tables, models).apply(engine);
    }

    /** Returns what all spellings of a name have in common: environment variables allow few characters. */
    static String uniform(String name) {
        return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }

    private void apply(EngineBuilder engine) {
        OverriddenModels overridden = new OverriddenModels(models);
        tables.forEach((key, table) -> {
            PropertyProblem problem = overridden.problem(key);
            if (problem == null) {
                overridden
                        .named(key)
                        .forEach(model -> new TableOverride(RangeCheck.key(key), table, model, problems).apply(engine));
            } else {
                problems.add(problem);
            }
        });
        if (!problems.isEmpty()) {
            throw InvalidProperties.of(problems);
        }
    }
}
