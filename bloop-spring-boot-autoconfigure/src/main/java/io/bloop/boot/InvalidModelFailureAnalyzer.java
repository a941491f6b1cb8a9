package io.bloop.boot;

import io.bloop.model.InvalidModel;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows everything that is wrong with a model. */
final class InvalidModelFailureAnalyzer extends AbstractFailureAnalyzer<InvalidModel> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidModel cause) {
        return new FailureAnalysis(cause.getMessage(), "Correct the definition of model " + cause.model() + ".", cause);
    }
}
