package io.bloop.boot;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.annotation.Order;

/** Analyzes invalid properties, before the analyzer of failed binding, which knows less. */
@Order(0)
final class InvalidPropertiesFailureAnalyzer extends AbstractFailureAnalyzer<InvalidProperties> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidProperties cause) {
        List<PropertyProblem> problems = cause.problems();
        return new FailureAnalysis(
                "Bloop cannot follow its properties (" + problems.size()
                        + (problems.size() == 1 ? " problem" : " problems") + "):\n\n"
                        + lines(problems, PropertyProblem::description),
                "Correct " + (problems.size() == 1 ? "it" : "them") + ":\n\n"
                        + lines(problems, problem -> problem.key() + ": " + problem.action()),
                cause);
    }

    private static String lines(List<PropertyProblem> problems, Function<PropertyProblem, String> words) {
        return problems.stream().map(problem -> "  - " + words.apply(problem)).collect(Collectors.joining("\n"));
    }
}
