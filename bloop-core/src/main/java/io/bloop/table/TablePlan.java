package io.bloop.table;

import java.io.Serializable;
import java.util.List;

/**
 * The changes that a table needs to match its models.
 *
 * <p>Made from the models and the description of the table, by requests that only read. Immutable and thread-safe.
 *
 * @param table the table's name
 * @param models the names of the models that share the table
 * @param steps the steps in order, the safe ones first; none where nothing has to change
 * @since 0.1.0
 */
public record TablePlan(String table, List<String> models, List<TableStep> steps) implements Serializable {

    /**
     * Creates a plan that keeps copies of its lists.
     *
     * @param table the table's name
     * @param models the names of the models that share the table
     * @param steps the steps in order
     */
    public TablePlan {
        models = List.copyOf(models);
        steps = List.copyOf(steps);
    }

    /**
     * Returns the steps that binding takes by itself where it updates tables.
     *
     * @return the steps in order
     */
    public List<TableStep> safe() {
        return steps.stream().filter(TableStep::safe).toList();
    }

    /**
     * Returns the steps that only a person takes.
     *
     * @return the steps in order
     */
    public List<TableStep> unsafe() {
        return steps.stream().filter(step -> !step.safe()).toList();
    }

    /** Returns the steps for people, each with its reason and its commands. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                "Table '" + table + "' of model" + (models.size() == 1 ? " " : "s ") + String.join(", ", models));
        if (steps.isEmpty()) {
            return text.append(": nothing to change").toString();
        }
        text.append(": " + steps.size() + (steps.size() == 1 ? " step" : " steps") + ", " + safe().size() + " safe");
        for (TableStep step : steps) {
            text.append("\n\n  ")
                    .append(step.safe() ? "safe    " : "manual  ")
                    .append(step.text())
                    .append("\n          ")
                    .append(step.reason());
            step.commands().forEach(command -> text.append("\n            ").append(command));
        }
        return text.toString();
    }
}
