package io.bloop.table;

import io.bloop.table.Difference.Remedy;
import java.io.Serializable;
import java.util.List;

/**
 * A step that removes a difference between a table and its models.
 *
 * <p>A safe step adds something where there is nothing, and binding takes it where {@link BindMode#UPDATE} asks for it.
 * All other steps are for a person: they delete, replace, cost money, or cannot be undone. Immutable and thread-safe.
 *
 * @param difference what differs
 * @param safe whether binding may take the step by itself
 * @param text what is done, a sentence
 * @param reason why it is done; for a step that is not safe, why a person has to decide; a sentence
 * @param commands the requests as commands of the AWS CLI; none where those of earlier steps do it too
 * @since 0.1.0
 */
public record TableStep(Difference difference, boolean safe, String text, String reason, List<String> commands)
        implements Serializable {

    /**
     * Creates a step that keeps a copy of the commands.
     *
     * @param difference what differs
     * @param safe whether binding may take the step by itself
     * @param text what is done
     * @param reason why it is done
     * @param commands the requests as commands of the AWS CLI
     */
    public TableStep {
        commands = List.copyOf(commands);
    }

    /**
     * Returns the kind of the step.
     *
     * @return the kind of the difference's remedy
     */
    public Remedy kind() {
        return difference.remedy();
    }
}
