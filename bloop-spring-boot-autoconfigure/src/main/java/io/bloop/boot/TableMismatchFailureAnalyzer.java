package io.bloop.boot;

import io.bloop.table.Difference;
import io.bloop.table.TableMismatch;
import io.bloop.table.TableReport;
import io.bloop.table.TableStep;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows every difference of every table, and what to do about each. */
final class TableMismatchFailureAnalyzer extends AbstractFailureAnalyzer<TableMismatch> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, TableMismatch cause) {
        String actions = cause.tables().stream()
                .map(TableMismatchFailureAnalyzer::actions)
                .collect(Collectors.joining("\n\n"));
        return new FailureAnalysis(cause.getMessage(), actions, cause);
    }

    private static String actions(TableReport report) {
        return "Table '" + report.table() + "':\n\n"
                + report.plan().steps().stream()
                        .map(TableMismatchFailureAnalyzer::action)
                        .collect(Collectors.joining("\n"))
                + updates(report.plan().safe());
    }

    private static String action(TableStep step) {
        Difference difference = step.difference();
        return step.commands().stream()
                .map(command -> "\n      " + command)
                .collect(Collectors.joining("", "  - " + difference.subject() + ": " + difference.action(), ""));
    }

    private static String updates(List<TableStep> safe) {
        return safe.isEmpty()
                ? ""
                : safe.stream()
                        .map(step -> step.difference().subject())
                        .collect(Collectors.joining(
                                ", ", "\n\nWith bloop.bind=update, the start does by itself: ", "."));
    }
}
