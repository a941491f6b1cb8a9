package io.bloop.boot;

import io.bloop.Suggestion;
import io.bloop.model.ModelDefinition;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the model of an override: by its name, or by its name with as much of its package or class as makes it unique.
 *
 * <p>Environment variables have no dots, so that {@code shop.Product} may be written as {@code shopproduct}.
 */
final class OverriddenModels {

    private final Collection<? extends ModelDefinition<?>> models;

    OverriddenModels(Collection<? extends ModelDefinition<?>> models) {
        this.models = models;
    }

    /** Returns the models that a name fits: one, unless the name is wrong or ambiguous. */
    List<? extends ModelDefinition<?>> named(String name) {
        List<? extends ModelDefinition<?>> exact = models.stream()
                .filter(model -> TableOverrides.uniform(model.name()).equals(TableOverrides.uniform(name)))
                .toList();
        return exact.isEmpty()
                ? models.stream().filter(model -> isQualified(model, name)).toList()
                : exact;
    }

    private static boolean isQualified(ModelDefinition<?> model, String name) {
        return Stream.of(qualified(model), className(model))
                .flatMap(OverriddenModels::endings)
                .anyMatch(ending -> name.contains(".")
                        ? dotted(ending).equals(dotted(name))
                        : compact(ending).equals(compact(name)));
    }

    /** Returns what is wrong with a name, or null if it fits exactly one model. */
    @Nullable
    PropertyProblem problem(String name) {
        List<? extends ModelDefinition<?>> named = named(name);
        if (named.isEmpty()) {
            return new PropertyProblem(
                    RangeCheck.key(name), "is for a model that does not exist", Suggestion.sentence(name, names(name)));
        }
        if (named.size() > 1) {
            List<String> classes =
                    named.stream().map(OverriddenModels::className).sorted().toList();
            return new PropertyProblem(
                    RangeCheck.key(name),
                    "is for one model, and " + classes.size() + " have this name: " + String.join(", ", classes),
                    Set.copyOf(classes).size() == 1
                            ? "Give each of these models a name of its own."
                            : "Name the model with its package, such as " + RangeCheck.key(classes.get(0)) + ".");
        }
        return null;
    }

    private List<String> names(String wrong) {
        return models.stream()
                .map(wrong.contains(".") ? OverriddenModels::className : ModelDefinition::name)
                .toList();
    }

    private static String qualified(ModelDefinition<?> model) {
        return model.type().getPackageName() + "." + model.name();
    }

    private static String className(ModelDefinition<?> model) {
        return model.type().getName();
    }

    /** Returns a name without its first packages, and without any. */
    private static Stream<String> endings(String name) {
        return Stream.iterate(name, ending -> !ending.isEmpty(), OverriddenModels::rest);
    }

    private static String rest(String name) {
        String[] parts = name.split("[.$]", 2);
        return parts.length == 1 ? "" : parts[1];
    }

    private static String dotted(String name) {
        return TableOverrides.uniform(name).replace('$', '.');
    }

    private static String compact(String name) {
        return dotted(name).replace(".", "");
    }
}
