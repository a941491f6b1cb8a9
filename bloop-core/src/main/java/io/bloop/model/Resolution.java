package io.bloop.model;

import io.bloop.Suggestion;
import io.bloop.expression.NumberPath;
import io.bloop.rule.internal.ComputedFacts;
import io.bloop.rule.internal.TemplateText;
import io.bloop.settings.TableSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the columns that indexes and settings mean: those that are named, or that were put in the place of hidden ones. */
final class Resolution<T> {

    private final ModelDefinition<T> model;
    private final Map<String, Column<T, ?>> byName = new HashMap<>();
    private final Consumer<String> problems;

    Resolution(ModelDefinition<T> model, List<Column<T, ?>> columns, Consumer<String> problems) {
        this.model = model;
        for (Column<T, ?> column : columns) {
            byName.put(column.name(), column);
        }
        this.problems = problems;
    }

    void resolve(Index<T> index) {
        String what = "Index '" + index.name() + "'";
        List<KeyColumn<T, ?>> hash = keys(what + " has the hash key", index.declaredHashKeys());
        List<KeyColumn<T, ?>> range = keys(what + " has the range key", index.declaredRangeKeys());
        List<Column<T, ?>> projected = new ArrayList<>();
        for (ColumnReference mention : index.declaredProjection().mentions()) {
            Column<T, ?> column = find(what + " projects", mention);
            if (column != null) {
                projected.add(column);
            }
        }
        index.resolve(hash, range, projected);
    }

    /** Finds the columns that the value of a computed one is computed from. */
    void resolve(Column<T, ?> column) {
        if (!column.isComputed() || column.template().isPresent()) {
            return;
        }
        String what = "Column '" + column.name() + "' is computed from";
        if (column.inputNames().isEmpty()) {
            problems.accept(ComputedFacts.noInputs(column.name()));
        }
        List<Column<T, ?>> inputs = new ArrayList<>();
        for (String name : column.inputNames()) {
            Column<T, ?> input = find(what, ColumnReference.of(name));
            if (input == null) {
                continue;
            }
            String problem =
                    new ComputedFacts(name, input.isComputed(), !input.stamps().isEmpty()).problem(column.name());
            if (problem != null) {
                problems.accept(problem);
            } else {
                inputs.add(input);
            }
        }
        column.resolve(inputs);
    }

    /** Finds the parts of a key's template. */
    void resolveTemplate(Column<T, ?> column, KeyTemplate<T> template) {
        List<Column<T, ?>> parts = new ArrayList<>();
        Set<Column<T, ?>> inputs = new LinkedHashSet<>();
        for (TemplateText.Part named : template.declared().parts()) {
            String what = "The template of '" + column.name() + "', '" + template + "', names";
            Column<T, ?> part = find(what, ColumnReference.of(named.name()));
            if (part == null) {
                continue;
            }
            String problem = KeyPart.facts(part).problem(named);
            if (problem != null) {
                problems.accept(what + " '" + named.name() + "', " + problem + ".");
            } else {
                parts.add(part);
                inputs.addAll(part.isComputed() ? part.inputs() : List.of(part));
            }
        }
        if (parts.size() == template.declared().parts().size()) {
            template.resolve(parts);
            column.resolve(List.copyOf(inputs));
        }
    }

    private static String stored(Column<?, ?> column) {
        return column instanceof DynamicColumn<?>
                ? "anything"
                : column.type().tag().toString();
    }

    private List<KeyColumn<T, ?>> keys(String what, List<@Nullable ColumnReference> mentions) {
        List<KeyColumn<T, ?>> keys = new ArrayList<>();
        for (ColumnReference mention : mentions) {
            Column<T, ?> column = find(what, mention);
            if (column instanceof KeyColumn<?, ?>) {
                keys.add(asKey(column));
            } else if (column != null) {
                problems.accept(what + " '" + column.name() + "', which is stored as " + stored(column)
                        + "; a key is stored as S, N or B.");
            }
        }
        return keys;
    }

    @SuppressWarnings("unchecked") // a column of this model
    private KeyColumn<T, ?> asKey(Column<T, ?> column) {
        return (KeyColumn<T, ?>) column;
    }

    TableSettings resolve(TableSettings settings) {
        ColumnReference mention = timeToLive(settings);
        String what = "The table's time to live is";
        Column<T, ?> column = mention == null ? null : find(what, mention);
        if (column instanceof NumberColumn<T, ?> number) {
            return settings.ttl(number);
        }
        if (column != null) {
            problems.accept(what + " '" + column.name() + "', which is stored as " + stored(column)
                    + "; it needs epoch seconds, such as the type Types.TIMESTAMP.");
        }
        return settings;
    }

    private static @Nullable ColumnReference timeToLive(TableSettings settings) {
        NumberPath<?, ?> given = settings.ttl();
        String name = settings.ttlName();
        if (given != null && given.place() instanceof Column<?, ?> column) {
            return ColumnReference.of(column);
        }
        return name == null ? null : ColumnReference.of(name);
    }

    @SuppressWarnings("unchecked") // a column of this model
    private @Nullable Column<T, ?> find(String what, @Nullable ColumnReference mention) {
        String name = Objects.requireNonNull(mention, "checked before").name();
        Column<?, ?> given = mention.column();
        if (given != null && given.model() != model) {
            problems.accept(what + " " + given + ", which is of another model; name a column of " + model.name() + ".");
            return null;
        }
        if (given != null && !model.draft().isHidden(given)) {
            return (Column<T, ?>) given;
        }
        Column<T, ?> found = byName.get(name);
        if (found == null && given != null) {
            problems.accept(what + " " + given + ", which is hidden; name another, or declare a column '" + name
                    + "' in its place.");
        } else if (found == null) {
            problems.accept(what + " '" + name + "', and there is no such column. "
                    + Suggestion.sentence(name, byName.keySet()));
        }
        return found;
    }
}
