package io.bloop.boot;

import io.bloop.table.TableMismatch;
import io.bloop.table.TableReport;
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
                + report.differences().stream()
                        .map(difference -> "  - " + difference.subject() + ": " + difference.action())
                        .collect(Collectors.joining("\n"));
    }
}
