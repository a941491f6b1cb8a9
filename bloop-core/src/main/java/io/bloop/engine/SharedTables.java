package io.bloop.engine;

import io.bloop.bound.internal.BoundModel;
import io.bloop.model.Claim;
import io.bloop.model.Discriminator;
import io.bloop.model.InvalidModel;
import io.bloop.model.TemplateClaim;
import io.bloop.rule.internal.SharingFacts;
import io.bloop.rule.internal.TemplateText;
import io.bloop.rule.internal.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
                    problems.addAll(facts(model).problems(facts(other), model.tableName(), Vocabulary.DEFINITION));
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

    private static SharingFacts facts(BoundModel<?> model) {
        Claim claim = model.definition().claim();
        Map<String, TemplateText> templates = new LinkedHashMap<>();
        if (claim instanceof TemplateClaim keys) {
            keys.templates()
                    .forEach((attribute, template) -> templates.put(attribute, TemplateText.of(template.text())));
        }
        Map<String, String> columns = new HashMap<>();
        model.definition().columns().forEach(column -> columns.put(column.attribute(), column.name()));
        Discriminator mark = claim instanceof Discriminator found ? found : null;
        return new SharingFacts(
                model.definition().name(),
                mark == null ? null : mark.attribute(),
                mark == null ? List.of() : mark.values(),
                templates,
                columns);
    }

    /** Warns once for each table that several models share while one of them claims every item. */
    void warn(Collection<BoundModel<?>> bound) {
        for (Map.Entry<String, List<BoundModel<?>>> entry :
                BoundModel.byTable(bound).entrySet()) {
            if (entry.getValue().size() > 1) {
                warn(entry.getKey(), entry.getValue());
            }
        }
    }

    private void warn(String table, List<BoundModel<?>> models) {
        List<String> open =
                names(models.stream().filter(model -> model.claim().isOpen()).toList());
        if (!open.isEmpty() && warned.add(table)) {
            LOG.warn(
                    "Models {} share table '{}', and nothing tells the items of {} from those of the others: they "
                            + "read, change and delete each other's items. Give each definition a discriminator() "
                            + "or claimedBy()",
                    names(models),
                    table,
                    open);
        }
    }

    private static List<String> names(List<BoundModel<?>> models) {
        return models.stream().map(model -> model.definition().name()).sorted().toList();
    }
}
