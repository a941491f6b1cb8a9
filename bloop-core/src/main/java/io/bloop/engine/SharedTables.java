package io.bloop.engine;

import io.bloop.bound.internal.BoundModel;
import io.bloop.model.Column;
import io.bloop.model.Discriminator;
import io.bloop.model.InvalidModel;
import io.bloop.model.KeyTemplate;
import io.bloop.model.TemplateClaim;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that models which share a table tell their items apart. Thread-safe. */
final class SharedTables {

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    /**
     * Checks models that are to be bound.
     *
     * @param fresh the models
     * @param bound the models that the engine has bound before
     * @throws InvalidModel if the items of one would be taken for those of another
     */
    static void check(Collection<BoundModel<?>> fresh, Collection<BoundModel<?>> bound) {
        List<BoundModel<?>> earlier = new ArrayList<>(bound);
        List<InvalidModel> invalid = new ArrayList<>();
        for (BoundModel<?> model : fresh) {
            List<String> problems = new ArrayList<>();
            for (BoundModel<?> other : earlier) {
                if (other.tableName().equals(model.tableName())) {
                    compare(model, other, problems);
                }
            }
            if (!problems.isEmpty()) {
                invalid.add(new InvalidModel(model.definition().name(), problems));
            }
            earlier.add(model);
        }
        if (!invalid.isEmpty()) {
            throw InvalidModel.joined(invalid);
        }
    }

    private static void compare(BoundModel<?> model, BoundModel<?> other, List<String> problems) {
        if (model.definition().claim() instanceof Discriminator own
                && other.definition().claim() instanceof Discriminator others
                && own.attribute().equals(others.attribute())) {
            List<String> both =
                    own.values().stream().filter(others.values()::contains).toList();
            if (!both.isEmpty()) {
                problems.add("Its discriminator '" + own.attribute() + "' has values of "
                        + other.definition().name() + ", which shares table '" + model.tableName() + "': " + both
                        + "; give each model values of its own.");
            }
        }
        if (model.definition().claim() instanceof TemplateClaim own
                && other.definition().claim() instanceof TemplateClaim others) {
            templates(own, others, model, other, problems);
        }
        clash(model, other, model, problems);
        clash(other, model, model, problems);
    }

    private static void templates(
            TemplateClaim own, TemplateClaim others, BoundModel<?> model, BoundModel<?> other, List<String> problems) {
        List<String> both = new ArrayList<>();
        for (Map.Entry<String, KeyTemplate<?>> entry : own.templates().entrySet()) {
            KeyTemplate<?> another = others.templates().get(entry.getKey());
            if (another != null && !entry.getValue().overlaps(another)) {
                return;
            }
            if (another != null) {
                both.add("'" + entry.getKey() + "' is '" + entry.getValue() + "' and '" + another + "'");
            }
        }
        problems.add(
                "Its keys cannot be told from those of " + other.definition().name() + ", which shares table '"
                        + model.tableName() + "'" + (both.isEmpty() ? "" : ": " + String.join(", ", both))
                        + "; let one key of each begin with a text of its own, none of which begins with another, or give both a "
                        + "discriminator().");
    }

    private static void clash(
            BoundModel<?> marking, BoundModel<?> storing, BoundModel<?> model, List<String> problems) {
        if (marking.definition().claim() instanceof Discriminator discriminator) {
            for (Column<?, ?> column : storing.definition().columns()) {
                if (column.attribute().equals(discriminator.attribute())) {
                    problems.add("The discriminator '" + discriminator.attribute() + "' of "
                            + marking.definition().name() + " is the attribute of column '" + column.name() + "' of "
                            + storing.definition().name() + ", which shares table '" + model.tableName()
                            + "'; it is no column, so rename one of the two, or remove the column.");
                }
            }
        }
    }

    /** Warns once for each table that several models share while one of them claims every item. */
    void warn(Collection<BoundModel<?>> bound) {
        BoundModel.byTable(bound).forEach((table, models) -> {
            List<String> open = names(
                    models.stream().filter(model -> model.claim().isOpen()).toList());
            if (models.size() > 1 && !open.isEmpty() && warned.add(table)) {
                LOG.warn(
                        "Models {} share table '{}', and nothing tells the items of {} from those of the others: they "
                                + "read, change and delete each other's items. Give each definition a discriminator() "
                                + "or claimedBy()",
                        names(models),
                        table,
                        open);
            }
        });
    }

    private static List<String> names(List<BoundModel<?>> models) {
        return models.stream().map(model -> model.definition().name()).sorted().toList();
    }
}
