package io.bloop.boot.endpoint;

import io.bloop.settings.internal.DescribedTable;
import io.bloop.table.Difference;
import io.bloop.table.TableCheck;
import io.bloop.table.TableStep;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Describes a table and its differences from its models. Values that were not requested or are not known are left out.
 *
 * @param models the names of the models that share the table
 * @param status the table's status in DynamoDB's words, or {@code missing}
 * @param billing {@code on-demand} or {@code provisioned}
 * @param items how many items it has; DynamoDB counts about every six hours
 * @param bytes how large they are together; likewise
 * @param indexes the status of each global index by its name in the table
 * @param compared what was compared with the models: what no model declares is not
 * @param differences what differs
 * @param plan the steps that remove the differences, in order
 * @param error why the table could not be compared
 * @since 0.1.0
 */
public record TableDescriptor(
        List<String> models,
        @Nullable String status,
        @Nullable String billing,
        @Nullable Long items,
        @Nullable Long bytes,
        @Nullable Map<String, String> indexes,
        @Nullable List<String> compared,
        @Nullable List<DifferenceDescriptor> differences,
        @Nullable List<StepDescriptor> plan,
        @Nullable String error) {

    static TableDescriptor unasked(List<String> models) {
        return failed(models, null);
    }

    static TableDescriptor failed(List<String> models, @Nullable String error) {
        return new TableDescriptor(models, null, null, null, null, null, null, null, null, error);
    }

    static TableDescriptor of(TableCheck check) {
        TableDescription table = check.description();
        if (table == null) {
            return new TableDescriptor(
                    check.models(),
                    "missing",
                    null,
                    null,
                    null,
                    null,
                    check.compared(),
                    differences(check),
                    plan(check),
                    null);
        }
        return new TableDescriptor(
                check.models(),
                table.tableStatusAsString(),
                billing(table),
                table.itemCount(),
                table.tableSizeBytes(),
                indexes(table),
                check.compared(),
                differences(check),
                plan(check),
                null);
    }

    private static List<DifferenceDescriptor> differences(TableCheck check) {
        return check.differences().stream().map(DifferenceDescriptor::of).toList();
    }

    private static List<StepDescriptor> plan(TableCheck check) {
        return check.plan().steps().stream().map(StepDescriptor::of).toList();
    }

    /**
     * Describes a step that removes a difference.
     *
     * @param kind the kind of step, such as {@code add-index}
     * @param safe whether {@code bloop.bind=update} takes the step
     * @param text what is done
     * @param reason why it is done, or why a person has to decide on it
     * @param commands the requests as commands of the AWS CLI
     * @since 0.1.0
     */
    public record StepDescriptor(String kind, boolean safe, String text, String reason, List<String> commands) {

        static StepDescriptor of(TableStep step) {
            return new StepDescriptor(
                    step.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    step.safe(),
                    step.text(),
                    step.reason(),
                    step.commands());
        }
    }

    /**
     * Describes a difference between a table and its models.
     *
     * @param subject what differs, such as {@code index byOwner}
     * @param expected what the models want
     * @param actual what the table has
     * @param action what to do about it
     * @since 0.1.0
     */
    public record DifferenceDescriptor(String subject, String expected, String actual, String action) {

        static DifferenceDescriptor of(Difference difference) {
            return new DifferenceDescriptor(
                    difference.subject(), difference.expected(), difference.actual(), difference.action());
        }
    }

    private static String billing(TableDescription table) {
        return new DescribedTable(table).isOnDemand() ? "on-demand" : "provisioned";
    }

    private static Map<String, String> indexes(TableDescription table) {
        Map<String, String> indexes = new TreeMap<>();
        table.globalSecondaryIndexes().forEach(index -> indexes.put(index.indexName(), index.indexStatusAsString()));
        return indexes;
    }
}
