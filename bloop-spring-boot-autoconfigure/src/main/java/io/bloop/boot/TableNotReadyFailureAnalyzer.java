package io.bloop.boot;

import io.bloop.table.TableNotReady;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells how to wait longer for a table. */
final class TableNotReadyFailureAnalyzer extends AbstractFailureAnalyzer<TableNotReady> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, TableNotReady cause) {
        return new FailureAnalysis(
                "Table '" + cause.table() + "' is not ready after " + DurationStyle.SIMPLE.print(cause.waited()) + ": "
                        + cause.status() + ".",
                "Start again once it is ACTIVE, or set bloop.bind-timeout to a longer time. With bloop.index-wait=go-on, the"
                        + " start does not wait for indexes that are being filled.",
                cause);
    }
}
