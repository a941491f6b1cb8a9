package io.bloop.boot;

import io.bloop.engine.InvalidTemplate;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Names the property that holds a template which cannot name tables. */
final class InvalidTemplateFailureAnalyzer extends AbstractFailureAnalyzer<InvalidTemplate> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidTemplate cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set bloop.table-name-template to a text that holds {table_name}, as dev-{table_name}.",
                cause);
    }
}
