package io.bloop.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * What a comparison of a table with its models has found.
 *
 * @param table the table's name
 * @param models the names of the models that share the table
 * @param description the table as DynamoDB describes it; null if there is none
 * @param compared what was compared, such as {@code index byOwner}; what no model declares is not among it
 * @param differences what differs; empty if the table has all that its models want
 * @param plan the steps that remove the differences
 * @since 0.1.0
 */
public record TableCheck(
        String table,
        List<String> models,
        @Nullable TableDescription description,
        List<String> compared,
        List<Difference> differences,
        TablePlan plan) {

    /**
     * Creates a check that keeps copies of its lists.
     *
     * @param table the table's name
     * @param models the names of the models that share the table
     * @param description the table as DynamoDB describes it
     * @param compared what was compared
     * @param differences what differs
     * @param plan the steps that remove the differences
     */
    public TableCheck {
        models = List.copyOf(models);
        compared = List.copyOf(compared);
        differences = List.copyOf(differences);
    }
}
