package io.bloop.boot.embedded;

import java.util.Map;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerConfiguration;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Quiets the loggers of DynamoDB Local, which tell each request at INFO and each refusal with a stack trace.
 *
 * <p>A level that the application sets is left alone.
 */
final class QuietLoggers {

    private static final String LOCAL = "software.amazon.dynamodb.services.local";

    private static final Map<String, LogLevel> LEVELS = Map.of(
            LOCAL,
            LogLevel.ERROR,
            // logs errors about tables that are deleted while it looks for expired items
            LOCAL + ".shared.jobs.TimeToLiveDeletionJob",
            LogLevel.OFF,
            "org.eclipse.jetty",
            LogLevel.WARN);

    private QuietLoggers() {}

    static void apply(ClassLoader classLoader) {
        LoggingSystem logging = LoggingSystem.get(classLoader);
        LEVELS.forEach((logger, level) -> {
            LoggerConfiguration found = logging.getLoggerConfiguration(logger);
            if (found == null || found.getConfiguredLevel() == null) {
                logging.setLogLevel(logger, level);
            }
        });
    }
}
