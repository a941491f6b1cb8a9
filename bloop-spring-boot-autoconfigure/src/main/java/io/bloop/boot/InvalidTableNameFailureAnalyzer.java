package io.bloop.boot;

import io.bloop.engine.InvalidTableName;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Names the properties that name tables otherwise. */
final class InvalidTableNameFailureAnalyzer extends AbstractFailureAnalyzer<InvalidTableName> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidTableName cause) {
        return new FailureAnalysis(
                cause.names().stream().map(InvalidTableName.Name::toString).collect(Collectors.joining("\n")),
                "Set "
                        + cause.names().stream()
                                .map(name -> RangeCheck.key(name.model()) + ".table-name")
                                .collect(Collectors.joining(", "))
                        + " to a name that DynamoDB allows, or bloop.table-name-template to a text that makes one of it,"
                        + " as dev-{table_name}.",
                cause);
    }
}
