package io.bloop.boot.alone;

import static org.assertj.core.api.Assertions.assertThat;

import io.bloop.boot.JarSelection;
import java.net.URLClassLoader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each jar that serves operations brings its own beans, and is missed by none of the others. */
@Tag("once")
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
            "spring-boot-devtools",
            "spring-boot-docker-compose",
            "spring-boot-health",
            "spring-boot-micrometer",
            "spring-boot-persistence",
            "spring-boot-starter-test",
            "spring-boot-test",
            "spring-boot-validation",
            "spring-data-",
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
        try (URLClassLoader only = with(jars).load()) {
            thread.setContextClassLoader(only);
            return (String) only.loadClass("io.bloop.boot.alone.AloneApplication")
                    .getMethod("beans")
                    .invoke(null);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static JarSelection with(List<String> jars) {
        JarSelection selection = JarSelection.of(name ->
                OPTIONAL.stream().noneMatch(name::startsWith) || jars.stream().anyMatch(name::startsWith));
        assertThat(jars).allSatisfy(jar -> assertThat(selection.names()).anyMatch(name -> name.startsWith(jar)));
        return selection;
    }
}
