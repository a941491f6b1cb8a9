package io.bloop.table.internal;

import io.bloop.settings.internal.DescribedTable;
import io.bloop.table.Difference;
import io.bloop.table.TableCheck;
import io.bloop.table.TablePlan;
import io.bloop.table.TableStep;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is compared of one table, and what differs. */
final class DifferenceCollector {

    private final Set<String> compared = new LinkedHashSet<>();
    private final List<Difference> differences = new ArrayList<>();

    void compared(String subject) {
        compared.add(subject);
    }

    void differs(Difference difference) {
        differences.add(difference);
    }

    TableCheck check(WantedTable goal, @Nullable DescribedTable table) {
        List<TableStep> steps = TablePlanner.steps(goal, table, differences).stream()
                .map(PlannedStep::step)
                .toList();
        return new TableCheck(
                goal.tableName(),
                goal.models(),
                table == null ? null : table.table(),
                List.copyOf(compared),
                differences,
                new TablePlan(goal.tableName(), goal.models(), steps));
    }
}
