package io.bloop.table.internal;

import io.bloop.settings.internal.SettingWithRequests;
import io.bloop.settings.internal.TableCall;
import io.bloop.table.Difference;
import io.bloop.table.Difference.Remedy;
import io.bloop.table.TableStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/**
 * A step with its requests.
 *
 * @param step the step as it is told
 * @param calls the requests in order
 * @param setting the setting that is given by a request of its own; null for all other steps
 */
record PlannedStep(
        TableStep step,
        List<TableCall<?, ?>> calls,
        @Nullable SettingWithRequests<?> setting) {

    static PlannedStep safe(Difference difference, String text, String reason, List<TableCall<?, ?>> calls) {
        return new PlannedStep(new TableStep(difference, true, text, reason, CliCommands.of(calls)), calls, null);
    }

    static PlannedStep manual(Difference difference, String text, String reason, List<TableCall<?, ?>> calls) {
        return new PlannedStep(new TableStep(difference, false, text, reason, CliCommands.of(calls)), calls, null);
    }

    /** Tells whether the step is an update of the table. DynamoDB runs one update of a table at a time. */
    boolean isUpdate() {
        return calls.stream().anyMatch(call -> call.operation().equals("UpdateTable"));
    }

    /** Returns the step as one for a person, with a reason if it has been a safe one. */
    PlannedStep manual(String reason) {
        return step.safe()
                ? new PlannedStep(
                        new TableStep(step.difference(), false, step.text(), reason, step.commands()), calls, setting)
                : this;
    }

    PlannedStep of(@Nullable SettingWithRequests<?> own) {
        return new PlannedStep(step, calls, own);
    }

    /** Leaves out the requests that earlier steps have too. */
    static List<PlannedStep> withoutRepetition(List<PlannedStep> steps) {
        List<PlannedStep> once = new ArrayList<>();
        Set<DynamoDbRequest> earlier = new HashSet<>();
        for (PlannedStep planned : steps) {
            once.add(planned.without(earlier));
            planned.calls().forEach(call -> earlier.add(call.request()));
        }
        return once;
    }

    private PlannedStep without(Set<DynamoDbRequest> earlier) {
        List<TableCall<?, ?>> left = new ArrayList<>(calls);
        if (!left.removeIf(call -> earlier.contains(call.request()))) {
            return this;
        }
        String reason = step.reason() + " The commands of earlier steps "
                + (left.isEmpty() ? "do it too." : "have to come first.");
        return new PlannedStep(
                new TableStep(step.difference(), step.safe(), step.text(), reason, CliCommands.of(left)),
                left,
                setting);
    }

    /** Returns what is waited for where DynamoDB does not take the step yet, as the end of a sentence about a table. */
    String pending() {
        return step.difference().subject()
                + (step.kind() == Remedy.CHANGE_SETTING ? " is not set yet" : " is not added yet");
    }
}
