package io.bloop.boot.alone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each jar that serves operations brings its own beans, and is missed by none of the others. */
class OperationsJarsTests {

    private static final List<String> OPTIONAL = List.of(
            "DynamoDBLocal",
            "docker-java",
            "hibernate-validator",
            "jackson",
            "jakarta.validation",
            "jetty",
            "junit",
            "micrometer-core",
            "micrometer-observation-test",
            "mockito",
            "spring-boot-actuator",
            "spring-boot-docker-compose",
            "spring-boot-health",
            "spring-boot-micrometer",
            "spring-boot-persistence",
            "spring-boot-starter-test",
            "spring-boot-test",
            "spring-boot-validation",
            "spring-test",
            "spring-tx",
            "testcontainers",
            "tomcat-embed-el");

    private static final List<String> OURS =
            List.of("bloopEndpoint", "bloopHealthContributor", "bloopMetricsCustomizer", "bloopObservationCustomizer");

    static Stream<Arguments> jars() {
        return Stream.of(
                Arguments.of(List.of(), List.of()),
                Arguments.of(List.of("spring-boot-health"), List.of("bloopHealthContributor")),
                Arguments.of(List.of("spring-boot-actuator"), List.of("bloopEndpoint")),
                Arguments.of(List.of("micrometer-core"), List.of()),
                Arguments.of(List.of("spring-boot-micrometer-observation"), List.of("bloopObservationCustomizer")),
                Arguments.of(
                        List.of("spring-boot-micrometer", "micrometer-core"),
                        List.of("bloopMetricsCustomizer", "bloopObservationCustomizer")));
    }

    @ParameterizedTest(name = "with {0}")
    @MethodSource("jars")
    void theContextStarts(List<String> jars, List<String> expected) throws Exception {
        List<String> beans = List.of(beansWith(jars).split(" "));

        assertThat(beans).contains("bloopEngine", "noteTemplate");
        assertThat(beans.stream().filter(OURS::contains)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static String beansWith(List<String> jars) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader only = new URLClassLoader(classPathWith(jars), ClassLoader.getPlatformClassLoader())) {
            thread.setContextClassLoader(only);
            return (String) only.loadClass("io.bloop.boot.alone.AloneApplication")
                    .getMethod("beans")
                    .invoke(null);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL[] classPathWith(List<String> jars) throws IOException {
        List<URL> classPath = new ArrayList<>();
        // Surefire starts the JVM with a class path of its own
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (String entry : all.split(File.pathSeparator)) {
            String name = Path.of(entry).getFileName().toString();
            boolean optional = OPTIONAL.stream().anyMatch(name::startsWith);
            if (!optional || jars.stream().anyMatch(name::startsWith)) {
                classPath.add(Path.of(entry).toUri().toURL());
            }
        }
        assertThat(jars)
                .allSatisfy(jar -> assertThat(classPath)
                        .anySatisfy(url -> assertThat(url.getPath()).contains("/" + jar)));
        return classPath.toArray(URL[]::new);
    }
}
