package io.bloop.boot.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggerConfiguration;
import org.springframework.boot.logging.LoggingSystem;

class QuietLoggersTests {

    private static final String LOCAL = "software.amazon.dynamodb.services.local";

    private static final String JETTY = "org.eclipse.jetty";

    private final ClassLoader classLoader = getClass().getClassLoader();
    private final LoggingSystem logging = LoggingSystem.get(classLoader);
    private final Map<String, Optional<LogLevel>> before = Map.of(LOCAL, level(LOCAL), JETTY, level(JETTY));

    @AfterEach
    void restore() {
        before.forEach((logger, level) -> logging.setLogLevel(logger, level.orElse(null)));
    }

    @Test
    void quietsLoggersWithoutALevel() {
        logging.setLogLevel(LOCAL, null);
        logging.setLogLevel(JETTY, null);
        QuietLoggers.apply(classLoader);
        assertThat(level(LOCAL)).contains(LogLevel.ERROR);
        assertThat(level(JETTY)).contains(LogLevel.WARN);
    }

    @Test
    void leavesALevelAloneThatTheApplicationSets() {
        logging.setLogLevel(LOCAL, LogLevel.DEBUG);
        QuietLoggers.apply(classLoader);
        assertThat(level(LOCAL)).contains(LogLevel.DEBUG);
    }

    private Optional<LogLevel> level(String logger) {
        return Optional.ofNullable(logging.getLoggerConfiguration(logger)).map(LoggerConfiguration::getConfiguredLevel);
    }
}
