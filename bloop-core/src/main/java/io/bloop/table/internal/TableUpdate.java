package io.bloop.table.internal;

import io.bloop.request.RequestFailed;
import io.bloop.request.internal.TableRequests;
import io.bloop.settings.internal.DescribedTable;
import io.bloop.settings.internal.Setting;
import io.bloop.settings.internal.SettingWithRequests;
import io.bloop.table.TableCheck;
import io.bloop.table.TableStep;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * Takes the safe steps of one table, until none is left; serves one thread.
 *
 * <p>Remembers nothing from one step to the next but what DynamoDB may not show yet: each step is the first of a new
 * plan, so that it does not matter who has taken the others.
 */
final class TableUpdate {

    private static final Logger LOG = LoggerFactory.getLogger(TableBinder.class);

    private final WantedTable goal;
    private final TableRequests requests;
    private final TableReader reader;
    private final TableWait wait;
    private final Deadline deadline;
    private PollTimer timer;

    /** The step that was the first of the last plan. */
    private @Nullable TableStep first;

    /** The step that was taken last, and its failure if it has failed. */
    private @Nullable TableStep taken;

    private @Nullable RequestFailed failure;

    private boolean equipped;

    /** The table as it was compared last. */
    private @Nullable DescribedTable described;

    TableUpdate(WantedTable goal, TableRequests requests, TableReader reader, TableWait wait, Deadline deadline) {
        this.goal = goal;
        this.requests = requests;
        this.reader = reader;
        this.wait = wait;
        this.deadline = deadline;
        this.timer = new PollTimer(deadline);
    }

    /** Tells whether the table got settings that binding gives to new tables too. */
    boolean hasEquipped() {
        return equipped;
    }

    /** Returns the table as it was compared last; null before the steps are taken. */
    @Nullable
    DescribedTable described() {
        return described;
    }

    /**
     * Returns how the table is when no safe step is left.
     *
     * @param isNew whether the table was created just now, so that DynamoDB may not list its tags yet
     */
    TableCheck apply(TableDescription first, boolean isNew) {
        TableDescription table = first;
        while (true) {
            DescribedTable current = isNew ? reader.completeNew(goal, table) : reader.complete(goal, table);
            described = current;
            TableCheck check = TableComparison.check(goal, current);
            Optional<PlannedStep> next = TablePlanner.steps(goal, current, check.differences()).stream()
                    .filter(planned -> planned.step().safe())
                    .findFirst();
            if (next.isEmpty()) {
                return check;
            }
            take(next.get(), table);
            Optional<TableDescription> changed = wait.untilReady();
            if (changed.isEmpty()) {
                return TableComparison.missing(goal);
            }
            table = changed.get();
        }
    }

    private void take(PlannedStep next, TableDescription table) {
        if (!next.step().equals(first)) {
            first = next.step();
            timer = new PollTimer(deadline);
        }
        if (next.step().equals(taken)) {
            if (failure != null) {
                throw failure;
            }
            // DynamoDB does not show it yet
            timer.pause(next.pending());
        }
        List<String> underWay = next.isUpdate() ? TableWait.underWay(table) : List.of();
        if (!underWay.isEmpty()) {
            timer.pause(next.pending() + ", as " + String.join(", ", underWay));
            return;
        }
        taken = next.step();
        failure = null;
        try {
            next.calls().forEach(call -> requests.send(goal.target(), call));
            equipped |= next.setting() != null;
            LOG.info("Table '{}': {}", goal.tableName(), next.step().text());
        } catch (RequestFailed ex) {
            if (isLater(next.setting(), ex)) {
                taken = null;
                timer.pause(next.pending() + ", as DynamoDB answers " + TableReader.code(ex));
            } else {
                // another process may have taken the step, which the next plan shows
                failure = ex;
            }
        }
    }

    private static boolean isLater(@Nullable SettingWithRequests<?> setting, RequestFailed refusal) {
        String code = TableReader.code(refusal);
        return setting == null
                ? Setting.isBusy(code)
                : setting.waitsFor(code).isPresent()
                        || setting.isConcurrent(code, String.valueOf(refusal.getMessage()));
    }
}
