package io.bloop.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.links.LinksApplication;
import java.net.URLClassLoader;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts an application whose class path lacks the optional jars, or all but some. */
@Tag("once")
class OptionalJarsTests {

    /** All that the starter does not bring. */
    private static final Pattern OPTIONAL =
            Pattern.compile("(spring-boot-(actuator|devtools|health|micrometer|docker-compose"
                    + "|testcontainers|persistence|validation|starter-validation|test|starter-test)|micrometer-core"
                    + "|micrometer-jakarta9|micrometer-observation-test|testcontainers|docker-java|jakarta.validation"
                    + "|hibernate-validator|tomcat-embed-el|spring-tx|spring-data-|spring-test|DynamoDBLocal|sqlite4java|jetty-|mockito"
                    + "|junit-|assertj|archunit|HdrHistogram|LatencyUtils).*\\.jar");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "spring-boot-health",
                "spring-boot-actuator",
                "micrometer-core|HdrHistogram|LatencyUtils",
                "spring-boot-micrometer-observation",
                "spring-boot-docker-compose",
                "spring-boot-testcontainers|testcontainers|docker-java",
                "jakarta.validation",
                "jakarta.validation|hibernate-validator|tomcat-embed-el",
                "jakarta.validation|hibernate-validator|tomcat-embed-el|spring-boot-validation",
                "spring-tx",
                "spring-tx|spring-boot-persistence",
                "spring-data-",
                "spring-boot-devtools",
                "DynamoDBLocal|sqlite4java|jetty-",
                "spring-boot-devtools|DynamoDBLocal|sqlite4java|jetty-"
            })
    void theApplicationStartsWithTheseOptionalJarsAlone(String present) throws Exception {
        Pattern kept = Pattern.compile("(" + present + ").*");
        JarSelection jars = JarSelection.of(
                jar -> !OPTIONAL.matcher(jar).matches() || kept.matcher(jar).matches());
        assertThat(jars.names())
                .anyMatch(jar -> jar.startsWith("spring-boot-autoconfigure-"))
                .matches(all -> present.equals("none")
                        || all.stream().anyMatch(jar -> kept.matcher(jar).matches()));
        try (URLClassLoader loader = jars.load()) {
            start(loader);
        }
    }

    private static void start(ClassLoader loader) throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(loader);
        try {
            String[] arguments = {
                "--bloop.bind=none", "--bloop.endpoint=http://localhost:1", "--spring.main.banner-mode=off",
                "--spring.docker.compose.enabled=false", "--spring.main.register-shutdown-hook=false",
                        "--logging.level.root=error"
            };
            Class<?> application = loader.loadClass(LinksApplication.class.getName());
            AutoCloseable context = (AutoCloseable) loader.loadClass("org.springframework.boot.SpringApplication")
                    .getMethod("run", Class.class, String[].class)
                    .invoke(null, application, arguments);
            Object engine = context.getClass()
                    .getMethod("getBean", Class.class)
                    .invoke(context, loader.loadClass("io.bloop.engine.Engine"));
            assertThat(engine.getClass().getMethod("tables").invoke(engine).toString())
                    .contains("Model[Link]=Link");
            context.close();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
