package io.bloop.boot;

import io.bloop.Suggestion;
import io.bloop.boot.BloopProperties.Table;
import io.bloop.engine.EngineBuilder;
import io.bloop.model.ModelDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

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
        tables.forEach((key, table) -> {
            List<? extends ModelDefinition<?>> meant = models.stream()
                    .filter(model -> uniform(model.name()).equals(uniform(key)))
                    .toList();
            meant.forEach(model -> new TableOverride(RangeCheck.key(key), table, model, problems).apply(engine));
            if (table.tableName() != null
                    && meant.stream().map(ModelDefinition::type).distinct().count() > 1) {
                problems.add(new PropertyProblem(
                        RangeCheck.key(key) + ".table-name",
                        "is for several models of that name: "
                                + meant.stream()
                                        .map(model -> model.type().getName())
                                        .collect(Collectors.joining(", ")),
                        "Name the table of each model where it is declared."));
            }
            if (meant.isEmpty()) {
                problems.add(new PropertyProblem(
                        RangeCheck.key(key),
                        "is for a model that does not exist",
                        Suggestion.sentence(
                                key, models.stream().map(ModelDefinition::name).toList())));
            }
        });
        if (!problems.isEmpty()) {
            throw InvalidProperties.of(problems);
        }
    }
}
