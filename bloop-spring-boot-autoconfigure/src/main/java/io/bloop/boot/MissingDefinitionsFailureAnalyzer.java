package io.bloop.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.io.ClassPathResource;

/** Shows how the annotation processor is switched on. */
final class MissingDefinitionsFailureAnalyzer extends AbstractFailureAnalyzer<MissingDefinitions> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MissingDefinitions cause) {
        return new FailureAnalysis(cause.getMessage(), action(), cause);
    }

    private static String action() {
        try {
            return new ClassPathResource("processor-path.txt", MissingDefinitions.class)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }
}
