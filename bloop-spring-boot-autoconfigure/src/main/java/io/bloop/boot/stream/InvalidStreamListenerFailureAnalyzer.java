package io.bloop.boot.stream;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Analyzes mistakes of a listener. */
final class InvalidStreamListenerFailureAnalyzer extends AbstractFailureAnalyzer<InvalidStreamListener> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidStreamListener cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
