package io.bloop.boot.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells how to start the embedded DynamoDB Local where its port is taken. */
final class EmbeddedPortInUseFailureAnalyzer extends AbstractFailureAnalyzer<EmbeddedPortInUse> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, EmbeddedPortInUse cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Stop what listens on port " + cause.port()
                        + ", or let any free port be used: remove bloop.embedded.port.",
                cause);
    }
}
