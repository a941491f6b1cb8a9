package io.bloop.rule.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rules have to know of a model that shares its table with others.
 *
 * @param model the model's name
 * @param discriminator the attribute that tells its items from others; null where none does
 * @param values the values of that attribute
 * @param templates the templates with literal text by which the model claims its items, by the attributes of the table's
 *     keys; none where it claims them in another way
 * @param columns the names of its columns by their attributes
 */
public record SharingFacts(
        String model,
        @Nullable String discriminator,
        List<String> values,
        Map<String, TemplateText> templates,
        Map<String, String> columns) {

    /**
     * Finds what makes the items of this model and of another one alike.
     *
     * @param other the other model
     * @param table the name of their table
     * @param words the way in which this model is declared
     * @return what is wrong and what to do about it, each in a sentence; empty where nothing is
     */
    public List<String> problems(SharingFacts other, String table, Vocabulary words) {
        List<String> problems = new ArrayList<>();
        String shared = ", which shares table '" + table + "'";
        clash(other, shared, problems);
        other.clash(this, shared, problems);
        List<String> both = values.stream().filter(other.values::contains).toList();
        if (discriminator != null && discriminator.equals(other.discriminator) && !both.isEmpty()) {
            problems.add("The discriminator '" + discriminator + "' of " + model + " has values of " + other.model
                    + shared + ": " + both + "; give each model values of its own.");
        }
        if (!templates.isEmpty() && !other.templates.isEmpty()) {
            keys(other, shared, words, problems);
        }
        return problems;
    }

    /** Finds a discriminator that is a column of the other model. */
    private void clash(SharingFacts storing, String shared, List<String> problems) {
        String column = storing.columns.get(discriminator);
        if (discriminator != null && column != null) {
            problems.add(
                    "The discriminator '" + discriminator + "' of " + model + " is the attribute of column '" + column
                            + "' of " + storing.model + shared
                            + "; it is no column, so rename one of the two, or remove the column.");
        }
    }

    /** Finds keys that may begin alike. */
    private void keys(SharingFacts other, String shared, Vocabulary words, List<String> problems) {
        List<String> both = new ArrayList<>();
        for (Map.Entry<String, TemplateText> entry : templates.entrySet()) {
            TemplateText another = other.templates.get(entry.getKey());
            if (another != null && !entry.getValue().overlaps(another)) {
                return;
            }
            if (another != null) {
                both.add("'" + entry.getKey() + "' is '" + entry.getValue().text() + "' and '" + another.text() + "'");
            }
        }
        problems.add("The keys of " + model + " cannot be told from those of " + other.model + shared
                + (both.isEmpty() ? "" : ": " + String.join(", ", both))
                + "; let one key of each begin with a text of its own, none of which begins with another, or give both a "
                + words.discriminator() + ".");
    }
}
