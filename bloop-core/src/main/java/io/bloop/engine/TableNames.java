package io.bloop.engine;

import io.bloop.model.ModelDefinition;
import io.bloop.rule.internal.NameRules;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names the tables of an engine.
 *
 * <p>Implementations are thread-safe, and give one model the same name at every call.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface TableNames {

    /**
     * Names a model's table.
     *
     * @param model the model
     * @param name the name of the table in the settings, or else the model's name
     * @return the name of the table
     */
    String tableName(ModelDefinition<?> model, String name);

    /**
     * Returns names made by a template.
     *
     * @param template a text that holds {@code {table_name}}, such as {@code dev-{table_name}}
     * @return the names
     * @throws InvalidTemplate if the template lacks {@code {table_name}}, has another placeholder, or has characters
     *     that DynamoDB does not allow in names of tables
     */
    static TableNames template(String template) {
        String placeholder = "{table_name}";
        if (!template.contains(placeholder)) {
            throw new InvalidTemplate(
                    template, "does not hold {table_name}; without it every model has the same table");
        }
        String added = template.replace(placeholder, "");
        Matcher braces = Pattern.compile("[{}]").matcher(added);
        if (braces.find()) {
            throw new InvalidTemplate(template, "has other braces than {table_name}; leave them out");
        }
        NameRules.givenTable(added).ifPresent(problem -> {
            throw new InvalidTemplate(template, problem);
        });
        return (model, name) -> template.replace(placeholder, name);
    }
}
